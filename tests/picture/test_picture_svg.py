"""SVG files made here: what they become, what is refused, and how fast."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker.errors import PictureError
from cardmaker.frame import Artwork, Path
from cardmaker.picture.svg import read_svg

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">'
)


def read(body: str, head: str = HEAD) -> Artwork:
    """The artwork of some SVG elements."""
    return read_svg(f"{head}{body}</svg>".encode(), "logo.svg")


def only(body: str, head: str = HEAD) -> Path:
    """The only path."""
    (path,) = read(body, head).paths
    return path


def refusal(body: str, head: str = HEAD) -> str:
    """The one line that says why not."""
    started = time.process_time()
    with pytest.raises(PictureError) as caught:
        read(body, head)
    assert time.process_time() - started < 15, "a file that grows while it is read takes minutes"
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 200
    return message


def test_size_is_the_view_box() -> None:
    art = read('<path d="M0 0H10V10Z"/>')
    assert (art.width, art.height) == (100, 50)
    art = read('<path d="M10 10h5v5z"/>', '<svg viewBox="10 10 20 30" width="3in" height="5%">')
    assert (art.width, art.height, art.paths[0].data) == (20, 30, "M 0 0 L 5 0 L 5 5 Z")
    art = read('<path d="M10 10h5v5z"/>', '<svg width="20mm" height="96">')
    assert (art.width, art.height) == pytest.approx((75.591, 96))


@pytest.mark.parametrize(
    ("shape", "data"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', "M 1 2 L 4 2 L 4 6 L 1 6 Z"),
        ('<polygon points="1,2 3 4,5+6"/>', "M 1 2 L 3 4 L 5 6 Z"),
        ('<polyline points="1 2 3 4" stroke="red"/>', "M 1 2 L 3 4"),
        ('<line x1="1" y1="2" x2="50%" y2="50%" stroke="red"/>', "M 1 2 L 50 25"),
        ('<path d="m1 1 2 0v3q3 3 6 0z"/>', "M 1 1 L 3 1 L 3 4 C 5 6 7 6 9 4 Z"),
    ],
)
def test_shapes(shape: str, data: str) -> None:
    assert only(shape).data == data


def test_round_shapes() -> None:
    circle = only('<circle cx="50" cy="25" r="20"/>')
    assert circle.data.startswith("M 70 25 C 70 36.046 61.046 45 50 45 C")
    assert circle.data.count("C") == 4
    rounded = only('<rect x="10" y="10" width="20" height="20" rx="30"/>')
    assert rounded.data.count("C") == 4
    assert only('<ellipse cx="50" cy="25" rx="20"/>').data.count("C") == 4


def test_colours_and_how_they_come_down() -> None:
    art = read(
        """<style>
        /* theirs */ .b{fill:#0f0} #c{fill:blue!important} rect.b{stroke:rgb(10%,0%,0%);stroke-width:2}
        @media (prefers-color-scheme:dark){.b{fill:#fff}} .b:hover{fill:red}</style>
        <g fill="red"><path d="M0 0h1v1z"/><path class="x b" d="M0 0h1v1z"/>
        <path id="c" class="b" d="M0 0h1v1z"/><path style="fill:#ABCDEF80" d="M0 0h1v1z"/>
        <rect class="b" width="1" height="1" style="fill:none"/></g>
        <g color="teal"><path fill="currentColor" d="M0 0h1v1z"/></g><path d="M0 0h1v1z"/>"""
    )
    assert [path.fill for path in art.paths] == [
        "#FF0000",
        "#00FF00",
        "#0000FF",
        "#D5E6F7",
        None,
        "#008080",
        "#000000",
    ]
    assert (art.paths[4].stroke, art.paths[4].width) == ("#1A0000", 2)


def test_opacity_is_flattened_on_white_and_multiplies() -> None:
    art = read(
        '<g opacity=".5"><path opacity="50%" d="M0 0h1v1z"/><path fill-opacity="0" d="M0 0h1v1z"/></g>'
    )
    assert [path.fill for path in art.paths] == ["#BFBFBF"]


def test_strokes_scale_with_their_shapes() -> None:
    path = only(
        '<g transform="scale(2)"><path d="M1 1h9" fill="none" stroke="#123" stroke-width="1.5" '
        'stroke-dasharray="1,2 3" stroke-linecap="round" fill-rule="evenodd"/></g>'
    )
    assert path == Path("M 2 2 L 20 2", None, "#112233", 3.0, (2, 4, 6, 2, 4, 6), True, True)


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('stroke-linecap="round" d="M1 1h9"', True),
        ('stroke-linejoin="round" d="M1 1h9v9"', False),
        ('stroke-linejoin="round" d="M1 1h9v9z"', True),
        ('d="M1 1h9v9z"', False),
    ],
)
def test_round_joins_do_not_round_the_ends_of_lines(attributes: str, expected: bool) -> None:
    assert only(f'<path stroke="red" {attributes}/>').round is expected


def test_transforms_nest() -> None:
    path = only('<g transform="translate(10 5)"><path transform="rotate(90)" d="M0 0h2v-1z"/></g>')
    assert path.data == "M 10 5 L 10 7 L 11 7 Z"


def test_use_symbol_and_nested_views() -> None:
    art = read(
        """<defs><path id="p" d="M0 0h1v1z"/>
        <symbol id="s" viewBox="0 0 10 10" fill="red"><path d="M0 0h10v10z"/></symbol></defs>
        <use xlink:href="#p" x="5" y="6" fill="#00f"/><use href="#s" x="20" y="10" width="40" height="20"/>
        <svg x="50" width="50" height="50" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>
        <use href="#nothing"/>"""
    )
    assert [(path.data, path.fill) for path in art.paths] == [
        ("M 5 6 L 6 6 L 6 7 Z", "#0000FF"),
        ("M 30 10 L 50 10 L 50 30 Z", "#FF0000"),
        ("M 50 0 L 100 0 L 100 50 Z", "#000000"),
    ]


def test_what_does_not_show_is_left_out() -> None:
    art = read(
        """<title>Club</title><metadata><x:y xmlns:x="urn:x"><x:path d="M0 0h1v1z"/></x:y></metadata>
        <defs><text>hidden</text></defs><g display="none"><text>off</text></g>
        <path d="M0 0h1v1z" visibility="hidden"/><path d="M0 0h1v1z" fill="none"/><path d="M3 3"/>
        <path d="M500 0h1v1z"/><path d="M0 0h1v1z" transform="scale(0)"/><path d="M7 7h1v1z"/>"""
    )
    assert [path.data for path in art.paths] == ["M 7 7 L 8 7 L 8 8 Z"]


def test_drawing_over_the_edge_grows_the_page() -> None:
    art = read('<path d="M-10 0h20v10z"/>')
    assert (art.width, art.height, art.paths[0].data) == (110, 50, "M 0 0 L 20 0 L 20 10 Z")
    assert "reaches far out of its page" in refusal('<path d="M-100 0h200v10z"/>')


def test_clips_by_rectangles() -> None:
    """The clip that design programs put around a whole page, and others that need no cutting of curves."""
    clip = '<clipPath id="c"><rect x="{}" width="{}" height="50"/></clipPath><g clip-path="url(#c)">{}</g>'
    circle = '<circle cx="30" cy="20" r="10"/>'
    assert only(clip.format(0, 100, circle)).data == only(circle).data
    assert only(clip.format(10, 60, circle)).data == only(circle).data
    square = '<rect width="40" height="40"/>'
    assert only(clip.format(30, 60, square)).data == "M 30 0 L 40 0 L 40 40 L 30 40 Z"
    assert "draws nothing" in refusal(clip.format(60, 10, circle))
    assert refusal(clip.format(30, 60, circle)).startswith(
        "logo.svg:1: is cut off by a rectangle (clip-path);"
    )
    by_use = '<path id="r" d="M0 0h100v50H0z"/><clipPath id="c"><use href="#r"/></clipPath>'
    assert read(f'{by_use}<g clip-path="url(#c)">{circle}</g>').paths[1].data == only(circle).data


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<text>Club</text>", "has text in it; convert it to paths, or export the drawing as PNG"),
        ('<rect width="9" height="9" fill="url(#g)"/>', "has a gradient or a pattern; give it flat colours"),
        ('<g mask="url(#m)"/>', "has a mask;"),
        ('<g style="filter:url(#f)"/>', "has an effect (shadow, blur);"),
        ('<g style="mix-blend-mode: multiply"/>', "has blended colours;"),
        ('<path marker-end="url(#a)" d="M0 0h1"/>', "has line markers;"),
        ('<clipPath id="c"><circle r="5"/></clipPath><g clip-path="url(#c)"/>', "is cut out by a shape"),
        ('<path fill="hotpinkish" d="M0 0h1v1z"/>', "colour 'hotpinkish' can't be understood"),
        ('<path fill="#12" d="M0 0h1v1z"/>', "colour '#12' can't be understood"),
        ('<path fill="rgb(1,nan,2)" d="M0 0h1v1z"/>', "colour 'rgb(1,nan,2)' can't be understood"),
        ('<path opacity="thin" d="M0 0h1v1z"/>', "opacity 'thin' can't be understood"),
        ('<rect width="wide" height="9"/>', "length 'wide' can't be understood"),
        ('<g transform="wobble(3)"/>', "transform 'wobble(3)' can't be understood"),
        ('<path d="M0 0L1e999 0V5Z"/>', "a number beyond all bounds can't be understood"),
        ("<style>g > path{fill:red}</style><g/>", "the style rule 'g > path' isn't known here"),
        ("", "draws nothing"),
    ],
)
def test_what_cannot_be_drawn_is_reported(body: str, words: str) -> None:
    message = refusal(body)
    assert message.startswith("logo.svg:")
    assert words in message


def nested_uses(levels: int) -> str:
    """Ten to the power of *levels* squares in a few lines."""
    body = '<path id="u0" d="M0 0h1v1z"/>'
    for level in range(levels):
        body += f'<g id="u{level + 1}">' + f'<use href="#u{level}"/>' * 10 + "</g>"
    return body


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<script>alert(1)</script>", "has a script"),
        ("<foreignObject/>", "has foreign content"),
        ('<image href="data:image/png;base64,AAAA"/>', "has a picture inside it"),
        ('<use href="https://example.org/a.svg#b"/>', "refers to something outside"),
        ('<use xlink:href="other.svg#b"/>', "refers to something outside"),
        ('<path fill="url( \'http://example.org/#a\')" d=""/>', "refers to something outside"),
        ("<style>@import 'x.css';</style>", "has a style that refers to something outside"),
        ("<style>@font-face{src:url(x.woff)}</style>", "has a style that refers to something outside"),
        ("<g>" * 70 + "</g>" * 70, "is nested more than 64 deep"),
        ("<g/>" * 20_001, "has more than 20000 elements"),
        (nested_uses(6), "draws more than 10000 elements"),
        ('<g id="a"><use href="#a"/></g>', "go round in a circle"),
        (f'<path id="l" d="M0 0{"h1" * 30_000}"/><use href="#l"/>', "draws more than 30000 lines and curves"),
        (f'<path d="M0 0{"a1 2 3 015 5" * 60_000}"/>', "draws more than 30000 lines and curves"),
        (f'<path d="M0 0{"1" * 1_000_000}"/>', "larger than 1 MB"),
        ("<g>", "not a whole SVG file (mismatched tag)"),
        ("".join(f"<style>.a{n}{{fill:red}}</style>" for n in range(501)), "more than 500 style rules"),
    ],
)
def test_hostile_files_are_refused_quickly(body: str, words: str) -> None:
    assert words in refusal(body)


@pytest.mark.parametrize(
    "body",
    [
        "<style>" + "@" * 900_000 + "</style>",
        "<style>" + "@{" * 400_000 + "</style>",
        "<style>" + "/*" * 400_000 + "</style>",
        "<style>" + "a{" * 400_000 + "</style>",
        '<g style="' + "url(" + " " * 900_000 + '#"/>',
        '<g transform="' + "scale(" * 150_000 + '"/>',
        '<g transform="' + "scale" + " " * 900_000 + '"/>',
        '<rect width="' + "1" * 900_000 + '" height="9" />',
        '<rect width="' + " " * 900_000 + 'x" height="9" />',
        '<path fill="rgb(' + "(" * 900_000 + '" d="M0 0h1v1z"/>',
        '<path fill="' + "#" * 900_000 + '" d="M0 0h1v1z"/>',
        '<path stroke="red" stroke-dasharray="' + "x " * 400_000 + '" d="M0 0h1v1z"/>',
        '<polygon points="' + "," * 900_000 + '"/>',
        '<path d="M' + " " * 900_000 + '"/>',
        '<path d="M' + "1e" * 400_000 + '"/>',
    ],
)
def test_long_nonsense_takes_no_time(body: str) -> None:
    started = time.process_time()
    with pytest.raises(PictureError):
        read(body)
    assert time.process_time() - started < 15, "a file that grows while it is read takes minutes"


DOCTYPE = (
    b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg viewBox="0 0 9 9"><title>&b;</title></svg>'
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (DOCTYPE, "has a document type (DOCTYPE) in it"),
        (DOCTYPE.decode().encode("utf-16"), "has a document type (DOCTYPE) in it"),
        (b'<?xml-stylesheet href="a.css"?><svg viewBox="0 0 9 9"/>', "refers to a style sheet outside"),
        (b"<html/>", "not an SVG drawing but <html>"),
        (b"<svg", "not a whole SVG file"),
        (b'<?xml version="1.0" encoding="klingon"?><svg/>', "can"),
        (b"<svg><path d='M0 0h1v1z'/></svg>", "has no usable size"),
        (b"<svg viewBox='0 0 nan 5'><path d='M0 0h1v1z'/></svg>", "has no usable size"),
        (b"<svg viewBox='0 0 -1 5'><path d='M0 0h1v1z'/></svg>", "has no usable size"),
        (b"<svg viewBox='0 0 1 x'><path d='M0 0h1v1z'/></svg>", "viewBox '0 0 1 x' can't be understood"),
        (b"", "no element found"),
    ],
)
def test_files_that_are_not_drawings(data: bytes, words: str) -> None:
    with pytest.raises(PictureError, match=words.replace("(", r"\(").replace(")", r"\)")):
        read_svg(data, "logo.svg")


def test_other_encodings_are_read() -> None:
    drawing = '<svg viewBox="0 0 9 9"><title>é</title><path d="M0 0h1v1z"/></svg>'
    text = f'<?xml version="1.0" encoding="{{}}"?>{drawing}'
    for encoding in ("utf-16", "iso-8859-1"):
        assert len(read_svg(text.format(encoding).encode(encoding), "logo.svg").paths) == 1


def test_same_bytes_same_artwork() -> None:
    body = '<g transform="rotate(33)"><circle cx="50" cy="5" r="7" stroke="red"/></g>'
    assert read(body) == read(body)


def test_numbers_are_as_fine_as_the_page_needs() -> None:
    assert only('<path d="M0 0L1.23456 0V1Z"/>').data.startswith("M 0 0 L 1.235 0")
    fine = only('<path d="M0 0L.123456 0V1Z"/>', '<svg viewBox="0 0 1 1">')
    assert fine.data.startswith("M 0 0 L 0.12346 0")
    coarse = only('<path d="M0 0L1234.56 0V1Z"/>', '<svg viewBox="0 0 20000 20000">')
    assert coarse.data.startswith("M 0 0 L 1235 0")


CREST = """<style>.b{fill:none;stroke:#C4281A;stroke-width:6}</style>
<defs><path id="leaf" d="M0 0c1-2 3-2 4 0q-1 2-4 0z"/><symbol id="s" viewBox="0 0 10 10"><circle r="4"/></symbol>
<clipPath id="k"><rect width="100" height="50"/></clipPath></defs><g clip-path="url(#k)" opacity=".5">
<use href="#leaf" transform="rotate(72 1 1)"/><use href="#s" x="50" y="20" width="40" height="40"/>
<rect x="10" y="10" width="40" height="30" rx="8" transform="skewX(10)" stroke="#000" stroke-dasharray="4 2"/>
<svg x="1" y="2" width="5" height="6" viewBox="0 0 7 8"><path d="M16 20A25 12 30 1 1 15 40" class="b"/></svg></g>"""
ODDITIES = (
    "1e999",
    "-1e308",
    "1e-320",
    "nan",
    "inf",
    "",
    "M",
    "A",
    "%",
    "url(#k)",
    "inherit",
    "none",
    "1e200",
)
PLACES = tuple(re.finditer(r"(?<=[ \"(,:#])-?[\d.]+", CREST))


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(ODDITIES)), min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_odd_values_are_drawn_or_reported(changes: list[tuple[re.Match[str], str]]) -> None:
    """Nothing but a PictureError ever comes out, and no number that a PDF can't hold goes in."""
    body = CREST
    for place, oddity in sorted(changes, key=lambda change: change[0].start(), reverse=True):
        body = body[: place.start()] + oddity + body[place.end() :]
    try:
        art = read(body)
    except PictureError as error:
        assert str(error).startswith("logo.svg")
        assert "\n" not in str(error)
        return
    assert all(set(path.data) <= set("MLCZ 0123456789.-") for path in art.paths)
    assert all(0 <= path.width < 1e4 for path in art.paths)
