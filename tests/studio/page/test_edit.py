"""The form's edits of a plan's text, run by node, which has them as the browser does."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.studio.page.page_kit import needs_node


@needs_node
@pytest.mark.parametrize("rounds", [5, pytest.param(25, marks=pytest.mark.deep)])
def test_edits_change_what_they_say_and_nothing_else(rounds: int) -> None:
    """With so many rounds of random edits of each bundled plan."""
    script = Path(__file__).with_name("edit.test.mjs")
    run = subprocess.run(
        ["node", "--test", str(script)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "ROUNDS": str(rounds)},
    )
    assert run.returncode == 0, run.stdout[-4000:]
