"""What every hostile case has in common: an old output that must survive, and what a refusal looks like."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kit import Command

OLD = b"%PDF-old and whole"


@pytest.fixture
def old_output(in_folder: Path) -> Path:
    """The folder of an earlier build, with a file for each part."""
    folder = in_folder / "output"
    folder.mkdir()
    for part in ("sheets", "cards", "gym"):
        (folder / f"plan-{part}.pdf").write_bytes(OLD)
    return folder


@pytest.fixture
def intact(old_output: Path) -> Callable[[], bool]:
    """Whether the old output is there, unchanged, and nothing else."""

    def check() -> bool:
        files = {path.name: path.read_bytes() for path in old_output.iterdir()}
        return files == {f"plan-{part}.pdf": OLD for part in ("sheets", "cards", "gym")}

    return check


@pytest.fixture
def refused(command: Command, intact: Callable[[], bool], in_folder: Path) -> Callable[..., list[str]]:
    """Build a plan that must be refused; the lines of its refusal: `refused(3, text="…")`."""

    def build(
        code: int, text: str | bytes | None = None, *arguments: str, name: str = "plan.yaml"
    ) -> list[str]:
        if text is not None:
            (in_folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        done = command("build", name, *arguments)
        assert done.code == code, done
        assert not done.out
        assert "Traceback" not in done.err
        assert done.err.endswith("\n")
        assert intact()
        assert not list(in_folder.rglob(".cardmaker-*"))
        lines = done.err.splitlines()
        assert lines and all(0 < len(line) < 400 for line in lines)
        return lines

    return build
