"""What runs on the repository's host: workflows, issue forms and hooks are whole and agree with .ci/run."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted(
    path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml"
)
CI = (ROOT / ".ci" / "run").read_text("utf-8")


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = read(path)["jobs"]
    assert found
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in jobs(path).values() for step in job["steps"]]


def runs(path: Path) -> list[str]:
    return [step["run"] for step in steps(path) if "run" in step]


def test_there_are_some() -> None:
    assert {path.stem for path in WORKFLOWS} == {"tests", "newest", "docs", "release"}
    assert {path.stem for path in FORMS} == {"bug", "idea", "exercise"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_each_workflow_is_bounded(path: Path) -> None:
    """It may only read unless a job says more, ends by itself, and takes actions and machines by version."""
    assert read(path)["permissions"] == {"contents": "read"}
    for job in jobs(path).values():
        assert job["timeout-minutes"] <= 60
        assert not str(job["runs-on"]).endswith("latest")
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert all(re.fullmatch(r"[\w.-]+/[\w.-]+@(v\d+(\.\d+)*|[0-9a-f]{40})", one) for one in used), used


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_each_workflow_installs_what_is_locked(path: Path) -> None:
    installs = [line for line in runs(path) if "pip install" in line]
    assert all("-c constraints.txt" in line for line in installs)


def test_pushes_and_releases_run_what_ci_runs() -> None:
    for name in ("tests", "release"):
        assert "bash .ci/run" in runs(ROOT / ".github" / "workflows" / f"{name}.yml")


def test_the_matrix_has_all_pythons_and_systems() -> None:
    matrix = jobs(ROOT / ".github" / "workflows" / "tests.yml")["matrix"]["strategy"]["matrix"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert [os.partition("-")[0] for os in matrix["os"]] == ["ubuntu", "macos", "windows"]


def test_scripts_that_workflows_run_are_there() -> None:
    named = [
        name
        for path in WORKFLOWS
        for line in runs(path)
        for name in re.findall(r"(?:scripts|\.ci)/\w+(?:\.py)?", line)
    ]
    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_ask_for_something_that_is_needed(path: Path) -> None:
    form = read(path)
    assert form["name"] and form["description"]
    ids = [field["id"] for field in form["body"]]
    assert len(ids) == len(set(ids))
    assert all(field["attributes"]["label"] for field in form["body"])
    assert any(field.get("validations", {}).get("required") for field in form["body"])


def test_a_bug_comes_with_a_plan_and_a_version() -> None:
    fields = {field["id"]: field for field in read(ROOT / ".github" / "ISSUE_TEMPLATE" / "bug.yml")["body"]}
    assert all(fields[name]["validations"]["required"] for name in ("plan", "version"))


def test_hooks_run_the_linters_that_ci_runs() -> None:
    hooks = [hook for repo in read(ROOT / ".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]]
    linters = {
        re.sub(r"^\.venv/bin/|--\S+|\.$", "", line).split()[0]
        for line in CI.splitlines()
        if line.startswith(".venv/bin/")
    }
    hooked = {hook["entry"].removeprefix(".venv/bin/").split()[0] for hook in hooks}
    assert linters - {"pip", "python", "pytest"} <= hooked
    assert "bash .ci/run" in {hook["entry"] for hook in hooks}
