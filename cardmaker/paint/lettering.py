"""A line of type → a ReportLab text object with what it lacks: glyph ids, gaps between them, what they say."""

import operator
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from reportlab.pdfgen.textobject import PDFTextObject

from cardmaker.frame import Glyphs, Text
from cardmaker.geometry import MM_PER_PT
from cardmaker.paint.pen import Pen
from cardmaker.paint.reportlab_private import append
from cardmaker.paint.tokens import number, string
from cardmaker.text.faces import FontFace, face

_FINE_PT = 9.5
"""Type up to this size shows fringes where four inks don't meet: its stems are thinner than presses are out, 0.1 mm."""
# After these a line may end inside a word.
_JOINTS = "-‐–—/"
# Characters that may share a glyph and are as well copied as one another.
_ALIKE = {0x2010: "-", 0x2011: "-", 0x3BC: "µ", 0x2126: "Ω", 0x2206: "Δ", 0x2002: " ", 0x2003: " "}


@cache
def codes_of(key: str) -> tuple[str, ...]:
    """The two-byte code of each glyph of a face, in hexadecimal."""
    return tuple(f"{gid:04X}" for gid in range(len(face(key).widths)))


def letter(text: Text, x: float, y: float, pen: Pen, goes_on: bool = False) -> None:
    """Show a line, with the left end of its baseline at a place in mm, y down.

    Of a line that goes on in the next the space is shown too, unless a word is broken.
    """
    size = text.size_pt * MM_PER_PT
    pen.fill(text.fill, fine=text.size_pt <= _FINE_PT)
    line = pen.canvas.beginText(round(x, 3), round(y, 3))
    if text.rising:
        line.setTextTransform(0, -1, 1, 0, round(x, 3), round(y, 3))
    pen.tracking(line, text.tracking_em * size)
    for run in text.runs:
        known = face(run.font)
        pen.lettering(line, known.tag, size)
        if plain := _plain(run):
            append(line, plain)
        else:
            for operators in _careful(run, known, size):
                append(line, operators)
    if goes_on:
        _space(line, text, pen, size)
    pen.canvas.drawText(line)


def _space(line: PDFTextObject, text: Text, pen: Pen, size: float) -> None:
    """End a line with the space it was broken at."""
    said = text.content
    if said[-1:].isspace() or (said[-1:] in _JOINTS and not said[-2:-1].isspace()):
        return
    run = next((run for run in reversed(text.runs) if face(run.font).blanks), None)
    if run is not None:
        pen.lettering(line, face(run.font).tag, size)
        append(line, f"<{codes_of(run.font)[face(run.font).glyphs[' ']]}> Tj")


@lru_cache(maxsize=1 << 12)
def _plain(run: Glyphs) -> str:
    """Glyphs that all are on the baseline and say what they show; '' if they aren't or don't."""
    known = face(run.font).characters.get
    plain = run.offsets is None and tuple(map(known, run.ids)) == run.text
    return _row(run, 0, len(run.ids)) if plain else ""


def _row(run: Glyphs, start: int, end: int) -> str:
    """Glyphs on the baseline; a number between them takes that many 1/1000 em from the advance."""
    ids, advances = run.ids[start:end], run.advances[start:end]
    codes = "".join(map(codes_of(run.font).__getitem__, ids))
    gaps = list(map(operator.sub, map(face(run.font).widths.__getitem__, ids), advances))
    if not any(gaps):
        return f"<{codes}> Tj"
    pieces, shown = [], 0
    for index, gap in enumerate(gaps, 1):
        if gap:
            pieces.append(f"<{codes[4 * shown : 4 * index]}>{gap}")
            shown = index
    last = f"<{codes[4 * shown :]}>" if shown < len(ids) else ""
    return f"[{''.join(pieces)}{last}] TJ"


def _careful(run: Glyphs, known: FontFace, size: float) -> Iterator[str]:
    """Cluster by cluster: marks where they belong, and the text outright where the glyphs say another."""
    starts = [index for index, text in enumerate(run.text) if text or index == 0]
    plain = 0
    for start, end in pairwise([*starts, len(run.ids)]):
        said = "".join(run.text[start:end])
        understood = "".join(known.characters.get(gid, "") for gid in run.ids[start:end])
        moved = run.offsets is not None and any(map(any, run.offsets[start:end]))
        if not moved and _alike(said, understood):
            continue
        if plain < start:
            yield _row(run, plain, start)
        if not _alike(said, understood):
            yield f"/Span <</ActualText {string(said)}>> BDC"
        for index in range(start, end):
            yield from _moved(run, index, size)
        if not _alike(said, understood):
            yield "EMC"
        plain = end
    if plain < len(run.ids):
        yield _row(run, plain, len(run.ids))


def _moved(run: Glyphs, index: int, size: float) -> Iterator[str]:
    """One glyph, moved from the pen's place and the pen brought back."""
    dx, dy = run.offsets[index] if run.offsets else (0, 0)
    row = _row(run, index, index + 1)
    if dy:
        yield f"{number(dy / 1000 * size, 4)} Ts"
    yield f"[{-dx}] TJ {row} [{dx}] TJ" if dx else row
    if dy:
        yield "0 Ts"


def _alike(said: str, understood: str) -> bool:
    """Whether copying the one for the other loses nothing."""
    if said == understood:
        return True
    plain = (unicodedata.normalize("NFKC", text).translate(_ALIKE) for text in (said, understood))
    return next(plain) == next(plain)
