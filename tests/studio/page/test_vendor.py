"""Other people's code in the page: what was bundled is what the lock file says, with every licence."""

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from tests.studio.page.page_kit import PAGE, VENDOR, needs_node


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.mjs")}


def test_bundles_are_those_that_were_built() -> None:
    lines = (PAGE / "vendor/DIGESTS").read_text(encoding="utf-8").splitlines()
    assert _digests(PAGE / "vendor") == {name: digest for digest, name in (line.split() for line in lines)}


def test_every_library_that_is_asked_for_has_its_licence() -> None:
    asked = json.loads((VENDOR / "package.json").read_text(encoding="utf-8"))["dependencies"]
    locked = json.loads((VENDOR / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    licences = (PAGE / "vendor/LICENSES").read_text(encoding="utf-8")
    for name in asked:
        assert f"{name} {locked[f'node_modules/{name}']['version']} (" in licences


@needs_node
@pytest.mark.skipif(not (VENDOR / "node_modules").is_dir(), reason="npm ci hasn't been run in scripts/vendor")
def test_building_again_makes_the_same_bundles(tmp_path: Path) -> None:
    subprocess.run(
        ["node", str(VENDOR / "build.mjs"), str(tmp_path)], check=True, capture_output=True, timeout=120
    )
    assert _digests(tmp_path) == _digests(PAGE / "vendor")


def test_every_starter_has_a_picture() -> None:
    plans = {path.stem for path in (PAGE.parents[2] / "templates/plans").glob("*.yaml")}
    assert {path.stem for path in (PAGE / "starters").glob("*.webp")} == plans
