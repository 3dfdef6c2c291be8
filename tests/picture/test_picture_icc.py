"""Profiles of print shops: what will do, and one line on what won't."""

from pathlib import Path

import pytest

from cardmaker.errors import SourceError
from cardmaker.paint.inks import srgb_profile as srgb
from cardmaker.picture.icc import LIMIT_MB, read_output_profile
from tests.paint.icc_kit import profile


def written(folder: Path, data: bytes) -> Path:
    path = folder / "press.icc"
    path.write_bytes(data)
    return path


def test_a_printers_profile_is_taken_as_it_is(tmp_path: Path) -> None:
    found = read_output_profile(written(tmp_path, profile()))
    assert (found.name, found.data) == ("Test press", profile())


def test_one_without_a_name_is_called_as_its_file(tmp_path: Path) -> None:
    assert read_output_profile(written(tmp_path, profile(without="desc"))).name == "press"
    assert read_output_profile(written(tmp_path, profile(name="A\x01B\n C"))).name == "A B C"


@pytest.mark.parametrize(
    ("data", "reported"),
    [
        (b"", "not an ICC profile"),
        (b"%PDF-1.7" + bytes(200), "not an ICC profile"),
        (srgb(), "the profile of a monitor, not of a printer"),
        (profile(kind=b"scnr"), "the profile of a scanner or camera"),
        (profile(kind=b"????"), "the profile of something else"),
        (profile(model=b"RGB "), "a profile for RGB, not for CMYK"),
        (profile(model=b"6CLR"), "a profile for '6CLR', not for CMYK"),
        (profile()[:-50], "damaged: it says that it is"),
        (profile(without="B2A0"), "it has no table B2A0"),
        (profile(without="A2B0"), "it has no table A2B0"),
        (profile()[:8] + b"\5" + profile()[9:], "of ICC version 5"),
    ],
)
def test_what_will_not_do_is_reported(tmp_path: Path, data: bytes, reported: str) -> None:
    path = written(tmp_path, data)
    with pytest.raises(SourceError) as caught:
        read_output_profile(path, "plan.yaml:3: print.output_intent: ")
    message = str(caught.value)
    assert message.startswith(f"plan.yaml:3: print.output_intent: {path}: {reported}")
    assert message.endswith("ask the print shop for the ICC profile of its press and paper")
    assert "\n" not in message


def test_what_can_not_be_read_is_reported(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_output_profile(tmp_path / "none.icc")
    with pytest.raises(SourceError, match="this is a folder"):
        read_output_profile(tmp_path)
    large = tmp_path / "large.icc"
    with large.open("wb") as stream:
        stream.truncate((LIMIT_MB << 20) + 1)
    with pytest.raises(SourceError, match="larger than"):
        read_output_profile(large)
    with pytest.raises(SourceError, match="can't be read"):
        read_output_profile(tmp_path / "a\0b")
