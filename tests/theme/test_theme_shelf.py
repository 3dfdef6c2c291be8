"""Faces and sheets: which there are, what they suit, whose file is taken, and how mistakes in them are reported."""

from pathlib import Path

import pytest

from cardmaker import assets
from cardmaker.errors import NotFoundError, TemplateError
from cardmaker.theme.kinds import KINDS
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_stock
from cardmaker.theme.suiting import face_for

FACES = sorted(path.stem for path in assets.templates("faces").glob("*.yaml"))
SHEETS = sorted(path.stem for path in assets.templates("sheets").glob("*.yaml"))

FACE = """\
name: Mine
kind: exercise
suits: {width: [60, 80], height: [80, 110]}
margin: 5
type: card
front:
  body:
    stack:
      - {text: "{name}", style: name}
"""


def shelf_with(folder: Path, kind: str, text: str, name: str = "mine") -> Shelf:
    """A shelf with a user's file of a kind on it."""
    (folder / kind).mkdir(exist_ok=True)
    (folder / kind / f"{name}.yaml").write_text(text, "utf-8")
    return Shelf((folder,))


def mistake(folder: Path, text: str) -> str:
    """What is said of a face that is wrong, without its path."""
    with pytest.raises(TemplateError) as caught:
        shelf_with(folder, "faces", text).face("mine")
    return str(caught.value).replace(str(folder / "faces" / "mine.yaml"), "")


def test_there_are_faces_and_sheets() -> None:
    assert FACES
    assert SHEETS
    assert Shelf().names("faces") == tuple(FACES)
    assert Shelf().names("sheets") == tuple(SHEETS)


@pytest.mark.parametrize("name", FACES)
def test_bundled_face(name: str) -> None:
    face = Shelf().face(name)
    assert face.id == name
    assert face.margin >= 4
    assert face.suits.width[0] <= face.suits.width[1]
    assert face.suits.height[0] <= face.suits.height[1]
    assert any(face.suits.includes(*load_stock(stock).size) for stock in KINDS["stocks"].names()), (
        "some stock carries it"
    )


@pytest.mark.parametrize("name", SHEETS)
def test_bundled_sheet(name: str) -> None:
    sheet = Shelf().sheet(name)
    assert sheet.id == name
    assert sheet.margin >= 10
    assert (sheet.kind in ("week", "athlete", "groups")) == (sheet.weeks == 1)
    assert (sheet.kind in ("block", "overview")) == (sheet.least_weeks > 1)


@pytest.mark.parametrize(
    ("stock", "face"),
    [
        ("a7", "pocket"),
        ("index-3x5", "pocket"),
        ("tarot", "pocket"),
        ("poker", "small"),
        ("trading-card", "small"),
        ("bridge", "wallet"),
        ("avery-5371", "wallet"),
        ("mini", "mini"),
        ("a8", "mini"),
        ("avery-5305", "tent"),
        ("a6", "large"),
        ("postcard", "large"),
        ("a5", "grand"),
        ("index-5x8", "grand"),
    ],
)
def test_stock_gets_the_face_drawn_for_it(stock: str, face: str) -> None:
    assert face_for(Shelf(), "exercise", load_stock(stock)).id == face


def test_gym_cards_go_on_a6_and_nothing_smaller() -> None:
    assert face_for(Shelf(), "gym", load_stock("a6")).id == "gym"
    with pytest.raises(NotFoundError, match=r"^no face for gym cards of A7 size, 74 × 105 mm; choose"):
        face_for(Shelf(), "gym", load_stock("a7"))


def test_face_that_is_asked_for() -> None:
    assert face_for(Shelf(), "exercise", load_stock("a7"), "words").id == "words"
    with pytest.raises(NotFoundError, match=r"^face 'gym' is for gym cards; choose one for exercise cards$"):
        face_for(Shelf(), "exercise", load_stock("a6"), "gym")
    with pytest.raises(NotFoundError, match=r"^face 'large' does not suit A7 cards of 74 × 105 mm$"):
        face_for(Shelf(), "exercise", load_stock("a7"), "large")


def test_lower_rank_goes_first(tmp_path: Path) -> None:
    shelf = shelf_with(tmp_path, "faces", FACE)
    assert face_for(shelf, "exercise", load_stock("a7")).id == "mine"
    shelf = shelf_with(tmp_path, "faces", FACE.replace("kind:", "rank: 5\nkind:"))
    assert face_for(shelf, "exercise", load_stock("a7")).id == "pocket"


def test_own_face_goes_before_the_bundled_one(tmp_path: Path) -> None:
    shelf = shelf_with(tmp_path, "faces", FACE, "pocket")
    assert shelf.face("pocket").name == "Mine"
    assert shelf.names("faces") == tuple(FACES)


def test_size_is_suited_within_a_hair(tmp_path: Path) -> None:
    suits = shelf_with(tmp_path, "faces", FACE).face("mine").suits
    assert suits.includes(60, 80)
    assert suits.includes(79.995, 110.005)
    assert not suits.includes(80.1, 100)
    assert not suits.includes(70, 79.9)


def test_lengths_have_units(tmp_path: Path) -> None:
    face = shelf_with(tmp_path, "faces", FACE.replace("margin: 5", "margin: 0.25 in")).face("mine")
    assert face.margin == pytest.approx(6.35)


@pytest.mark.parametrize(
    ("old", "new", "reported"),
    [
        ("kind: exercise", "kind: workout", ":2: kind: should be exercise, gym, key or title, not 'workout'"),
        (
            '{text: "{name}", style: name}',
            "{txt: x}",
            ":9: front.body.stack.0: a box says its kind by one of: stack, row,",
        ),
        (
            "style: name}",
            "styel: name}",
            ":9: front.body.stack.0.styel: unknown key 'styel'; did you mean 'style'?",
        ),
        (
            "style: name}",
            "width: fill many}",
            ":9: front.body.stack.0.width: 'fill many' is no share of the room; write 'fill', or 'fill 2'",
        ),
        ("style: name}", "width: fill 0}", ":9: front.body.stack.0.width: 'fill 0' is no share of the room"),
        ("style: name}", "width: -3}", ":9: front.body.stack.0.width: should be from 0 to 5000 mm, not -3"),
        (
            "style: name}",
            "width: wide}",
            ":9: front.body.stack.0.width: 'wide' is not a length; write '5 mm'",
        ),
        ("margin: 5", "margin: -5", ":4: margin: should be at least 0, not -5"),
        ("margin: 5", "margin: .nan", ":4: margin: should be a"),
        ("type: card\n", "", ": type: is missing"),
        (
            '{text: "{name}", style: name}',
            '{grid: "{log}", head: D, first: S, first_width: 9, head_height: 4, row_height: 0, rows: 6, least_rows: 4}',
            ":9: front.body.stack.0.row_height: should be more than 0, not 0",
        ),
    ],
)
def test_mistake_in_a_face(tmp_path: Path, old: str, new: str, reported: str) -> None:
    said = mistake(tmp_path, FACE.replace(old, new))
    assert reported in said
    assert len(said.splitlines()) == 1


def test_unknown_names_are_reported_with_what_was_meant() -> None:
    with pytest.raises(NotFoundError, match=r"^no face 'pocketed'; did you mean 'pocket'\?$"):
        Shelf().face("pocketed")
    with pytest.raises(
        NotFoundError, match=r"^no sheet 'wall'; there are: athlete, block, groups, large-print-athlete"
    ):
        Shelf().sheet("wall")


def test_a_stock_s_own_file_is_read_as_it_is_now(tmp_path: Path) -> None:
    shelf, own = Shelf(), tmp_path / "own.yaml"
    for width in (80.0, 70.0):
        own.write_text(f"card: {{width: {width} mm, height: 120 mm}}\n")
        assert shelf.stock(str(own)).size.width == width
