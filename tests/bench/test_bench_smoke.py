"""The benchmark runs, and its peers do the same work as we do. Never how long it takes."""

import importlib.util
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

RUN = Path(__file__).with_name("run.py")
LACKING = [name for name in ("typst", "weasyprint") if importlib.util.find_spec(name) is None]


@pytest.mark.deep
@pytest.mark.skipif(bool(LACKING), reason=f"needs the bench extra: {', '.join(LACKING)}")
def test_peers_set_the_same_pages() -> None:
    done = subprocess.run(
        [sys.executable, str(RUN), "--rounds", "1"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("cardmaker build", "Typst, tagged", "WeasyPrint, tagged", "cardmaker --help", "layout"):
        assert name in done.stdout


PLAN = """\
title: Short
weeks: [{wed: [{run: 6 x 400 m @ 5k w/ 200 m jog}, {strength: legs}]}]
workouts: {legs: {note: Slow and with care., exercises: [squat: 3x8, bird-dog: 2x6]}}
"""


def test_the_peers_are_given_all_that_we_print(tmp_path: Path) -> None:
    import cardmaker
    from tests.bench.content import write_content

    (tmp_path / "plan.yaml").write_text(PLAN)
    content = write_content(tmp_path / "plan.yaml", tmp_path)
    frames, pages = content["frames"], content["pages"]
    placed = [one["frame"] for page in pages for one in page["places"]]
    given = Counter(char for number in placed for char in _words(frames[number]["items"]))
    (pdf,) = cardmaker.build(cardmaker.load(tmp_path / "plan.yaml"), one_file=True).values()
    assert +given == Counter(char for page in _printed(pdf) for char in page if char.isalnum())
    assert {"figures/0.svg", *_pictures(frames)} == {
        f"figures/{path.name}" for path in (tmp_path / "figures").iterdir()
    }


def _words(items: list[dict[str, Any]]) -> Iterator[str]:
    """The letters and digits of items and of all in them."""
    for item in items:
        yield from _words(item.get("items", []))
        yield from _words([text for row in item.get("cells", []) for cell in row for text in cell])
        yield from (char for run in item.get("runs", []) for char in run["text"] if char.isalnum())


def _pictures(frames: list[dict[str, Any]]) -> Iterator[str]:
    for item in (item for frame in frames for item in frame["items"]):
        yield from _pictures([{"items": item.get("items", [])}])
        if item["kind"] == "picture":
            yield item["src"]


def _printed(pdf: bytes) -> Iterator[str]:
    import pypdfium2

    for page in pypdfium2.PdfDocument(pdf):
        yield page.get_textpage().get_text_range()


@pytest.mark.parametrize("module", ["pydantic", "reportlab", "PIL", "yaml", "click"])
def test_importing_the_package_imports_nothing_heavy(module: str) -> None:
    code = f"import sys, cardmaker; sys.exit('{module}' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_missing_extra_is_reported_in_a_line() -> None:
    code = (
        "import importlib.util as u, runpy, sys; find = u.find_spec;"
        "peers = ('typst', 'weasyprint');"
        "u.find_spec = lambda name, *a: None if name in peers else find(name, *a);"
        f"sys.path.insert(0, {str(RUN.parent)!r}); sys.argv = ['run.py'];"
        f"runpy.run_path({str(RUN)!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "the benchmark needs typst and weasyprint: pip install 'cardmaker[bench]'\n"
