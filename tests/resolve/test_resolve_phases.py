"""A plan's weeks → the phases of its block, and the race that all of it leads to."""

import pytest

from cardmaker.handout import BlockSheet
from tests.resolve.resolve_kit import handout


def block(names: str, last: str = "mon: [run: 5 km easy]", head: str = "start: 2027-02-01") -> BlockSheet:
    """The block of a plan whose weeks are called so; each is longer than the one before."""
    weeks = [
        f"  - name: {name.strip()}\n    mon: [run: {10 + index} km easy]"
        for index, name in enumerate(names.split(","))
    ]
    weeks[-1] = f"  - name: {names.rsplit(',')[-1].strip()}\n    {last}"
    return handout("\n".join(["title: Plan", head, "weeks:", *weeks]), block_weeks=30).blocks[0]


RACE = "sun: [{run: 10 km race, name: Spring run}]"


@pytest.mark.parametrize(
    ("names", "phases"),
    [
        ("Base, Base, Build", [("Base", 2), ("Build", 1)]),
        ("Base, Base, Easier, Build, Recovery week", [("Base", 3), ("Build", 2)]),
        ("Easier, Base, Race", [("Base", 3)]),
        ("Base, Build, Base", [("Base", 1), ("Build", 1), ("Base", 1)]),
    ],
)
def test_lighter_weeks_are_part_of_the_phase_before(names: str, phases: list[tuple[str, int]]) -> None:
    assert [(one.name, len(one.weeks)) for one in block(names).phases] == phases


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("Build, Build", ["", ""]),
        ("Long name, Long name", ["", ""]),
        ("Long name", ["Long name"]),
        ("Peak", [""]),
    ],
)
def test_weeks_leave_their_name_to_a_band_with_room_for_it(names: str, said: list[str]) -> None:
    [phase] = block(names).phases
    assert [week.phase for week in phase.weeks] == said


def test_weeks_without_names_have_no_phases() -> None:
    assert not handout("title: Plan\nweeks: [{mon: [run: 5 km]}, {mon: [run: 5 km]}]").blocks[0].phased


def test_hardest_phase_between_the_first_and_the_last_is_the_darkest() -> None:
    phases = block("Base, Build, Build, Peak, Taper, Race", RACE).phases
    assert [(one.name, one.effort) for one in phases] == [
        ("Base", "easy"),
        ("Build", "long"),
        ("Peak", "fast"),
        ("Taper", "easy"),
    ]


def test_race_has_a_tile_and_every_week_counts_down_to_it() -> None:
    sheet = block("Base, Build, Race", RACE)
    assert sheet.race is not None
    assert (sheet.race.name, sheet.race.day, sheet.race.days) == ("Spring run", "Sunday 21 February", "20")
    assert sheet.race.distance == "10.0 km"
    assert [week.to_go for week in sheet.weeks] == ["20 days to go", "13 days to go", "6 days to go"]
    assert [day.strong for day in sheet.weeks[-1].days] == [False] * 6 + [True]


def test_plan_without_a_date_counts_down_all_the_same() -> None:
    race = block("Base, Race", RACE, head="").race
    assert race is not None
    assert (race.day, race.days) == ("Sunday week 2", "13")


def test_plan_without_a_race_counts_nothing_down() -> None:
    sheet = block("Base, Build")
    assert sheet.race is None
    assert {week.to_go for week in sheet.weeks} == {""}


def test_month_begins_above_its_first_week_and_left_of_its_first_day() -> None:
    weeks = block("Base, Base, Base, Base, Build", head="start: 2027-03-01").weeks
    above = {(week.number, day.date) for week in weeks for day in week.days if day.month_above}
    assert above == {("5", "1 Apr"), ("5", "2"), ("5", "3"), ("5", "4")}
    [first] = [day for week in weeks for day in week.days if day.month_left]
    assert first.date == "1 Apr"


def test_days_with_work_are_ticked_and_have_the_letters_of_their_workouts() -> None:
    text = (
        "title: Plan\nweeks: [{mon: [strength: a, run: 5 km], tue: rest}, {}]\n"
        "workouts: {a: {exercises: [squat: 3x8]}}"
    )
    days = handout(text).blocks[0].weeks[0].days
    assert [(day.tick, day.letters) for day in days[:2]] == [(True, ("A",)), (False, ())]


def test_pace_of_what_is_hard_is_in_its_day() -> None:
    text = "title: Plan\nweeks: [{mon: [run: 2 km wu / 6 x 400 m @ 4:20-4:30/km w/ 200 m jog]}, {}]"
    assert handout(text).blocks[0].weeks[0].days[0].pace == "4:20–4:30/km"
