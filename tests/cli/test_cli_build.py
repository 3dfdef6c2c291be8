"""`cardmaker build`: what it writes, where, and what it says."""

import os
import re
import stat
from pathlib import Path

import pikepdf
import pytest

from cardmaker import assets
from cardmaker.cli.asked import plan_path, stem_of
from tests.kit import Command, Program

LINE = re.compile(
    r"(\S+) {3,}(.+), (one-sided|two-sided \(flip on (?:long|short) edge\)) {3,}([\d,.]+ [KM]B)"
)


def pages_in(path: str | Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def test_without_a_plan_the_bundled_week_goes_to_output(command: Command, in_folder: Path) -> None:
    done = command("build")
    assert done.code == 0
    assert done.err == "note: sheet week-landscape has room for the first 8 of 10 tips\n"
    written = [in_folder / "output" / f"runners-week-{part}.pdf" for part in ("sheets", "cards", "gym")]
    assert sorted((in_folder / "output").iterdir()) == sorted(written)
    reported = done.out.splitlines()
    lines = [LINE.fullmatch(line) for line in reported[:3]]
    assert reported[3:] == [
        "To print: on A4, at 100 %: choose 'Actual size', not 'Fit' or 'Shrink', in the print dialog;"
        " with lp: -o print-scaling=none",
        "  sheets: one-sided.",
        "  cards: two-sided, flip on long edge. Cut at the marks. A card is 74 x 105 mm.",
        "  gym cards: one-sided. Cut at the marks. A card is 105 x 148 mm.",
    ]
    assert [line[1] for line in lines] == [str(path.relative_to(in_folder)) for path in written]
    assert lines[0][2] == "1 page on 1 sheet of A4" and lines[0][3] == "one-sided"
    cards = re.fullmatch(r"(\d+) cards, (\d+) pages on (\d+) sheets of A4", lines[1][2])
    assert lines[1][3] == "two-sided (flip on long edge)"
    assert int(cards[2]) == pages_in(written[1]) == 2 * int(cards[3])
    assert lines[2][2].startswith("4 gym cards, 1 page on 1 sheet")
    for line, path in zip(lines, written, strict=True):
        assert line[4] == f"{path.stat().st_size / 1024:,.0f} KB"


def test_lines_are_aligned_plain_text(command: Command) -> None:
    out = command("build").out
    assert out.isascii() and "\x1b" not in out
    lines = out.splitlines()[:3]
    assert len({line.index("output/") for line in lines}) == 1
    assert len({re.search(r"\d+ (page|card|gym)", line).start() for line in lines}) == 1


def test_one_file_for_everything(command: Command, in_folder: Path) -> None:
    done = command("build", "small.yaml", "-o", "all.pdf")
    assert done.code == 0
    assert {path.name for path in in_folder.iterdir()} == {"small.yaml", "all.pdf"}
    found = re.match(
        r"all\.pdf   2 cards, 1 gym card, (\d+) pages on (\d+) sheets of A4, some two-sided", done.out
    )
    pages = pages_in("all.pdf")
    assert int(found[1]) == pages == 5 and int(found[2]) == 3
    assert "  sheets (page 1): one-sided.\n  cards (pages 3-4, after one for notes): two-sided" in done.out
    with pikepdf.open("all.pdf") as pdf:
        landscape = [page.mediabox[2] > page.mediabox[3] for page in pdf.pages]
    assert landscape[:4] == [True, True, False, False]  # a sheet, its back for notes, then the cards


@pytest.mark.parametrize("output", ["there", "new/", "new", "odd.pdf/"])
def test_a_folder_takes_a_file_for_each_part(command: Command, in_folder: Path, output: str) -> None:
    (in_folder / "there").mkdir()
    assert command("build", "small.yaml", "-o", output).code == 0
    names = {path.name for path in (in_folder / output).iterdir()}
    assert names == {"small-sheets.pdf", "small-cards.pdf", "small-gym.pdf"}


def test_one_file_in_a_folder(command: Command, in_folder: Path) -> None:
    done = command("build", "small.yaml", "--one-file")
    assert done.out.startswith("output/small.pdf ")
    assert [path.name for path in (in_folder / "output").iterdir()] == ["small.pdf"]


def test_standard_input_and_output(program: Program, in_folder: Path) -> None:
    done = program("build", "-", "-o", "-", stdin=(in_folder / "small.yaml").read_bytes())
    assert done.returncode == 0 and not done.stderr
    assert done.stdout.startswith(b"%PDF-1.7") and done.stdout.rstrip().endswith(b"%%EOF")
    assert [path.name for path in in_folder.iterdir()] == ["small.yaml"]


def test_standard_output_is_the_same_as_a_file(program: Program, in_folder: Path) -> None:
    program("build", "small.yaml", "-o", "all.pdf")
    done = program("build", "small.yaml", "-o", "-")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (in_folder / "all.pdf").read_bytes()


def test_a_plan_from_standard_input_is_named_by_its_title(command: Command, in_folder: Path) -> None:
    plan = (in_folder / "small.yaml").read_text()
    assert "output/small-plan-cards.pdf" in command("build", "-", stdin=plan).out


@pytest.mark.parametrize(
    ("plan", "title", "stem"),
    [
        ("my plan.yaml", "x", "my plan"),
        ("a/b.c.json", "x", "b.c"),
        ("-", "10 km build!", "10-km-build"),
        ("-", "../../etc/passwd", "etc-passwd"),
        ("-", "…", "plan"),
        ("-", "x" * 10_000, "x" * 60),
    ],
)
def test_names_of_files(plan: str, title: str, stem: str) -> None:
    assert stem_of(plan, title) == stem


def test_a_bundled_plan_is_known_by_its_name_but_a_file_goes_first(in_folder: Path) -> None:
    bundled = str(assets.templates("plans") / "ten-k-build.yaml")
    assert plan_path("ten-k-build", ()) == plan_path("Ten-K-Build", ()) == bundled
    (in_folder / "ten-k-build").touch()
    assert plan_path("ten-k-build", ()) == "ten-k-build"
    assert plan_path("ten-k-build.yaml", ()) == "ten-k-build.yaml"


def test_only_some_parts(command: Command, in_folder: Path) -> None:
    assert command("build", "small.yaml", "--only", "gym", "--only", "sheets").code == 0
    assert {p.name for p in (in_folder / "output").iterdir()} == {"small-sheets.pdf", "small-gym.pdf"}


def test_fewer_weeks_and_exercises(command: Command) -> None:
    out = command("build", "ten-k-build", "--only", "sheets", "--week", "2-3", "--week", "5").out
    assert "4 pages on 4 sheets" in out  # three weeks and their block sheet
    out = command("build", "small.yaml", "--only", "cards", "--exercise", "Planks").out
    assert "1 card, 2 pages on 1 sheet" in out


def test_single_cards_are_pages_of_their_size(command: Command, in_folder: Path) -> None:
    out = command("build", "small.yaml", "--single", "--only", "cards", "--stock", "trading-card").out
    assert "2 cards, 4 pages on 2 sheets of Trading card" in out
    with pikepdf.open(in_folder / "output" / "small-cards.pdf") as pdf:
        sizes = {tuple(round(float(x) * 25.4 / 72) for x in page.mediabox[2:]) for page in pdf.pages}
    assert sizes == {(63, 88)}


def test_flip_none_and_short(command: Command, in_folder: Path) -> None:
    assert "one-sided" in command("build", "small.yaml", "--only", "cards", "--flip", "none").out
    assert "(flip on short edge)" in command("build", "small.yaml", "--only", "cards", "--flip", "short").out


def test_templates_of_ones_own_go_first(command: Command, in_folder: Path) -> None:
    own = in_folder / "mine" / "stocks"
    own.mkdir(parents=True)
    text = (assets.templates("stocks") / "a7.yaml").read_text().replace("name: A7", "name: Mine")
    (own / "a7.yaml").write_text(text)
    (own / "odd.yaml").write_text(text)
    out = command("build", "small.yaml", "--templates", "mine", "--only", "cards", "--single").out
    assert "of Mine" in out
    assert command("build", "small.yaml", "--templates", "mine", "--stock", "odd").code == 0
    assert command("build", "small.yaml", "--stock", "odd").code == 6


def test_club_colours_that_type_can_t_have_are_reported(command: Command, in_folder: Path) -> None:
    with (in_folder / "small.yaml").open("a") as plan:
        plan.write('club: {colours: {primary: "#FFEE88"}}\n')
    done = command("build", "small.yaml")
    assert done.code == 0
    assert done.err.startswith("note: club colour #FFEE88 is a ground under type only")
    assert len(done.err.splitlines()) == 1


def test_the_same_bytes_twice(program: Program, in_folder: Path) -> None:
    program("build", "small.yaml", "-o", "one.pdf")
    program(
        "build", "small.yaml", "-o", "two.pdf", env={"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    )
    assert (in_folder / "one.pdf").read_bytes() == (in_folder / "two.pdf").read_bytes()


def test_mode_follows_the_umask(command: Command, in_folder: Path) -> None:
    old = os.umask(0o027)
    try:
        command("build", "small.yaml", "-o", "all.pdf")
    finally:
        os.umask(old)
    assert stat.S_IMODE((in_folder / "all.pdf").stat().st_mode) == 0o640


def test_a_pdf_is_not_shown_on_a_terminal(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cardmaker.cli.terminal.shown_to_a_person", lambda stream: True)
    done = command("build", "small.yaml", "-o", "-")
    assert done.code == 10 and not done.out
    assert "a PDF is not for the terminal" in done.err


def test_cards_that_do_not_go_on_the_paper(command: Command, in_folder: Path) -> None:
    own = in_folder / "mine" / "stocks"
    own.mkdir(parents=True)
    text = (assets.templates("stocks") / "a7.yaml").read_text()
    (own / "crowd.yaml").write_text(f"{text}papers: {{a4: {{columns: 5, rows: 5}}}}\n")
    done = command("build", "small.yaml", "--templates", "mine", "--stock", "crowd")
    assert done.code == 11
    assert done.err.startswith(
        "error: 5 × 5 cards of 74 × 105 mm do not fit on 210 × 297 mm paper; use fewer"
    )
