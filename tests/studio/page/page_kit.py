"""Where the studio's page is, and node, if there is one."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "cardmaker/studio/page"
VENDOR = ROOT / "scripts/vendor"

needs_node = pytest.mark.skipif(not shutil.which("node"), reason="node isn't installed")
