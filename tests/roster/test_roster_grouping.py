"""Groups by a column or by pace: who is in which, what a group has in common, whose paces it runs."""

import pytest

from cardmaker.errors import NotFoundError, PlanError
from cardmaker.plan.athlete import Athlete, AthleteGroup
from cardmaker.plan.runs.efforts import Effort
from cardmaker.resolve.paces import Paces
from cardmaker.roster.grouping import TrainingGroup, groups_of, side_by_side
from cardmaker.training.paces import Result
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


@pytest.mark.parametrize(("column", "names"), [("Group", ["Blue", "Red"]), ("lane", ["Lane 1", "Lane 2"])])
def test_a_column_names_groups(column: str, names: list[str]) -> None:
    assert [group.name for group in _groups(column)] == names


def test_a_group_runs_by_its_middle_in_whole_quarters_of_a_minute() -> None:
    assert [group.times for group in _groups("Group")] == ["22:00 (17:45–26:00)", "20:00 (18:00–22:00)"]


@pytest.mark.parametrize(
    ("time", "times"),
    [("20:10", "20:15 (20:00–20:15)"), ("20:15", "20:15 (20:15)"), ("12:49", "12:45 (12:45–13:00)")],
)
def test_a_group_of_one_gives_nobody_away_to_the_second(time: str, times: str) -> None:
    (group,) = _groups("pace", f"Name,5k time\nRunner 1,{time}\n")
    assert group.times == times


def test_as_slow_as_anybody_runs_is_not_rounded_to_what_nobody_does() -> None:
    (group,) = _groups("pace", "Name,5k time\nRunner 1,1:01:59\n")
    assert group.times == "1:02:00 (1:01:45–1:02:00)"


def _paces(*times: str) -> Paces:
    rows = "".join(f"Runner {number},Blue,{time}\n" for number, time in enumerate(times))
    (group,) = _groups("Group", f"Name,Group,5k time\n{rows}")
    return Paces(group.entry.athlete)


@pytest.mark.parametrize("effort", ["easy", "threshold", "interval", "repetition", "10k"])
def test_a_group_runs_within_ten_seconds_of_its_middle(effort: Effort) -> None:
    own = Paces(Athlete(races=(Result(5000.0, 20 * 60.0),))).of(effort)
    found = _paces("18:00", "20:00", "22:00").of(effort)
    assert own and found and found.most
    assert found.most - found.seconds == 20
    assert abs(found.s_per_km - own.s_per_km) <= 2.5


def test_one_group_has_no_paces_that_nobody_in_it_runs() -> None:
    assert [str(_paces("20:00", "20:00").of(effort)) for effort in ("repetition", "easy")] == [
        "3:40-3:45/km",
        "5:15-5:35/km",
    ]


def test_a_group_races_from_its_quickest_to_its_slowest() -> None:
    ends = [Paces(Athlete(races=(Result(5000.0, time),))).of_race(10_000) for time in (18 * 60.0, 22 * 60.0)]
    found, (quick, slow) = _paces("18:00", "19:00", "22:00").of_race(10_000), ends
    assert found and quick and slow and (found.seconds, found.most) == (quick.seconds, slow.seconds)


def test_groups_side_by_side_have_what_all_have() -> None:
    found = side_by_side(_groups("pace"))
    assert isinstance(found.athlete, AthleteGroup)
    assert [one.name for one in found.athlete.groups] == ["14–18 min", "18–22 min", "22–26 min"]
    assert (found.name, found.athlete.races) == ("", ())


def _members(*, names: bool) -> list[tuple[str, ...]]:
    table = "First name,Name,5k time\nZoë,van Berg,19:00\nAnna,Adler,21:00\nAnna,Axt,17:00\nBen,Cole,18:01\n"
    athlete = side_by_side(_groups("pace", table), names=names).athlete
    assert isinstance(athlete, AthleteGroup)
    return [tuple(name.replace("\xa0", " ") for name in group.members) for group in athlete.groups]


def test_groups_side_by_side_name_nobody_unless_asked() -> None:
    assert _members(names=False) == [(), ()]


def test_members_are_by_the_alphabet_and_kept_apart_across_groups() -> None:
    assert _members(names=True) == [("Anna Ax.",), ("Anna Ad.", "Ben C.", "Zoë B.")]


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
