"""Files that can and can't be read as text."""

import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from cardmaker.errors import SourceError
from cardmaker.textfile import read_text, source_name


def refusal(path: Path | str, **limits: Any) -> str:
    with pytest.raises(SourceError) as caught:
        read_text(path, **limits)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("raw", [b"a: \xc3\xa5\n", b"\xef\xbb\xbfa: \xc3\xa5\n"])
def test_utf_8_with_and_without_a_mark(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(raw)
    assert read_text(path) == "a: å\n"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: 1")))
    assert read_text("-") == "a: 1"
    assert source_name("-") == "stdin"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", ": the file is empty"),
        (b" \n\t\n", ": the file is empty"),
        (b"\xef\xbb\xbf", ": the file is empty"),
        (b"a: 1\nb: \xe5\n", ":2: not UTF-8 text (byte 0xE5); save the file as UTF-8"),
        ("a: 1".encode("utf-16"), ": this is UTF-16 text; save it as UTF-8"),
        ("a: 1".encode("utf-32"), ": this is UTF-32 text; save it as UTF-8"),
        (b"%PDF-1.7\n\0\0", ": this is not a text file"),
        (b"a: \xed\xa0\x80", ":1: not UTF-8 text"),
    ],
)
def test_what_is_not_text(tmp_path: Path, raw: bytes, words: str) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(raw)
    assert refusal(path).startswith(f"{path}{words}")


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a" * 1025)
    assert "larger than" in refusal(path, limit=1024)
    assert read_text(path, limit=1025)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file here")
def test_an_endless_file_is_not_read_to_its_end() -> None:
    with pytest.raises(SourceError, match="larger than 4 MB"):
        read_text("/dev/zero", pipes=True)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_read_only_where_a_pipe_may_be() -> None:
    assert refusal("/dev/zero") == "/dev/zero: not an ordinary file; save the text to a file, and name that"


def test_missing_with_a_similar_name_next_to_it(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("a: 1")
    assert refusal(tmp_path / "paln.yaml").endswith(f"no such file; did you mean '{tmp_path / 'plan.yaml'}'?")
    assert refusal(tmp_path / "elsewhere" / "x.yaml").endswith("x.yaml: no such file")


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path).endswith("this is a folder; name a file in it")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions don't bind here")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("a: 1")
    path.chmod(0)
    assert refusal(path).endswith("no permission to read it")


@pytest.mark.parametrize("name", ["a\0b.yaml", "x" * 5000 + ".yaml"])
def test_names_no_file_can_have(name: str) -> None:
    assert "can't be read" in refusal(name) or "no such file" in refusal(name)
