"""Headings: whatever is printed of a plan, the first is an H1 and no level is left out above any."""

from io import BytesIO
from pathlib import Path
from typing import Any

import page as validation
import pikepdf
import pytest

from tests.kit import Command, mostly_deep

SELECTIONS = [
    "runners-week",
    "runners-week --sides backs",
    "runners-week --sides fronts",
    "runners-week --sides backs --last-first --copies 2",
    "runners-week --one-file",
    "runners-week --only cards --exercise squat --sides backs",
    "ten-k-build --only gym",
    "runners-week --only gym --fold",
    "runners-week --only sheets",
    "runners-week --single --sides backs",
    "runners-week --book pocket",
    "runners-week --book booklet",
    "runners-week --only cards --poster 2x2",
    "runners-week --for screen --only gym",
    "runners-week --theme large-print --sides backs --one-file",
    "ten-k-build --week 3 --sides backs",
    "ten-k-build --week 2-3 --one-file",
    "ten-k-build --for screen",
    "ten-k-build --only sheets --week 8",
]


def headings(element: Any) -> list[int]:
    """The levels of all headings in reading order."""
    if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
        return []
    name = str(element.S)
    kids: Any = element.get("/K", [])
    inner = [
        level for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) for level in headings(kid)
    ]
    return [int(name[2]), *inner] if name in ("/H1", "/H2", "/H3") else inner


DEEP = {
    "runners-week --sides fronts",
    "ten-k-build --only gym",
    "runners-week --only sheets",
    "runners-week --theme large-print --sides backs --one-file",
    "ten-k-build --week 3 --sides backs",
    "ten-k-build --for screen",
}
"""What differs little from others."""


@pytest.mark.parametrize("selection", mostly_deep(SELECTIONS, {*SELECTIONS} - DEEP))
def test_no_level_is_left_out(selection: str, command: Command, in_folder: Path) -> None:
    command("build", *selection.split(), "-o", "out/")
    files = sorted((in_folder / "out").glob("*.pdf"))
    assert files
    for file in files:
        data = file.read_bytes()
        with pikepdf.open(BytesIO(data)) as pdf:
            levels = headings(pdf.Root.StructTreeRoot.K)
        assert levels, file.name
        assert all(level <= above + 1 for above, level in zip([0, *levels], levels, strict=False)), file.name
        assert validation.is_pdf_compliant_bytes(data, profile="ua1"), file.name
