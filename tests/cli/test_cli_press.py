"""`build --cmyk`: PDF/X-4 from the command line and from the plan, and what is said of it."""

from pathlib import Path

import pikepdf
import pytest

from tests.kit import Command
from tests.paint.icc_kit import profile


@pytest.fixture
def press(in_folder: Path) -> object:
    (in_folder / "press.icc").write_bytes(profile())
    return in_folder


def intents(path: str) -> object:
    with pikepdf.open(path) as pdf:
        return [str(intent.S) for intent in pdf.Root.OutputIntents]


def test_all_parts_are_for_the_press(command: Command, press: Path) -> None:
    done = command("build", "small.yaml", "--cmyk", "press.icc")
    assert done.code == 0
    assert "PDF/X-4 for 'Test press', at most " in done.err
    assert "checked: " in done.err and "not checked: trapping" in done.err
    assert done.err.count("\n") == 1
    for part in ("sheets", "cards", "gym"):
        assert intents(f"output/small-{part}.pdf") == ["/GTS_PDFX"]


def test_the_plan_may_name_the_profile(command: Command, press: Path) -> None:
    plan = press / "small.yaml"
    plan.write_text(plan.read_text() + "\nprint: {output_intent: press.icc}\n")
    assert command("build", "small.yaml", "-o", "all.pdf").code == 0
    assert intents("all.pdf") == ["/GTS_PDFX"]
    assert command("check", "small.yaml").code == 0
    assert command("build", "small.yaml", "--for", "screen", "-o", "phone.pdf").code == 0
    assert intents("phone.pdf") == ["/GTS_PDFA1"]


def test_a_profile_that_will_not_do_is_reported_by_its_line(command: Command, press: Path) -> None:
    plan = press / "small.yaml"
    text = plan.read_text().rstrip()
    plan.write_text(f"{text}\nprint:\n  output_intent: small.yaml\n")
    line = text.count("\n") + 3
    for done in (command("build", "small.yaml"), command("check", "small.yaml")):
        assert done.code == 5
        assert f"small.yaml:{line}: print.output_intent: " in done.err
        assert "not an ICC profile" in done.err
    assert not (press / "output").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "reported"),
    [
        (("--cmyk", "none.icc"), 5, "none.icc: no such file; ask the print shop"),
        (("--cmyk", "press.icc", "--for", "screen"), 2, "leave it out with --for screen"),
        (("--cmyk", "press.icc", "--format", "png"), 2, "--cmyk is for PDFs; leave it out with --format png"),
    ],
)
def test_what_does_not_go_is_reported(
    command: Command, press: Path, arguments: tuple[str, ...], code: int, reported: str
) -> None:
    done = command("build", "small.yaml", *arguments)
    assert done.code == code
    assert reported in done.err


def test_the_same_bytes_twice(command: Command, press: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert command("build", "small.yaml", "--cmyk", "press.icc", "-o", name).code == 0
    assert (press / "a.pdf").read_bytes() == (press / "b.pdf").read_bytes()


def test_damaged_tables_are_reported_by_their_file(command: Command, press: Path) -> None:
    data = bytearray((press / "press.icc").read_bytes())
    data[128:132] = b"\xff" * 4
    (press / "odd.icc").write_bytes(data)
    done = command("build", "small.yaml", "--cmyk", "odd.icc")
    assert done.code == 5
    assert "odd.icc: its tables can't be used" in done.err
    assert not (press / "output").exists()


def test_a_device_is_no_profile(command: Command, press: Path) -> None:
    assert "/dev/zero: not a file" in command("build", "small.yaml", "--cmyk", "/dev/zero").err
    assert "this is a folder" in command("build", "small.yaml", "--cmyk", ".").err
