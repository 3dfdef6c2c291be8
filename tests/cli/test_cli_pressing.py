"""Sides, fold-over, used sheets, copies and marks on the command line, and what build says of them."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.kit import Command

CARDS = ("build", "small.yaml", "--only", "cards", "-o", "cards.pdf")


def pages(path: str = "cards.pdf") -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def reported(command: Command, *more: str) -> str:
    done = command(*CARDS, *more)
    assert done.code == 0, done.err
    return done.out


@pytest.mark.parametrize(
    ("more", "count", "says"),
    [
        ((), 2, "two-sided, flip on long edge. Cut at the marks."),
        (("--flip", "short"), 2, "two-sided, flip on short edge. Cut at the marks."),
        (("--sides", "fronts"), 1, "one-sided, the fronts. Then the same command with --sides backs"),
        (("--sides", "backs"), 1, "over its long edge and put it back, so that blank sides are printed and the first"),
        (("--sides", "backs", "--last-first"), 1, "and the last sheet is taken first."),
        (("--fold",), 1, "one-sided. Cut at the marks. Fold backwards along the dashed lines, and glue."),
        (("--copies", "9"), 6, "Cut at the marks."),
        (("--copies", "9", "--stack"), 6, "put the piles on each other, that of position 1 on top."),
        (("--copies", "squat=8"), 4, "Cut at the marks."),
        (("--copies", "2", "--copies", "Planks=0"), 2, "Cut at the marks."),
        (("--start-at", "8"), 4, "The used sheet goes in first: position 8 is the first free one, counted from"),
        (("--stock", "avery-5371"), 2, "Load sheets of Letter that come cut."),
        (("--single",), 4, "two-sided, flip on long edge.\n"),
        (("--marks", "none"), 2, "two-sided, flip on long edge. A card is 74 x 105 mm.\n"),
    ],
)  # fmt: skip
def test_build_makes_it_and_says_what_to_do(
    command: Command, in_folder: Path, more: tuple[str, ...], count: int, says: str
) -> None:
    assert says in reported(command, *more)
    assert pages() == count


@pytest.mark.parametrize(
    ("more", "code", "says"),
    [
        (("--start-at", "9"), 11, "a sheet has 8 positions, and none is number 9; start at 1 to 8"),
        (("--start-at", "2", "--single"), 11, "there is no position 2 on single cards; leave --start-at out"),
        (("--copies", "sqat=2"), 6, "--copies: no card 'sqat' here; did you mean 'squat'?"),
        (("--copies", "0"), 2, "0 copies; it should be 1 to 500"),
        (("--copies", "many"), 2, "'many' is not a number of copies; write 3, or squat=2 for one card"),
        (("--bleed", "wide"), 2, "'wide' is not a length"),
        (("--bleed", "90 mm"), 2, "should be 0 to 50 mm"),
        (("--fold", "--sides", "backs"), 2, "--fold is for both sides at once; leave it out with --sides backs"),
        (("--last-first",), 2, "--last-first is for backs alone; use it with --sides backs"),
        (("--marks", "none", "--marks", "crop"), 2, "--marks none excludes other marks"),
        (("--marks", "corp"), 2, "unknown word 'corp'; did you mean 'crop'?"),
        (("--stock", "a5", "--fold", "--paper", "a5"), 11, "no fold-over cards of 148 × 210 mm on 148 × 210 mm"),
        (("--bleed", "3mm", "--for", "screen"), 2, "--bleed is for paper; leave it out with --for screen"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_reported_in_a_line(
    command: Command, in_folder: Path, more: tuple[str, ...], code: int, says: str
) -> None:
    done = command(*CARDS, *more)
    assert done.code == code, done.err
    assert says in done.err
    assert not (in_folder / "cards.pdf").exists()


def test_backs_leave_out_what_has_none(command: Command, in_folder: Path) -> None:
    done = command("build", "small.yaml", "--sides", "backs")
    assert done.code == 0
    assert [path.name for path in (in_folder / "output").iterdir()] == ["small-cards.pdf"]


def test_the_plan_says_it_as_well(command: Command, in_folder: Path) -> None:
    with (in_folder / "small.yaml").open("a") as plan:
        plan.write("print: {copies: {squat: 9}, marks: none}\n")
    assert reported(command).endswith("two-sided, flip on long edge. A card is 74 x 105 mm.\n")
    assert pages() == 4
    assert reported(command, "--copies", "1", "--marks", "crop").endswith(
        "Cut at the marks. A card is 74 x 105 mm.\n"
    )
    assert pages() == 2


def test_bleed_and_trim_of_single_cards(command: Command, in_folder: Path) -> None:
    reported(command, "--single", "--bleed", "3 mm", "--stock", "poker")
    with pikepdf.open("cards.pdf") as pdf:
        leaf = pdf.pages[0]
        boxes = {
            name: [round(float(edge) * 25.4 / 72, 2) for edge in leaf.obj[f"/{name}"]]
            for name in ("MediaBox", "TrimBox", "BleedBox")
        }
    assert boxes["MediaBox"] == boxes["BleedBox"] == [0, 0, 69.5, 94.9]
    assert boxes["TrimBox"] == [3, 3, 66.5, 91.9]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--only", "sheets", "--stack"), "--stack is for cards; leave it out with --only sheets"),
        (("--only", "sheets", "--start-at", "3"), "--start-at is for cards"),
        (("--only", "sheets", "--copies", "3"), "--copies is for cards"),
        (("--only", "cards", "--gym-stock", "a5"), "--gym-stock is for gym cards; leave it out with --only cards"),
        (("--only", "gym", "--stock", "a5"), "--stock is for exercise cards; leave it out with --only gym"),
        (("--only", "gym", "--sheet", "block"), "--sheet is for week sheets; leave it out with --only gym"),
        (("--single", "--stack"), "--stack is for sheets of cards; leave it out with --single"),
        (("--imposition", "single", "--gutter", "2"), "--gutter is for sheets of cards"),
        (("--format", "png", "--sides", "backs"), "--sides is for printing; leave it out with --format png"),
        (("--format", "svg", "--copies", "2"), "--copies is for printing; leave it out with --format svg"),
        (("--format", "png", "--poster", "a2"), "--poster is for printing"),
        (("--book", "pocket", "--copies", "2"), "--copies is for cards; leave it out with --book"),
        (("--book", "pocket", "--sides", "backs"), "--sides is for two sides; leave it out with --book pocket"),
        (("--book", "booklet", "--ring-hole"), "--ring-hole is for cards; leave it out with --book"),
        (("--poster", "a2", "--bleed", "3"), "--bleed is for cards; leave it out with --poster"),
        (("--poster", "a2", "--sides", "fronts"), "--sides is for two sides; leave it out with --poster"),
        (("--for", "screen", "--sheet", "block"), "--sheet is for paper"),
    ],
)  # fmt: skip
def test_what_would_change_nothing_is_refused(
    command: Command, in_folder: Path, more: tuple[str, ...], says: str
) -> None:
    done = command("build", "small.yaml", *more)
    assert done.code == 2, done.out
    assert says in done.err
    assert not (in_folder / "output").exists()


def test_none_of_them_may_be_asked_for(command: Command, in_folder: Path) -> None:
    assert command(*CARDS, "--single", "--marks", "none", "--printer", "none").code == 0


def test_a_plans_single_cards_are_not_stacked(command: Command, in_folder: Path) -> None:
    with (in_folder / "small.yaml").open("a") as plan:
        plan.write("print: {imposition: single, gutter: 3 mm}\n")
    assert command(*CARDS).code == 0
    done = command(*CARDS, "--stack")
    assert done.code == 11
    assert "--stack is for sheets of cards, and these are single ones; add --imposition sheet" in done.err
    assert command(*CARDS, "--stack", "--imposition", "sheet").code == 0


def test_stock_that_comes_cut_says_what_it_goes_without(command: Command, in_folder: Path) -> None:
    done = command(*CARDS, "--stock", "5371", "--bleed", "3", "--ring-hole")
    assert done.code == 0
    assert "note: Avery 5371 comes cut: it is printed without bleed and ring hole" in done.err
    assert "comes cut" not in command(*CARDS, "--stock", "5371", "--marks", "none").err


def test_corners_are_no_rounder_than_a_card(command: Command, in_folder: Path) -> None:
    done = command(*CARDS, "--corner-radius", "40")
    assert done.code == 11
    assert "corners of 40 mm don't go on cards of 74 × 105 mm; 37 mm are the most" in done.err


def test_no_backs_are_reported(command: Command, in_folder: Path) -> None:
    done = command("build", "small.yaml", "--only", "gym", "--sides", "backs")
    assert done.code == 6
    assert "nothing to print with these choices: none of it has a back" in done.err


@pytest.mark.parametrize(
    ("more", "code", "says"),
    [
        ("corner_radius: 31 mm", 4, "corner_radius: 31 mm are too many; 30 mm are the most"),
        ("safe_margin: 30 mm", 4, "safe_margin: 30 mm leave nothing of 60 × 90 mm"),
        (
            "holes: [{x: 300 mm, y: 5 mm, diameter: 4 mm}]",
            4,
            "holes: 300, 5 mm is not on a card of 60 × 90 mm",
        ),
        ("corner_radius: true", 4, "corner_radius: 'true' is not a length; write '5 mm'"),
        ("papers: {a44: {gutter: 2 mm}}", 6, "papers: no paper 'a44'; write a2, "),
    ],
)
def test_a_stock_of_ones_own_is_read_with_care(
    command: Command, in_folder: Path, more: str, code: int, says: str
) -> None:
    (in_folder / "own.yaml").write_text(f"card: {{width: 60 mm, height: 90 mm}}\n{more}\n")
    done = command(*CARDS, "--stock", "own.yaml")
    assert done.code == code, done.err
    assert says in done.err


def content_top_and_left(in_folder: Path) -> tuple[float, float]:
    """The first text of the first card, in mm from its edges, on a page of its own."""
    with pypdfium2.PdfDocument(in_folder / "cards.pdf") as pdf:
        page, text = pdf[0], pdf[0].get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars())]
        height = page.get_height()
    mm = 25.4 / 72
    return (height - max(top for _, _, _, top in boxes)) * mm, min(left for left, _, _, _ in boxes) * mm


def test_content_keeps_to_a_stocks_margin_and_off_its_holes(command: Command, in_folder: Path) -> None:
    own = in_folder / "own.yaml"
    own.write_text("card: {width: 80 mm, height: 120 mm}\n")
    assert command(*CARDS, "--stock", "own.yaml", "--single").code == 0
    top, left = content_top_and_left(in_folder)
    own.write_text("card: {width: 80 mm, height: 120 mm}\nsafe_margin: 8 mm\n")
    assert command(*CARDS, "--stock", "own.yaml", "--single").code == 0
    assert content_top_and_left(in_folder) == (
        pytest.approx(top + 3, abs=0.01),
        pytest.approx(left + 3, abs=0.01),
    )
    own.write_text("card: {width: 80 mm, height: 120 mm}\nholes: [{x: 40 mm, y: 6 mm, diameter: 6 mm}]\n")
    done = command(*CARDS, "--stock", "own.yaml", "--single", "--ring-hole")
    assert content_top_and_left(in_folder)[0] > 10
    assert "note: 80 × 120 mm has holes: none is marked" in done.err
    own.write_text("card: {width: 80 mm, height: 120 mm}\nholes: [{x: 40 mm, y: 110 mm, diameter: 6 mm}]\n")
    assert "has holes further down than its cards leave free" in command(*CARDS, "--stock", "own.yaml").err
