"""The Dockerfile: what it copies is there, it runs as nobody special, and where Docker is, it builds and prints."""

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
IMAGE = "cardmaker-under-test"


class Step(NamedTuple):
    """An instruction of a Dockerfile and its words."""

    name: str
    words: str


def instructions(text: str) -> list[Step]:
    """The instructions in order, continued lines joined."""
    whole = re.sub(r"\\\n\s*", "", re.sub(r"^\s*#.*\n", "", text, flags=re.M))
    return [Step(*line.split(maxsplit=1)) for line in whole.splitlines() if line.strip()]


STEPS = instructions((ROOT / "Dockerfile").read_text("utf-8"))


def copied() -> list[str]:
    """What is copied from the folder that the image is built from."""
    lines = [step.words.split() for step in STEPS if step.name == "COPY" and "--from" not in step.words]
    return [source for words in lines for source in words[:-1]]


def test_every_instruction_is_one() -> None:
    known = {"FROM", "WORKDIR", "COPY", "RUN", "USER", "ENV", "ENTRYPOINT", "CMD"}
    assert {step.name for step in STEPS} <= known
    assert STEPS[0].name == "FROM"


def test_what_is_copied_is_there_and_not_ignored() -> None:
    let_in = {
        line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")
    }
    assert copied()
    assert [source for source in copied() if not (ROOT / source).exists()] == []
    assert set(copied()) == let_in


def test_all_that_the_wheel_carries_is_copied() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    assert {*build["packages"], *build["force-include"]} <= set(copied())


def test_the_base_has_a_version() -> None:
    bases = [step.words.split()[0] for step in STEPS if step.name == "FROM"]
    assert bases and all(re.fullmatch(r"python:3\.\d+-slim-\w+", base) for base in bases)


def test_it_does_not_run_as_root() -> None:
    last = max(index for index, step in enumerate(STEPS) if step.name == "FROM")
    users = [step.words for step in STEPS[last:] if step.name == "USER"]
    assert users and users[-1] not in ("root", "0")
    assert [step.name for step in STEPS[last:]].index("USER") < [step.name for step in STEPS[last:]].index(
        "ENTRYPOINT"
    )


def test_it_runs_the_program() -> None:
    (entry,) = [json.loads(step.words) for step in STEPS if step.name == "ENTRYPOINT"]
    assert Path(entry[0]).name == "cardmaker"
    assert any("-c constraints.txt" in step.words for step in STEPS if step.name == "RUN")


def engine() -> bool:
    """Whether a Docker engine for Linux answers."""
    if shutil.which("docker") is None:
        return False
    asked = ["docker", "info", "--format", "{{.OSType}}"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode == 0 and done.stdout.strip() == "linux"


@pytest.mark.skipif("not engine()", reason="no Docker engine here")
def test_it_builds_and_prints(tmp_path: Path) -> None:
    subprocess.run(["docker", "build", "--quiet", "--tag", IMAGE, "."], cwd=ROOT, check=True, timeout=600)
    tmp_path.chmod(0o777)
    run = ["docker", "run", "--rm", "--network", "none", "--volume", f"{tmp_path}:/work", IMAGE]
    subprocess.run([*run, "build"], check=True, timeout=120)
    assert len(list((tmp_path / "output").glob("*.pdf"))) == 3
    user = subprocess.run(
        [*run[:-1], "--entrypoint", "id", IMAGE, "-u"], capture_output=True, text=True, check=True
    )
    assert user.stdout.strip() != "0"
