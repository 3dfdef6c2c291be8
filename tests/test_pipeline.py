"""The whole way from a plan to documents: parts, papers, faces and flips; what the PDF says, where, and each time."""

import hashlib
import io
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import page as validation
import pikepdf
import pypdfium2
import pytest

from cardmaker import assets
from cardmaker.errors import (
    CardmakerError,
    DoesNotFitError,
    NotFoundError,
    PlanError,
    SeveralError,
    TemplateError,
)
from cardmaker.frame import Art, Frame
from cardmaker.geometry import Insets, Rect
from cardmaker.page import Document
from cardmaker.paint import write_pdf
from cardmaker.pipeline import PARTS, Job, JobPart, Order, one_document
from cardmaker.press.duplex import Flip
from cardmaker.theme.shelf import Shelf
from tests.kit import PLANS, make

STARTER, BUILD = (assets.templates("plans") / f"{name}.yaml" for name in ("runners-week", "ten-k-build"))
MM = 25.4 / 72

SMALL = """\
title: Small
start: 2027-03-01
weeks:
  - mon: [{run: 6 km easy, name: First}, {strength: lower}]
    wed: [{run: 8 km tempo, name: Second}]
    sat: [{run: 12 km long, name: Third}]
workouts:
  lower: {name: Lower body, exercises: [squat: 3x8, plank: 2x30 s, lunge: 2x8/side]}
"""


@cache
def job(plan: Path = STARTER, order: Order = Order()) -> Job:  # noqa: B008 - it can't be changed
    """A bundled plan, made."""
    return make(plan, order)


def part(made: Job, name: str) -> JobPart:
    """A part of a job."""
    return next(one for one in made.parts if one.name == name)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small plan in a folder of its own."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    return path


# Parts -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["runners-week", "laufwoche", "ten-k-build"])
def test_a_plan_of_runs_and_workouts_makes_all_parts(name: str) -> None:
    made = job(PLANS[name])
    assert [one.name for one in made.parts] == list(PARTS)
    assert [note for note in made.notes if "tips" not in note] == []
    assert part(made, "cards").cards == len(made.handout.exercises) >= 4
    assert part(made, "gym").cards == len(made.handout.workouts) >= 4
    sheets = part(made, "sheets")
    weeks = len(made.handout.weeks)
    assert len(sheets.document.pages) == weeks + (weeks > 1)


def test_paper_is_counted() -> None:
    cards = part(job(), "cards")
    assert cards.paper == "A4"
    assert cards.cards == 19
    assert len(cards.document.pages) == 6, "eight fronts on a page, and their backs"
    assert cards.sheets_of_paper == 3
    gym = part(job(), "gym")
    assert (gym.cards, gym.sheets_of_paper, gym.flip) == (4, 1, Flip.NONE)


@pytest.mark.parametrize("name", PARTS)
def test_part_alone(name: str) -> None:
    assert [one.name for one in job(STARTER, Order(parts=(name,))).parts] == [name]


def test_parts_come_in_their_own_order() -> None:
    assert [one.name for one in job(STARTER, Order(parts=("gym", "sheets"))).parts] == ["sheets", "gym"]


def test_plan_without_weeks_has_no_sheets(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("title: P\nworkouts: {a: {exercises: [squat: 3x8]}}\n", "utf-8")
    assert [one.name for one in make(plan).parts] == ["cards", "gym"]
    with pytest.raises(NotFoundError, match=r"plan\.yaml: nothing to print with these choices$"):
        make(plan, Order(parts=("sheets",)))


def test_plan_without_strength_has_no_cards(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("title: P\nweeks: [{mon: [{run: 5 km easy}]}]\n", "utf-8")
    assert [one.name for one in make(plan).parts] == ["sheets"]


def test_titles_author_and_language() -> None:
    document = part(job(BUILD), "cards").document
    assert document.title.startswith("10 km build – ")
    assert document.language == "en"


# Flips and impositions -------------------------------------------------------------------------------


def test_cards_are_turned_over_the_long_edge_unless_asked_otherwise() -> None:
    assert part(job(), "cards").flip is Flip.LONG
    assert part(job(), "cards").document.duplex == "DuplexFlipLongEdge"
    short = part(job(STARTER, Order(flip=Flip.SHORT)), "cards")
    assert (short.flip, short.document.duplex) == (Flip.SHORT, "DuplexFlipShortEdge")
    assert part(job(), "sheets").document.duplex == "Simplex"


def test_short_edge_turns_backs_otherwise() -> None:
    jobs = [job(STARTER, Order(flip=flip)) for flip in (Flip.LONG, Flip.SHORT)]
    long, short = (part(made, "cards").document for made in jobs)
    fronts = [[(one.x, one.y, one.turn) for one in made.pages[0].placements] for made in (long, short)]
    assert fronts[0] == fronts[1]
    assert {p.turn for p in long.pages[1].placements} != {p.turn for p in short.pages[1].placements}


def test_single_cards_are_pages_of_their_own_size() -> None:
    cards = part(job(STARTER, Order(imposition="single")), "cards")
    assert {page.size for page in cards.document.pages} == {(74, 105)}
    assert len(cards.document.pages) == 2 * cards.cards
    assert cards.paper == "A7"


def test_each_card_is_printed_once_with_its_back_behind_it() -> None:
    cards = part(job(), "cards").document
    width, seen = 210.0, []
    for front, back in zip(cards.pages[::2], cards.pages[1::2], strict=True):
        assert len(front.placements) == len(back.placements)
        behind = {(round(width - one.box.right, 3), round(one.box.y, 3)): one for one in back.placements}
        for one in front.placements:
            other = behind[(round(one.box.x, 3), round(one.box.y, 3))]
            assert other.section == one.section
            seen.append(one.section)
    assert len(seen) == len(set(seen)) == 19


def test_one_document_has_no_empty_page_but_one_for_notes_before_the_cards() -> None:
    whole = one_document(job())
    pages = [len(one.document.pages) for one in job().parts]
    assert whole.duplex == "DuplexFlipLongEdge"
    assert all(page.placements for page in whole.pages)
    assert pages[0] % 2 == 1, "so that the first card's front would be on the last sheet's back"
    assert len(whole.pages) == sum(pages) + 1
    assert whole.pages[pages[0]].placements[0].frame.text.startswith("Notes")
    front = next(i for i, page in enumerate(whole.pages) if page is part(job(), "cards").document.pages[0])
    assert front % 2 == 0
    assert one_document(job(STARTER, Order(parts=("sheets",)))).duplex == "Simplex"


# Choices ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stock", "paper", "cards_on_page"),
    [("a7", "a4", 8), ("a6", "a4", 4), ("poker", "letter", 9), ("index-3x5", "letter", 4)],
)
def test_stock_and_paper_by_order(stock: str, paper: str, cards_on_page: int) -> None:
    cards = part(job(STARTER, Order(stock=stock, paper=paper, parts=("cards",))), "cards")
    assert cards.paper.casefold() == paper
    assert len(cards.document.pages[0].placements) == cards_on_page
    assert len(cards.document.pages[0].trims) == cards_on_page


def test_order_goes_before_the_plan(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(SMALL + "print: {stock: poker, theme: low-ink, sheets: [week-portrait]}\n", "utf-8")
    by_plan, by_order = make(plan), make(plan, Order(stock="a6", sheets=("week-landscape",)))
    assert part(by_plan, "cards").document.pages[0].placements[0].frame.size == pytest.approx((63.5, 88.9))
    assert part(by_order, "cards").document.pages[0].placements[0].frame.size == (105, 148)
    assert part(by_plan, "sheets").document.pages[0].size == (210, 297)
    assert part(by_order, "sheets").document.pages[0].size == (297, 210)


def test_face_by_plan_and_order(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(SMALL + "print: {faces: {exercise: words}}\n", "utf-8")
    reported = part(make(plan), "cards").document.pages[0].placements[0].frame.text
    usual = part(make(plan, Order(face="pocket")), "cards").document.pages[0].placements[0].frame.text
    assert "Breathing" in reported
    assert reported != usual


def test_block_sheet_comes_with_the_second_week() -> None:
    one = job(BUILD, Order(weeks=(3,), parts=("sheets",), sheets=()))
    assert len(part(one, "sheets").document.pages) >= 1
    assert len(part(job(BUILD), "sheets").document.pages) == 9


def keyed(folder: Path, **order: Any) -> Job:
    """The small plan with a key card."""
    path = folder / "keyed.yaml"
    path.write_text(SMALL + "print: {key_card: true}\n")
    return make(path, Order(parts=("cards",), **order))


def test_a_key_card_goes_before_the_others_with_its_back(tmp_path: Path) -> None:
    plain, cards = part(keyed(tmp_path, exercises=("squat",)), "cards"), part(keyed(tmp_path), "cards")
    assert (plain.cards, cards.cards) == (1, 4)
    assert [side.name for side in cards.sides[:3]] == ["00-key-front", "00-key-back", "01-squat-front"]
    front, back = cards.document.pages
    assert front.placements[0].frame is cards.sides[0].frame
    behind = [placed for placed in back.placements if placed.frame is cards.sides[1].frame]
    assert len(behind) == 1, "its back is printed behind it"
    assert behind[0].x != front.placements[0].x, "on the other side of a sheet that is turned over"


def test_a_title_card_goes_in_front_of_the_deck(tmp_path: Path) -> None:
    path = tmp_path / "titled.yaml"
    path.write_text(SMALL + "print: {key_card: true, title_card: true}\n")
    cards = part(make(path, Order(parts=("cards",))), "cards")
    assert [side.name for side in cards.sides[:3]] == ["00-title-front", "00-title-back", "00-key-front"]
    assert "3\u00a0cards" in cards.sides[0].frame.text
    only = part(make(path, Order(parts=("cards",), exercises=("squat",))), "cards")
    assert only.cards == 1
    for stock in ("mini", "avery-5305"):
        assert part(make(path, Order(parts=("cards",), stock=stock)), "cards").cards == 4


@pytest.mark.parametrize(
    ("order", "count"), [({"stock": "mini"}, 3), ({"theme": "large-print"}, 3), ({"weeks": (1,)}, 4)]
)
def test_the_key_card_is_there_where_there_is_room(order: dict[str, Any], count: int, tmp_path: Path) -> None:
    made = keyed(tmp_path, **order)
    assert part(made, "cards").cards == count
    assert any("key card" in note for note in made.notes) is (count == 3), "else the build says so"


def test_week_and_exercise_are_chosen(small: Path) -> None:
    made = make(small, Order(exercises=("Plank",), parts=("cards",)))
    [card] = made.handout.exercises
    assert (card.exercise, card.number, part(made, "cards").cards) == ("plank", "02", 1)


def _seen(frame: Frame) -> list[tuple[object, ...]]:
    """What is on a frame and where; of artworks what they are made of, as each make compiles its own."""
    return [
        (x, y, item.width, item.artwork.source) if isinstance(item, Art) else (x, y, item)
        for x, y, item in frame.walk()
    ]


@pytest.mark.parametrize("stock", ["a7", "mini", "a5"])
def test_a_card_printed_again_is_that_of_its_deck(stock: str) -> None:
    whole = part(job(STARTER, Order(parts=("cards",), stock=stock)), "cards").sides
    again = part(job(STARTER, Order(parts=("cards",), stock=stock, exercises=("plank",))), "cards").sides
    deck = [side for side in whole if side.name.split("-", 1)[1] in ("plank-front", "plank-back")]
    assert len(deck) == 2
    assert [_seen(side.frame) for side in again] == [_seen(side.frame) for side in deck]


def test_names_may_be_written_as_people_do(small: Path) -> None:
    made = make(small, Order(theme="Low ink", stock="A6", paper="A4", face="Large"))
    assert part(made, "cards").document.pages[0].placements[0].frame.size == (105, 148)


_NO_GYM = "no face for gym cards of Poker size, 63.5 × 88.9 mm; choose quarter-letter or index-4x6 or a6"


@pytest.mark.parametrize(
    ("order", "reported"),
    [
        (Order(theme="clasic"), "no theme 'clasic'; did you mean 'classic'?"),
        (Order(stock="pokr"), "no stock 'pokr'; did you mean 'poker'?"),
        (Order(gym_stock="a66"), "no stock 'a66'; 'cardmaker list stocks' lists them"),  # a figure is no slip
        (Order(paper="leter"), "no paper 'leter'; did you mean 'letter'?"),
        (Order(face="pocked"), "no face 'pocked'; did you mean 'pocket'?"),
        (Order(sheets=("blok",)), "no sheet 'blok'; did you mean 'block'?"),
        (Order(theme="zzz"), f"no theme 'zzz'; there are: {', '.join(Shelf().names('themes'))}"),
        (Order(face="gym"), "face 'gym' is for gym cards; choose one for exercise cards"),
        (Order(face="large"), "face 'large' does not suit A7 cards of 74 × 105 mm"),
        (Order(gym_stock="poker"), _NO_GYM),
        (Order(weeks=(9,)), "no week 9; the plan has 1 week"),
        (
            Order(exercises=("squatt",)),
            "the plan has no exercise 'squatt'; did you mean 'squat'?",
        ),
    ],
)
def test_choice_that_isnt_there(small: Path, order: Order, reported: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        make(small, order)
    assert str(caught.value) == reported


def test_too_much_on_some_cards_is_reported_of_all(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    long = "; ".join(["as many more words as a person has patience for"] * 39)
    workouts = "".join(
        f"  {key}: {{exercises: [{{exercise: {name}, sets: 3x8, note: {long}}}]}}\n"
        for key, name in (("legs", "squat"), ("core", "plank"))
    )
    plan.write_text(f"title: P\nworkouts:\n{workouts}", "utf-8")
    with pytest.raises(SeveralError) as caught:
        make(plan, Order(parts=("gym",)))
    assert [line.split(" needs ")[0] for line in str(caught.value).splitlines()] == [
        f"{plan}:3: workouts.legs.exercises.0.note: card 'Legs', front: Squat, remark",
        f"{plan}:4: workouts.core.exercises.0.note: card 'Core', front: Plank, remark",
    ]
    assert caught.value.exit_code == DoesNotFitError.exit_code


# A user's own templates ------------------------------------------------------------------------------


def test_own_face_is_proofread(small: Path, tmp_path: Path) -> None:
    faces = tmp_path / "mine" / "faces"
    faces.mkdir(parents=True)
    face = faces / "plain.yaml"
    face.write_text(
        "name: Plain\nkind: exercise\nsuits: {width: [70, 80], height: [100, 110]}\nmargin: 5\ntype: card\n"
        'front:\n  body:\n    stack:\n      - {text: "{nmae}", style: name}\n      - {text: x, style: big}\n',
        "utf-8",
    )
    with pytest.raises(TemplateError) as caught:
        make(small, Order(face="plain"), [tmp_path / "mine"])
    assert str(caught.value).splitlines() == [
        f"{face}:9: front.body.stack.0.text: no field 'nmae' here; did you mean 'name'?",
        f"{face}:10: front.body.stack.1.style: no style 'big' in the theme's type for 'card'",
    ]
    face.write_text(
        face.read_text("utf-8").replace("{nmae}", "{name}").replace("style: big", "style: cue"), "utf-8"
    )
    made = make(small, Order(face="plain", parts=("cards",)), [tmp_path / "mine"])
    assert part(made, "cards").document.pages[0].placements[0].frame.text == "Squat\nx"


def test_own_theme_colours_what_is_printed(small: Path, tmp_path: Path) -> None:
    themes = tmp_path / "mine" / "themes"
    themes.mkdir(parents=True)
    (themes / "red.yaml").write_text('name: Red\nextends: classic\ncolours: {primary: "#8B0000"}\n', "utf-8")
    made = make(small, Order(theme="red", parts=("cards",)), [tmp_path / "mine"])
    assert "#8B0000" in repr(part(made, "cards").document.pages[0].placements[0].frame.items)


def test_light_club_colour_is_reported(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(SMALL + 'club: {name: Club, colours: {primary: "#FFD700"}}\n', "utf-8")
    [note] = make(plan).notes
    assert note.startswith("club colour #FFD700 is a ground under type only")


def test_missing_logo_is_reported_with_its_line(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(SMALL + "club: {name: Club, logo: club.svg}\n", "utf-8")
    with pytest.raises(PlanError, match=r"plan\.yaml:9: club\.logo: no file '.*club\.svg'"):
        make(plan)


def test_damaged_logo_is_reported_once(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    (tmp_path / "club.svg").write_text("<svg", "utf-8")
    plan.write_text(SMALL + "club: {name: Club, logo: club.svg}\n", "utf-8")
    with pytest.raises(CardmakerError) as caught:
        make(plan)
    assert len(str(caught.value).splitlines()) == 1


# The PDF ---------------------------------------------------------------------------------------------


@cache
def pdf(plan: Path, name: str, order: Order = Order()) -> bytes:  # noqa: B008
    """A part of a job as a file; 'whole' is all of it in one."""
    made = job(plan, order)
    document: Document = one_document(made) if name == "whole" else part(made, name).document
    return write_pdf(document)


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """The file as a viewer reads it."""
    return pypdfium2.PdfDocument(data)


def said(data: bytes, index: int = 0) -> str:
    """A page's text, as it is copied."""
    return " ".join(opened(data)[index].get_textpage().get_text_range().split())


def place(data: bytes, words: str, index: int = 0) -> Rect:
    """Where words stand on a page, in mm from its top left."""
    shown = opened(data)[index]
    text = shown.get_textpage()
    found = text.search(words, match_case=True).get_next()
    assert found, words
    first, count = found
    boxes = [text.get_charbox(n, loose=True) for n in range(first, first + count)]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    low, high = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return Rect(left * MM, (shown.get_height() - high) * MM, (right - left) * MM, (high - low) * MM)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("plan", [STARTER, BUILD], ids=lambda path: path.stem)
def test_bundled_plans_are_accessible_and_archivable(plan: Path, profile: str) -> None:
    report = validation.validate_pdf_bytes(pdf(plan, "whole"), profile=profile)
    assert validation.is_pdf_compliant_bytes(pdf(plan, "whole"), profile=profile), report


def test_week_reads_day_by_day() -> None:
    text = said(pdf(STARTER, "sheets"))
    days = [text.index(f" {day} ") for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")]
    assert days == sorted(days)
    assert text.index("A runner’s week") < days[0]
    assert days[-1] < text.index("Week total")
    monday = text[days[0] : days[1]]
    for reported in ("Easy run", "6.0 km", "Talking pace", "Lower body", "01", "06"):
        assert reported in monday
    assert monday.index("Easy run") < monday.index("Lower body")


def test_intervals_are_described_whole() -> None:
    text = said(pdf(STARTER, "sheets"))
    assert "6 × 400 m at 5k pace, 200 m jog after each" in text.replace("\u00a0", " ")


def test_card_reads_front_then_back() -> None:
    data = pdf(STARTER, "cards", Order(imposition="single"))
    names = [card.name for card in job().handout.exercises]
    for number, name in enumerate(names):
        front, back = said(data, 2 * number), said(data, 2 * number + 1)
        assert name in front
        assert name in back
        assert f"{number + 1:02}" in front
        assert "Common mistakes" in back
        assert "Common mistakes" not in front
    squat = said(data, 0)
    places = [
        squat.index(reported)
        for reported in ("Legs", "Squat", "Quads, glutes", "Feet shoulder", "3 × 8", "Rest")
    ]
    assert places == sorted(places)


def test_outline_leads_to_every_card() -> None:
    document = opened(pdf(STARTER, "cards"))
    titles = [entry.get_title() for entry in document.get_toc()]
    assert titles == [f"Card {card.number}: {card.name}" for card in job().handout.exercises]


def test_single_card_is_its_stock_to_the_hundredth() -> None:
    shown = opened(pdf(STARTER, "cards", Order(imposition="single")))[0]
    assert (shown.get_width() * MM, shown.get_height() * MM) == pytest.approx((74, 105), abs=0.01)


def test_words_stand_where_the_look_says() -> None:
    """A7, live from 5 mm: tab 3, 1.4, header 12 with a chip of 8.6 and 1.8 between; the strip ends at the foot."""
    data = pdf(STARTER, "cards", Order(imposition="single"))
    name = place(data, "Squat")
    assert name.x == pytest.approx(5 + 8.6 + 1.8, abs=0.6)
    assert 5 + 3 + 1.4 - 1.2 < name.y < 5 + 3 + 1.4 + 1.2
    chip = place(data, "01")
    assert Rect(5, 9.4, 8.6, 12).contains(chip, 0.6)
    sets = place(data, "3 × 8")
    assert Rect(5, 105 - 5 - 13, 64, 13).contains(sets, 0.6)


def test_words_lie_inside_their_trims_on_the_sheet() -> None:
    document = part(job(), "cards").document
    data = pdf(STARTER, "cards")
    for card in job().handout.exercises[:8]:
        about = place(data, card.name)
        [trim] = [trim for trim in document.pages[0].trims if trim.overlaps(about)]
        assert trim.inset(Insets.all(5)).contains(about, 0.1)
    assert {(round(trim.width, 2), round(trim.height, 2)) for trim in document.pages[0].trims} == {(105, 74)}


def test_pages_are_their_paper() -> None:
    sizes = {name: opened(pdf(STARTER, name))[0].get_size() for name in PARTS}
    assert [round(side * MM, 1) for side in sizes["sheets"]] == [297, 210]
    assert [round(side * MM, 1) for side in sizes["cards"]] == [210, 297]
    assert [round(side * MM, 1) for side in sizes["gym"]] == [210, 297]


def test_printers_are_asked_not_to_scale() -> None:
    with pikepdf.open(io.BytesIO(pdf(STARTER, "whole"))) as file:
        assert file.Root.ViewerPreferences.PrintScaling == "/None"
        assert file.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"


ELSEWHERE = """
import hashlib, json, sys
from cardmaker.paint import write_pdf
from cardmaker.pipeline import Order, make, one_document
from tests.kit import PLANS
job = make(sys.argv[1], Order())
parts = {part.name: part.document for part in job.parts} | {"whole": one_document(job)}
print(json.dumps({name: hashlib.sha256(write_pdf(document)).hexdigest() for name, document in parts.items()}))
"""


def sums(plan: Path, **environment: str) -> dict[str, str]:
    """The checksums of all files of a plan, made by another process."""
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(plan)],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
        text=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_every_process_writes_the_same_bytes() -> None:
    first = sums(STARTER, PYTHONHASHSEED="1", TZ="UTC")
    second = sums(STARTER, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C")
    assert first == second
    here: dict[str, Any] = {
        name: hashlib.sha256(pdf(STARTER, name)).hexdigest() for name in (*PARTS, "whole")
    }
    if "SOURCE_DATE_EPOCH" not in os.environ:
        assert here == first
