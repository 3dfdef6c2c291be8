"""The form's edits of a plan's text, run by node, which has them as the browser does."""

import subprocess
from pathlib import Path

from tests.studio.page.page_kit import needs_node


@needs_node
def test_edits_change_what_they_say_and_nothing_else() -> None:
    script = Path(__file__).with_name("edit.test.mjs")
    run = subprocess.run(["node", "--test", str(script)], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout[-4000:]
