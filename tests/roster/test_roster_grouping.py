"""Groups by a column or by pace: who is in which, what a group has in common, whose paces it runs."""

import pytest

from cardmaker.errors import NotFoundError, PlanError
from cardmaker.roster.grouping import TrainingGroup, groups_of
from tests.roster.kit import roster

TABLE = (
    "Name,Group,5k time,Lane,Squat load,Language\n"
    "Runner 1,Blue,25:59,1,40 kg,de\n"
    "Runner 2,Red,18:00,1,40 kg,de\n"
    "Runner 3,Blue,22:00,2,60 kg,de\n"
    "Runner 4,Blue,17:59,2,40 kg,\n"
    "Runner 5,Red,21:59,2,40 kg,de\n"
)


def _groups(column: str, table: str = TABLE) -> tuple[TrainingGroup, ...]:
    found = roster(table)
    return groups_of(found, found.entries, column)


def test_bands_of_four_minutes_begin_with_their_lower_end() -> None:
    assert {group.name: group.members for group in _groups("pace")} == {
        "14–18 min": ("Runner 4",),
        "18–22 min": ("Runner 2", "Runner 5"),
        "22–26 min": ("Runner 3", "Runner 1"),
    }


def test_any_race_says_who_is_how_fast() -> None:
    table = "Name,Half marathon\nRunner 1,1:40:00\nRunner 2,2:10:00\n"
    assert [group.name for group in _groups("pace", table)] == ["18–22 min", "26–30 min"]


@pytest.mark.parametrize(("column", "names"), [("Group", ["Blue", "Red"]), ("lane", ["1", "2"])])
def test_a_column_names_groups(column: str, names: list[str]) -> None:
    assert [group.name for group in _groups(column)] == names


def test_a_group_runs_the_paces_of_its_middle() -> None:
    blue, red = _groups("Group")
    assert (blue.middle, red.middle) == ("Runner 3", "Runner 5")  # of two the slower one
    assert [race.seconds for race in blue.entry.athlete.races] == [22 * 60]


def test_a_group_has_what_all_in_it_have() -> None:
    blue, red = _groups("Group")
    assert (blue.entry.athlete.language, red.entry.athlete.language) == ("", "de")
    assert (dict(blue.entry.loads), [*map(str, red.entry.loads)]) == ({}, ["squat"])
    assert (blue.entry.name, blue.entry.email, blue.entry.words["name"]) == ("Blue", "", "Blue")
    assert "lane" not in blue.entry.words or blue.entry.words["lane"] == ""


def test_who_is_in_no_group_is_named_each() -> None:
    with pytest.raises(PlanError) as fault:
        _groups("pace", "Name,5k time\nRunner 1,20:00\nRunner 2,\nRunner 3,\n")
    assert [problem.line for problem in fault.value.problems] == [3, 4]
    assert "Runner 2: no race result to find a group by" in str(fault.value)


def test_a_column_that_is_not_there_is_reported() -> None:
    with pytest.raises(NotFoundError, match="no column 'grup'; did you mean 'group'"):
        _groups("grup")
