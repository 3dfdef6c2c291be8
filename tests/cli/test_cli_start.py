"""What starts when: nothing heavy until a command needs it."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pydantic", "reportlab", "PIL", "pypdfium2", "segno", "svgelements", "rapidfuzz")

# What only some orders ask for: books, posters, screens, print shops, printers, foreign pictures, other formats, pages
# like one that was laid out before.
SELDOM = {
    *(f"cardmaker.pipeline.{name}" for name in ("book", "calibration", "poster", "printing", "screen")),
    *(f"cardmaker.layout.{name}" for name in ("fixed", "leaves", "proof", "redrawing", "replay", "screens")),
    *(f"cardmaker.press.{name}" for name in ("books", "poster", "printer", "signatures")),
    *(f"cardmaker.paint.{name}" for name in ("cmyk", "followed", "prepress", "standing", "svg")),
    *(f"cardmaker.picture.{name}" for name in ("icc", "own_figure", "raster", "svg", "svg_source")),
    *("cardmaker.deliver.preflight", "cardmaker.deliver.printers", "cardmaker.figure"),
}

PROBE = """
import sys
{act}
print(*sorted(set(sys.modules)), file=sys.stderr)
"""
RUN = "from cardmaker.cli.main import run\nassert run({arguments}) == 0"


def modules_after(act: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(act=act)], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stderr.split())


def after(*arguments: str) -> set[str]:
    return modules_after(RUN.format(arguments=list(arguments)))


def test_the_package_imports_next_to_nothing() -> None:
    loaded = modules_after("import cardmaker")
    assert {name for name in loaded if name.startswith("cardmaker")} == {"cardmaker"}
    assert not loaded & {*HEAVY, "click", "yaml"}


def test_the_entry_point_imports_no_click_before_it_runs() -> None:
    assert not modules_after("import cardmaker.cli.main") & {*HEAVY, "click", "yaml"}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_help_imports_no_command(arguments: tuple[str, ...]) -> None:
    loaded = after(*arguments)
    assert not loaded & {*HEAVY, "yaml", "cardmaker.cli.build", "cardmaker.cli.list", "cardmaker.library"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--help"),
        ("list",),
        ("list", "exercises"),
        ("list", "exercises", "--muscle", "glutes", "--equipment", "none"),
        ("list", "stocks"),
        ("list", "themes", "--json"),
        ("schema",),
    ],
)
def test_lists_and_help_of_commands_stay_light(arguments: tuple[str, ...]) -> None:
    assert not after(*arguments) & set(HEAVY)


def test_the_probe_would_notice() -> None:
    assert "cardmaker.plan.model" in after("check")
    assert "reportlab" in modules_after("import cardmaker.paint")


def test_checking_needs_no_painter(tmp_path: Path, in_folder: Path) -> None:
    assert not after("check", "small.yaml") & {"reportlab", "pypdfium2"}


def test_a_plain_build_imports_nothing_but_what_it_makes(in_folder: Path) -> None:
    loaded = after("build", "small.yaml", "-o", "pages")
    assert not loaded & (SELDOM | {"pypdfium2", "segno", "rapidfuzz", "html", "numpy"})
    assert "cardmaker.pipeline.cards" in loaded


@pytest.mark.parametrize(
    ("options", "module"),
    [
        (("--book", "pocket"), "cardmaker.pipeline.book"),
        (("--poster", "a2", "--only", "sheets"), "cardmaker.press.poster"),
        (("--for", "screen"), "cardmaker.pipeline.screen"),
    ],
)
def test_other_builds_import_what_they_make(options: tuple[str, ...], module: str, in_folder: Path) -> None:
    assert module in SELDOM
    assert module in after("build", "small.yaml", "-o", "plan.pdf", *options)


def test_what_is_seldom_imported_is_there() -> None:
    from importlib.util import find_spec

    assert [name for name in sorted(SELDOM) if find_spec(name) is None] == []


def test_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cardmaker", "--version"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.startswith("cardmaker ")


LEAVING = (
    "import atexit, sys, threading, time; from cardmaker.cli.main import main; sys.argv[1:] = ['{word}']\n"
)


@pytest.mark.parametrize(("word", "code"), [("--version", 0), ("nowhere", 2)])
@pytest.mark.parametrize("besides", ["", "threading.Thread(target=time.sleep, args=[0.2]).start()\n"])
def test_what_waits_for_the_end_of_the_process_is_done(word: str, code: int, besides: str) -> None:
    act = f"{LEAVING.format(word=word)}atexit.register(print, 'goodbye', end='')\n{besides}main()"
    done = subprocess.run(
        [sys.executable, "-c", act], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout.endswith("goodbye")) == (code, True)


def test_what_packages_import_and_a_build_does_not_look_into_is_not_read(in_folder: Path) -> None:
    act = f"{LEAVING.format(word='build')}sys.argv += ['small.yaml', '-o', 'plan.pdf']\n"
    act += "def show(): print('reportlab' in sys.modules, type(sys.modules['PIL.Image']).__name__)\n"
    act += "atexit.register(show)\nmain()"
    done = subprocess.run([sys.executable, "-c", act], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.endswith("True _Deferred\n")
