"""Forms of bundled figures are made ahead of time: the same as painting gives, and never out of date."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cardmaker import assets, ready
from cardmaker.frame import Artwork
from cardmaker.later import Later
from cardmaker.layout.figures import look_in
from cardmaker.library.library import open_library
from cardmaker.paint import pictures, readyforms
from cardmaker.paint.inks import SRGB
from cardmaker.paint.pictures import form_of
from cardmaker.picture.artwork import Look, load_artwork, themed
from cardmaker.picture.bodymap import mapped
from cardmaker.pipeline.readyforms import make_forms
from cardmaker.theme.shelf import Shelf

BODY_MAP = assets.illustrations() / "body-map.svg"
FILES = sorted(path for path in assets.illustrations().glob("*.svg") if path != BODY_MAP)
CLASSIC = Shelf().theme("classic")


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    _no_cache()
    yield
    _no_cache()


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with all forms, as the wheel brings it along."""
    folder = tmp_path_factory.mktemp("made")
    _no_cache()
    with ready.filling(folder):
        make_forms()
    return folder


@pytest.fixture
def installed(full: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The full store, as an installed program has it."""
    monkeypatch.setattr(assets, "store", lambda: full)
    monkeypatch.setattr(ready, "code", lambda rooms: "")
    monkeypatch.setattr(assets, "is_checkout", lambda: False)
    return full


def _no_cache() -> None:
    pictures._form.cache_clear()
    readyforms._forms.cache_clear()


def worn(path: Path, *, small: bool = False) -> Artwork:
    """A figure's last position as the usual theme has it."""
    figure = load_artwork(path)
    return themed(figure, figure.finish, look_in(CLASSIC, small=small))


def maps(each: int) -> list[Artwork]:
    """The body from both sides with the muscles of one in so many bundled exercises, as the usual theme has it."""
    library, body, look = open_library(), load_artwork(BODY_MAP), look_in(CLASSIC, small=True)
    return [
        mapped(body, pane, look, about.primary, about.secondary)
        for about in map(library.get, library.ids[::each])
        for pane in body.panes
    ]


@pytest.mark.parametrize("each", [5, pytest.param(1, marks=pytest.mark.deep)])
@pytest.mark.parametrize("kind", ["large", "small", "body maps"])
def test_a_ready_form_is_what_painting_gives(
    kind: str, each: int, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = kind == "small"
    for artwork in maps(each) if kind == "body maps" else [worn(path, small=small) for path in FILES[::each]]:
        found = readyforms.find(artwork.source)
        assert found is not None, artwork.source
        _no_cache()
        monkeypatch.setattr(readyforms, "find", lambda source: None)
        painted = pictures._form(artwork, SRGB)
        monkeypatch.undo()
        assert (found.name, found.data, found.colours) == (painted[0], painted[1].data, painted[1].colours)
        monkeypatch.setattr(assets, "store", lambda: installed)
        monkeypatch.setattr(ready, "code", lambda rooms: "")


def test_paths_are_not_looked_at_where_a_form_is_ready(installed: Path) -> None:
    def refuse() -> Iterator[Any]:
        raise AssertionError("looked at")

    ready_made = worn(FILES[0])
    form_of(Artwork(ready_made.width, ready_made.height, Later(refuse), ready_made.source))


def test_every_position_has_one(full: Path) -> None:
    every = {path.relative_to(full / "forms").as_posix() for path in full.rglob("*.forms")}
    kept = {name for name in every if "body-map" not in name}
    looks = [look_in(CLASSIC, small=small).digest for small in (False, True)]
    assert kept == {f"{look}/{path.stem}.forms" for look in looks for path in FILES}
    head = json.loads((full / "forms" / looks[0] / f"{FILES[0].stem}.forms").read_bytes().split(b"\n")[0])
    assert [form[0] for form in head["forms"]] == [pane.name for pane in load_artwork(FILES[0]).panes]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda head, data: (head | {"format": 0}, data), id="another format"),
        pytest.param(lambda head, data: (head | {"code": "older"}, data), id="made by older code"),
        pytest.param(lambda head, data: (head | {"figure": "00"}, data), id="made of another figure"),
        pytest.param(lambda head, data: (head, data[:-1]), id="cut off"),
        pytest.param(lambda head, data: ([], b""), id="something else"),
    ],
)
def test_what_is_out_of_date_is_made_again(
    change: Callable[[Any, bytes], tuple[Any, bytes]],
    full: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    artwork = worn(FILES[0])
    assert artwork.source is not None
    file = Path("forms") / artwork.source.look / f"{FILES[0].stem}.forms"
    head, _, data = (full / file).read_bytes().partition(b"\n")
    wrong, rest = change(json.loads(head), data)
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_bytes(json.dumps(wrong).encode() + b"\n" + rest)
    monkeypatch.setattr(assets, "store", lambda: tmp_path)
    monkeypatch.setattr(ready, "code", lambda rooms: "")
    assert readyforms.find(artwork.source) is None
    form_of(artwork)
    kept = readyforms.find(artwork.source)
    assert kept is not None and kept.data == form_of(artwork).data


def test_the_same_muscles_in_another_order_are_the_same_map() -> None:
    body, look = load_artwork(BODY_MAP), look_in(CLASSIC, small=True)

    def source(primary: tuple[str, ...], secondary: tuple[str, ...]) -> object:
        return mapped(body, body.finish, look, primary, secondary).source

    assert source(("quads", "glutes"), ()) == source(("glutes", "quads"), ("glutes",))
    assert source(("quads",), ("glutes",)) != source(("glutes",), ("quads",))


def test_other_looks_are_neither_ready_nor_kept(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "store", lambda: tmp_path)
    figure = load_artwork(FILES[0])
    form_of(themed(figure, figure.finish, Look({"skin": "#123456"})))
    assert not list(tmp_path.iterdir())


def test_a_look_is_known_by_what_it_says() -> None:
    one, other = Look({"skin": "#111111", "top": "#222222"}), Look({"top": "#222222", "skin": "#111111"})
    assert one.digest == other.digest
    assert len({one.digest, Look(one.colours, small=True).digest, Look({"skin": "#111111"}).digest}) == 3
