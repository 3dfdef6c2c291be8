"""The boxes of a page that read something else on another page of its kind."""

import pytest

from cardmaker.handout import CardCue, Rich
from cardmaker.layout.askedbox import AskedBox
from cardmaker.layout.readers import Readers, UnlikeError
from cardmaker.layout.scope import Scope
from cardmaker.record import record
from cardmaker.theme.content import TextBox


@record
class Page:
    """What a page is about, and a list in it."""

    name: str
    first: CardCue
    cues: tuple[CardCue | Rich, ...]


SIT, PUSH = CardCue("Sit back", "Back"), CardCue("Push", "Up")
PAGE = Page("Squat", SIT, (SIT, PUSH))
TEMPLATES = ("{name}", "{text}", "{short} of {name}", "{first.short}")


def at(page: Page) -> Scope:
    """The place of all of a page, its members looked up."""
    scope = Scope(page, Scope({"t": {}}))
    scope.members("cues")
    return scope


def reading_otherwise(other: Page) -> set[tuple[str, int]]:
    """The boxes in members of a page's list that read something else on another: their templates and members."""
    scope = at(PAGE)
    members = scope.members("cues")
    asked = {
        AskedBox(TextBox(text=(text,)), member, None, False): (text, number)
        for text in TEMPLATES
        for number, member in enumerate(members)
    }
    readers = Readers(scope, asked)
    return {asked[one] for one in readers.reading_otherwise(readers.elsewhere(at(other)))}


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (PAGE, set()),
        (Page("Squat", CardCue("Sit back", "Back"), (SIT, PUSH)), set()),
        (
            Page("Lunge", SIT, (SIT, PUSH)),
            {("{name}", 0), ("{name}", 1)} | {(TEMPLATES[2], n) for n in (0, 1)},
        ),
        (Page("Squat", SIT, (SIT, CardCue("Stand", "Up"))), {("{text}", 1)}),
        (Page("Squat", SIT, (CardCue("Sit back", "Sit"), PUSH)), {(TEMPLATES[2], 0)}),
        (Page("Squat", CardCue("Sit", "Back"), (SIT, PUSH)), set()),
        (Page("Squat", PUSH, (SIT, PUSH)), {("{first.short}", 0), ("{first.short}", 1)}),
        (Page("Squat", SIT, (SIT,)), set()),
    ],
)
def test_boxes_are_found_wherever_the_field_is_that_they_read(
    other: Page, found: set[tuple[str, int]]
) -> None:
    assert reading_otherwise(other) == found


def test_members_of_another_kind_are_unlike() -> None:
    with pytest.raises(UnlikeError):
        reading_otherwise(Page("Squat", SIT, (SIT, Rich((("Push", False),)))))
