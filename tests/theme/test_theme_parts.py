"""Parts that templates share: their values, what goes before them, and mistakes where they are written."""

from pathlib import Path
from typing import Any

import pytest

from cardmaker import assets
from cardmaker.errors import TemplateError
from cardmaker.theme.parts import Filled, fill_in
from cardmaker.theme.shelf import Shelf
from cardmaker.yaml12 import load_yaml

LINE = "with: {width: 20, said: x}\npart:\n  row:\n    - {text: $said, width: $width}\n  gap: 2\n"
SHEET = "name: S\nkind: week\nmargin: 10\nbody:\n  stack:\n    - space: 1\n    - {part: line}\n"


def filled(tmp_path: Path, text: str, **parts: str) -> Filled:
    """A template's data with parts out of a user's folder."""
    (tmp_path / "parts").mkdir(exist_ok=True)
    for name, part in parts.items():
        (tmp_path / "parts" / f"{name.replace('_', '-')}.yaml").write_text(part, encoding="utf-8")
    data, lines = load_yaml(text, "sheet.yaml")
    return fill_in(data, Path("sheet.yaml"), lines, (tmp_path,))


def said(fault: pytest.ExceptionInfo[TemplateError]) -> str:
    return str(fault.value)


@pytest.mark.parametrize(
    ("reference", "box"),
    [
        ("{part: line}", {"row": [{"text": "x", "width": 20}], "gap": 2}),
        ("{part: line, with: {width: fill 2}}", {"row": [{"text": "x", "width": "fill 2"}], "gap": 2}),
        ("{part: line, gap: 3, if: a}", {"row": [{"text": "x", "width": 20}], "gap": 3, "if": "a"}),
    ],
)
def test_part_is_put_where_it_is_named(tmp_path: Path, reference: str, box: dict[str, Any]) -> None:
    found = filled(tmp_path, f"stack: [{{space: 1}}, {reference}]", line=LINE)
    assert found.data == {"stack": [{"space": 1}, box]}
    assert found.files == (tmp_path / "parts" / "line.yaml",)


def test_parts_are_within_parts_and_hand_their_values_on(tmp_path: Path) -> None:
    outer = "with: {wide: 5}\npart:\n  stack: [{part: line, with: {width: $wide}}]\n"
    found = filled(tmp_path, "{part: outer, with: {wide: 7}}", line=LINE, outer=outer)
    assert found.data == {"stack": [{"row": [{"text": "x", "width": 7}], "gap": 2}]}
    assert [path.stem for path in found.files] == ["line", "outer"]


@pytest.mark.parametrize(
    ("text", "part", "message"),
    [
        ("a:\n- {part: lines}", LINE, "sheet.yaml:2: a.0.part: no part 'lines'; did you mean 'line'?"),
        (
            "a:\n- {part: line, with: {wide: 1}}",
            LINE,
            "part 'line' has no 'wide'; it is made with width, said",
        ),
        (
            "{part: line}",
            "part: {text: $other}\n",
            "line.yaml:1: part.text: '$other' isn't among what the part",
        ),
        ("{part: line}", "stack: []\n", "a part is a box under 'part'"),
        (
            "{part: line}",
            "part: {stack: [{part: line}]}\n",
            "parts are in each other in a circle: line in line",
        ),
    ],
)
def test_wrong_part_is_reported_with_its_line(tmp_path: Path, text: str, part: str, message: str) -> None:
    with pytest.raises(TemplateError) as fault:
        filled(tmp_path, text, line=part)
    assert message in said(fault)


def test_mistake_in_a_part_is_reported_in_the_part(tmp_path: Path) -> None:
    for folder, name, text in (
        ("sheets", "own", SHEET),
        ("parts", "line", "# A line.\npart:\n  row:\n    - {text: a, wdth: 3}\n"),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as fault:
        Shelf((tmp_path,)).sheet("own")
    assert "line.yaml:4: part.row.0.wdth" in said(fault)
    assert "own.yaml" not in said(fault)


def test_part_of_a_user_goes_before_the_bundled_one_in_bundled_sheets(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "run-fields.yaml").write_text(
        "with: {height: 7.4, gap: 1.6}\npart: {space: 4}\n", encoding="utf-8"
    )
    own, usual = Shelf((tmp_path,)).sheet("week-portrait"), Shelf().sheet("week-portrait")
    assert own.body != usual.body


def test_every_bundled_part_is_used() -> None:
    texts = [
        path.read_text("utf-8")
        for folder in ("sheets", "books", "faces", "screens", "parts")
        for path in assets.templates(folder).glob("*.yaml")
    ]
    unused = [
        path.stem
        for path in assets.templates("parts").glob("*.yaml")
        if not any(f"{{part: {path.stem}" in text for text in texts)
    ]
    assert unused == []
