"""A wheel of the tree, installed into an environment of its own and run from another folder."""

import os
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import cardmaker

ROOT = Path(cardmaker.__file__).parents[1]


def run(*command: str | Path, cwd: Path | None = None) -> str:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=env, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """A wheel built from the tree."""
    place = tmp_path_factory.mktemp("wheel")
    run(*PIP, "wheel", "--no-deps", "--wheel-dir", place, ROOT)
    (built,) = place.glob("cardmaker-*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel) -> Path:
    """An environment with the wheel; what the wheel depends on is borrowed from this one."""
    place = wheel.parent / "env"
    run(sys.executable, "-m", "venv", "--without-pip", place)
    run(*PIP, "--python", place, "install", "--no-deps", wheel)
    (packages,) = place.glob("lib/python*/site-packages")
    (packages / "borrowed.pth").write_text("\n".join(site.getsitepackages()))
    return place


def test_it_carries_data_and_licences_but_no_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "cardmaker/templates/plans/runners-week.yaml" in names
    assert "cardmaker/templates/exercises/squat.yaml" in names
    assert any(name.startswith("cardmaker/illustrations/") for name in names)
    licences = [name for name in names if "/licenses/" in name]
    assert any(name.endswith("/LICENSE") for name in licences)
    assert any("fonts/LICENSE-" in name for name in licences)
    assert not [name for name in names if "tests/" in name or "__pycache__" in name or "_cache/" in name]


def test_it_builds_the_bundled_week_from_another_folder(environment, tmp_path):
    program = environment / "bin" / "cardmaker"
    where = run(
        environment / "bin" / "python", "-c", "import cardmaker; print(cardmaker.__file__)", cwd=tmp_path
    )
    assert Path(where.strip()).is_relative_to(environment)
    out = run(program, "build", cwd=tmp_path)
    assert len(out.splitlines()) == 3
    for part in ("sheets", "cards", "gym"):
        assert (tmp_path / "output" / f"runners-week-{part}.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_it_makes_the_same_bytes_as_the_tree(environment, tmp_path):
    program = environment / "bin" / "cardmaker"
    run(program, "new", "plan.yaml", cwd=tmp_path)
    run(program, "build", "plan.yaml", "-o", "wheel.pdf", cwd=tmp_path)
    run(sys.executable, "-m", "cardmaker", "build", "plan.yaml", "-o", "tree.pdf", cwd=tmp_path)
    assert (tmp_path / "wheel.pdf").read_bytes() == (tmp_path / "tree.pdf").read_bytes()


def test_everything_to_list_came_along(environment, tmp_path):
    listed = run(environment / "bin" / "cardmaker", "list", cwd=tmp_path)
    assert listed == run(sys.executable, "-m", "cardmaker", "list", cwd=tmp_path)
