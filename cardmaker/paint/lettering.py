"""A line of type → text operators: glyph ids, gaps between them, and what they say where the font can't."""

import operator
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from cardmaker.frame import Glyphs, Text
from cardmaker.geometry import MM_PER_PT
from cardmaker.paint.shapes import Pen
from cardmaker.paint.tokens import number, string
from cardmaker.text.faces import Face, face

# After these a line may end inside a word.
_JOINTS = "-‐–—/"
# Characters that may share a glyph and are as well copied as one another.
_ALIKE = {0x2010: "-", 0x2011: "-", 0x3BC: "µ", 0x2126: "Ω", 0x2206: "Δ", 0x2002: " ", 0x2003: " "}


@cache
def _codes(key: str) -> tuple[str, ...]:
    """The two-byte code of each glyph of a face, in hexadecimal."""
    return tuple(f"{gid:04X}" for gid in range(len(face(key).widths)))


def letter(text: Text, x: float, y: float, pen: Pen) -> None:
    """Show a line, with the left end of its baseline at a place in mm, y down."""
    size = text.size_pt * MM_PER_PT
    pen.fill(text.fill)
    pen.tracking(text.tracking_em * size)
    pen.code.append("BT")
    placed = f"1 0 0 -1 {number(x)} {number(y)} Tm "
    for run in text.runs:
        known = face(run.font)
        pen.lettering(known.tag, size)
        if run.offsets is None and tuple(map(known.characters.get, run.ids)) == run.text:
            pen.code.append(placed + _row(run, 0, len(run.ids)))
        else:
            pen.code += [placed, *_careful(run, known, size)]
        placed = ""
    pen.code.append("ET")


def last_space(text: Text) -> str:
    """The operator that ends a line with the space it broke at; '' if it broke inside a word."""
    said = text.content
    if said[-1:].isspace() or (said[-1:] in _JOINTS and not said[-2:-1].isspace()):
        return ""
    run = next((run for run in reversed(text.runs) if face(run.font).blanks), None)
    if run is None:
        return ""
    code = f"<{_codes(run.font)[face(run.font).glyphs[' ']]}> Tj"
    if run is text.runs[-1]:
        return code
    size = number(text.size_pt * MM_PER_PT, 4)
    return f"/{face(run.font).tag} {size} Tf {code} /{face(text.runs[-1].font).tag} {size} Tf"


def _row(run: Glyphs, start: int, end: int) -> str:
    """Glyphs on the baseline; a number between them takes so many 1/1000 em from the advance."""
    ids, advances = run.ids[start:end], run.advances[start:end]
    codes = "".join(map(_codes(run.font).__getitem__, ids))
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


def _careful(run: Glyphs, known: Face, size: float) -> Iterator[str]:
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
