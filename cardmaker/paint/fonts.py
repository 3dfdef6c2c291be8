"""A font key → the objects that embed its file: glyph ids as codes, widths, and what each glyph says.

It adds to ReportLab's fonts one whose codes are glyph ids (Type0, Identity-H), the same in every document.
ReportLab's own TTFont gives each document codes of its own.
"""

from functools import cache

from reportlab.pdfgen.canvas import Canvas

from cardmaker.paint.objectfile import compress
from cardmaker.paint.reportlab_private import Stream, Tokens, add, add_font
from cardmaker.text.faces import FontFace, face

_SYMBOLIC = 4
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def embed(canvas: Canvas, key: str) -> None:
    """Add a font, whole, to all pages of a document."""
    known = face(key)
    name = f"/{known.tag}+{known.name}"
    data, length = _file(key)
    file = add(canvas, Stream(f"/Length1 {length}/Filter/FlateDecode", data))
    descriptor = (
        f"<</Type/FontDescriptor/FontName{name}/Flags {_SYMBOLIC}/FontBBox[{_row(known.bbox)}]"
        f"/ItalicAngle 0/Ascent {known.ascent}/Descent {-known.descent}/CapHeight {known.cap_height}"
        f"/XHeight {known.x_height}/StemV {_stem(known.weight)}/FontFile2 {file}>>"
    )
    descendant = (
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/CIDToGIDMap/Identity"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {add(canvas, Tokens(descriptor))}/W[0[{_row(known.widths)}]]>>"
    )
    unicode = add(canvas, Stream("/Filter/FlateDecode", _unicode(key)))
    font = (
        f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H"
        f"/DescendantFonts[{add(canvas, Tokens(descendant))}]/ToUnicode {unicode}>>"
    )
    add_font(canvas, known.tag, Tokens(font))


def _row(values: tuple[int, ...]) -> str:
    return " ".join(map(str, values))


def _stem(weight: int) -> int:
    """A guess at the width of upright stems, which only a viewer that lacks the font would use."""
    return 10 + 220 * (weight - 50) // 900


@cache
def _file(key: str) -> tuple[bytes, int]:
    """The font file compressed, and its length before that."""
    data = face(key).file.read_bytes()
    return compress(data), len(data)


@cache
def _unicode(key: str) -> bytes:
    return compress(_character_map(face(key)).encode("ascii"))


def _character_map(known: FontFace) -> str:
    """The ToUnicode CMap of a face: the character of every glyph that has one."""
    lines = [_CMAP_HEAD]
    pairs = [f"<{gid:04X}> <{_utf16(char)}>" for gid, char in sorted(known.characters.items())]
    for start in range(0, len(pairs), 100):
        some = pairs[start : start + 100]
        lines += [f"{len(some)} beginbfchar\n", "\n".join(some), "\nendbfchar\n"]
    return "".join([*lines, _CMAP_TAIL])


def _utf16(char: str) -> str:
    return char.encode("utf-16-be").hex().upper()
