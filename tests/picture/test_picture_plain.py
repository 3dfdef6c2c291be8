"""Pictures that Studio's page has coded plainly: read without Pillow, and printed as with it."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image as Pillow

from cardmaker.errors import PictureError
from cardmaker.paint import pictures
from cardmaker.picture import own_picture, plain

PLAN = """title: Spring
club: {name: Club, logo: %s}
weeks:
  - mon: {run: 8 km easy}
"""


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def coded_plainly(picture: Pillow.Image) -> bytes:
    """A picture as the page codes it: each row without a filter."""
    colour = {"RGB": 2, "RGBA": 6}[picture.mode]
    row = picture.width * len(picture.getbands())
    dots = picture.tobytes()
    rows = b"".join(b"\0" + dots[start : start + row] for start in range(0, len(dots), row))
    head = struct.pack(">IIBBBBB", *picture.size, 8, colour, 0, 0, 0)
    chunks = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _logo(mode: str) -> Pillow.Image:
    """A disc on nothing, or on white."""
    picture = Pillow.new("RGBA", (90, 60), (255, 255, 255, 0 if mode == "RGBA" else 255))
    for x in range(90):
        for y in range(60):
            if (x - 45) ** 2 + (y - 30) ** 2 < 28**2:
                picture.putpixel((x, y), (120, 2 * x, 3 * y, 255 if x < 45 else 128))
    return picture if mode == "RGBA" else picture.convert("RGB")


def _saved(picture: Pillow.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


@pytest.fixture
def no_pillow(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (own_picture, pictures):
        monkeypatch.setattr(module, "decodes_all", lambda: False)
    own_picture._known.cache_clear()
    pictures.image_of.cache_clear()


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_the_dots_are_those_of_the_picture(mode: str) -> None:
    picture = _logo(mode)
    found = plain.dots_of(coded_plainly(picture))
    assert found.size == picture.size
    assert found.colours == picture.convert("RGB").tobytes()
    assert found.alpha == (picture.getchannel("A").tobytes() if mode == "RGBA" else None)


def test_a_picture_without_a_see_through_dot_has_no_mask() -> None:
    opaque = _logo("RGB").convert("RGBA")
    assert plain.dots_of(coded_plainly(opaque)).alpha is None


@pytest.mark.parametrize(
    "data",
    [
        _saved(_logo("RGB").quantize(8), "PNG"),
        _saved(_logo("RGBA"), "PNG"),  # with filters
        coded_plainly(_logo("RGB"))[:90],
        _saved(_logo("RGB").convert("CMYK"), "JPEG"),
        _saved(_logo("RGB"), "JPEG")[:200],
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8",
    ],
    ids=["palette", "filtered", "cut", "cmyk", "half a jpeg", "no png", "no jpeg"],
)
def test_what_is_coded_otherwise_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(PictureError, match=r"^club: damaged, or not a PNG or JPEG picture; save it again$"):
        plain.PlainRaster(data, "club")


def test_a_picture_that_says_it_is_enormous_is_not_unpacked() -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(bytes(10**6))) + _chunk(b"IEND", b"")
    with pytest.raises(PictureError):
        plain.PlainRaster(b"\x89PNG\r\n\x1a\n" + bomb, "club")


def _page(folder: Path, name: str) -> Pillow.Image:
    """The first page of a plan with that logo, drawn."""
    import pypdfium2

    from cardmaker.api import build, load

    path = folder / "plan.yaml"
    path.write_text(PLAN % name, encoding="utf-8")
    made = build(load(path))
    sheet = next(data for file, data in made.items() if file.endswith(".pdf"))
    page: Pillow.Image = pypdfium2.PdfDocument(sheet)[0].render(scale=2).to_pil()
    return page


@pytest.mark.parametrize(
    ("name", "data"),
    [("club.png", coded_plainly(_logo("RGBA"))), ("club.jpg", _saved(_logo("RGB"), "JPEG"))],
    ids=["png", "jpeg"],
)
def test_it_is_printed_as_with_pillow(
    tmp_path: Path, request: pytest.FixtureRequest, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    usual = _page(tmp_path, name)
    request.getfixturevalue("no_pillow")
    assert _page(tmp_path, name).tobytes() == usual.tobytes()
    (tmp_path / name).write_bytes(coded_plainly(Pillow.new("RGB", (90, 60), "black")))
    assert _page(tmp_path, name).tobytes() != usual.tobytes()
