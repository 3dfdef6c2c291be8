"""The wheel, alone in an empty environment and run from another folder, builds the bundled plan."""

import os
import subprocess
import sys
import venv
import zipfile
from fnmatch import fnmatch
from importlib.metadata import distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without what this environment sets up for Python; its output if it succeeds."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, timeout=400
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the tree, with what builds it here: setting the tests up has built it alone already."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip")
    run(*pip, "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_it_carries_data_and_licences_but_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "cardmaker/templates/plans/runners-week.yaml" in names
    assert any(name.startswith("cardmaker/illustrations/") for name in names)
    made = {"cardmaker/made/faces/pocket.Face.json", "cardmaker/made/exercises/squat.Exercise.json"}
    assert made <= {*names}
    forms = [name for name in names if fnmatch(name, "cardmaker/made/forms/*/squat.forms")]
    assert len(forms) == 2  # large and small
    page = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "cardmaker/studio/page").rglob("*")
        if path.is_file()
    }
    assert "cardmaker/studio/page/index.html" in page and page <= {*names}
    licences = [name for name in names if "LICENSE" in name]
    assert any("Roboto" in name for name in licences)
    assert any("DejaVu" in name for name in licences)
    assert any(name.endswith("licenses/LICENSE") for name in licences)
    assert not any("tests/" in name or "__pycache__" in name for name in names)


@pytest.fixture(scope="module")
def program(wheel: Path) -> Path:
    """The program, installed from the wheel into an empty environment with the versions that are in use here."""
    home = wheel.parent / "env"
    versions = wheel.parent / "versions.txt"
    versions.write_text(
        "".join(f"{one.name}=={one.version}\n" for one in distributions() if one.name != "cardmaker")
    )
    venv.create(home)  # without pip, which takes longer to be put there than to be used from here
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", programs / "python")
    run(*pip, "install", "-q", "--no-compile", "-c", versions, wheel, cwd=wheel.parent)
    return programs / "cardmaker"


def test_it_builds_the_bundled_plan_from_another_folder(program: Path, tmp_path: Path) -> None:
    reported = run(program, "build", cwd=tmp_path)
    written = sorted(path.name for path in (tmp_path / "output").iterdir())
    assert written == ["runners-week-cards.pdf", "runners-week-gym.pdf", "runners-week-sheets.pdf"]
    assert all(name in reported for name in written)
    assert all((tmp_path / "output" / name).read_bytes().startswith(b"%PDF-1.7") for name in written)


def test_it_reads_no_bundled_template_again(program: Path, tmp_path: Path) -> None:
    """The records that the wheel brings along are up to date with its files and its code."""
    code = (
        "import sys, cardmaker.resolve.names as names; names.open_catalogue().read_all(); "
        "from cardmaker import validation; print(len(validation._READERS))"
    )
    assert run(program.parent / "python", "-c", code, cwd=tmp_path) == "0\n"


def test_it_makes_the_same_bytes_as_the_tree(program: Path, tmp_path: Path) -> None:
    run(program, "new", "plan.yaml", cwd=tmp_path)
    run(program, "build", "plan.yaml", "-o", "wheel.pdf", cwd=tmp_path)
    run(sys.executable, "-m", "cardmaker", "build", "plan.yaml", "-o", "tree.pdf", cwd=tmp_path)
    assert (tmp_path / "wheel.pdf").read_bytes() == (tmp_path / "tree.pdf").read_bytes()


def test_everything_to_list_came_along(program: Path, tmp_path: Path) -> None:
    assert run(program, "list", cwd=tmp_path) == run(sys.executable, "-m", "cardmaker", "list", cwd=tmp_path)
