"""The benchmark runs, and its peers do the same work as we do. Never how long it takes."""

import importlib.util
import subprocess
import sys
from pathlib import Path

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
