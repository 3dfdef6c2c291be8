"""The command `schema`: what is kept ready, and made anew where the file was just emptied."""

import json
from pathlib import Path

import pytest

from cardmaker.cli import schema
from tests.kit import Command


@pytest.mark.parametrize("kind", schema.FILES)
def test_a_schema_may_be_written_over_the_file_that_is_read(
    kind: str, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = schema.FILES[kind].read_text("utf-8")
    emptied = tmp_path / "emptied.json"
    emptied.touch()
    monkeypatch.setitem(schema.FILES, kind, emptied)
    done = command("schema", kind)
    assert done.code == 0
    assert json.loads(done.out) == json.loads(kept)
    assert done.out == kept
