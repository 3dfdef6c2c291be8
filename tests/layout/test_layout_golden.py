"""Pages against their goldens: outlines as text, which a diff shows, and a few small pictures.

After a change that is meant: pytest tests/layout/test_layout_golden.py -n 0 --update-goldens
"""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from cardmaker.paint.outline import outline
from tests.layout.golden_kit import (
    FOLDER,
    UPDATE,
    as_png,
    difference,
    handout,
    keep_evidence,
    page,
    rendered,
    unlike,
)

OUTLINES = (
    "a7-front",
    "a7-back",
    "a7-front-bare",
    "a7-words",
    "poker-front",
    "poker-back",
    "a6-front",
    "gym",
    "week-landscape",
    "week-portrait",
    "block",
    "gym-low-ink",
)
PICTURES = {"a7-front": 120, "a7-back": 120, "gym": 90, "week-landscape": 72}


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be written again."""
    return bool(request.config.getoption("--update-goldens"))


def test_golden_plan_uses_it_all() -> None:
    made = handout()
    assert len(made.weeks) == 2
    assert len(made.exercises) == 3
    assert made.exercises[0].tempo
    assert made.exercises[0].link
    assert any(row.joined for row in made.workouts[0].rows)


@pytest.mark.parametrize("name", OUTLINES)
def test_outline(name: str, update: bool) -> None:
    path, actual = FOLDER / f"{name}.txt", outline(page(name))
    if update:
        path.write_text(actual, "utf-8")
    assert path.is_file(), f"there is no golden '{name}'; {UPDATE}"
    reported = difference(actual, path.read_text("utf-8"))
    assert not reported, f"{name} has changed; {UPDATE}\n{reported}"


@pytest.mark.parametrize(("name", "dpi"), PICTURES.items())
def test_picture(name: str, dpi: int, update: bool, tmp_path: Path) -> None:
    path, actual = FOLDER / f"{name}.png", rendered(page(name), dpi)
    if update:
        path.write_bytes(as_png(actual))
    assert path.is_file(), f"there is no golden '{name}'; {UPDATE}"
    expected = Image.open(path).convert("RGB")
    reported = unlike(actual, expected)
    assert not reported, f"{name} {reported}; {keep_evidence(actual, expected, tmp_path, name)}; {UPDATE}"


def test_no_golden_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} <= set(OUTLINES)
    assert {path.stem for path in FOLDER.glob("*.png")} <= set(PICTURES)


# The comparing itself --------------------------------------------------------------------------------


def test_changed_outline_is_reported_by_its_lines() -> None:
    assert difference("a\nb\nc\n", "a\nb\nc\n") == ""
    reported = difference("a\nB\nc\n", "a\nb\nc\n")
    assert "-b" in reported
    assert "+B" in reported
    assert difference("a\r\n", "a\n")


@pytest.fixture
def card() -> Image.Image:
    """A picture to change."""
    picture = Image.new("RGB", (200, 300), "white")
    ImageDraw.Draw(picture).rectangle((20, 30, 120, 60), fill="#0F4C5C")
    return picture


def test_same_picture_is_alike(card: Image.Image) -> None:
    assert unlike(card, card.copy()) == ""
    assert unlike(Image.open(BytesIO(as_png(card))), card) == "", (
        "keeping a picture changes nothing that counts"
    )


def test_slightly_other_antialiasing_is_alike(card: Image.Image) -> None:
    assert unlike(card.point(lambda value: max(0, value - 30)), card) == ""


def test_moved_picture_is_reported(card: Image.Image, tmp_path: Path) -> None:
    moved = Image.new("RGB", card.size, "white")
    moved.paste(card, (0, 1))
    assert unlike(moved, card) == "202 pixels differ, 0.34% of all"
    reported = keep_evidence(moved, card, tmp_path, "card")
    assert str(tmp_path) in reported
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "card-actual.png",
        "card-difference.png",
        "card-expected.png",
    ]


def test_another_size_is_reported_first(card: Image.Image, tmp_path: Path) -> None:
    other = card.resize((201, 300))
    assert unlike(other, card) == "is 201 × 300 pixels, not 200 × 300"
    keep_evidence(other, card, tmp_path, "card")
    assert not (tmp_path / "card-difference.png").exists()


def test_missing_patch_is_reported(card: Image.Image) -> None:
    broken = card.copy()
    ImageDraw.Draw(broken).rectangle((50, 40, 60, 50), fill="white")
    assert "121 pixels differ" in unlike(broken, card)
