"""`--for screen`: a page for each thing, as wide as a phone, its type readable, its links right."""

from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path

import page as validation
import pikepdf
import pytest
import yaml

from cardmaker.errors import NotFoundError
from cardmaker.frame import Link, Text
from cardmaker.layout.proof import proofread
from cardmaker.paint import write_pdf
from cardmaker.pipeline import Job, Order, one_document
from cardmaker.pipeline.products import PRODUCTS
from cardmaker.theme.shelf import Shelf
from cardmaker.wording.wording import load_wording
from tests.kit import PLANS, bundled_plans, make, shared_workshop

SHELF = Shelf()
SCREENS, THEMES = SHELF.names("screens"), SHELF.names("themes")
PHONE_MM = 90
LEAST_PT = 9
FINGER_MM = 7


@cache
def job(plan: Path, theme: str = "classic", **wanted: object) -> Job:
    return make(plan, Order(theme=theme, medium="screen", **wanted))  # type: ignore[arg-type]


@cache
def pdf(plan: Path) -> bytes:
    return write_pdf(one_document(job(plan)))


def jumps(data: bytes) -> dict[str, list[str]]:
    """The pages' labels, and those that each leads to."""
    with pikepdf.open(BytesIO(data)) as file:
        labels = {leaf.obj.objgen: leaf.label for leaf in file.pages}
        found: dict[str, list[str]] = {}
        for leaf in file.pages:
            links = [link for link in leaf.obj.get("/Annots", ()) if "/Dest" in link]
            found[leaf.label] = [labels[link.Dest[0].objgen] for link in links]
        return found


def test_there_are_plans_themes_and_screens() -> None:
    assert PLANS and THEMES
    assert set(SCREENS) == {"exercise", "gym", "week", "weeks"}


@bundled_plans("runners-week", "ten-k-build", "laufwoche")
def test_there_is_a_page_for_each_thing(plan: Path) -> None:
    made = job(plan)
    (part,) = made.parts
    handout = made.handout
    names = [page.label for page in part.document.pages]
    several = len(handout.weeks) > 1
    assert names[: len(handout.weeks) + several] == [block.name for block in handout.blocks] + [
        week.name for week in handout.weeks
    ]
    assert len(handout.blocks) == several
    assert (
        len(names)
        == len(set(names))
        == several + sum(map(len, (handout.weeks, handout.workouts, handout.exercises)))
    )


@pytest.mark.parametrize("theme", THEMES)
@bundled_plans("runners-week")
def test_pages_are_as_wide_as_a_phone_and_readable(plan: Path, theme: str) -> None:
    for page in job(plan, theme).parts[0].document.pages:
        assert page.size.width == PHONE_MM and page.size.height >= 120
        for placement in page.placements:
            items = [placed.item for placed in placement.frame.walk()]
            assert min(item.size_pt for item in items if isinstance(item, Text)) >= LEAST_PT
            assert min((item.height for item in items if isinstance(item, Link)), default=9) >= 4


@bundled_plans("runners-week", "ten-k-build", "laufwoche")
def test_chips_are_as_large_as_a_finger(plan: Path) -> None:
    for page in job(plan).parts[0].document.pages:
        links = [p.item for p in page.placements[0].frame.walk() if isinstance(p.item, Link)]
        for link in links:
            if link.url.startswith(("#card", "#week")):
                assert min(link.width, link.height) >= FINGER_MM


@bundled_plans("runners-week", "ten-k-build", "laufwoche")
def test_links_lead_where_they_say(plan: Path) -> None:
    found, handout = jumps(pdf(plan)), job(plan).handout
    say = load_wording(handout.language).say
    cards = {
        card.number: say("card_outline", number=card.number, name=card.name) for card in handout.exercises
    }
    workouts = {(card.workout, week): card.name for card in handout.workouts for week in card.weeks}
    weeks = {str(week.slot + 1): week.name for week in handout.weeks}
    for week in handout.weeks:
        sessions = [session for day in week.days for session in day.strength]
        wanted = Counter(cards[number] for session in sessions for number in session.cards)
        wanted.update(workouts[session.workout, str(week.slot + 1)] for session in sessions)
        wanted.update([handout.blocks[0].name] if handout.blocks else [])
        assert Counter(found[week.name]) == wanted
    first = next(iter(found))
    for card in handout.exercises:
        others = [
            option.card for option in (card.easier, card.harder, card.no_equipment) if option and option.card
        ]
        back = [first, *(weeks[number] for number in card.weeks if len(weeks) > 1)]
        assert card.weeks
        assert Counter(found[cards[card.number]]) == Counter([*back, *(cards[number] for number in others)])
    for workout in handout.workouts:
        rows = [cards[row.number] for row in workout.rows if row.number]
        back = [first, *(weeks[number] for number in workout.weeks if len(weeks) > 1)]
        assert Counter(found[workout.name]) == Counter(back + rows)
    if handout.blocks:
        assert found[handout.blocks[0].name] == list(weeks.values())


def test_workouts_of_days_of_rest_have_their_exercises_a_line_each() -> None:
    exercises = [{"cat-cow": "1x8 @ RPE 5"}, {"hip-flexor-stretch": "2x30 s/side"}]
    plan = {
        "title": "P",
        "weeks": [{"mon": {"run": "5 km"}, "thu": {"rest": "or 20 min of mobility", "workout": "m"}}],
        "workouts": {"m": {"name": "Mobility", "exercises": exercises}},
    }
    workshop = shared_workshop()
    week = workshop.make(workshop.load(plan), Order(medium="screen")).parts[0].sides[0].frame
    lines = week.text.replace("\xa0", " ").splitlines()
    assert lines.index("1 × 8") == lines.index("Cat-cow") + 1 == lines.index("RPE 5") - 1
    assert lines.index("2 × 30 s") == lines.index("Hip flexor stretch") + 1


def test_clocks_inside_a_workout_are_said_before_what_goes_by_them() -> None:
    exercises = [
        {"squat": "5x5"},
        {"superset": [{"push-up": 10}, {"pull-up": 5}], "format": "AMRAP 8 min"},
        {"plank": "10 min EMOM 30 s"},
    ]
    plan = {"title": "P", "weeks": [{"mon": {"strength": "m"}}], "workouts": {"m": {"exercises": exercises}}}
    workshop = shared_workshop()
    pages = workshop.make(workshop.load(plan), Order(medium="screen")).parts[0].sides
    week, workout = (page.frame.text.replace("\xa0", " ").splitlines() for page in pages[:2])
    for lines in (week, workout):
        assert lines.index("Squat") < lines.index("AMRAP 8 min") < lines.index("Push-up")
        assert lines.index("Pull-up") < lines.index("EMOM 10 min") < lines.index("Plank")


def test_a_week_without_totals_has_no_head_for_them() -> None:
    workshop = shared_workshop()
    asked, summed = (
        workshop.make(workshop.load({"title": "P", "weeks": [{"mon": item}]}), Order(medium="screen"))
        for item in ({"cross-training": "What:"}, {"run": "5 km"})
    )
    assert "Week total" not in asked.parts[0].sides[0].frame.text
    assert "Week total" in summed.parts[0].sides[0].frame.text


@pytest.mark.parametrize(("weeks", "said"), [(1, 0), (2, 2)])
def test_cards_say_their_weeks_where_there_are_several(weeks: int, said: int) -> None:
    workshop = shared_workshop()
    week = "  - tue: [{strength: legs}]\n"
    plan = f"title: Plan\nweeks:\n{week * weeks}workouts: {{legs: {{exercises: [squat: 3x8]}}}}\n"
    made = workshop.make(workshop.load(yaml.safe_load(plan)), Order(medium="screen"))
    lines = [
        one.item.content
        for part in made.parts
        for side in part.sides
        for one in side.frame.walk()
        if isinstance(one.item, Text)
    ]
    assert lines.count("In week") == said


@pytest.mark.parametrize(
    ("sets", "said"),
    [
        ("5/5/5+ @ 65/75/85% -> 3/3/3+ @ 70/80/90% -> 5/3/1+ @ 75/85/95%", "by week"),
        ("12 @ 60%, 3 x 8 @ 70%, 5 @ 80%, AMRAP @ 60%", "see below"),
        ("3x8 @ 40 kg -> 3x8 @ 70%", "by week"),
    ],
)
def test_a_phone_has_no_log_to_see(sets: str, said: str) -> None:
    workshop = shared_workshop()
    plan = {"title": "P", "workouts": {"legs": {"exercises": [{"squat": sets}]}}}
    on_paper, on_phone = (
        "\n".join(
            side.frame.text for part in workshop.make(workshop.load(plan), order).parts for side in part.sides
        )
        for order in (Order(parts=("cards",)), Order(medium="screen"))
    )
    assert "see log" in on_paper and said not in on_paper
    assert said in on_phone and "see log" not in on_phone


def test_what_is_left_out_is_no_link() -> None:
    data = write_pdf(one_document(job(PLANS["ten-k-build"], parts=("cards",), weeks=(2,))))
    found = jumps(data)
    assert all(name.startswith("Card ") for name in found)
    assert not any(name.startswith("Week") for targets in found.values() for name in targets)
    assert validation.is_pdf_compliant_bytes(data, profile="ua1")


def test_nothing_to_show() -> None:
    with pytest.raises(NotFoundError, match="nothing to show"):
        make(PLANS["runners-week"], Order(medium="screen", parts=()))


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_can_be_read_aloud_and_kept(profile: str) -> None:
    assert validation.is_pdf_compliant_bytes(pdf(PLANS["runners-week"]), profile=profile)


def test_it_is_not_for_printing() -> None:
    with pikepdf.open(BytesIO(pdf(PLANS["runners-week"]))) as file:
        assert "/PrintScaling" not in file.Root.ViewerPreferences
        assert "/Duplex" not in file.Root.ViewerPreferences
        with file.open_outline() as outline:
            assert len(outline.root) == len(file.pages)


def test_the_same_bytes_each_time() -> None:
    again = make(PLANS["runners-week"], Order(theme="classic", medium="screen"))
    assert write_pdf(one_document(again)) == pdf(PLANS["runners-week"])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SCREENS)
def test_screens_name_nothing_that_is_missing(name: str, theme: str) -> None:
    labels = {**load_wording("en").labels, "unit_distance": "", "km_done": "", "bars_head": ""}
    screen = SHELF.screen(name)
    assert proofread(screen, PRODUCTS[screen.kind].content, SHELF.theme(theme), labels) == []
