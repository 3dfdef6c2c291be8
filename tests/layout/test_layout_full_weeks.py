"""Full weeks are printed: two sessions a day on one page, what is too much for it upright or on several."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path as FilePath

import pytest

from cardmaker import assets
from cardmaker.frame import Frame, Path
from cardmaker.geometry import Size
from cardmaker.handout import RunSession, Stretch, balanced
from cardmaker.layout.cards import Studio
from cardmaker.layout.sheets import lay_out_sheet
from cardmaker.paint.shapes import bounds
from cardmaker.pipeline.order import Order
from cardmaker.theme.shelf import Shelf
from cardmaker.wording.wording import load_wording
from tests.kit import in_the_widest_and_one_more, mostly_deep, shared_workshop
from tests.layout.layout_kit import book, resolved, sheet_named, theme_named, words

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EASY = {"run": "6 km easy"}
HARD = {"run": "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd", "note": "some words"}
DOUBLES = {key: [EASY, EASY] for key in DAYS}
FOUR_HARD = {key: [HARD] for key in DAYS[:4]} | {key: [EASY] for key in DAYS[4:]}
WORDY = {"run": "6 km easy", "note": "some words and some more of them " * 30}
FOUR_WORDY = {key: [WORDY] for key in DAYS[:4]}
A4, LETTER = Size(210, 297), Size(215.9, 279.4)
ALL_HARD_TRIPLES = {key: [HARD, HARD, HARD] for key in DAYS}


def made(week: Mapping[str, object], theme: str, sheet: str) -> tuple[list[str], tuple[str, ...]]:
    """What is on each page, and the notes."""
    workshop = shared_workshop()
    plan = workshop.load({"title": "Full", "weeks": [week]})
    job = workshop.make(plan, Order(theme=theme, sheets=(sheet,), parts=("sheets",)))
    return [side.frame.text for side in job.parts[0].sides], job.notes


@pytest.mark.parametrize("week", [DOUBLES, FOUR_HARD], ids=["doubles", "intervals"])
@pytest.mark.parametrize("sheet", ["week-landscape", "week-portrait"])
@pytest.mark.parametrize("theme", ["classic", "bold", "low-ink", "high-contrast"])
def test_ordinary_full_weeks_take_one_page(week: Mapping[str, object], sheet: str, theme: str) -> None:
    pages, notes = made(week, theme, sheet)
    assert len(pages) == 1
    assert not any("too full" in note for note in notes)


def test_a_week_too_full_for_a_lying_page_is_printed_upright() -> None:
    pages, notes = made(FOUR_WORDY, "classic", "week-landscape")
    assert len(pages) == 1
    assert "sheet 'This week': too full for week-landscape; week-portrait is printed for it" in notes


@pytest.mark.parametrize("theme", ["classic", "low-ink", "large-print"])
@pytest.mark.parametrize("sheet", ["week-landscape", "week-portrait"])
def test_a_week_too_full_for_any_page_goes_on(sheet: str, theme: str) -> None:
    pages, notes = made({"note": "Stay easy", **ALL_HARD_TRIPLES}, theme, sheet)
    count = len(pages)
    assert count > 1
    assert any(
        re.match(rf"sheet 'This week': too full for one page; printed on {count}", note) for note in notes
    )
    assert [text.count("Stay easy") for text in pages] == [1] * count, "it may be about any day"
    assert all(f"{number} of {count}" in text.replace("\xa0", " ") for number, text in enumerate(pages, 1))
    named = sum(text.count("Intervals") for text in pages) - sum("You can say" in text for text in pages)
    assert named == 21, "once for each, and in the key to efforts"


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(("plan", "effort"), [("runners-week", "effort"), ("laufwoche", "Anstrengung")])
def test_every_run_of_a_large_print_week_has_boxes(plan: str, effort: str, paper: str) -> None:
    job = shared_workshop().make(
        assets.templates("plans") / f"{plan}.yaml",
        Order(theme="large-print", sheets=("large-print-week",), parts=("sheets",), paper=paper),
    )
    pages = [side.frame.text for side in job.parts[0].sides]
    assert sum(page.count(f"{effort} 1–10") for page in pages) == 4, "one for each run"


def test_larger_paper_is_no_remedy_for_what_is_on_it() -> None:
    week = {key: [HARD] * 5 for key in DAYS}
    plan = {"title": "Full", "weeks": [week]}
    for paper, remedied in (("a4", True), ("a3", False)):
        workshop = shared_workshop()
        order = Order(theme="large-print", sheets=("week-portrait",), parts=("sheets",), paper=paper)
        notes = workshop.make(workshop.load(plan), order).notes
        [note] = [one for one in notes if "too full" in one]
        assert ("--paper a3" in note) is remedied


def test_the_last_page_of_a_full_large_print_week_has_a_box_for_what_was_run_under_the_total() -> None:
    pages, _ = made({key: [HARD, EASY] for key in DAYS}, "large-print", "large-print-week")
    assert [page.count("km done") for page in pages] == [0] * (len(pages) - 1) + [1]


@pytest.mark.parametrize("runs", [2, 3])
def test_every_run_has_boxes_on_the_pages_of_a_divided_large_print_week(runs: int) -> None:
    pages, _ = made({key: [HARD] * runs for key in DAYS}, "large-print", "large-print-week")
    assert sum(page.count("effort 1–10") for page in pages) == 7 * runs


def test_each_page_of_a_divided_large_print_week_has_the_key_and_the_total() -> None:
    job = shared_workshop().make(
        assets.templates("plans") / "runners-week.yaml",
        Order(theme="large-print", sheets=("large-print-week",), parts=("sheets",)),
    )
    first, last = (side.frame for side in job.parts[0].sides)
    for said in ("You can say", "Week total"):
        assert [frame.text.count(said) for frame in (first, last)] == [1, 1], said
    assert first.text.count("kg") == 5, "a line for each that is lifted"
    assert "Bulgarian split squat" in first.text
    bracket = Shelf().theme("large-print").strokes["bracket"]
    assert any(isinstance(one.item, Path) and one.item.width == bracket for one in first.walk())


@pytest.mark.parametrize(("tips", "noted"), [(2, False), (30, True)])
def test_tips_that_have_no_room_are_counted_in_a_note(tips: int, noted: bool) -> None:
    written = [f"Tip number {count} of the plan" for count in range(tips)]
    plan = {"title": "P", "tips": written, "weeks": [{"mon": [EASY], "wed": [EASY], "fri": [EASY]}]}
    job = shared_workshop().make(
        shared_workshop().load(plan), Order(sheets=("week-landscape",), parts=("sheets",))
    )
    text = job.parts[0].sides[0].frame.text
    shown = sum(tip in text for tip in written)
    said = f"sheet week-landscape has room for the first {shown} of {tips} tips"
    assert (said in job.notes) is noted
    assert (shown < tips) is noted


# A tight lying week ------------------------------------------------------------------------------------

LOADED: list[dict[str, object]] = [
    {"squat": "4x6 100 kg @ RPE 8"},
    {"romanian-deadlift": "3x8 80 kg"},
    {"superset": [{"bulgarian-split-squat": "3x8/side 12 kg"}, {"calf-raise": "3x15"}], "rest": "60 s"},
    {"glute-bridge": "3x12"},
]
LIGHT: list[dict[str, object]] = [
    {"superset": [{"plank": "3x40 s"}, {"dead-bug": "3x8/side"}, {"side-plank": "2x30 s"}], "rest": "60 s"},
    {"bird-dog": "3x8"},
    {"bicycle-crunch": "3x20"},
    {"push-up": "3x10"},
]


def tight(exercises: Sequence[Mapping[str, object]]) -> Frame:
    """A lying page of ten runs and four workouts, which is in its narrow columns."""
    lifts = {"a": {"name": "Legwork", "exercises": exercises}}
    week = {key: [EASY, EASY, {"strength": "a"}] if key in DAYS[1:4] else [EASY] for key in DAYS}
    plan = {"title": "P", "weeks": [week], "workouts": lifts}
    job = shared_workshop().make(
        shared_workshop().load(plan), Order(sheets=("week-landscape",), parts=("sheets",))
    )
    (side,) = job.parts[0].sides
    assert side.frame.size.width > side.frame.size.height
    assert "roomy" in side.frame.swapped
    assert not any("no room" in note for note in job.notes)
    return side.frame


@pytest.mark.parametrize("exercises", [LOADED, LIGHT], ids=["loaded", "light"])
def test_a_tight_week_keeps_a_superset_in_one_column(exercises: Sequence[Mapping[str, object]]) -> None:
    frame = tight(exercises)
    width = Shelf().theme("classic").strokes["bracket"]
    brackets = [one for one in frame.walk() if isinstance(one.item, Path) and one.item.width == width]
    rows = 3 if exercises is LIGHT else 2
    assert len(brackets) == 3 * rows
    for first in range(0, len(brackets), rows):
        own = brackets[first : first + rows]
        assert len({round(one.x, 2) for one in own}) == 1
        assert len({round(one.y, 2) for one in own}) == rows


def test_a_tight_week_keeps_kg_and_boxes_for_its_total_before_lines_for_notes() -> None:
    frame = tight(LOADED)
    assert frame.text.count("kg\n") >= 3 * 5, "a line for each exercise that is loaded"
    assert frame.text.count("km done") == 1
    assert frame.text.count("hours of sleep") == 1


def test_cards_and_sets_of_a_tight_week_are_on_the_line_of_their_exercise() -> None:
    for exercises, card, name, sets in ((LOADED, "01", "Squat", "4 × 6"), (LIGHT, "04", "Bird dog", "3 × 8")):
        at = {said.replace("\xa0", " "): y for said, _, y in words(tight(exercises))}
        assert at[name] == pytest.approx(at[sets])
        assert at[name] == pytest.approx(at[card], abs=0.1), "it is in the middle of its chip"


def test_each_of_many_weeks_has_its_number_over_its_bar() -> None:
    far = [100 + week for week in range(16)]
    plan = {
        "title": "P",
        "weeks": [{"mon": [{"run": f"{km} km"}], "tue": [EASY], "wed": [EASY]} for km in far],
    }
    order = Order(sheets=("week-landscape",), parts=("sheets",), weeks=(7,))
    (side,) = shared_workshop().make(shared_workshop().load(plan), order).parts[0].sides
    assert {f"{km + 12}" for km in far} <= {said for said, *_ in words(side.frame)}


DRILLS: dict[str, list[dict[str, str]]] = {
    "a": [{"squat": "3x8"}, {"romanian-deadlift": "3x8"}, {"calf-raise": "2x15"}, {"lunge": "2x8/side"}],
    "b": [{"ankle-rock": "2x10/side"}, {"cat-cow": "2x8"}, {"plank": "3x40 s"}, {"dead-bug": "3x8/side"}],
    "c": [{"push-up": "3x10"}, {"band-row": "3x12"}, {"shoulder-press": "3x8"}, {"lat-pulldown": "2x10"}],
}
MORNING = {"run": "8 km easy", "name": "Easy, morning"}
RACING = {"name": "Athlete 07", "races": {"10 km": "41:30"}}


def thirteen_runs(
    theme: str, *, sheet: str = "week-landscape", longest: int = 32, **more: object
) -> tuple[list[Frame], tuple[str, ...]]:
    """A week of thirteen runs and seven workouts, its pages and the build's notes."""
    second: list[dict[str, str]] = [
        {"run": "8 km easy", "name": "Easy, evening"},
        {"run": "3 km wu / 6 x 1 km @ 5k w/ 400 m jog / 2 km cd", "name": "Intervals"},
        {"run": "14 km steady", "name": "Medium long"},
        {"run": "6 km easy", "name": "Easy, evening"},
        {"run": "2 km wu / 10 km tempo / 2 km cd", "name": "Marathon pace"},
        {"run": "7 km easy", "name": "Easy with strides"},
    ]
    long = {"run": f"{longest} km long", "name": "Long run with the club, last 12 km at marathon pace"}
    strength = [{"strength": key} for key in "abcbacb"]
    runs = [*([MORNING, run] for run in second), [long]]
    week = {day: [*own, lift] for day, own, lift in zip(DAYS, runs, strength, strict=True)}
    lifts = {key: {"name": f"Work {key}", "exercises": rows} for key, rows in DRILLS.items()}
    plan = {"title": "P", "weeks": [{"note": "Never drop the long run.", **week}], "workouts": lifts, **more}
    job = shared_workshop().make(
        shared_workshop().load(plan), Order(theme=theme, sheets=(sheet,), parts=("sheets",))
    )
    return [side.frame for side in job.parts[0].sides], job.notes


@pytest.mark.parametrize("theme", ["classic", "bold", "low-ink", "high-contrast"])
def test_a_full_week_stays_on_its_lying_page_when_runs_have_paces(theme: str) -> None:
    """Lines for loads give way, and nothing else of what is to be done."""
    (page,), notes = thirteen_runs(theme, athlete=RACING)
    assert page.size.width > page.size.height
    assert len(re.findall(r"about \d+[:\d]* \w+", page.text.replace("\xa0", " "))) >= 11
    assert page.text.count("effort 1–10") == 13
    assert "kg\n" not in page.text
    assert any("no room for lines for the loads used" in note for note in notes)


@pytest.mark.parametrize("theme", ["classic", "bold", "low-ink", "high-contrast"])
def test_a_full_upright_week_is_on_one_page_with_boxes_next_to_its_runs(theme: str) -> None:
    (page,), notes = thirteen_runs(theme, sheet="week-portrait", athlete=RACING)
    assert page.text.count("effort 1–10") == 13
    assert page.text.count("kg\n") == 2 * 4 + 2 * 2
    assert page.text.count("How it went") == 1, "at the head of the boxes' column"
    assert not any("no room" in note for note in notes)


def test_a_full_week_without_paces_keeps_its_lines_for_loads() -> None:
    (page,), notes = thirteen_runs("classic")
    assert page.size.width > page.size.height
    assert page.text.count("kg\n") == 2 * 4 + 2 * 2
    assert not any("no room" in note for note in notes)


@pytest.mark.parametrize("sheet", ["week-landscape", "week-portrait"])
@pytest.mark.parametrize(("longest", "scale"), [(32, 1.7), (60, 72 / 60 / 1.1)])
def test_bars_of_a_tight_week_have_one_scale_and_end_next_to_their_distances(
    sheet: str, longest: int, scale: float
) -> None:
    """1.7 mm a km, as long as the longest run has room in the column; a title next to one is on one line."""
    (page,), _ = thirteen_runs("classic", sheet=sheet, longest=longest)
    assert "roomy" in page.swapped
    assert "Easy with strides" in page.text, "on one line"
    easy = Shelf().theme("classic").colours["easy"]
    drawn = [
        (one.x + bounds(one.item).right, bounds(one.item).width)
        for one in page.walk()
        if isinstance(one.item, Path) and one.item.fill == easy
    ]
    [(end, _)] = Counter(round(right, 1) for right, _ in drawn).most_common(1)
    seam = 0.35
    whole = {round(width + seam, 1) for right, width in drawn if right == pytest.approx(end, abs=0.1)}
    assert {round(km * scale, 1) for km in (6, 7, 8)} <= whole


@pytest.mark.parametrize(("title", "km", "crowded"), [("Long run", 23.2, False), ("Long run", 23.6, True)])
def test_a_long_bar_is_below_its_title(title: str, km: float, crowded: bool) -> None:
    assert RunSession(title, f"{km}", "km", (Stretch(km, "long"),), ()).crowded is crowded


# Nothing is lost --------------------------------------------------------------------------------------

WHO = {
    "title": "Fullplan",
    "athlete": "Annathlete",
    "coach": "Corncoach",
    "club": {"name": "Clubhouse", "contact": "clubs@contact.example"},
    "tips": ["Firsttip goes here", "Secondtip goes here", "Thirdtip goes here"],
    "workouts": {
        "a": {
            "name": "Legwork",
            "exercises": [
                {"squat": "3x8 60 kg"},
                {"exercise": "plank", "sets": "3x30 s", "note": "Slowly"},
                {"lunge": "3x8/side"},
                {"deadlift": "3x5 @ RPE 8"},
            ],
        }
    },
}
TIPS = ("Firsttip", "Secondtip", "Thirdtip")
"""Of these there are as many as fit; where none does, a note says so."""
NAMED_AS = {
    "Annathlete": "athlete",
    "Corncoach": "coach",
    "Clubhouse": "club",
    "clubs@contact.example": "contact",
}


def two_runs(day: str) -> list[dict[str, str]]:
    """A day in the words that are looked for: each of them is on that day alone."""
    hard = {**HARD, "name": f"Evening{day}", "note": f"then relax Late{day}"}
    return [{**EASY, "name": f"Morning{day}", "note": f"keep loose Early{day}"}, hard]


def run_and_strength(day: str) -> list[dict[str, str]]:
    """A run, a workout, and a note of its own."""
    run = {**EASY, "name": f"Morning{day}", "note": f"keep loose Early{day}"}
    return [run, {"strength": "a"}, {"note": f"drink Water{day}"}]


WORDS = {
    two_runs: ("Morning{}", "Evening{}", "Early{}", "Late{}"),
    run_and_strength: ("Morning{}", "Early{}", "Water{}"),
}
THEMES = Shelf().names("themes")
SHEETS = [(sheet, theme) for theme in THEMES for sheet in ("week-landscape", "week-portrait")]
USUAL = [*in_the_widest_and_one_more(SHEETS)]
SHORT = [(sheet, theme) for theme in THEMES for sheet in ("block", "month")]


@pytest.mark.parametrize("day", WORDS, ids=["two runs", "run and strength"])
@pytest.mark.parametrize(
    ("number", "sheet", "theme"),
    mostly_deep(
        [(i, *page) for i, page in enumerate(SHEETS)],
        [(i, *page) for i, page in enumerate(SHEETS) if page in USUAL],
    ),
)
def test_two_sessions_a_day_lose_no_word(
    number: int, sheet: str, theme: str, day: Callable[[str], list[dict[str, str]]]
) -> None:
    """On one page or several; what isn't there is in a note of the build."""
    workshop, paper = shared_workshop(), ("a4", "letter", "legal", "a3")[number % 4]
    week: dict[str, object] = {key: day(key) for key in DAYS}
    plan = workshop.load({**WHO, "weeks": [{"note": "Weeknote", **week}]})
    job = workshop.make(plan, Order(theme=theme, sheets=(sheet,), parts=("sheets",), paper=paper))
    pages = ["".join(side.frame.text.split()) for side in job.parts[0].sides]
    text, notes = "".join(pages), "\n".join(job.notes)
    written = [word.format(key) for key in DAYS for word in WORDS[day]]
    assert [word for word in ("Weeknote", *written) if word not in text] == []
    lacking = [NAMED_AS[word] for word in NAMED_AS if word not in text]
    if not any(tip in text for tip in TIPS):
        lacking.append("tips")
    assert [name for name in lacking if not re.search(rf"no room for .*\b{name}\b", notes)] == []
    if len(pages) > 1:
        assert "too full for one page" in notes


def test_pages_of_a_block_are_numbered_once_where_one_of_them_had_to_be_divided() -> None:
    workshop = shared_workshop()
    plan = workshop.load({"title": "Full", "weeks": [{key: [HARD] for key in DAYS}] * 40})
    job = workshop.make(plan, Order(sheets=("block",), parts=("sheets",), paper="letter"))
    said = [re.findall(r"page \d of \d", side.frame.text.replace("\xa0", " ")) for side in job.parts[0].sides]
    assert said == [["page 1 of 3"], ["page 2 of 3"], ["page 3 of 3"]]
    weeks = [len(re.findall(r"^\d+$\n", side.frame.text, re.M)) for side in job.parts[0].sides]
    assert max(weeks) - min(weeks) <= 2, "as even as can be"


@pytest.mark.parametrize("language", mostly_deep(["en", "de"], ["de"]))
@pytest.mark.parametrize(("sheet", "theme"), mostly_deep(SHORT, [*in_the_widest_and_one_more(SHORT)]))
def test_days_with_a_month_and_letters_fit_the_narrowest_paper(theme: str, sheet: str, language: str) -> None:
    """One, two or three workouts a day; the first day has its month, too."""
    workouts = {key: {"name": f"Work {key}", "exercises": [{"squat": "3x10"}]} for key in "abc"}
    week = {
        day: [EASY, *({"strength": key} for key in "abc"[: count + 1])] for count, day in enumerate(DAYS[:6])
    }
    plan = {
        "title": "P",
        "start": "2027-02-22",
        "language": language,
        "workouts": workouts,
        "weeks": [week] * 6,
    }
    workshop = shared_workshop()
    job = workshop.make(
        workshop.load(plan), Order(theme=theme, sheets=(sheet,), parts=("sheets",), paper="letter")
    )
    text = " ".join(side.frame.text for side in job.parts[0].sides).replace("\xa0", " ")
    assert ("22. Feb" if language == "de" else "Feb 22") in text or sheet == "month"
    letters = re.findall(r"(?<![\w])(?:A|B|C|ABC)(?![\w])", text)
    assert len("".join(letters)) >= (1 + 2 + 4 * 3) * 6, "each day's"


@pytest.mark.parametrize("sheet", ["block", "month"])
def test_sheets_of_days_in_short_say_where_the_rest_is(sheet: str) -> None:
    workshop = shared_workshop()
    plan = workshop.load({**WHO, "weeks": [{key: run_and_strength(key) for key in DAYS}] * 2})
    job = workshop.make(plan, Order(sheets=(sheet,), parts=("sheets",)))
    assert any("notes and details are on week sheets" in note for note in job.notes)


# What a full week gives up ----------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", ["week-landscape", "week-portrait"])
def test_full_weeks_say_every_load_and_effort(sheet: str) -> None:
    """A page more is less of a loss than a prescription that is cut short."""
    job = shared_workshop().make(
        FilePath("tests/data/plans/overloaded.yaml"), Order(sheets=(sheet,), parts=("sheets",))
    )
    text = " ".join(side.frame.text for side in job.parts[0].sides)
    assert not any("no room for loads" in note for note in job.notes)
    assert text.replace("\xa0", " ").count("80 kg · RPE 8") == 3, "on each day of the squat"


def test_a_week_too_full_to_lie_is_there_once_if_it_is_asked_for_upright_too() -> None:
    order = Order(sheets=("week-landscape", "week-portrait"), parts=("sheets",), weeks=(1,))
    sides = shared_workshop().make(FilePath("tests/data/plans/overloaded.yaml"), order).parts[0].sides
    pages = [side.frame.text for side in sides]
    assert len(pages) == len(set(pages)) == 2
    assert [page.count("km done") for page in pages] == [0, 1], "once, on the week's last page"


@pytest.mark.parametrize(
    ("days", "pages", "cut"),
    [
        (
            "mon: [HARD, HARD], tue: [HARD, HARD], wed: [HARD, HARD], thu: EASY, fri: EASY, sat: EASY",
            2,
            "2 5",
        ),
        ("mon: EASY, tue: EASY, wed: EASY, thu: EASY, fri: EASY, sat: EASY, sun: EASY", 2, "4 3"),
        ("mon: EASY, tue: EASY, wed: EASY, thu: EASY, fri: EASY, sat: EASY, sun: EASY", 7, "1 1 1 1 1 1 1"),
    ],
    ids=["full-before-empty", "even", "a-day-a-page"],
)
def test_weeks_are_divided_where_their_pages_are_equally_full(days: str, pages: int, cut: str) -> None:
    hard = "{run: 2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd, note: some words}"
    written = days.replace("HARD", hard).replace("EASY", "{run: 6 km easy}")
    (week,) = resolved(f"title: Full\nweeks: [{{{written}}}]").weeks
    parts = list(balanced(week, pages))
    assert " ".join(str(len(part.days)) for part in parts) == cut
    assert [day.name for part in parts for day in part.days] == [day.name for day in week.days]
    assert all([day.last for day in part.days] == [False] * (len(part.days) - 1) + [True] for part in parts)


@pytest.mark.parametrize("theme", ["classic", "large-print"])
def test_a_week_of_strength_with_a_run_gives_strength_the_page(theme: str) -> None:
    workouts = {"a": {"name": "Legwork", "exercises": [{"deadlift": "5/3/1+ @ 65/75/85%"}]}}
    week = {"mon": {"strength": "a"}, "wed": {"strength": "a"}, "fri": {"strength": "a"}, "sat": EASY}
    plan = {"title": "P", "weeks": [week], "workouts": workouts}
    job = shared_workshop().make(
        shared_workshop().load(plan), Order(theme=theme, sheets=("week-landscape",), parts=("sheets",))
    )
    frame = job.parts[0].sides[0].frame
    left = {said: x for said, x, _ in words(frame)}
    assert left["Easy run"] == pytest.approx(left["Legwork"]), "in one column"
    assert frame.text.count("effort 1–10") == 4


def test_large_print_says_exercises_and_sets_next_to_runs() -> None:
    week = {"mon": [EASY, {"strength": "a"}], "wed": [HARD, {"strength": "a"}]}
    plan = {"title": "P", "weeks": [week], "workouts": {"a": {"exercises": [{"squat": "3x8 60 kg @ RPE 8"}]}}}
    job = shared_workshop().make(shared_workshop().load(plan), Order(theme="large-print", parts=("sheets",)))
    text = " ".join(side.frame.text for side in job.parts[0].sides).replace("\xa0", " ")
    assert [text.count(said) for said in ("Squat", "3 × 8", "60 kg · RPE 8")] == [2, 2, 2]


@pytest.mark.parametrize(
    ("weeks", "paper"),
    mostly_deep(
        [(weeks, paper) for weeks in (11, 13, 14, 16) for paper in (A4, LETTER)], [(11, A4), (14, LETTER)]
    ),
)
def test_rungs_for_few_weeks_would_change_nothing_on_pages_of_many(weeks: int, paper: Size) -> None:
    """From there on the page begins further down its ladder, which gives what trying all of it gives."""
    hard = "{run: 2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd}"
    week = f"{{mon: {{strength: a}}, tue: {hard}, thu: {{run: 6 km easy}}, sat: {{run: 12 km long}}}}"
    plan = f"title: P\nweeks: [{', '.join([week] * weeks)}]\nworkouts: {{a: {{exercises: [{{squat: 3x8}}]}}}}"
    source = shared_workshop().load(plan)
    sheet = sheet_named("block")
    tried = sheet.but(ladder=tuple(rung.but(from_weeks=None) for rung in sheet.ladder))
    assert [rung.from_weeks for rung in sheet.ladder if rung.from_weeks] == [11, 14]
    block = shared_workshop().make(source, Order(sheets=("block",), parts=("sheets",))).handout.blocks[0]
    short, full = (
        lay_out_sheet(Studio(theme_named("classic"), book(), load_wording("en").labels), one, block, paper)
        for one in (sheet, tried)
    )
    assert [(one.x, one.y) for one in short.walk()] == [(one.x, one.y) for one in full.walk()]
    assert short.text == full.text


def test_exercises_of_a_tight_week_are_in_two_columns_each_day_and_tips_in_its_foot() -> None:
    plan = FilePath(__file__).parents[1] / "data" / "plans" / "overloaded.yaml"
    order = Order(sheets=("week-landscape",), parts=("sheets",), weeks=(2,))
    frame = shared_workshop().make(plan, order).parts[0].sides[0].frame
    chips = {round(x) for text, x, _ in words(frame) if re.fullmatch(r"\d\d", text)}
    assert len(chips) == 2
    assert "Easy means easy" in frame.text


@pytest.mark.parametrize("count", [2, 12, 24])
@pytest.mark.parametrize("theme", ["classic", "bold", "low-ink"])
def test_the_weeks_of_an_upright_page_end_well_before_the_key_with_paces(theme: str, count: int) -> None:
    weeks = [{"mon": {"run": f"{5 + number % 9} km easy"}, "sat": HARD} for number in range(count)]
    plan = {"title": "P", "athlete": RACING, "weeks": [*weeks[:-1], {**weeks[-1], "wed": EASY, "fri": EASY}]}
    order = Order(theme=theme, sheets=("week-portrait",), parts=("sheets",), weeks=(count,))
    (side,) = shared_workshop().make(shared_workshop().load(plan), order).parts[0].sides
    at = {said: (x, y) for said, x, y in words(side.frame)}
    (left, top), key = at["Kilometres a week: done, this week, to come"], at["How hard"][0]
    ends = [
        one.x + bounds(one.item).right
        for one in side.frame.walk()
        if isinstance(one.item, Path) and one.y > top and left - 0.5 < one.x < key - 0.5
    ]
    assert len(ends) > count, "bars, and the line below them"
    assert key - max(ends) >= 4
