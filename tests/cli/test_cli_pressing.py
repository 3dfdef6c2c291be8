"""Sides, fold-over, used sheets, copies and marks on the command line, and what build says of them."""

import pikepdf
import pytest

CARDS = ("build", "small.yaml", "--only", "cards", "-o", "cards.pdf")


def pages(path="cards.pdf"):
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def told(command, *more):
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
        (("--start-at", "8"), 4, "The used sheet goes in first: position 8 is the first free one. Cut"),
        (("--stock", "avery-5371"), 2, "Load sheets of Letter that come cut."),
        (("--single",), 4, "two-sided, flip on long edge.\n"),
        (("--marks", "none"), 2, "two-sided, flip on long edge.\n"),
    ],
)  # fmt: skip
def test_build_makes_it_and_says_what_to_do(command, in_folder, more, count, says):
    assert says in told(command, *more)
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
        (("--fold", "--sides", "backs"), 2, "--fold has both sides on one page; leave --sides backs out"),
        (("--last-first",), 2, "--last-first goes with --sides backs"),
        (("--marks", "none", "--marks", "crop"), 2, "--marks none excludes other marks"),
        (("--marks", "corp"), 2, "unknown word 'corp'; did you mean 'crop'?"),
        (("--stock", "a5", "--fold", "--paper", "a5"), 11, "no fold-over cards of 148 × 210 mm on 148 × 210 mm"),
        (("--bleed", "3mm", "--for", "screen"), 2, "--bleed is for paper; leave it out with --for screen"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_in_a_line(command, in_folder, more, code, says):
    done = command(*CARDS, *more)
    assert done.code == code, done.err
    assert says in done.err
    assert not (in_folder / "cards.pdf").exists()


def test_backs_leave_out_what_has_none(command, in_folder):
    done = command("build", "small.yaml", "--sides", "backs")
    assert done.code == 0
    assert [path.name for path in (in_folder / "output").iterdir()] == ["small-cards.pdf"]


def test_the_plan_says_it_as_well(command, in_folder):
    with (in_folder / "small.yaml").open("a") as plan:
        plan.write("print: {copies: {squat: 9}, marks: none}\n")
    assert told(command).endswith("two-sided, flip on long edge.\n")
    assert pages() == 4
    assert told(command, "--copies", "1", "--marks", "crop").endswith("Cut at the marks.\n")
    assert pages() == 2


def test_bleed_and_trim_of_single_cards(command, in_folder):
    told(command, "--single", "--bleed", "3 mm", "--stock", "poker")
    with pikepdf.open("cards.pdf") as pdf:
        leaf = pdf.pages[0]
        boxes = {
            name: [round(float(edge) * 25.4 / 72, 2) for edge in leaf.obj[f"/{name}"]]
            for name in ("MediaBox", "TrimBox", "BleedBox")
        }
    assert boxes["MediaBox"] == boxes["BleedBox"] == [0, 0, 69.5, 94.9]
    assert boxes["TrimBox"] == [3, 3, 66.5, 91.9]
