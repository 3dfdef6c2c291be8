"""Weeks for groups that are too full for a page: as many days on each as go, and who is in the groups once."""

import re
from pathlib import Path

import pytest

from cardmaker.frame import Text
from cardmaker.pipeline.order import Order
from cardmaker.plan.athlete import AthleteGroup
from cardmaker.training.paces import Result
from tests.kit import shared_workshop

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HARD = {"run": "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd", "note": "some words"}


def pages(days: int, groups: int, sheet: str, theme: str) -> list[str]:
    """What is on each page of a week with so many hard days, for so many groups of two."""
    everybody = AthleteGroup(
        groups=tuple(
            AthleteGroup(
                name=f"Group {number}",
                races=(Result(5000.0, 1140.0 + 120 * number),),
                quickest=(Result(5000.0, 1080.0 + 120 * number),),
                slowest=(Result(5000.0, 1200.0 + 120 * number),),
                members=(f"Anna {number}", f"Ben {number}"),
            )
            for number in range(1, groups + 1)
        )
    )
    week = {key: [HARD] for key in DAYS[:days]}
    workshop = shared_workshop()
    order = Order(theme=theme, sheets=(sheet,), parts=("sheets",))
    job = workshop.make(workshop.load({"title": "Full", "weeks": [week]}), order, everybody)
    return [side.frame.text for side in job.parts[0].sides]


def named(text: str) -> int:
    return len(re.findall(r"Anna \d", text))


def test_a_week_that_fits_names_everybody_on_its_page() -> None:
    (page,) = pages(2, 3, "groups", "classic")
    assert named(page) == 3


def test_who_is_in_the_groups_is_on_the_first_of_several_pages() -> None:
    found = pages(7, 5, "large-print-groups", "large-print")
    assert len(found) > 2
    assert [named(page) for page in found] == [5, *[0] * (len(found) - 1)]
    days = [re.findall(r"^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)$", page, re.MULTILINE) for page in found]
    assert [day.lower() for page in days for day in page] == list(DAYS)
    assert len(days[0]) <= len(days[1]), "the first has names to hold, too"
    assert all(len(page) == len(days[1]) for page in days[1:-1]), "as many as go"


def test_up_to_four_groups_are_columns_in_large_print_and_a_usual_week_one_page() -> None:
    (page,) = pages(3, 4, "large-print-groups", "large-print")
    assert page.count("Group 1") == 1, "at the head, and not again under each run"
    assert len(pages(3, 5, "large-print-groups", "large-print")) > 1


@pytest.mark.parametrize("count", [3, 4, 6])
def test_groups_are_named_in_one_size_however_long_their_names_are(count: int) -> None:
    names = [
        "Racers",
        "Tuesday improvers",
        "Beginners' group of spring",
        "Masters",
        "Couch",
        "Back from injury",
    ]
    everybody = AthleteGroup(groups=tuple(AthleteGroup(name=name) for name in names[:count]))
    workshop, order = shared_workshop(), Order(sheets=("groups",), parts=("sheets",))
    job = workshop.make(workshop.load({"title": "Club", "weeks": [{"mon": [HARD]}]}), order, everybody)
    items = [one.item for one in job.parts[0].sides[0].frame.walk() if isinstance(one.item, Text)]
    words = {word for name in names[:count] for word in name.split()}
    sizes = {item.size_pt for item in items if set(item.content.split()) <= words and item.content.split()}
    assert len(sizes) == 1
    assert sizes.pop() >= 12


def test_both_pages_of_a_full_week_are_in_one_type_and_keep_their_bars() -> None:
    everybody = AthleteGroup(
        groups=tuple(
            AthleteGroup(name=name, races=(Result(5000.0, 1200.0),)) for name in ("Blue", "Red", "Green")
        )
    )
    plan = Path(__file__).parents[1] / "data" / "plans" / "overloaded.yaml"
    workshop, order = shared_workshop(), Order(sheets=("groups",), parts=("sheets",), weeks=(1,))
    first, second = (
        side.frame for side in workshop.make(workshop.load(plan), order, everybody).parts[0].sides
    )
    sizes = [
        {
            one.item.size_pt
            for one in frame.walk()
            if isinstance(one.item, Text) and "warm" in one.item.content
        }
        for frame in (first, second)
    ]
    assert len(sizes[0]) == 1 and sizes[0] == sizes[1]
