"""Books and posters of the bundled plans: what is in them, for whom, and that their PDFs can be read aloud."""

import io
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from cardmaker import assets
from cardmaker.errors import NotFoundError
from cardmaker.frame import Role, Text
from cardmaker.geometry import Insets, Size
from cardmaker.layout.unsaid import bare, quoted
from cardmaker.paint import write_pdf
from cardmaker.pipeline import Job, Order
from cardmaker.pipeline.calibration import calibration_sheet
from cardmaker.press.duplex import Flip
from cardmaker.press.poster import Enlargement
from cardmaker.press.printer import Printer
from cardmaker.press.ticket import Sides
from cardmaker.theme.shelf import Shelf
from tests.kit import bundled_plans, make, shared_workshop
from tests.layout.layout_kit import groups, shapes, words

validation = pytest.importorskip("page")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WEEK = assets.templates("plans") / "runners-week.yaml"
KINDS = {
    "pocket": Order(book="pocket"),
    "booklet": Order(book="booklet"),
    "poster": Order(poster=Enlargement(2, 2), parts=("sheets",)),
    "card": Order(poster=Enlargement(size=Size(420, 594)), parts=("cards",)),
}


@cache
def made(kind: str, plan: Path = WEEK) -> Job:
    """A book or poster of a plan."""
    return make(plan, KINDS[kind])


@cache
def pdf(kind: str) -> bytes:
    """Its PDF."""
    return write_pdf(made(kind).parts[0].document)


def text_of(data: bytes, number: int) -> str:
    """What is written on a page."""
    return str(pypdfium2.PdfDocument(io.BytesIO(data))[number].get_textpage().get_text_bounded())


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("kind", ["pocket", "booklet", "poster"])
def test_books_and_posters_are_accessible_and_archivable(kind: str, profile: str) -> None:
    report = validation.validate_pdf_bytes(pdf(kind), profile=profile)
    assert validation.is_pdf_compliant_bytes(pdf(kind), profile=profile), report


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_calibration_sheet_is_accessible_and_archivable(profile: str) -> None:
    data = write_pdf(calibration_sheet(printer=Printer("home", margin=Insets.all(4))))
    report = validation.validate_pdf_bytes(data, profile=profile)
    assert validation.is_pdf_compliant_bytes(data, profile=profile), report


@bundled_plans("runners-week")
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("book", ["pocket", "booklet"])
def test_bundled_plans_fit_into_books(plan: Path, paper: str, book: str) -> None:
    job = make(plan, Order(book=book, paper=paper, theme="classic"))  # pocket books hold no large print
    (part,) = job.parts
    sections = [place.section for page in part.document.pages for place in page.placements if place.section]
    for week in job.handout.weeks:
        assert week.name in sections
    for card in job.handout.exercises:
        alone = re.compile(rf"(^|: ){re.escape(card.name)}")
        assert sum(bool(alone.search(section)) for section in sections) == 1, card.name
    assert {page.size.landscape for page in part.document.pages} == {False}
    assert not tips_missing(job)


def tips_missing(job: Job) -> list[str]:
    """The tips of a plan that are on no page of its book, and in no note about it."""
    pages = bare("".join(side.frame.text for side in job.parts[0].sides))
    notes = "".join(job.notes)
    tips = dict.fromkeys(tip for week in job.handout.weeks for tip in week.tips)
    return [tip for tip in tips if (bare(tip) in pages) == (f"tip '{quoted(tip)}'" in notes)]


@pytest.mark.parametrize(
    ("book", "weeks", "tips", "headed", "noted"),
    [
        ("pocket", 1, 3, 1, False),  # five pages are left
        ("pocket", 6, 3, 1, False),  # one is
        ("pocket", 7, 3, 0, True),  # none
        ("pocket", 6, 60, 1, True),  # one, for some of them
        ("pocket", 5, 30, 2, False),
        ("booklet", 1, 3, 1, False),  # the week has room for them
        ("booklet", 2, 60, 3, True),  # on both weeks and a page
    ],
)
def test_tips_that_weeks_have_no_room_for_are_on_pages_for_notes(
    book: str, weeks: int, tips: int, headed: int, noted: bool
) -> None:
    plan = {
        "title": "P",
        "weeks": [{"mon": {"run": "5 km easy"}}] * weeks,
        "tips": [f"Tip {number} says what one does well to heed." for number in range(tips)],
    }
    workshop = shared_workshop()
    job = workshop.make(workshop.load(plan), Order(book=book, parts=("sheets",)))
    pages = [side.frame.text.splitlines() for side in job.parts[0].sides]
    assert sum("Tips" in page for page in pages[1:]) == headed
    assert any("room for the tip" in note for note in job.notes) is noted
    assert not tips_missing(job)


def test_tips_are_below_an_exercise_alone_on_the_last_page_of_a_booklet() -> None:
    plan = {
        "title": "P",
        "workouts": {"a": {"exercises": [{"squat": "3x8"}]}},
        "weeks": [{"mon": {"strength": "a"}}] * 2,
        "tips": [f"Tip {number} says what one does well to heed." for number in range(36)],
    }
    workshop = shared_workshop()
    job = workshop.make(workshop.load(plan), Order(book="booklet", parts=("sheets", "cards")))
    last = job.parts[0].sides[-1].frame.text
    assert "Tips" in last.splitlines() and "Tip 3 says" in last and "Squat" in last
    assert not tips_missing(job)


@pytest.mark.parametrize("book", ["pocket", "booklet"])
def test_a_full_week_goes_on_on_another_page_before_anything_is_left_out(book: str) -> None:
    plan = Path(__file__).parent / "data" / "plans" / "overloaded.yaml"
    job = make(plan, Order(book=book, parts=("sheets",)))
    pages = [side.frame for side in job.parts[0].sides if "week-1" in side.name]
    assert len(pages) > 1
    said = "\n".join(page.text for page in pages)
    assert [said.count(day) for day in ("1 Mar", "2 Mar", "7 Mar")] == [1, 1, 2]
    assert "All five within three seconds" in said.replace("\n", " ")
    assert not any("details" in loss.what or "notes" in loss.what for page in pages for loss in page.losses)


def test_contents_have_a_line_for_each_workout_however_many_cards_it_has() -> None:
    cover = make(assets.templates("plans") / "ten-k.yaml", Order(book="booklet")).parts[0].sides[0].frame.text
    assert [line for line in cover.splitlines() if "body" in line] == ["Lower body", "Upper body and core"]


def test_weeks_of_a_booklet_keep_their_sets_where_boxes_can_be_lower() -> None:
    job = make(assets.templates("plans") / "ten-k.yaml", Order(book="booklet", parts=("sheets",)))
    week = job.parts[0].sides[1].frame.text.replace("\xa0", " ")
    assert "Goblet squat" in week and week.count("\n / side") == 4
    assert week.count("effort 1–10") == 5


@pytest.mark.parametrize(("exercises", "lines"), [(1, True), (2, False), (3, True)])
def test_below_an_exercise_alone_on_its_page_there_are_lines(exercises: int, lines: bool) -> None:
    names = ("squat", "lunge", "plank")[:exercises]
    plan = {"title": "P", "workouts": {"a": {"exercises": [{name: "3x8"} for name in names]}}}
    workshop = shared_workshop()
    sides = workshop.make(workshop.load(plan), Order(book="booklet", parts=("cards",))).parts[0].sides
    last = sides[(exercises + 1) // 2].frame
    assert ("Notes" in last.text.splitlines()) is lines


def test_covers_of_plans_for_strength_show_its_sets() -> None:
    workouts = {
        "a": {"exercises": [{"squat": "3x8"}, {"plank": "2x30 s"}]},
        "b": {"exercises": [{"lunge": "4x8"}]},
    }
    weeks = [{"mon": {"strength": "a"}, "wed": {"strength": "b"}, "sun": {"run": "5 km"}}] * 2
    workshop = shared_workshop()
    plan = workshop.load({"title": "P", "weeks": weeks, "workouts": workouts})
    cover = workshop.make(plan, Order(book="booklet")).parts[0].sides[0].frame
    alt = [figure.alt for figure in groups(cover.items, Role.FIGURE)]
    assert alt == ["1: 9 sets, 2: 9 sets"]


def test_pages_of_a_pocket_book_have_the_numbers_of_its_contents() -> None:
    sides = made("pocket").parts[0].sides[:8]
    numbers = [side.frame.text.rstrip().rsplit("\n", 1)[-1] for side in sides[1:]]
    assert numbers == [str(number) for number in range(2, 9)]


def test_pocket_book_has_a_cover_and_what_is_on_which_page() -> None:
    (part,) = made("pocket").parts
    page = part.document.pages[0]
    names = [placement.section for placement in page.placements]
    assert names[0] == "Cover 1 of 4"
    assert names[1:3] == ["This week", "Lower body"]
    text = text_of(pdf("pocket"), 0)
    for said in ("A runner’s week", "1 of 4", "7–8", "6 × 400 m"):
        assert said in text
    assert part.flip is Flip.NONE
    assert all(len(page.placements) == 8 for page in part.document.pages)


def test_nearly_empty_weeks_of_a_pocket_book_have_room_to_write() -> None:
    rests = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat"), "rest")
    plan = {"title": "P", "weeks": [{**rests, "sun": {"run": "5 km easy"}}]}
    workshop = shared_workshop()
    week = workshop.make(workshop.load(plan), Order(book="pocket")).parts[0].sides[1].frame
    tops = {text: y for text, _, y in words(week) if text in DAYS}
    rows = [tops[after] - tops[day] for day, after in pairwise(DAYS)]
    assert max(rows) < 8, "days of rest are low"
    lines = [
        shape for shape in shapes(week) if not shape.height and shape.y > tops["Sun"] and shape.width > 30
    ]
    assert len(lines) >= 3


@pytest.mark.parametrize(
    "order", [Order(book="pocket"), Order(book="booklet"), Order(book="booklet", theme="large-print")]
)
def test_what_a_book_asks_for_has_a_line_behind_it(order: Order) -> None:
    sides = make(assets.templates("plans") / "blank-week.yaml", order).parts[0].sides
    [frame, *_] = [side.frame for side in sides if "What:" in side.frame.text]
    asked = [y for text, _, y in words(frame) if text == "What:"]
    lines = [shape.y for shape in shapes(frame) if shape.height < 0.5 and shape.width > 20]
    assert len(asked) >= 4
    assert all(any(abs(line - y) < 0.6 for line in lines) for y in asked)


OVERLOADED = Path(__file__).parent / "data" / "plans" / "overloaded.yaml"


def test_titles_of_a_full_pocket_week_are_larger_than_what_is_said_of_them() -> None:
    sides = make(OVERLOADED, Order(book="pocket", parts=("sheets",))).parts[0].sides
    texts = [one.item for side in sides[1:] for one in side.frame.walk() if isinstance(one.item, Text)]
    titles = {one.size_pt for one in texts if one.content in ("Easy run", "Intervals", "Tempo")}
    details = {one.size_pt for one in texts if one.content.startswith(("Talking", "2\xa0km"))}
    assert titles and details
    assert min(titles) - max(details) >= 0.5


@pytest.mark.parametrize(("plan", "shown"), [("ten-k-build", False), ("run-walk-5k", True)])
def test_pocket_weeks_have_profiles_on_all_pages_or_on_none(plan: str, shown: bool) -> None:
    path = assets.templates("plans") / f"{plan}.yaml"
    sides = make(path, Order(book="pocket", parts=("sheets",))).parts[0].sides
    fills = {Shelf().theme("classic").colours[effort] for effort in ("easy", "long")}
    weeks = [side.frame for side in sides if side.frame.text.startswith("Week")]
    assert len(weeks) > 5
    drawn = [any(getattr(one.item, "fill", "") in fills for one in week.walk()) for week in weeks]
    assert drawn == [shown] * len(weeks)


def test_pages_of_a_pocket_week_all_list_exercises_or_all_the_cards_to_take() -> None:
    """Monday has no room for its exercises with their sets; Friday, on the other page, would have."""
    sides = make(assets.templates("plans") / "laufwoche.yaml", Order(book="pocket")).parts[0].sides
    pages = [side.frame.text for side in sides if side.frame.text.startswith("Diese Woche")]
    assert len(pages) == 2
    assert all("2 × 8–10" not in page.replace("\xa0", " ") for page in pages)
    assert all(f"\n{number}" in pages[1] for number in (16, 17, 18, 19))


def test_the_cards_to_take_in_a_pocket_week_are_on_one_line() -> None:
    names = ("push-up", "band-row", "side-plank", "dead-bug", "bird-dog", "monster-walk")
    workout = {"name": "Upper body and core", "exercises": [{name: "3x8"} for name in names]}
    days = {day.lower(): [{"run": "5 km easy", "note": "Slow."}, {"run": "2 km easy"}] for day in DAYS}
    plan = {"title": "P", "workouts": {"a": workout}, "weeks": [{**days, "mon": [{"strength": "a"}]}]}
    workshop = shared_workshop()
    job = workshop.make(workshop.load(plan), Order(book="pocket", parts=("sheets",)))
    chips = [y for text, _, y in words(job.parts[0].sides[1].frame) if text in ("01", "06")]
    assert len(chips) == 2 and len(set(chips)) == 1


def test_sets_of_a_pocket_workout_have_boxes_next_to_each_other() -> None:
    sides = made("pocket").parts[0].sides
    workout = next(side.frame for side in sides if side.title == "Lower body")
    boxes = [shape for shape in shapes(workout) if 6.5 < shape.height < 7.2 and 6.5 < shape.width < 7.2]
    rows = Counter(round(box.y, 1) for box in boxes)
    assert list(rows.values()) == [3] * 6, "7 mm high and wide, the line among it"
    assert len({round(box.right, 1) for box in boxes}) == 3, "below each other"


def test_pocket_workouts_ask_for_the_date_and_each_round_of_a_station() -> None:
    circuit = make(assets.templates("plans") / "club-circuit.yaml", Order(book="pocket", parts=("gym",)))
    pages = [side.frame for side in circuit.parts[0].sides if side.title.startswith("Stations")]
    rows = Counter(
        (page, round(shape.y, 1))
        for page, frame in enumerate(pages)
        for shape in shapes(frame)
        if 6.5 < shape.height < 7.2 and 6.5 < shape.width < 7.2
    )
    assert list(rows.values()) == [3] * 8
    assert all("Date" in frame.text.split("\n") for frame in pages)


def test_titles_of_books_have_lines_of_about_one_length() -> None:
    plan = assets.templates("plans") / "half-marathon.yaml"
    made = make(plan, Order(book="booklet", parts=("sheets",), weeks=(1,)))
    assert made.parts[0].sides[0].frame.text.startswith("Half marathon\nwith strength")


def test_large_print_booklets_say_exercises_and_sets() -> None:
    plan = assets.templates("plans") / "three-day-gym.yaml"
    sides = (
        make(plan, Order(book="booklet", theme="large-print", parts=("sheets",), weeks=(1,))).parts[0].sides
    )
    text = sides[1].frame.text.replace("\xa0", " ")
    assert "Seated cable row" in text and "4 × 5–8" in text
    assert min(one.item.size_pt for one in sides[1].frame.walk() if isinstance(one.item, Text)) >= 14


def test_large_print_booklets_go_on_on_another_page_rather_than_leave_exercises_out() -> None:
    sides = make(WEEK, Order(book="booklet", theme="large-print", parts=("sheets",))).parts[0].sides
    week = "\n".join(side.frame.text for side in sides)
    assert all(name in week for name in ("Monster walk", "Side plank", "Lat pulldown"))


@pytest.mark.parametrize(("plan", "said"), [("strength-waves", True), ("ten-k-build", False)])
def test_pocket_weeks_say_exercises_where_there_is_room_for_all(plan: str, said: bool) -> None:
    sides = (
        make(assets.templates("plans") / f"{plan}.yaml", Order(book="pocket", parts=("sheets",), weeks=(1,)))
        .parts[0]
        .sides
    )
    text = sides[1].frame.text
    names = ("Split squat", "Calf raise") if said else ("Goblet squat", "Plank", "Lat pulldown")
    assert [name in text for name in names] == [said] * len(names)
    assert "04" in text, "the number of the card in any case"


def test_booklet_weeks_say_exercises_with_their_sets_though_they_are_full() -> None:
    sides = make(OVERLOADED, Order(book="booklet", parts=("sheets",))).parts[0].sides
    [monday] = [
        side.frame for side in sides if "Monday" in side.frame.text or "Mon\n1 March" in side.frame.text
    ]
    squat, clamshell, plank, bug = (
        next(one for one in words(monday) if one[0] == said)
        for said in ("Squat", "Clamshell", "Plank", "Dead bug")
    )
    assert clamshell[1] == squat[1], "in one column: loads would be second lines in two"
    assert bug[1] > plank[1] + 40, "in a column of its own"
    assert "6\xa0×\xa05" in monday.text


def test_sides_in_a_booklets_columns_are_on_the_line_of_their_sets() -> None:
    sides = (
        make(assets.templates("plans") / "ten-k-build.yaml", Order(book="booklet", weeks=(1,))).parts[0].sides
    )
    placed = words(next(side.frame for side in sides if "Side plank" in side.frame.text))
    plank = next(at for at, one in enumerate(placed) if one[0] == "Side plank")
    sets = "".join(text for text, _, y in placed[plank + 1 :] if y == placed[plank][2])
    assert sets.replace("\xa0", " ") == "2 × 20–30 s / side"


def test_booklet_weeks_keep_supersets_in_a_column_and_have_lines_for_loads() -> None:
    sides = make(OVERLOADED, Order(book="booklet", parts=("sheets",))).parts[0].sides
    frame = next(side.frame for side in sides if "Bulgarian" in side.frame.text)
    placed = words(frame)
    first, second = (
        next(one for one in placed if one[0].startswith(said)) for said in ("Bulgarian", "Calf raise")
    )
    assert second[1] == pytest.approx(first[1]) and second[2] > first[2], "below each other"
    units = [one for one in placed if one[0] == "kg"]
    assert len(units) >= 7, "a line for each load"


def test_booklet_is_printed_on_both_sides() -> None:
    (part,) = made("booklet").parts
    assert part.flip is Flip.LONG
    assert len(part.document.pages) % 2 == 0
    outer = text_of(pdf("booklet"), 0)
    assert "A runner’s week" in outer
    assert "7–16" in outer
    assert "This week" in text_of(pdf("booklet"), 1)


def test_fronts_and_backs_by_themselves() -> None:
    both = made("booklet").parts[0].document.pages
    fronts, backs = (
        make(WEEK, Order(book="booklet", sides=sides)).parts[0].document.pages
        for sides in (Sides.FRONTS, Sides.BACKS)
    )
    assert [page.label for page in fronts] == [page.label for page in both[::2]]
    assert [page.label for page in backs] == [page.label for page in both[1::2]]


def test_only_what_is_asked_for_goes_into_a_book() -> None:
    (part,) = make(WEEK, Order(book="pocket", parts=("sheets", "gym"))).parts
    (page,) = part.document.pages
    assert [place.section for place in page.placements][:6] == [
        "Cover", "This week", "Lower body", "Upper body", "Core", "Mobility",
    ]  # fmt: skip
    with pytest.raises(NotFoundError, match="nothing to put into a book"):
        make(WEEK, Order(book="pocket", parts=()))


def test_books_are_made_for_a_printer() -> None:
    printer = Printer("home", margin=Insets(0, 0, 9, 0))
    job = make(WEEK, Order(book="booklet", printer=printer))
    assert any("can't print all of" in note for note in job.notes)
    shifted = Printer("home").__class__("home", back=type(printer.back)(0.5, 0.25))
    pages = make(WEEK, Order(book="booklet", printer=shifted)).parts[0].document.pages
    assert {page.adjustment.dx for page in pages[::2]} == {0.0}
    assert {page.adjustment.dx for page in pages[1::2]} == {-0.5}


def test_a_poster_keeps_clear_of_the_printers_margin() -> None:
    printer = Printer("home", margin=Insets(4, 4, 14, 4))
    job = make(WEEK, Order(poster=Enlargement(2, 2), parts=("sheets",), printer=printer))
    assert not any("can't print" in note for note in job.notes)
    window = job.parts[0].document.pages[0].placements[0].window
    assert window and window.x == 14


def test_a_poster_of_a_card_is_its_front() -> None:
    (part,) = made("card").parts
    names = list(dict.fromkeys(page.placements[0].section for page in part.document.pages))
    assert len(names) == len(made("card").handout.exercises)
    first = part.document.pages[0].placements[0]
    assert first.box.size == pytest.approx(Size(74 * 550 / 105, 550), abs=1.5), (
        "on six sheets, and not on eight"
    )


@pytest.mark.parametrize(
    ("wanted", "size", "sheets"),
    [
        (Enlargement(size=Size(420, 594)), Size(420, 594), 1),
        (Enlargement(2, 2), Size(370, 544), 1),
        (Enlargement(2, 1), Size(210, 297), 2),
        (Enlargement(size=Size(100, 150)), Size(210, 297), 2),
    ],
    ids=["a2", "tiles", "lying-tiles", "smaller-than-the-paper"],
)
def test_sheets_are_laid_out_for_their_poster(wanted: Enlargement, size: Size, sheets: int) -> None:
    """As much as paper of that size has, and not an A4 page made larger, is on it: 26 weeks, with margins to suit."""
    workshop = shared_workshop()
    plan = workshop.load({"title": "P", "weeks": [{"sun": {"run": "10 km easy"}}] * 26})
    (part,) = workshop.make(plan, Order(poster=wanted, sheets=("block",), parts=("sheets",))).parts
    assert [side.frame.size for side in part.sides] == [pytest.approx(size)] * sheets


def test_tiles_say_which_they_are() -> None:
    assert "This week · A1, of 2 × 2" in text_of(pdf("poster"), 0)
    assert "This week · B2, of 2 × 2" in text_of(pdf("poster"), 3)


def test_bytes_are_the_same_again() -> None:
    again = write_pdf(make(WEEK, KINDS["booklet"]).parts[0].document)
    assert again == pdf("booklet")


def test_page_templates_are_known() -> None:
    names = Shelf().names("books")
    assert len(names) >= 7
    for name in names:
        leaf = Shelf().leaf(name)
        assert leaf.id == name
        assert leaf.margin >= 5


def test_page_boxes() -> None:
    with pikepdf.open(io.BytesIO(pdf("booklet"))) as opened:
        for page in opened.pages:
            assert [float(edge) * 25.4 / 72 for edge in page.MediaBox] == pytest.approx(
                [0, 0, 210, 297], abs=0.01
            )


def test_the_cover_of_a_book_counts_all_weeks_at_once() -> None:
    """However few its sheet has room for elsewhere."""
    job = make(assets.templates("plans") / "ten-k-build.yaml", Order(book="booklet"))
    (block,) = job.handout.blocks
    assert len(block.weeks) == len(job.handout.weeks) == 8
