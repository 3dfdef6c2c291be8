"""The athlete's own page: paces, races and loads of what is known, and none of somebody who is only a name."""

from typing import Any

import pytest

from cardmaker import assets
from cardmaker.errors import NotFoundError
from cardmaker.frame import Path, Text
from cardmaker.handout import AthleteSheet
from cardmaker.picture.artwork import load_artwork
from cardmaker.pipeline.order import Order
from tests.kit import shared_workshop

ATHLETE = {
    "name": "Kim",
    "races": {"10 km": "50:00"},
    "lifts": {"squat": "60 kg", "lat-pulldown": "5 x 40 kg"},
    "heart_rate": {"max": 190},
}
PLAN: dict[str, Any] = {
    "title": "Plan",
    "athlete": ATHLETE,
    "weeks": [{"mon": [{"run": "5 km easy"}], "sun": [{"run": "10 km race", "name": "Spring run"}]}] * 2,
}


def pages(plan: dict[str, Any], order: Order | None = None) -> list[str]:
    """The names of the sheets."""
    workshop = shared_workshop()
    job = workshop.make(workshop.load(plan), order or Order(parts=("sheets",)))
    return [side.name for part in job.parts for side in part.sides]


def sheet(**changes: object) -> AthleteSheet:
    """The page, as its record."""
    workshop = shared_workshop()
    job = workshop.make(workshop.load({**PLAN, **changes}), Order(sheets=("athlete",), parts=("sheets",)))
    [page] = job.handout.sheets["athlete"]
    assert isinstance(page, AthleteSheet)
    return page


def seconds(time: str) -> int:
    """'5:10' in seconds."""
    minutes, rest = time.split(":")
    return 60 * int(minutes) + int(rest)


def test_a_page_for_an_athlete_of_whom_something_is_known() -> None:
    assert sum("athlete" in name for name in pages(PLAN)) == 1
    assert not any("athlete" in name for name in pages({**PLAN, "athlete": "Kim"}))
    assert not any("athlete" in name for name in pages(PLAN, Order(weeks=(2,), parts=("sheets",))))


@pytest.mark.parametrize(
    ("run", "marked"),
    [
        ("10 km race", ["10 km"]),
        ("21 km race", ["Half marathon"]),
        ("17 km race", []),
        ("bike: 10 km race", []),
        ("8 km easy", []),
    ],
    ids=["a-usual-one", "about-as-long", "unusual", "another-sport", "no-race"],
)
def test_the_race_of_the_plan_is_marked_among_those_within_reach(run: str, marked: list[str]) -> None:
    sport, _, said = run.rpartition(": ")
    page = sheet(weeks=[{"sun": [{sport or "run": said}]}])
    assert len(page.races) == 4
    assert [race.name for race in page.races if race.planned] == marked


@pytest.mark.parametrize("name", ["athlete", "large-print-athlete"])
def test_paces_of_one_effort_share_a_swatch(name: str) -> None:
    workshop = shared_workshop()
    job = workshop.make(workshop.load(PLAN), Order(sheets=(name,), parts=("sheets",), theme="classic"))
    theme = shared_workshop().theme("classic", "", None, None)[0]
    ramp = [theme.colours[step] for step in ("easy", "tempo", "fast")]
    fills = [one.item.fill for one in job.parts[0].sides[0].frame.walk() if isinstance(one.item, Path)]
    assert [fill for fill in fills if fill in ramp[:2]] == ramp[:2]


def test_paces_races_and_where_they_come_from() -> None:
    page = sheet()
    assert page.paces_note.replace("\xa0", " ") == "from 10 km in 50:00  ·  max HR 190"
    assert [(race.name, race.time) for race in page.races][1] == ("10 km", "50:00")
    rows = {row.name: row for row in page.paces}
    fast = [seconds(row.first.split("–")[0]) for row in page.paces]
    assert fast == sorted(fast, reverse=True), "each faster than the one above"
    assert rows["Easy, long"].lap == ""
    lap, first = rows["Repetition"].lap, rows["Repetition"].first
    assert seconds(lap) == pytest.approx(0.4 * seconds(first), abs=1)
    assert rows["Easy, long"].heart_rate == "114–133"


def test_the_key_to_efforts_has_the_paces_that_are_known() -> None:
    workshop = shared_workshop()
    keys = []
    for athlete in (ATHLETE, "Kim"):
        job = workshop.make(workshop.load({**PLAN, "athlete": athlete}), Order(parts=("sheets",)))
        keys.append({one.effort: one.pace for one in job.handout.weeks[0].key})
    known, unknown = keys
    assert "–" in known["easy"]
    assert known["fast"] == next(row.first for row in sheet().paces if row.name == "Interval")
    assert set(unknown.values()) == {""}


@pytest.mark.parametrize(("theme", "many"), [("classic", 14), ("large-print", 8)])
def test_laps_are_on_the_page_and_what_has_no_room_there_is_noted(theme: str, many: int) -> None:
    workshop = shared_workshop()

    def made(lifts: dict[str, str]) -> tuple[str, list[str]]:
        plan = {**PLAN, "athlete": {**ATHLETE, "lifts": lifts}}
        order = Order(sheets=("athlete",), parts=("sheets",), theme=theme)
        frame = workshop.make(workshop.load(plan), order).parts[0].sides[0].frame
        return frame.text, [loss.what for loss in frame.losses]

    known = {row.name: row for row in sheet().paces}
    text, lost = made({"squat": "60 kg"})
    assert known["Interval"].lap in text and known["Repetition"].half_lap in text and not lost
    lifts = [
        "squat",
        "deadlift",
        "bench-press",
        "lat-pulldown",
        "overhead-press",
        "barbell-squat",
        "front-squat",
    ]
    lifts += [
        "barbell-row",
        "hip-thrust",
        "romanian-deadlift",
        "split-squat",
        "calf-raise",
        "lunge",
        "step-up",
    ]
    text, lost = made(dict.fromkeys(lifts[:many], "60 kg"))
    assert "Half marathon" not in text and any("no room for the races" in what for what in lost)


def test_units_of_the_plan_come_first() -> None:
    metric, imperial = sheet(), sheet(units="imperial")
    assert metric.units == ("per km", "per mi")
    assert imperial.units == ("per mi", "per km")
    assert [row.first for row in metric.paces] == [row.second for row in imperial.paces]
    assert imperial.unit == "lb"


def test_loads_are_what_can_be_put_on_the_bar() -> None:
    rows = {row.name: row for row in sheet().lifts}
    assert rows["Squat"].maximum == "60"
    loads = [(one.weight, one.usual) for one in rows["Squat"].loads]
    assert loads == [("35", False), ("42.5", True), ("47.5", False), ("50", False)]
    assert rows["Lat pulldown"].maximum == "45"
    assert rows["Squat"].number == "", "without a card in the plan"


def _loads(sets: str, lifts: dict[str, str] | None = None) -> AthleteSheet:
    workouts = {"a": {"exercises": [{"barbell-squat": sets}, {"lat-pulldown": "3x8 @ 40% TM"}]}}
    athlete = {"name": "Kim", "lifts": lifts or {"barbell-squat": "100 kg"}}
    return sheet(workouts=workouts, weeks=[{"mon": [{"strength": "a"}]}], athlete=athlete)


@pytest.mark.parametrize(
    ("sets", "percent", "loads", "of_tm", "usual"),
    [
        (
            "5/5/5 @ 65/75/85% TM -> 5/3/1 @ 70/75/95% TM",
            "65 70 75 85 95",
            "57.5 62.5 67.5 77.5 85",
            True,
            "67.5",
        ),
        ("3x5 @ 72.5%", "60 70 72.5 80 85", "60 70 72.5 80 85", False, "72.5"),
        ("3x5 @ 85% TM", "60 70 80 85", "55 62.5 72.5 77.5", True, "77.5"),
        ("3x5 @ RPE 8", "60 70 80 85", "60 70 80 85", False, "70"),
        ("8 sets: 1 @ 50/55/60/65/70/75/80/85% TM -> 3x1 @ 50% TM", "50 60 65 70 75 80 85", "", True, "45"),
    ],
    ids=["of-a-training-max", "few", "few-of-a-training-max", "none", "too-many"],
)
def test_loads_are_in_the_percentages_of_the_plan(
    sets: str, percent: str, loads: str, of_tm: bool, usual: str
) -> None:
    page = _loads(sets)
    assert " ".join(one.percent for one in page.shares).replace("\xa0%", "") == percent
    assert page.of_training_max == of_tm
    (squat,) = page.lifts
    assert (squat.maximum, squat.training_max) == ("100", "90" if of_tm else "")
    assert not loads or " ".join(one.weight for one in squat.loads) == loads
    assert [one.weight for one in squat.loads if one.usual] == [usual]


@pytest.mark.parametrize("theme", ["classic", "large-print"])
@pytest.mark.parametrize(("athlete", "lines"), [("Kim", 0), ("", 1)])
def test_a_page_of_nobody_asks_for_the_name(theme: str, athlete: str, lines: int) -> None:
    plan = {**PLAN, "athlete": {**ATHLETE, "name": athlete}}
    workshop = shared_workshop()
    order = Order(sheets=("athlete",), parts=("sheets",), theme=theme)
    frame = workshop.make(workshop.load(plan), order).parts[0].sides[0].frame
    assert frame.text.split("\n").count("Athlete") == lines


def test_a_sheet_that_has_nothing_to_show_says_what_it_wants() -> None:
    plan = {"title": "P", "weeks": [{"mon": "rest", "tue": {"note": "Stretch"}}]}
    with pytest.raises(NotFoundError, match=r"nothing for sheet athlete: it shows .* athlete: \{races"):
        pages(plan, Order(sheets=("athlete",), parts=("sheets",)))
    workshop = shared_workshop()
    both = Order(sheets=("athlete", "week-landscape"), parts=("sheets",))
    assert any("nothing for sheet athlete" in note for note in workshop.make(workshop.load(plan), both).notes)


def test_who_asks_for_the_page_of_someone_unknown_gets_a_form() -> None:
    lifts = {"legs": {"exercises": [{"plank": "3x40 s"}, {"barbell-squat": "3x8"}]}}
    week = {"mon": [{"run": "5 km easy"}], "tue": {"strength": "legs"}}
    page = sheet(athlete="Kim", workouts=lifts, weeks=[week])
    assert page.blank
    assert [row.name for row in page.paces] == [row.name for row in sheet().paces]
    assert not any(row.first or row.second or row.lap or row.heart_rate for row in page.paces)
    assert [(lift.name, lift.maximum, lift.loads) for lift in page.lifts] == [("Barbell squat", "", ())]
    assert not (page.races or page.splits)


def test_that_a_page_is_a_form_is_in_a_note() -> None:
    workshop = shared_workshop()
    order = Order(sheets=("athlete",), parts=("sheets",))
    notes = workshop.make(workshop.load({**PLAN, "athlete": "Kim"}), order).notes
    assert any(
        note.startswith("sheet athlete is a form to fill in; it shows what an athlete") for note in notes
    )


def test_efforts_look_as_hard_as_the_key_of_weeks_says_they_are() -> None:
    assert [(row.effort, row.talk) for row in sheet().paces] == [
        ("easy", "full sentences"),
        ("tempo", "short sentences"),
        ("tempo", "short sentences"),
        ("fast", "single words"),
        ("fast", "single words"),
    ]


def test_a_lift_is_drawn_with_the_bar_that_it_takes() -> None:
    squat, other = sheet().lifts
    assert squat.name == "Squat"
    assert squat.figure == load_artwork(assets.illustrations() / "barbell-squat.svg")
    assert other.figure == load_artwork(assets.illustrations() / "lat-pulldown.svg")


@pytest.mark.parametrize(
    ("run", "units", "marks", "last"),
    [
        ("10 km race", "metric", 10, ("10 km", "50:00")),
        ("10 km race", "imperial", 7, ("6.2 mi", "50:00")),
        ("21.1 km race", "metric", 5, ("21.1 km", "1:50:19")),
        ("42.2 km race", "metric", 9, ("42.2 km", "3:49:34")),
        ("17 km race", "metric", 0, None),
        ("8 km easy", "metric", 0, None),
    ],
    ids=["kilometres", "miles", "half", "marathon", "unusual", "no-race"],
)
def test_the_race_of_the_plan_has_at_most_ten_splits_and_the_last_is_its_end(
    run: str, units: str, marks: int, last: tuple[str, str] | None
) -> None:
    page = sheet(units=units, weeks=[{"sun": [{"run": run}]}])
    assert len(page.splits) == marks
    assert bool(page.splits_note) == bool(marks)
    if last:
        end, own = page.splits[-1], next(race for race in page.races if race.planned)
        assert (end.name.replace("\xa0", " "), end.time) == last
        assert end.time == own.time


def test_narrow_paper_has_no_times_of_laps_and_keeps_the_races_within_reach() -> None:
    workshop, known = shared_workshop(), {row.name: row for row in sheet().paces}
    order = Order(sheets=("athlete",), parts=("sheets",), paper="a5")
    frame = workshop.make(workshop.load(PLAN), order).parts[0].sides[0].frame
    assert "Half marathon" in frame.text and known["Interval"].lap not in frame.text
    assert ["times of laps" in loss.what for loss in frame.losses] == [True]
    places = {one.item.content: one.x + one.item.width for one in frame.walk() if isinstance(one.item, Text)}
    assert places["per mi"] == pytest.approx(places[known["Interval"].second]), "under its head"
