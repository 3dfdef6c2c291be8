"""Pictures by name: where they may lie, what they may be, and how large they come out."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow

from cardmaker.errors import PictureError
from cardmaker.frame import Art, Image
from cardmaker.geometry import Size
from cardmaker.picture.load import find_picture
from cardmaker.picture.own_picture import fit_into
from tests.picture.picture_kit import read_picture

SQUARE = '<svg viewBox="0 0 20 10"><path d="M0 0h20v10H0z" fill="teal"/></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan's folder, with pictures in it and a secret outside."""
    plans = tmp_path / "plans"
    (plans / "art").mkdir(parents=True)
    (plans / "logo.svg").write_text(SQUARE, "utf-8")
    Pillow.new("RGB", (40, 10), "teal").save(plans / "art" / "logo.png")
    (tmp_path / "secret.svg").write_text(SQUARE, "utf-8")
    return plans


def refusal(name: str, folder: Path) -> str:
    """Why a name is refused."""
    with pytest.raises(PictureError) as caught:
        find_picture(name, folder)
    return str(caught.value)


def test_found_next_to_the_plan_or_below(folder: Path) -> None:
    assert find_picture("logo.svg", folder) == folder.resolve() / "logo.svg"
    assert find_picture("art/logo.png", folder) == folder.resolve() / "art" / "logo.png"
    assert find_picture("./art/./logo.png", folder).is_file()


@pytest.mark.parametrize("name", ["../secret.svg", "art/../../secret.svg", "art\\..\\..\\secret.svg", ".."])
def test_never_outside_the_folder(folder: Path, name: str) -> None:
    assert "leads out of the plan's folder; put the picture in" in refusal(name, folder)


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "C:\\logo.svg", "C:logo.svg", "\\\\host\\share\\a.png", "~/a.png"]
)
def test_paths_are_relative(folder: Path, name: str) -> None:
    assert f"picture '{name}': give the path from the plan's folder" in refusal(name, folder)


def test_links_may_not_lead_out(folder: Path) -> None:
    (folder / "link.svg").symlink_to(folder.parent / "secret.svg")
    (folder / "up").symlink_to(folder.parent)
    (folder / "inside.svg").symlink_to(folder / "logo.svg")
    (folder / "loop.svg").symlink_to(folder / "loop.svg")
    assert "leads out" in refusal("link.svg", folder)
    assert "leads out" in refusal("up/secret.svg", folder)
    assert find_picture("inside.svg", folder) == folder.resolve() / "logo.svg"
    assert refusal("loop.svg", folder)


def test_missing_names_the_folder_and_what_is_like_it(folder: Path) -> None:
    assert refusal("lgo.svg", folder) == (
        f"picture 'lgo.svg': no such file in {folder}; did you mean 'logo.svg'?"
    )
    with pytest.raises(PictureError, match=r"^plan\.yaml:4: club\.logo: picture 'crest\.png': no such file"):
        find_picture("crest.png", folder, "plan.yaml:4: club.logo")
    assert refusal("crest.png", folder) == f"picture 'crest.png': no such file in {folder}"
    assert refusal("nowhere/crest.png", folder) == f"picture 'nowhere/crest.png': no such file in {folder}"


@pytest.mark.parametrize(
    "name", ["https://example.org/a.png", "data:image/png;base64,AAAA", "a\0b.png", "x" * 5000]
)
def test_names_that_are_not_files(folder: Path, name: str) -> None:
    message = refusal(name, folder)
    assert message.isprintable()
    assert len(message) < 300


def test_svg_becomes_artwork(folder: Path) -> None:
    art = read_picture(folder / "logo.svg").shown(30, 30)
    assert isinstance(art, Art)
    assert (art.width, art.height) == (30, 15)
    assert art.artwork.paths[0].fill == "#008080"
    narrow = read_picture(folder / "logo.svg").shown(30, 5)
    assert isinstance(narrow, Art)
    assert (narrow.width, narrow.height) == (10, 5)
    assert narrow.artwork is art.artwork


def test_png_becomes_an_image(folder: Path) -> None:
    image = read_picture(folder / "art" / "logo.png").shown(20, 20)
    assert isinstance(image, Image)
    assert (image.width, image.height) == (20, 5)


def test_read_once_until_it_changes(folder: Path) -> None:
    path = folder / "logo.svg"
    first = read_picture(path).shown(30, 30)
    assert read_picture(path).shown(30, 30) is first
    path.write_text(SQUARE.replace("teal", "red"), "utf-8")
    os.utime(path, ns=(1, 1))
    changed = read_picture(path).shown(30, 30)
    assert isinstance(changed, Art)
    assert changed.artwork.paths[0].fill == "#FF0000"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.gif", b"GIF89a...", "this is a GIF picture; save it as SVG, PNG or JPEG"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "this is a WebP picture"),
        ("a.heic", b"\0\0\0\x18ftypheic", "this is a HEIC or AVIF picture"),
        ("a.svgz", b"\x1f\x8b\x08\0", "this is compressed (SVGZ, perhaps)"),
        ("a.pdf", b"%PDF-1.7", "this is a PDF"),
        ("a.png", b"", "the file is empty"),
        ("a.svg", b"\0\0\0", "not a picture that is known here"),
        ("a.svg", b"hello", "not a picture that is known here"),
    ],
)
def test_other_formats_are_named(folder: Path, name: str, data: bytes, words: str) -> None:
    (folder / name).write_bytes(data)
    with pytest.raises(PictureError) as caught:
        read_picture(folder / name).shown(10, 10)
    assert str(caught.value).startswith(f"{folder / name}: {words}")


def test_content_decides_not_the_name(folder: Path) -> None:
    (folder / "wrong.png").write_text('\ufeff<?xml version="1.0"?>\n' + SQUARE, "utf-8")
    assert isinstance(read_picture(folder / "wrong.png").shown(10, 10), Art)


def test_what_is_not_an_ordinary_file(folder: Path) -> None:
    with pytest.raises(PictureError, match="this is a folder; name a picture in it"):
        read_picture(folder / "art").shown(10, 10)
    with pytest.raises(PictureError, match="no such file"):
        read_picture(folder / "none.png").shown(10, 10)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.png")
        with pytest.raises(PictureError, match="not an ordinary file"):
            read_picture(folder / "pipe.png").shown(10, 10)
    with (folder / "huge.png").open("wb") as stream:
        stream.truncate(65 * 1024 * 1024)
    with pytest.raises(PictureError, match="larger than 64 MB"):
        read_picture(folder / "huge.png").shown(10, 10)


sides = st.floats(0.01, 10_000)


@given(sides, sides, sides, sides)
def test_fit_keeps_the_shape_and_fills_one_way(
    width: float, height: float, across: float, down: float
) -> None:
    fitted = fit_into(Size(width, height), Size(across, down))
    assert fitted.width / fitted.height == pytest.approx(width / height)
    assert fitted.width <= across * (1 + 1e-9)
    assert fitted.height <= down * (1 + 1e-9)
    assert fitted.width == pytest.approx(across) or fitted.height == pytest.approx(down)
