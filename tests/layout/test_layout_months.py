"""Calendar pages laid out: they fit in every theme, language and paper, and lose nothing without saying so."""

from pathlib import Path

import pytest

from cardmaker import assets
from cardmaker.api import Workshop
from cardmaker.frame import Frame
from cardmaker.pipeline import Job, Order
from tests.kit import mostly_deep, shared_workshop
from tests.layout.layout_kit import shapes

THEMES = sorted(path.stem for path in assets.templates("themes").glob("*.yaml"))
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORKSHOP = shared_workshop()
"""Used again and again, as those who make calendars for a club do."""
HARD = "{run: 2 km easy / 6 x 800 m @ 5k w/ 2 min jog / 2 km easy, name: Track night with the whole club}"
FULL = f"[{HARD}, {{strength: legs}}, {{cross-training: 40 min swim, name: Swim}}, {{run: 5 km easy}}]"


def plan(days: dict[str, str], weeks: int = 8, head: str = "start: 2026-12-21") -> str:
    """A plan of equal weeks with these entries."""
    week = "".join(f"    {day}: {entries}\n" for day, entries in days.items()) or "    mon: rest\n"
    body = "".join(f"  - name: Base and build\n{week}" for _ in range(weeks))
    return (
        f"title: A plan whose title goes on and on\n{head}\nathlete: Somebody with a long name\n"
        f"coach: The coach\nclub: {{name: Harbour Runners, contact: coach@example.org}}\nweeks:\n{body}"
        "workouts:\n  legs: {name: Legs and hips, exercises: [squat: 3x8]}\n"
    )


def made(text: str, theme: str = "classic", paper: str = "a4") -> Job:
    """Calendar pages of a plan."""
    order = Order(sheets=("month",), parts=("sheets",), theme=theme, paper=paper)
    return WORKSHOP.make(WORKSHOP.load(text), order)


def pages(job: Job) -> list[Frame]:
    """What was laid out."""
    return [side.frame for side in job.parts[0].sides]


LINES = {"empty": "", "plain": "[{run: 8 km easy}]", "full": FULL}
PAPERS = ("a4", "letter")
USUAL = [("full", theme, PAPERS[number % 2]) for number, theme in enumerate(THEMES)]
"""Each theme full; the deep run has each on both papers, and emptier ones."""


@pytest.mark.parametrize(
    ("line", "theme", "paper"),
    mostly_deep(
        [(line, theme, paper) for line in LINES for theme in THEMES for paper in PAPERS],
        [*USUAL, ("empty", "classic", "letter"), ("plain", "bold", "a4")],
    ),
)
def test_it_fits(line: str, theme: str, paper: str) -> None:
    job = made(plan(dict.fromkeys(DAYS, LINES[line]) if line != "empty" else {}), theme=theme, paper=paper)
    assert [side.title for side in job.parts[0].sides] == ["December 2026", "January 2027", "February 2027"]
    for frame in pages(job):
        assert frame.size.width > frame.size.height
        assert "Week total" in frame.text


def test_undated_plans_fit() -> None:
    job = made(plan(dict.fromkeys(DAYS, FULL), 6, head=""))
    assert [side.title for side in job.parts[0].sides] == ["Weeks 1–3", "Weeks 4–6"]


def test_a_day_says_what_to_do_and_how_far() -> None:
    text = pages(made(plan({"tue": "[{run: 8 km easy, name: Easy run}, {strength: legs}]"})))[1].text
    assert text.split().count("Easy") == 5
    assert text.count("Legs and hips") == 5
    assert "1 Jan" in text and "28 Dec" in text


def test_a_session_says_how_it_is_done_where_there_is_room() -> None:
    hard = "{run: 2 km easy / 6 x 800 m @ 5k w/ 2 min jog / 2 km easy, name: Track}"
    roomy, full = (
        pages(made(plan(dict.fromkeys(days, f"[{hard}, {{strength: legs}}]"))))[1] for days in (["tue"], DAYS)
    )
    said = " ".join(roomy.text.replace("\xa0", " ").split())
    assert said.count("Track 6 × 800 m at 5k pace, 2 min jog after each") == 4, "of January"
    assert full.text.count("Track") >= 28


def test_months_of_a_plan_have_the_same_detail() -> None:
    hard = "{run: 2 km easy / 6 x 800 m @ 5k w/ 2 min jog / 2 km easy, name: Track}"
    days = dict.fromkeys(DAYS, f"[{hard}, {hard}, {{strength: legs}}]")
    full, brief = pages(made(plan(days, weeks=6, head="start: 2027-01-04")))
    assert [frame.text.count("jog") for frame in (full, brief)] == [0, 0]
    [alone] = pages(made(plan(days, weeks=1, head="start: 2027-02-01")))
    assert alone.text.count("jog") == 14, "though there is room"


def test_each_session_has_a_box_and_notes_have_none() -> None:
    frame = pages(made(plan({"tue": "[{run: 8 km easy}, {strength: legs}, {note: Bring a watch.}]"})))[1]
    ticks = [one for one in shapes(frame) if one.width == pytest.approx(one.height) and 2.5 < one.width < 2.8]
    assert len(ticks) == 2 * 4, "of the days of January"


@pytest.mark.parametrize("sheet", ["month", "block"])
def test_the_key_has_what_the_plan_has(sheet: str) -> None:
    def text(days: dict[str, str]) -> str:
        job = WORKSHOP.make(WORKSHOP.load(plan(days, weeks=3)), Order(sheets=(sheet,), parts=("sheets",)))
        return pages(job)[-1].text

    runs, lifts = text({"tue": "[{run: 8 km easy}]"}), text({"tue": "[{strength: legs}]"})
    assert (
        "longer (km) easy" in " ".join(runs.split()) and "km done" in runs and "intervals, race" not in runs
    )
    assert "strength that day" in lifts and "km done" not in lifts and "farther" not in lifts
    assert "strength that day" not in runs


def test_full_days_take_short_forms_first() -> None:
    text = pages(made(plan(dict.fromkeys(DAYS, FULL))))[1].text
    assert "6\u00a0×\u00a0800\u00a0m" in text
    assert "Track night" not in text


def test_what_is_left_out_is_said() -> None:
    note = "{note: Bring a shirt and something warm}"
    busy, fuller = (f"[{', '.join([HARD] * runs + [note] * notes)}]" for runs, notes in ((5, 3), (3, 8)))
    for days, words, month, start in (
        (busy, "four", "January", "2026-12-21"),
        (fuller, "two", "August", "2027-07-19"),
    ):
        lines = [
            line
            for line in made(plan(dict.fromkeys(DAYS, days), head=f"start: {start}")).notes
            if month in line
        ]
        assert lines == [f"sheet '{month} 2027': full days show the first {words} things to do"]
    assert not any("full days" in line for line in made(plan(dict.fromkeys(DAYS, FULL))).notes)


def test_long_notes_are_left_to_the_week_sheets() -> None:
    note = "{note: " + "Far too much to say on one day of a calendar. " * 8 + "}"
    job = made(plan(dict.fromkeys(DAYS, f"[{note}, {note}, {note}, {note}]")))
    assert pages(job)[1].text.split().count("Note") > 28
    assert (
        "sheet month has each day in short; notes and details are on week sheets: --sheet week-landscape"
        in job.notes
    )


def test_an_own_sheet_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sheets").mkdir()
    text = (assets.templates("sheets") / "month.yaml").read_text("utf-8").replace("kind: month", "kind: moth")
    (tmp_path / "sheets" / "mine.yaml").write_text(text, "utf-8")
    workshop = Workshop([tmp_path])
    with pytest.raises(Exception, match=r"mine.yaml:3: kind: no kind 'moth'; did you mean 'month'\?"):
        workshop.make(workshop.load(plan({})), Order(sheets=("mine",)))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("weeks", [1, 2, 3, 4])
@pytest.mark.parametrize("sheet", ["month", "large-print-month"])
def test_few_weeks_leave_the_page_to_notes(sheet: str, weeks: int, paper: str) -> None:
    order = Order(sheets=(sheet,), parts=("sheets",), paper=paper)
    text = plan({"sat": "{run: 5 km easy}", "sun": "{run: 42.2 km race}"}, weeks, "units: metric")
    frame = pages(WORKSHOP.make(WORKSHOP.load(text), order))[-1]
    ground = max(
        (one for one in shapes(frame) if one.height > 15 and one.width > 20), key=lambda one: one.height
    )
    assert ground.height <= (65 if sheet == "large-print-month" else 41)
    assert ("Notes" in frame.text) == (weeks < 4)


@pytest.mark.parametrize(("sheet", "side"), [("month", 2.65), ("block", 3.4)])
def test_mobility_on_a_day_of_rest_has_a_box_and_rest_alone_has_none(sheet: str, side: float) -> None:
    def boxes(thursday: str) -> int:
        text = plan({"mon": "{run: 5 km easy}", "thu": thursday}, 2, "units: metric")
        frame = pages(WORKSHOP.make(WORKSHOP.load(text), Order(sheets=(sheet,), parts=("sheets",))))[-1]
        return sum(
            one.width == pytest.approx(one.height) and one.width == pytest.approx(side, abs=0.2)
            for one in shapes(frame)
        )

    mobility = boxes("{rest: or 20 min of easy mobility, workout: legs}")
    assert mobility == boxes("{strength: legs}") > boxes("{rest: or a walk}")
