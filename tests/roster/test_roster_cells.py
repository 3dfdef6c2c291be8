"""What cells say, as spreadsheets and people write it, and the one line on each that is wrong."""

import datetime
from collections.abc import Callable

import pytest

from cardmaker.roster.entry import RosterEntry
from tests.roster.kit import PLAN, only, problem

Said = Callable[[RosterEntry], object]


def _race(entry: RosterEntry) -> object:
    return [(race.metres, race.seconds) for race in entry.athlete.races]


@pytest.mark.parametrize(
    ("heading", "cell", "said", "wanted"),
    [
        ("5k time", "19:57", _race, [(5000, 1197)]),
        ("5k time", "0:19:57", _race, [(5000, 1197)]),
        ("5k time", "19 h 57 min", _race, [(5000, 1197)]),  # a spreadsheet's 19:57
        ("half", "1:45", _race, [(21_097.5, 6300)]),
        ("half", "1:45:10", _race, [(21_097.5, 6310)]),
        ("mile", "5 h", _race, [(1609.344, 300)]),  # a spreadsheet's 5:00
        ("Squat 1RM", "80", lambda entry: str(entry.athlete.max_lifts["squat"]), "80 kg"),
        ("Squat 1RM (lb)", "185", lambda entry: str(entry.athlete.max_lifts["squat"]), "185 lb"),
        ("Squat 1RM", "62,5", lambda entry: str(entry.athlete.max_lifts["squat"]), "62.5 kg"),
        ("Squat 1RM", "5 x 70 kg", lambda entry: str(entry.athlete.max_lifts["squat"]), "5 x 70 kg"),
        ("Weight", "71,5", lambda entry: str(entry.athlete.bodyweight), "71.5 kg"),
        ("Units", "miles", lambda entry: entry.athlete.units, "imperial"),
        ("Level", "Anfänger", lambda entry: entry.athlete.level, "beginner"),
        ("Language", "Deutsch", lambda entry: entry.athlete.language, "de"),
        ("Easy pace", "5:40", lambda entry: str(entry.athlete.easy_pace), "5:40/km"),
        ("Easy pace", "5 h 40 min", lambda entry: str(entry.athlete.easy_pace), "5:40/km"),
        ("Easy pace", "9:10/mi", lambda entry: str(entry.athlete.easy_pace), "9:10/mi"),
        ("Age", "41.0", lambda entry: entry.athlete.age, 41),
        ("Max HR", "186", lambda entry: entry.athlete.heart_rate.maximum, 186),
        ("Start", "2027-03-01", lambda entry: entry.start, datetime.date(2027, 3, 1)),
        ("Start", "46447", lambda entry: entry.start, datetime.date(2027, 3, 1)),
        ("Paper", "Letter", lambda entry: entry.paper, "letter"),
        ("Figures", "Dark", lambda entry: entry.figures, "dark"),
        ("Person", "woman", lambda entry: entry.person, "woman"),
        ("Email", "A Runner <Runner@CLUB.example>", lambda entry: entry.email, "Runner@club.example"),
        ("Leave out", '"plank, push ups"', lambda entry: entry.left_out, ("plank", "push-up")),
        ("Swap", "squat -> goblet squat; Ausfallschritt → split squat", lambda entry: entry.swaps,
         {"squat": "goblet-squat", "lunge": "split-squat"}),
        ("Squat load", "62.5", lambda entry: str(entry.loads["squat"]), "1x1 62.5 kg"),
        ("Loads", "squat 60; lunge 2x10 kg", lambda entry: {key: str(one) for key, one in entry.loads.items()},
         {"squat": "1x1 60 kg", "lunge": "1x1 2x10 kg"}),
        ("Note", "Mind the knee", lambda entry: entry.note, "Mind the knee"),
        ("Shoe size", "42", lambda entry: entry.words["shoe size"], "42"),
    ],
)  # fmt: skip
def test_a_cell_says(heading: str, cell: str, said: Said, wanted: object) -> None:
    assert said(only(f"Name\t{heading}\nRunner 1\t{cell.strip(chr(34))}\n")) == wanted


@pytest.mark.parametrize(
    ("heading", "cell", "words"),
    [
        ("5k time", "19.57", "19:57"),
        ("5k time", "9:10", "5k"),
        ("5k time", "fast", "write a time"),
        ("Squat 1RM", "strong", "100 kg"),
        ("Squat 1RM", "12 x 60 kg", "reps"),
        ("Level", "so-so", "beginner, intermediate or advanced"),
        ("Units", "stone", "metric or imperial"),
        ("Language", "Klingon", "no language"),
        ("Figures", "glittery", "no palette"),
        ("Person", "nobody", "no person 'nobody'; 'cardmaker figure person' draws"),
        ("Start", "2027-03-02", "Tuesday"),
        ("Start", "soon", "2027-03-01"),
        ("Start", "03/04/2027", "two dates"),
        ("Age", "old", "an age"),
        ("Email", "runner at club", "runner@club.example"),
        ("Email", "a@club.example; b@club.example", "one address a row"),
        ("Email", "a@club.example\\nBcc: b@club.example", "one address"),
        ("Swap", "squat", "squat -> goblet squat"),
        ("Swap", "squat -> goblet sqat", "did you mean 'goblet-squat'?"),
        ("Leave out", "planck", "did you mean 'plank'?"),
        ("Squat load", "a lot", "such as '60 kg'"),
    ],
)
def test_a_wrong_cell_is_one_line_with_its_row_its_column_and_a_remedy(
    heading: str, cell: str, words: str
) -> None:
    found = problem(f"Name\t{heading}\nRunner 1\t{cell}\n")
    assert (found.source, found.line) == ("club.csv", 2)
    assert found.field == heading
    assert words in found.message
    assert "Error" not in found.message


def test_heart_rates_out_of_order_are_refused_by_the_row() -> None:
    found = problem("Name,Max HR,Threshold HR\nRunner 1,180,165\nRunner 2,150,160\n")
    assert found.line == 3
    assert "rise" in found.message


def test_units_of_the_row_go_before_those_of_the_plan() -> None:
    table = "Name,Units,Squat 1RM\nRunner 1,lb,185\n"
    assert str(only(table).athlete.max_lifts["squat"]) == "185 lb"
    imperial = PLAN.replace("title:", "units: imperial\ntitle:")
    assert str(only("Name,Squat 1RM\nRunner 1,185\n", plan=imperial).athlete.max_lifts["squat"]) == "185 lb"


def test_the_start_is_on_the_first_day_of_the_plan_s_weeks() -> None:
    sundays = PLAN.replace("title:", "week_start: sunday\ntitle:")
    assert only("Name,Start\nRunner 1,2027-02-28\n", plan=sundays).start == datetime.date(2027, 2, 28)


def test_a_row_without_a_name_is_refused() -> None:
    assert "no name" in problem("Name,Email\n,a@club.example\n").message


def test_all_that_is_wrong_is_reported_at_once() -> None:
    from tests.roster.kit import roster

    found = roster("Name,5k time,Age\nRunner 1,x,y\nRunner 2,20:00,30\nRunner 3,z,31\n")
    assert [(one.line, one.field) for one in found.problems] == [(2, "5k time"), (2, "Age"), (4, "5k time")]
    assert [entry.name for entry in found.entries] == ["Runner 2"]
    assert (found.rows, found.bad_rows) == (3, 2)


def test_a_password_fills_nothing_in_and_is_not_shown() -> None:
    entry = only("Name,Password\nRunner 1,secret-1\n")
    assert entry.password == "secret-1"
    assert "secret-1" not in repr(entry)
    assert "secret-1" not in entry.words.values()
