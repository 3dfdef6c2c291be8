"""Calendars, read back with another library: what is in them, when, and what stays the same."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from cardmaker.errors import NotFoundError, PlanError
from tests.export.export_kit import MODIFIED, PLAN, exported

SIX = datetime.time(18)
BERLIN = ZoneInfo("Europe/Berlin")


def events(plan: str = PLAN, **asked: Any) -> list[Any]:
    """The events of a plan's calendar, as they are read back."""
    (data,) = exported(plan, **asked).files.values()
    read = vobject.readOne(data.decode())
    return list(read.contents.get("vevent", ()))


def event(title: str, plan: str = PLAN, **asked: Any) -> Any:
    (found,) = [one for one in events(plan, **asked) if one.summary.value.startswith(title)]
    return found


def test_each_session_is_an_event_of_its_day() -> None:
    assert [(f"{one.dtstart.value:%m-%d}", one.summary.value) for one in events()] == [
        ("03-23", "Intervals · 7.6 km"),
        ("03-23", "Legs"),
        ("03-25", "Rest or 20 min yoga"),
        ("03-26", "New shoes"),
        ("03-26", "30 min pool"),
        ("03-27", "AM · Easy run · 5.0 km"),
        ("03-27", "PM · Easy run · 4.0 km"),
        ("03-28", "Long run · 12.0 km"),
        ("03-29", "Bike · 40.0 km"),
        ("03-29", "Swim · 1500 m"),
        ("04-04", "Town race · 10.0 km"),
    ]


def test_days_of_bare_rest_are_left_out_and_counted() -> None:
    assert exported().notes == ("days of rest are left out of the calendar: 1",)


def test_events_last_all_day_where_no_time_is_asked_for() -> None:
    one = event("Legs")
    assert (one.dtstart.value, one.dtend.value) == (datetime.date(2027, 3, 23), datetime.date(2027, 3, 24))


def test_the_whole_prescription_with_the_athletes_paces_and_loads() -> None:
    assert event("Intervals").description.value.split("\n")[1].startswith("6 × 400 m at 5k pace in 1:")
    assert event("Legs").description.value.split("\n")[:3] == [
        "A Squat: 3 × 8 · 60 kg · RPE 7",
        "B1 Plank: 2 × 40 s · straight to B2",
        "B2 Lunge: 2 × 8 / side",
    ]


def test_the_weeks_note_is_with_its_first_event_alone() -> None:
    said = [one.description.value.count("Sleep well.") for one in events()]
    assert said == [1, *[0] * 10]
    assert "Week 1/2 · Base" in event("Legs").description.value


def test_words_and_units_are_those_of_the_plan() -> None:
    german = "language: de\nunits: imperial\n" + PLAN.replace("12 km long", "10 mi long")
    one = event("Langer Lauf", german)
    assert one.summary.value == "Langer Lauf · 10,0 mi"
    assert "Woche 1/2" in one.description.value


@pytest.mark.parametrize(
    ("date", "offset"), [("03-26", 1), ("03-27", 1), ("03-28", 2), ("03-29", 2), ("04-04", 2)]
)
def test_the_hour_stays_when_clocks_change(date: str, offset: int) -> None:
    found = [one.dtstart.value for one in events(at=SIX, zone="Europe/Berlin")]
    begins = [one for one in found if isinstance(one, datetime.datetime) and f"{one:%m-%d}" == date]
    last = begins[-1]
    assert last.hour == 18 or len(begins) > 1
    assert last.utcoffset() == datetime.timedelta(hours=offset)
    same = datetime.datetime(last.year, last.month, last.day, last.hour, last.minute, tzinfo=BERLIN)
    assert last == same, "by the rules written into the file as by those of the computer"


def test_sessions_of_a_day_follow_one_another_and_those_of_the_morning_go_before() -> None:
    found = events(at=SIX, zone="Europe/Berlin", morning=datetime.time(6, 30))
    hours = {one.summary.value.split(" · ")[0]: f"{one.dtstart.value:%H:%M}" for one in found[:2]}
    intervals = found[0].duration.value
    assert hours == {
        "Intervals": "18:00",
        "Legs": f"{datetime.datetime(2027, 3, 23, 18) + intervals:%H:%M}",
    }
    assert found[1].duration.value == datetime.timedelta(minutes=40)
    assert f"{event('AM', at=SIX, morning=datetime.time(6, 30)).dtstart.value:%H:%M}" == "06:30"
    assert f"{event('PM', at=SIX).dtstart.value:%H:%M}" == "18:00"


def test_rest_and_notes_have_no_hour() -> None:
    for title in ("Rest", "New shoes"):
        assert type(event(title, at=SIX, alarm=datetime.timedelta(0)).dtstart.value) is datetime.date
        assert "valarm" not in event(title, at=SIX, alarm=datetime.timedelta(0)).contents


def test_times_without_a_zone_are_those_of_wherever_one_is() -> None:
    begin = event("Long run", at=SIX).dtstart.value
    assert (begin.hour, begin.tzinfo) == (18, None)
    assert any("without a zone" in note for note in exported(at=SIX).notes)


def test_a_session_may_go_on_past_midnight() -> None:
    one = event("Town race", at=datetime.time(23, 30), zone="America/New_York")
    assert (one.dtstart.value + one.duration.value).date() == datetime.date(2027, 4, 5)


def test_an_alarm_on_request() -> None:
    asked: dict[str, Any] = {"at": SIX, "zone": "Europe/Berlin", "alarm": datetime.timedelta(minutes=30)}
    assert event("Legs", **asked).valarm.trigger.value == -datetime.timedelta(minutes=30)
    assert "valarm" not in event("Legs").contents


def test_the_same_plan_makes_the_same_bytes() -> None:
    assert exported(at=SIX, zone="Europe/Berlin").files == exported(at=SIX, zone="Europe/Berlin").files


def test_a_changed_plan_has_the_same_names_of_events_and_a_later_version() -> None:
    changed = PLAN.replace("12 km long", "14 km long").replace("2027-03-22", "2027-03-29")
    later = MODIFIED + datetime.timedelta(days=1)
    before, after = events(), events(changed, modified=later)
    assert [one.uid.value for one in after] == [one.uid.value for one in before]
    assert int(after[0].sequence.value) > int(before[0].sequence.value)
    assert len({one.uid.value for one in before}) == len(before)


def test_calendars_of_two_athletes_and_plans_go_side_by_side() -> None:
    others = PLAN.replace("Runner 1", "Runner 2"), PLAN.replace("Ten weeks", "Ten more")
    names = {one.uid.value for plan in (PLAN, *others) for one in events(plan)}
    assert len(names) == 3 * len(events())


def test_the_environment_may_say_when_the_plan_was_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert event("Legs").dtstamp.value == datetime.datetime.fromtimestamp(1800000000, datetime.UTC)


def test_weeks_may_begin_on_sunday() -> None:
    plan = PLAN.replace("start: 2027-03-22", "week_start: sunday\nstart: 2027-03-21")
    assert event("Long run", plan).dtstart.value == datetime.date(2027, 3, 21)


def test_a_plan_without_dates_asks_for_a_start() -> None:
    undated = PLAN.replace("start: 2027-03-22\n", "")
    with pytest.raises(PlanError, match=r"start: a calendar needs dates.*--start"):
        exported(undated)
    first = events(undated, start=datetime.date(2027, 5, 3))[0]
    assert first.dtstart.value == datetime.date(2027, 5, 4)


def test_a_start_in_the_middle_of_a_week_is_refused() -> None:
    with pytest.raises(NotFoundError, match="2027-03-23 is a Tuesday, and weeks start on Monday"):
        exported(start=datetime.date(2027, 3, 23))


def test_a_wrong_zone_is_refused_with_what_may_be_meant() -> None:
    with pytest.raises(NotFoundError, match="no time zone 'Europe/Berlim'; did you mean 'Europe/Berlin'"):
        exported(at=SIX, zone="Europe/Berlim")


def test_a_plan_without_weeks_has_nothing_to_export() -> None:
    with pytest.raises(PlanError, match="no weeks"):
        exported("title: Gym\nworkouts: {a: {exercises: [squat: 3x8]}}\n")
