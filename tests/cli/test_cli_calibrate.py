"""Calibrating a printer as somebody new to it does: print, hold to the light, type, build; by pixels, too."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from cardmaker.geometry import Size
from cardmaker.layout.fixed.calibration import Gauges
from cardmaker.layout.fixed.front import ladders
from cardmaker.layout.gauges import COARSE, FINE
from cardmaker.press.printer import SCALES

Run = Callable[..., Any]
PX = 20
"""Pixels a millimetre."""


def rendered(path: Path) -> list[Image.Image]:
    """The pages, grey."""
    pdf = pypdfium2.PdfDocument(io.BytesIO(path.read_bytes()))
    return [page.render(scale=PX * 25.4 / 72, grayscale=True).to_pil() for page in pdf]


def shifted(picture: Image.Image, right: float, down: float) -> Image.Image:
    """A page as a printer puts it that is so many mm out."""
    white = Image.new("L", picture.size, 255)
    white.paste(picture, (round(right * PX), round(down * PX)))
    return white


def against_the_light(front: Image.Image, back: Image.Image) -> Image.Image:
    """Both sides as they are seen from the front."""
    return ImageChops.darker(front, back.transpose(Image.Transpose.FLIP_LEFT_RIGHT))


def dark(picture: Image.Image, sheet: Size, box: tuple[float, ...]) -> int:
    """How many pixels of a place, in mm, are ink."""
    across, down = picture.width / sheet.width, picture.height / sheet.height
    left, top, right, bottom = box
    pixels = (round(left * across), round(top * down), round(right * across), round(bottom * down))
    return sum(picture.crop(pixels).histogram()[:128])


def read(front: Image.Image, back: Image.Image, sheet: Size, steps: tuple[float, ...]) -> tuple[float, ...]:
    """The numbers of the strokes that are whole: to whose own line the back adds most ink."""
    seen = against_the_light(front, back)
    found = []
    for comb in Gauges(sheet).combs:
        if comb.steps is not steps:
            continue
        added = {}
        for step, (x, y) in comb.places():
            long = comb.half + 2
            wide, high = (0.15, long) if comb.way == "across" else (long, 0.15)
            box = (x - wide, y - high, x + wide, y + high)
            added[step] = dark(seen, sheet, box) - dark(front, sheet, box)
        found.append(max(added, key=lambda step: added[step]))
    return tuple(found)


def test_first_use(command: Run, in_folder: Path) -> None:
    reported = command("calibrate")
    assert reported.code == 0
    assert "output/calibrate.pdf" in reported.out.replace("\\", "/")
    assert "cardmaker calibrate --printer NAME" in reported.out
    with pikepdf.open(in_folder / "output" / "calibrate.pdf") as pdf:
        assert len(pdf.pages) == 2
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


@pytest.mark.parametrize(("paper", "sheet"), [("a4", Size(210, 297)), ("letter", Size(215.9, 279.4))])
@pytest.mark.parametrize(("right", "down"), [(0, 0), (0.4, -0.7), (-1, 0.9)])
def test_what_is_read_is_what_the_printer_does(
    command: Run, in_folder: Path, paper: str, sheet: Size, right: float, down: float
) -> None:
    """Shift the printed back, read the combs, keep what they say: the next sheet meets its front."""
    assert command("calibrate", "-o", "c.pdf", "--paper", paper).code == 0
    front, back = rendered(in_folder / "c.pdf")
    reading = read(front, shifted(back, right, down), sheet, FINE)
    assert reading == pytest.approx((right, down))
    assert command("calibrate", "--printer", "home", "--back", f"{reading[0]},{reading[1]}").code == 0
    assert command("calibrate", "-o", "again.pdf", "--paper", paper, "--printer", "home", "--check").code == 0
    front, back = rendered(in_folder / "again.pdf")
    assert read(front, shifted(back, right, down), sheet, FINE) == (0, 0)


def test_a_printer_that_is_far_out_is_read_in_the_rows_below(command: Run, in_folder: Path) -> None:
    assert command("calibrate", "-o", "c.pdf").code == 0
    front, back = rendered(in_folder / "c.pdf")
    assert read(front, shifted(back, 2.5, -1.5), Size(210, 297), COARSE) == (2.5, -1.5)


def test_build_makes_it_good(command: Run, in_folder: Path) -> None:
    """The backs of cards come out behind their fronts on a printer that puts them elsewhere."""
    assert command("calibrate", "--printer", "home", "--back", "1.5,-0.8", "--rule", "99.5x100.5").code == 0
    for name, options in (("plain", ["--printer", "none"]), ("made", ["--printer", "HOME"])):
        reported = command("build", "small.yaml", "--only", "cards", "-o", f"{name}.pdf", *options)
        assert reported.code == 0, reported.err
    plain, made = rendered(in_folder / "plain.pdf"), rendered(in_folder / "made.pdf")
    for number, fault in ((0, (0, 0)), (1, (1.5, -0.8))):
        page = made[number]
        size = (round(page.width * 0.995), round(page.height * 1.005))
        smaller = page.resize(size, Image.Resampling.BICUBIC)
        out = Image.new("L", page.size, 255)
        out.paste(smaller, ((page.width - size[0]) // 2, (page.height - size[1]) // 2))
        out = shifted(out, *fault)
        wanted, found = (
            one.point(lambda value: 255 if value < 128 else 0).getbbox() for one in (plain[number], out)
        )
        assert wanted and found
        assert max(abs(a - b) for a, b in zip(wanted, found, strict=True)) <= 4


def test_the_default_is_taken_without_asking(command: Run, in_folder: Path) -> None:
    def pages(*options: str) -> bytes:
        reported = command("build", "small.yaml", "--only", "cards", "-o", "cards.pdf", *options)
        assert reported.code == 0, reported.err
        return (in_folder / "cards.pdf").read_bytes()

    before = pages()
    command("calibrate", "--printer", "home", "--back", "0.5,0")
    assert pages() == before
    assert command("calibrate", "--printer", "home", "--default").out.startswith(
        "kept as printer 'home' (the default)"
    )
    assert pages() == pages("--printer", "home") != before
    assert pages("--printer", "none") == before
    assert pages("--single") == pages("--single", "--printer", "none")


def test_margins_are_warned_of(command: Run) -> None:
    command("calibrate", "--printer", "home", "--margin", "5.5")
    reported = command("build", "small.yaml", "--only", "cards", "--printer", "home")
    assert reported.code == 0
    assert "note: printer 'home' can't print all of 'Card 01: Squat'" in reported.err
    assert "by up to 1.5 mm" in reported.err
    assert "choose a stock that stays clear" in reported.err
    reported = command("build", "small.yaml", "--only", "cards", "--printer", "home", "--stock", "poker")
    assert "can't print" not in reported.err


def test_listed_and_shown(command: Run) -> None:
    assert "'cardmaker calibrate' shows how" in command("list", "printers").err
    command("calibrate", "--printer", "home", "--back", "0.5,-0.25", "--margin", "4,4,12,4", "--default")
    command("calibrate", "--printer", "club office", "--rule", "99.6x100.1")
    assert command("list", "printers").out.splitlines() == [
        "club office   back 0,0; rule 99.6x100.1; margin 0",
        "home          back 0.5,-0.25; rule 100x100; margin 4,4,12,4   default",
    ]
    shown = command("show", "home").out
    assert "0.5 mm too far right and 0.25 mm too high" in shown
    assert "12 at the bottom" in shown
    listed = json.loads(command("list", "printers", "--json").out)
    assert [(one["id"], one["default"]) for one in listed] == [("club office", False), ("home", True)]
    assert json.loads(command("show", "home", "--json").out)["back"] == {"right": 0.5, "down": -0.25}
    reported = command("show", "hom", "--kind", "printer")
    assert (reported.code, reported.err) == (6, "error: no printer 'hom'; did you mean 'home'?\n")


def test_readings_are_kept_one_by_one(command: Run) -> None:
    command("calibrate", "--printer", "home", "--back", "0.5,-0.25")
    command("calibrate", "--printer", "home", "--margin", "4.2")
    assert "back 0.5,-0.25; rule 100x100; margin 4.2" in command("list", "printers").out


@pytest.mark.parametrize(
    ("options", "reported"),
    [
        (["--back", "1,-2"], "--back needs --printer NAME"),
        (["--check"], "--check needs --printer NAME"),
        (["--printer", "home"], "no readings; write --back 0.5,-0.25"),
        (["--printer", "home", "--back", "0.5"], "is no reading in mm; write it like 0.5,-0.25"),
        (["--printer", "home", "--back", "0,5,0,2"], "is no reading in mm"),
        (
            ["--printer", "home", "--back", "0,5"],
            "'0,5' may mean 0 and 5 mm or 0.5 mm; write '0 5' for the first",
        ),
        (["--printer", "home", "--back", "-1,2"], "'-1,2' may mean -1 and 2 mm or -1.2 mm; write '-1 2' for"),
        (["--printer", "home", "--rule", "100,99"], "'100,99' may mean 100 and 99 mm or 100.99 mm"),
        (["--printer", "home", "--back", "nan,0"], "is no reading in mm"),
        (["--printer", "home", "--back", "14,0"], "were not flipped on the long edge"),
        (["--printer", "home", "--rule", "95x96"], "the sheet was scaled; print it at 100 %"),
        (["--printer", "home", "--margin", "40"], "should be from 0 to 25 mm"),
        (["--printer", "none", "--margin", "4"], "'none' means no printer"),
        (["--printer", "home", "--check", "--margin", "4"], "--check writes a sheet and keeps nothing"),
    ],
)
def test_what_can_not_be_kept(command: Run, in_folder: Path, options: list[str], reported: str) -> None:
    outcome = command("calibrate", *options)
    assert outcome.code == 2
    assert reported in outcome.err
    assert not (in_folder / "config").exists()


@pytest.mark.parametrize(
    ("options", "code", "reported"),
    [
        (["--printer", "hoem", "--check"], 6, "no printer 'hoem'; 'cardmaker calibrate' makes one"),
        (["-o", "sheet.png"], 10, "a PDF is written"),
        (["--paper", "a5"], 11, "doesn't fit on 148 × 210 mm"),
        (["--paper", "a44"], 6, "no paper 'a44'"),
        (["--language", "xx"], 6, "no language 'xx'"),
    ],
)
def test_sheets_that_can_not_be_written(command: Run, options: list[str], code: int, reported: str) -> None:
    outcome = command("calibrate", *options)
    assert (outcome.code, reported in outcome.err) == (code, True), outcome.err


def test_a_damaged_file_is_reported_with_its_line(command: Run, in_folder: Path) -> None:
    (in_folder / "config").mkdir()
    (in_folder / "config" / "printers.yaml").write_text("printers:\n  home:\n    back: {right: x}\n")
    for words in (["list", "printers"], ["build", "small.yaml"]):
        reported = command(*words)
        assert reported.code == 4
        assert "printers.yaml:3: printers.home.back.right: 'x' is not a length" in reported.err
    assert command("build", "small.yaml", "--printer", "none").code == 0


def test_asked_for_at_a_terminal(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cardmaker.cli.terminal.shown_to_a_person", lambda stream: True)
    reported = command("calibrate", "--printer", "home", stdin="99.6x100.1\n4.2\nhalf\n0.5,-0.25\n")
    assert reported.code == 0, reported.err
    assert "back 0.5,-0.25; rule 99.6x100.1; margin 4.2" in command("list", "printers").out


def test_what_is_wrong_is_reported_before_the_next_question(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cardmaker.cli.terminal.shown_to_a_person", lambda stream: True)
    reported = command(
        "calibrate", "--printer", "home", stdin="90x90\n99.6x100.1\n400\n4.2\n14,0\n0.5,-0.25\n"
    )
    assert reported.code == 0, reported.err
    assert reported.err.index("the sheet was scaled") < reported.err.index("Step 3")
    assert "back 0.5,-0.25; rule 99.6x100.1; margin 4.2" in command("list", "printers").out


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (["--rule", "99,6x100,1"], "rule 99.6x100.1"),
        (["--rule", "99,6"], "rule 99.6x99.6"),
        (["--rule", "99.6, 100.1"], "rule 99.6x100.1"),
        (["--back", "0,5; -0,25"], "back 0.5,-0.25"),
        (["--back", "−0,5 0,25"], "back -0.5,0.25"),
        (["--margin", "4,2"], "margin 4.2"),
        (["--margin", "4,4,12,4"], "margin 4,4,12,4"),
    ],
)
def test_numbers_may_have_commas(command: Run, options: list[str], kept: str) -> None:
    reported = command("calibrate", "--printer", "home", *options)
    assert reported.code == 0, reported.err
    assert kept in command("list", "printers").out


def test_an_empty_file_keeps_no_printers_and_a_folder_is_none(command: Run, in_folder: Path) -> None:
    kept = in_folder / "config" / "printers.yaml"
    kept.parent.mkdir()
    kept.write_bytes(b"")
    assert command("build", "small.yaml").code == 0
    assert command("calibrate", "--printer", "home", "--margin", "4").code == 0
    kept.unlink()
    kept.mkdir()
    reported = command("build", "small.yaml")
    assert reported.code == 5
    assert "printers.yaml" in reported.err


@pytest.mark.parametrize(
    ("option", "text", "kept"),
    [
        ("--back", "0 5", "back 0,5;"),
        ("--back", "3,0", "back 3,0;"),  # the same either way
        ("--back", "0,5;-0,25", "back 0.5,-0.25;"),
        ("--back", "0.5,-0.25", "back 0.5,-0.25;"),
        ("--back", "1,-2", "back 1,-2;"),
        ("--rule", "99,6", "rule 99.6x99.6;"),
        ("--rule", "99,6x100,1", "rule 99.6x100.1;"),
        ("--margin", "4,2", "margin 4.2"),
        ("--margin", "4,4,12,4", "margin 4,4,12,4"),
    ],
)
def test_commas_between_and_within_numbers(command: Run, option: str, text: str, kept: str) -> None:
    assert command("calibrate", "--printer", "home", option, text).code == 0
    assert kept in f"{command('list', 'printers').out};"


# Where fronts land -----------------------------------------------------------------------------------


def landed(picture: Image.Image, right: float, down: float, turned: float) -> Image.Image:
    """A front on paper that goes through askew: turned clockwise about its middle, then moved."""
    return shifted(picture.rotate(-turned, Image.Resampling.BICUBIC, fillcolor=255), right, down)


def on_the_creases(picture: Image.Image, sheet: Size) -> list[float]:
    """The numbers of the strokes of each ladder that the paper's own middle lines lie on."""
    x, y = picture.width / 2, picture.height / 2
    found = []
    for ladder in ladders(sheet, SCALES):
        crossed = {}
        for step, at in ladder.places():
            along = at.y if ladder.upright else at.x
            wide, high = (4, 12) if ladder.upright else (12, 4)
            cx, cy = (x, along * PX) if ladder.upright else (along * PX, y)
            box = (round(cx - wide), round(cy - high), round(cx + wide), round(cy + high))
            crossed[step] = sum(picture.crop(box).histogram()[:128])
        found.append(max(crossed, key=lambda step: crossed[step]))
    return found


@pytest.mark.parametrize(("right", "down", "turned"), [(1.5, -1.0, 0.0), (-0.5, 1.0, 0.3)])
def test_a_sheet_that_comes_cut_is_hit(
    command: Run, in_folder: Path, right: float, down: float, turned: float
) -> None:
    """Fold, read, type; then cards come out on the perforation of Avery 5371: its first cell begins at 19.05, 12.7."""
    letter = Size(215.9, 279.4)
    assert command("calibrate", "--sheet", "front", "--paper", "letter", "-o", "f.pdf").code == 0
    (front,) = rendered(in_folder / "f.pdf")
    read = on_the_creases(landed(front, right, down, turned), letter)
    assert (read[0] + read[1]) / 2 == pytest.approx(right, abs=0.26)
    numbers = ",".join(f"{mm:g}" for mm in read)
    assert command("calibrate", "--printer", "home", "--front", numbers).code == 0
    for name, printer in (("none", "none"), ("home", "home")):
        made = command(
            "build", "small.yaml", "--only", "cards", "--stock", "5371", "--theme", "night", "-o", f"{name}.pdf",
            "--printer", printer,
        )  # fmt: skip
        assert made.code == 0, made.err
        page = landed(rendered(in_folder / f"{name}.pdf")[0], right, down, turned)
        box = page.point(lambda value: 255 if value < 128 else 0).getbbox()
        assert box
        out = [at / PX - wanted for at, wanted in zip(box[:2], (19.05, 12.7), strict=True)]
        if printer == "home":
            assert max(map(abs, out)) < 0.35, "half a step of what can be read, and the skew that is left"
        else:
            assert max(map(abs, out)) > 0.45


def test_two_numbers_will_do_and_are_shown(command: Run, in_folder: Path) -> None:
    done = command("calibrate", "--printer", "manual tray", "--front", "1.5,-1")
    assert "fronts  come out 1.5 mm too far right and 1 mm too high on the paper" in done.out
    assert "front 1.5,1.5,-1,-1" in command("list", "printers").out
    askew = command("calibrate", "--printer", "askew", "--front", "0.5,-0.5,-0.25,0.25")
    assert "come out in their place on the paper, turned by 0.3 degrees clockwise" in askew.out
    assert "mean" in command("calibrate", "--printer", "x", "--front", "1,5 2,0").err
    assert "needs --printer" in command("calibrate", "--front", "1.5,1").err
    assert "leave --printer out" in command("calibrate", "--sheet", "front", "--printer", "x").err
