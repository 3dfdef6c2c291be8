"""Files made to do harm: each is refused in one line that names the file, and soon."""

import io
import random
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image as Pillow

from cardmaker.errors import PictureError
from cardmaker.picture.own_figure import own_figure
from cardmaker.picture.svg_drawing import LIMIT_DRAWN
from cardmaker.picture.svg_source import LIMIT_NODES
from tests.picture.picture_kit import read_picture

SOON = 10.0  # seconds of CPU, on however slow a machine: without the limits these take minutes
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">'
FEW = '<path d="M0 0h9v9z"/>'


def svg(body: str, head: str = HEAD, before: str = "") -> bytes:
    """An SVG file."""
    return f"{before}{head}{body}</svg>".encode()


def entities() -> bytes:
    """The billion laughs."""
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return svg("<text>&a9;</text>", before=f'<!DOCTYPE svg [<!ENTITY a0 "ha">{names}]>')


def laughing_uses() -> bytes:
    """Ten uses of ten uses of ten uses ..."""
    groups = "".join(
        f'<g id="g{n}">' + "".join(f'<use xlink:href="#g{n - 1}"/>' for _ in range(10)) + "</g>"
        for n in range(1, 9)
    )
    return svg(f'<defs><path id="g0" d="M0 0h1v1z"/>{groups}</defs><use xlink:href="#g8"/>')


def used(body: str, times: int, inner: str = "") -> bytes:
    """Something used many times."""
    return svg(f"<defs>{body}</defs>" + f'<use href="#x" {inner}/>' * times)


REFUSED: dict[str, tuple[bytes, str]] = {
    "script": (svg("<script>alert(1)</script>" + FEW), "a script"),
    "handler": (svg('<path onload="alert(1)" d="M0 0h9v9z"/>'), "a script"),
    "script in a link": (svg(f'<a href="javascript:alert(1)">{FEW}</a>'), "a script"),
    "entities": (entities(), "DOCTYPE"),
    "outside entity": (
        svg("<text>&x;</text>", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "DOCTYPE",
    ),
    "outside picture": (svg('<image href="http://example.org/a.png"/>'), "a picture inside it"),
    "outside use": (svg('<use xlink:href="file:///etc/passwd#x"/>'), "something outside"),
    "outside style": (
        svg("<style>@import url(http://example.org/a.css);</style>" + FEW),
        "something outside",
    ),
    "outside fill": (svg('<path fill="url(http://example.org/#a)" d="M0 0h9v9z"/>'), "something outside"),
    "style sheet": (svg(FEW, before='<?xml-stylesheet href="a.css"?>'), "style sheet outside"),
    "foreign": (svg("<foreignObject><body/></foreignObject>"), "foreign content"),
    "use bomb": (laughing_uses(), f"more than {LIMIT_DRAWN} elements"),
    "use circle": (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "circle"),
    "nested groups": (svg("<g>" * 10_000 + FEW + "</g>" * 10_000), "nested more than 64 deep"),
    "nested strange elements": (svg('<x xmlns="urn:x">' * 10_000 + "</x>" * 10_000), "nested more than"),
    "many elements": (svg("<g/>" * 30_000 + FEW), f"more than {LIMIT_NODES} elements"),
    "huge path": (svg(f'<path d="M0 0{"h1v1" * 200_000}z"/>'), "lines and curves"),
    "huge path used": (used(f'<path id="x" d="M0 0{"h1v1" * 5000}z"/>', 5000), "lines and curves"),
    "huge file": (svg(FEW + " " * 1_200_000), "larger than 1 MB"),
    "long transform": (
        used(f'<path id="x" transform="{"scale(1)" * 60_000}" d="M0 0h1v1z"/>', 4000),
        "letters in 'transform'",
    ),
    "long dashes": (svg(f'<g stroke-dasharray="{"1 " * 4000}" stroke="red">{FEW * 4000}</g>'), "dasharray"),
    "many rules": (
        svg(f"<style>{''.join(f'.c{n}{{fill:red}}' for n in range(499))}</style>" + FEW * 15_000),
        "too many style rules",
    ),
    "more rules": (
        svg(f"<style>{''.join(f'.c{n}{{fill:red}}' for n in range(9999))}</style>" + FEW),
        "rules",
    ),
    "not a number": (svg('<path d="M0 0h9v9z" transform="scale(nan)"/>'), "transform"),
    "infinite": (svg('<path d="M0 0 L 1e999 1 1 1e999z"/>'), "beyond all bounds"),
    "infinite stroke": (svg('<path d="M0 0h9" stroke="red" stroke-width="1e999"/>'), "beyond all bounds"),
    "infinite scale": (svg('<g transform="scale(1e300) scale(1e300)"><path d="M1 1h9v9z"/></g>'), "beyond"),
    "infinite turn": (svg(f'<g transform="rotate(1e999)">{FEW}</g>'), "can't be understood"),
    "infinite arc": (svg('<path d="M0 0 A 1e999 1e999 1e999 0 1 9 9z"/>'), "can't be understood"),
    "infinite page": (svg(FEW, '<svg viewBox="0 0 inf inf">'), "no usable size"),
    "page of nothing": (svg(FEW, '<svg viewBox="nan nan nan nan">'), "no usable size"),
    "far away": (svg('<path d="M0 0h1e6v1e6z"/>'), "reaches far out"),
    "not XML": (svg(FEW)[:-3], "not a whole SVG file"),
    "binary": (b"<svg\0\0\0", "not a whole SVG file"),
    "other XML": (b"<html/>", "not an SVG drawing"),
}


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *chunks: bytes) -> bytes:
    """A PNG file of these chunks, RGB in 8 bits by its head."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def zeros(count: int) -> bytes:
    """Compressed nothing."""
    return zlib.compress(bytes(count), 9)


def jpeg(**options: object) -> bytes:
    """A good JPEG."""
    stream = io.BytesIO()
    picture = Pillow.effect_noise((320, 240), 90).convert("RGB")
    picture.save(stream, "JPEG", **options)
    return stream.getvalue()


def with_size(data: bytes, width: int, height: int) -> bytes:
    """A JPEG that says it has another size."""
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]


def many_passes() -> bytes:
    """A progressive JPEG whose last pass is there four hundred times, and which says it is large."""
    data = jpeg(progressive=True)
    last = data.rindex(b"\xff\xda")
    grown = data[:last] + data[last:-2] * 400
    at = grown.index(b"\xff\xc2") + 5
    return grown[:at] + struct.pack(">HH", 2000, 2000) + grown[at + 4 :] + b"\xff\xd9"


REFUSED |= {
    "PNG bomb": (png(6400, 6400, chunk(b"IDAT", zeros(9_000_000))), "more than 40 megapixels"),
    "great PNG bomb": (png(2**31 - 1, 2**31 - 1, chunk(b"IDAT", zeros(99))), "megapixels"),
    "flat PNG bomb": (png(2**31 - 1, 1, chunk(b"IDAT", zeros(99))), "megapixels"),
    "PNG without a size": (png(0, 0, chunk(b"IDAT", zeros(9))), "damaged"),
    "PNG text bomb": (
        png(9, 9, *[chunk(b"zTXt", b"a\0\0" + zeros(20_000_000))] * 4, chunk(b"IDAT", zeros(252))),
        "damaged",
    ),
    "PNG profile bomb": (
        png(9, 9, chunk(b"iCCP", b"a\0\0" + zeros(90_000_000)), chunk(b"IDAT", zeros(252))),
        "",
    ),
    "PNG cut off": (png(900, 900, chunk(b"IDAT", zeros(900_000)[:500])), "cut off"),
    "PNG with too little in it": (png(900, 900, chunk(b"IDAT", zeros(900))), "cut off"),
    "PNG without data": (png(9, 9), ""),
    "PNG with a wrong sum": (png(9, 9, chunk(b"IDAT", zeros(252))[:-1] + b"!"), "damaged"),
    "JPEG bomb": (with_size(jpeg(), 65_500, 65_500), "more than 40 megapixels"),
    "JPEG of many passes": (many_passes(), "too many passes"),
    "JPEG cut off": (jpeg()[:2000], "cut off"),
    "JPEG cut off early": (jpeg()[:40], "damaged"),
    "JPEG larger than its data": (with_size(jpeg(), 6000, 6000), ""),
    "JPEG of nothing": (b"\xff\xd8" + b"\xff" * 100_000, "damaged"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_in_one_line_and_soon(case: str, tmp_path: Path) -> None:
    data, words = REFUSED[case]
    path = tmp_path / "picture"
    path.write_bytes(data)
    try:
        message = refusal(lambda: read_picture(path).shown(60, 40))
    except pytest.fail.Exception:
        if words:
            raise
        return  # may as well be shown, as long as that is soon
    assert message.startswith(str(path)), message
    assert words in message, message


def refusal(act: Callable[[], object]) -> str:
    """Why something is refused, if that is soon."""
    started = time.process_time()
    try:
        act()
    except PictureError as error:
        message = str(error)
        assert "\n" not in message and message.isprintable() and len(message) < 400, message
        return message
    finally:
        assert time.process_time() - started < SOON
    pytest.fail("not refused")


def test_refused_again_without_reading_it_again(tmp_path: Path) -> None:
    path = tmp_path / "bomb.svg"
    path.write_bytes(laughing_uses())
    first = refusal(lambda: read_picture(path).shown(60, 40))
    started = time.process_time()
    for _ in range(100):
        assert refusal(lambda: read_picture(path).shown(60, 40)) == first
    assert time.process_time() - started < 2.0


HARMLESS: dict[str, bytes] = {
    "spaces between uses": used(f'<path id="x" d="M0 0h1v1z{" " * 400_000}"/>', 10_000),
    "distinct views": svg(
        f'<symbol id="x" viewBox="0 0 9 9"><path d="M0 0h1v1z{" " * 300_000}"/></symbol>'
        + "".join(f'<use href="#x" width="{n}.5" height="9"/>' for n in range(3000))
    ),
    "open blocks in styles": svg(f"<style>{'@a{b{}' * 100_000}</style>" + FEW),
    "closed blocks in styles": svg(f"<style>{'@a{}' * 200_000}</style>" + FEW),
    "comments in styles": svg(f"<style>{'/**/' * 200_000}</style>" + FEW),
    "style in pieces": svg(f"<style>{'<!---->a' * 90_000}</style>" + FEW),
    "many attributes": svg("<path " + " ".join(f'a{n}=""' for n in range(60_000)) + ' d="M0 0h9v9z"/>'),
    "many classes": svg(f'<path class="{"a " * 4900}" d="M0 0h9v9z"/>' + FEW),
    "long numbers": svg(f'<path d="M0 0h9v9z M 0.{"3" * 900_000} 1"/>'),
    "many transforms": svg(f'<g transform="{"rotate(1)" * 1000}"><path d="M50 50h1v1z"/></g>'),
    "deep uses": svg(
        "".join(f'<g id="g{n}"><use href="#g{n + 1}"/></g>' for n in range(60))
        + '<path id="g60" d="M0 0h1v1z"/>'
    ),
    "trailing": jpeg() + bytes(30_000_000),
}


@pytest.mark.parametrize("case", HARMLESS)
def test_what_only_takes_room_is_read_soon(case: str, tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(HARMLESS[case])
    started = time.process_time()
    try:
        read_picture(path).shown(60, 40)
    except PictureError as error:
        assert "\n" not in str(error)
    assert time.process_time() - started < SOON


def scrambled(data: bytes, seed: int) -> bytes:
    """The file with a few bytes changed, or cut, or doubled."""
    luck = random.Random(seed)
    mixed = bytearray(data)
    for _ in range(luck.randint(1, 8)):
        at = luck.randrange(len(mixed))
        what = luck.randrange(4)
        if what == 0:
            mixed[at] = luck.randrange(256)
        elif what == 1:
            del mixed[at : at + luck.randint(1, 60)]
        elif what == 2:
            mixed[at:at] = mixed[at : at + luck.randint(1, 60)]
        else:
            mixed[at : at + 4] = struct.pack(">I", luck.choice((0, 1, 2**31 - 1, 2**32 - 1)))
    return bytes(mixed)


def samples() -> Iterator[bytes]:
    """Good files of each kind."""
    yield jpeg()
    yield jpeg(progressive=True)
    for mode in ("RGB", "RGBA", "LA", "P", "1"):
        stream = io.BytesIO()
        Pillow.linear_gradient("L").resize((40, 30)).convert(mode).save(stream, "PNG")
        yield stream.getvalue()
    yield svg(
        '<style>.a{fill:#f00;stroke:rgb(1,2,3)}</style><g transform="translate(1 2)" opacity=".5">'
        '<path class="a" d="M1 1C2 2 3 3 4 4A5 6 7 0 1 8 9z"/><use href="#b"/></g><circle id="b" r="9"/>'
    )


@pytest.mark.parametrize("seed", range(25))
def test_scrambled_files_are_shown_or_refused(seed: int, tmp_path: Path) -> None:
    for number, good in enumerate(samples()):
        path = tmp_path / f"{number}"
        path.write_bytes(scrambled(good, seed))
        try:
            read_picture(path).shown(60, 40)
        except PictureError as error:
            assert "\n" not in str(error) and len(str(error)) < 400


FIGURE = (Path(__file__).parents[2] / "illustrations" / "squat.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"panes":[{', '"panes":[{"a":' + "[" * 100_000 + "]" * 100_000 + ","),
        ('"size":[', '"size":["wide",'),
        ('"scale":', '"scale":NaN,"was":'),
        ('"scale":', '"scale":-1,"was":'),
        ('"left":', '"left":1e999,"right":'),
        ('"joints":{"pelvis":[', '"joints":{"pelvis":[1,2,3,'),
        ('"name":"start"', '"name":["start"]'),
        ('"panes":[{', '"panes":[],"others":[{'),
        (' d="M ', ' d="M M M '),
        (' d="M ', ' d="M 99999999999 '),
        ("<metadata>{", "<metadata>"),
    ],
)
def test_figures_that_are_none_are_refused(old: str, new: str, tmp_path: Path) -> None:
    assert old in FIGURE
    path = tmp_path / "figure.svg"
    path.write_text(FIGURE.replace(old, new, 1), "utf-8")
    try:
        message = refusal(lambda: own_figure(path.read_bytes(), str(path)))
    except pytest.fail.Exception:
        assert own_figure(path.read_bytes(), str(path)) is None
        return
    assert "not a whole figure" in message or "SVG" in message


def test_figures_obey_the_rules_for_pictures(tmp_path: Path) -> None:
    path = tmp_path / "figure.svg"
    path.write_text(FIGURE.replace("</svg>", "<script/></svg>"), "utf-8")
    assert "a script" in refusal(lambda: own_figure(path.read_bytes(), str(path)))


def test_good_figures_and_other_files_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "figure.svg"
    path.write_text(FIGURE, "utf-8")
    figure = own_figure(path.read_bytes(), str(path))
    assert figure and [pane.name for pane in figure.panes] == ["start", "finish"]
    assert figure.scale > 0
    path.write_bytes(svg(FEW))
    assert own_figure(path.read_bytes(), str(path)) is None
