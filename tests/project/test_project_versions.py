"""Versions: the lock fits pyproject.toml, and the package's own version is said once."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import cardmaker
from scripts.test_versions import counts

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
WANTED = [
    Requirement(line)
    for group in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    for line in group
]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
SYSTEMS = ["linux", "darwin", "win32"]


def locked(python: str, system: str) -> dict[str, str]:
    """The version of each package that pip takes from the lock."""
    here = {"python_version": python, "python_full_version": f"{python}.7", "sys_platform": system}
    here |= {"platform_python_implementation": "CPython", "implementation_name": "cpython"}
    found: dict[str, str] = {}
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            one = Requirement(line)
            assert not one.extras, f"pip refuses a constraint with extras: {line}"
            if one.marker is None or one.marker.evaluate(dict(here)):
                assert canonicalize_name(one.name) not in found, (
                    f"{one.name} twice for Python {python}, {system}"
                )
                (exact,) = one.specifier
                assert exact.operator == "=="
                found[canonicalize_name(one.name)] = exact.version
    return found


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_the_lock_has_a_version_of_each_that_fits(python: str, system: str) -> None:
    versions = locked(python, system)
    missing = [one.name for one in WANTED if canonicalize_name(one.name) not in versions]
    assert missing == [], "run scripts/lock.py"
    unfit = [str(one) for one in WANTED if versions[canonicalize_name(one.name)] not in one.specifier]
    assert unfit == [], "run scripts/lock.py"


def test_each_requirement_has_a_lower_bound() -> None:
    assert [str(one) for one in WANTED if not any(bound.operator == ">=" for bound in one.specifier)] == []


def test_what_builds_the_package_has_an_upper_bound_too() -> None:
    """An isolated build doesn't see constraints.txt."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    for line in build:
        assert {bound.operator for bound in Requirement(line).specifier} == {">=", "<"}


def test_the_version_is_said_once() -> None:
    assert "version" in PROJECT["dynamic"] and "version" not in PROJECT
    code = (ROOT / "cardmaker" / "__init__.py").read_text("utf-8")
    assert re.findall(r'^__version__ = "(.+)"$', code, flags=re.M) == [cardmaker.__version__]


def test_readme_installs_the_locked_versions() -> None:
    installs = re.findall(r"\.venv/bin/pip install.*", (ROOT / "README.md").read_text("utf-8"))
    assert len(installs) >= 2
    assert all("-c constraints.txt" in line for line in installs)


@pytest.mark.parametrize("name", ["click", "pydantic", "reportlab", "pypdfium2", "pillow"])
def test_what_runs_here_is_within_the_bounds(name: str) -> None:
    (wanted,) = {str(one.specifier) for one in WANTED if one.name == name}
    assert version(name) in Requirement(f"{name}{wanted}").specifier


def test_how_many_tests_passed_is_read_from_the_report(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    assert counts(report) == ""
    suite = '<testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10"/>'
    report.write_text(f"<testsuites>{suite}</testsuites>")
    assert counts(report) == "4 passed, 2 failed, 1 errors, 3 skipped"
    report.write_text('<testsuites><testsuite errors="0" failures="0" skipped="0" tests="5"/></testsuites>')
    assert counts(report) == "5 passed"
