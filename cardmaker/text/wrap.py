"""Spans of text and a width -> lines, broken where a typesetter would break them.

Widths are in em of the one size that all spans share.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from cardmaker.namedtuple import NamedTuple
from cardmaker.text.breaking import Box, accompany, balance, fill, fits
from cardmaker.text.measure import Measurer, Shaped
from cardmaker.text.syllables import joints, syllables

# Lines break at these blanks, not at U+00A0, U+2007 or U+202F.
_BLANKS = re.compile(r"[ \t\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
# Inside a word: after a hyphen, dash, slash or at sign between two letters each side, but not in "Mon–Thu"; at U+200B
# and U+00AD.
_JOINTS = re.compile(
    r"(?<=[^\W\d_]{2}[-\u2010\u2013\u2014/@])(?<!\b[^\W\d_]{2}\u2013)(?<!\b[^\W\d_]{3}\u2013)(?=[^\W\d_]{2})|(?<=[\u200b\u00ad])(?=[^\s\u200b\u00ad])"
)
_SOFT_HYPHEN = "\u00ad"
# "cool-down" and "push-up" break at their hyphen only where that saves a line: twelve with a comma or brackets.
_COMPOUND = re.compile(r"(?=.{1,12}$)\W*[^\W\d_]+-[^\W\d_]+\W*")
# A sign on its own stays on the line of the word before it.
_CLINGING = frozenset("–—·×/+=:;!?»→")
# A gap that is to stay, but goes before letters of a word are parted; not next to "×", nor after "/".
_TIGHT = re.compile("(?<![×/·])\u00a0(?!×)")
# Between things in a row; where the line ends after it, that parts them.
_DOT = "·"
# A unit stays with the number before it.
_UNITS = {
    *(
        "s",
        "sec",
        "Sek",
        "min",
        "mins",
        "Min",
        "h",
        "m",
        "cm",
        "mm",
        "km",
        "mi",
        "yd",
        "ft",
        "kg",
        "lb",
        "%",
        "°",
    )
}
_UNITS |= {*("cal", "kcal", "/km", "/mi", "km/h", "mph", "bpm", "reps", "Wdh", "%", "°")}
# A number stays with what says that one comes.
_BEFORE_NUMBERS = frozenset(["×", "x", "RPE", "RIR", "rest", "tempo", "Tempo"])

# An amount that what is done comes after: "6 km" of "6 km tempo", "3" of "3 sets".
_AMOUNT = re.compile(rf"\W*\d[\d.,:\u2013+]*(?:\u00a0(?:{'|'.join(sorted(_UNITS))}))?")


class StyledText(NamedTuple):
    """Text of one weight and colour."""

    text: str
    weight: str
    fill: str


class Line(NamedTuple):
    """One line: its glyphs with their colours, from left to right, and its width."""

    parts: tuple[tuple[Shaped, str], ...]
    width_em: float


def wrap(
    spans: Sequence[StyledText],
    width_em: float,
    measurer: Measurer,
    where: str = "",
    *,
    balanced: bool = False,
) -> tuple[Line, ...]:
    """Break at blanks, after hyphens, slashes and at signs, at soft hyphens, and at each newline.

    A short compound isn't broken, and an amount not parted from what is done, unless that saves a line; a word wider
    than the line is broken at its no-break spaces, between its parts or syllables, or else between letters, with a
    hyphen.
    *balanced* makes the lines of a heading about equal; otherwise a short last word gets company when that costs no
    line. Raises MissingGlyphError.
    """
    lines: list[Line] = []
    for paragraph in _paragraphs(spans, measurer, where):
        boxes = usual = paragraph.boxes()
        if not all(fits(box.width + box.hyphen, width_em) for box in boxes):
            boxes = [piece for box in boxes for piece in paragraph.split(box, width_em)]
        ends = fill(boxes, width_em)
        for whole in paragraph.better(usual) if len(ends) > 1 else ():
            kept = fill(whole, width_em)
            if len(kept) <= len(ends) and all(fits(box.width + box.hyphen, width_em) for box in whole):
                boxes, ends = whole, kept
                break
        ends = (balance if balanced else accompany)(boxes, ends, width_em)
        starts = [0, *ends[:-1]]
        wrapped = [boxes[start:end] for start, end in zip(starts, ends, strict=True)]
        for number, line in enumerate(wrapped, 1):
            own = paragraph.undotted(line, starts=number > 1, ends=number < len(wrapped))
            lines.append(paragraph.line(own))
    return tuple(lines)


def _clings(text: str, start: int, end: int, before: Box | None) -> bool:
    """Whether a word stays with the one before: a lone sign, the unit of a number, what is to be done 3 × of."""
    if end - start == 1 and text[start] in _CLINGING:
        return True
    if before is None:
        return False
    if text[start].isdigit():
        return text[before.start : before.end].lstrip("(") in _BEFORE_NUMBERS
    return text[before.end - 1].isdigit() and text[start:end].rstrip(",.;:)") in _UNITS


def _gaps(word: str) -> list[int]:
    """Where a word's no-break spaces end: '3 × 8' and '/ side' stay together."""
    return [gap.end() for gap in _TIGHT.finditer(word)]


def widest_word_em(spans: Sequence[StyledText], measurer: Measurer, where: str = "") -> float:
    """The least width at which no word has to be broken between letters."""
    paragraphs = _paragraphs(spans, measurer, where)
    return max((box.width + box.hyphen for paragraph in paragraphs for box in paragraph.boxes()), default=0.0)


def _paragraphs(spans: Sequence[StyledText], measurer: Measurer, where: str) -> Iterator["_Paragraph"]:
    """The text cut at newlines; none if there is no text at all."""
    if not any(span.text for span in spans):
        return
    current: list[StyledText] = []
    for span in spans:
        first, *others = span.text.split("\n")
        current.append(span._replace(text=first))
        for text in others:
            yield _Paragraph(current, measurer, where)
            current = [span._replace(text=text)]
    yield _Paragraph(current, measurer, where)


class _Paragraph:
    """The text between two forced breaks, and the span of each of its parts; *joints* are where words may break."""

    def __init__(self, spans: Sequence[StyledText], measurer: Measurer, where: str) -> None:
        self._spans = [span for span in spans if span.text]
        self._text = "".join(span.text for span in spans)
        self._measurer, self._where = measurer, where
        self.joints = [joint.start() for joint in _JOINTS.finditer(self._text)]

    def better(self, usual: list[Box]) -> Iterator[list[Box]]:
        """What stays together where that costs no line, the best first: amounts and compounds, or compounds alone.

        Nothing if it is what stays together as *usual*.
        """
        whole = self.boxes(whole=True) if self.joints else usual
        work = [_AMOUNT.fullmatch(self._text, box.start, box.end) is not None for box in whole[:-1]]
        if any(work):
            glued = zip(whole, [False, *work], strict=True)
            yield [box._replace(glued=box.glued or after) for box, after in glued]
        if whole is not usual:
            yield whole

    def boxes(self, *, whole: bool = False) -> list[Box]:
        """What stays together, with the blanks between; *whole*: short compounds do, too."""
        text = self._text
        boxes: list[Box] = []
        end, blank = 0, 0.0
        for gap in [*_BLANKS.finditer(text), None]:
            start, end = end, gap.start() if gap else len(text)
            if start < end:
                cuts = [joint for joint in self.joints if start < joint < end]
                if cuts and not (whole and _COMPOUND.fullmatch(text, start, end)):
                    boxes += self._parts(start, cuts, end, blank)
                else:
                    glued = _clings(text, start, end, boxes[-1] if boxes else None)
                    boxes.append(Box(start, end, self._width(start, end), blank, 0.0, glued))
            if gap:
                end = gap.end()
                blank = self._width(*gap.span())
        return boxes

    def _parts(self, start: int, cuts: list[int], end: int, blank: float) -> Iterator[Box]:
        """The boxes of a word that may break inside."""
        before = 0.0
        for first, last in zip([start, *cuts], [*cuts, end], strict=True):
            reach = self._width(start, last)
            soft = last < end and self._text[last - 1] == _SOFT_HYPHEN
            hyphen = self._width(start, last, "-") - reach if soft else 0.0
            yield Box(first, last, reach - before, blank, hyphen)
            before, blank = reach, 0.0

    def split(self, box: Box, width_em: float) -> Iterator[Box]:
        """The box, or pieces of it that fit the width, a letter at least in each."""
        if fits(box.width, width_em):
            yield box if fits(box.width + box.hyphen, width_em) else box._replace(hyphen=0.0)
            return
        start, blank, before = box.start, box.blank, None
        while start < box.end:
            end = self._after_letter(start, box.end)
            width, hyphen = self._width(start, end), 0.0
            while end < box.end:
                further = self._after_letter(end, box.end)
                wider, sign = self._width(start, further), self._hyphen(start, further, box.end)
                if not fits(wider + sign, width_em):
                    break
                end, width, hyphen = further, wider, sign
            if (place := self._good_end(box, start, end)) < end:
                end, width, hyphen = place, self._width(start, place), self._hyphen(start, place, box.end)
            # Kerning that parts two pieces counts, or they might be put together again on a line too narrow for it.
            apart = 0.0 if before is None else self._width(before.start, end) - before.width - width
            yield Box(start, end, width + max(apart, 0.0), blank, hyphen)
            start, blank, before = end, 0.0, Box(start, end, width, blank)

    def _good_end(self, box: Box, start: int, end: int) -> int:
        """The last place up to *end* after a no-break space, or else a part of a compound or a syllable; or *end*."""
        word = self._text[box.start : box.end]
        for places in (_gaps, joints, syllables) if end < box.end else ():
            good = [box.start + place for place in places(word) if start < box.start + place <= end]
            if good:
                return good[-1]
        return end

    def _hyphen(self, start: int, cut: int, end: int) -> float:
        """How much wider a piece of a word is by its hyphen, which it has between two letters."""
        inside = cut < end and self._text[cut - 1].isalpha() and self._text[cut].isalpha()
        return self._width(start, cut, "-") - self._width(start, cut) if inside else 0.0

    def _after_letter(self, position: int, end: int) -> int:
        """Past one character and its marks."""
        position += 1
        while position < end and unicodedata.combining(self._text[position]):
            position += 1
        return position

    def undotted(self, line: Sequence[Box], *, starts: bool, ends: bool) -> Sequence[Box]:
        """The boxes of a line without a dot where it *starts* or *ends* next to another line."""
        if len(line) > 1 and ends and self._text[line[-1].start : line[-1].end] == _DOT:
            return line[:-1]
        if len(line) > 1 and starts and self._text[line[0].start : line[0].end] == _DOT:
            return line[1:]
        return line

    def line(self, boxes: Sequence[Box]) -> Line:
        """The glyphs of boxes on one line."""
        if not boxes:
            return Line((), 0.0)
        hyphen = "-" if boxes[-1].hyphen else ""
        parts = tuple(self._shape(boxes[0].start, boxes[-1].end, hyphen))
        return Line(parts, sum(shaped.width_em for shaped, _ in parts))

    def _width(self, start: int, end: int, hyphen: str = "") -> float:
        if len(self._spans) == 1:
            text = self._text[start:end] + hyphen
            return self._measurer.width_em(text, self._spans[0].weight, self._where)
        return sum(shaped.width_em for shaped, _ in self._shape(start, end, hyphen))

    def _shape(self, start: int, end: int, hyphen: str = "") -> Iterator[tuple[Shaped, str]]:
        """The glyphs from *start* to *end*, cut where spans meet."""
        after = 0
        for span in self._spans:
            before, after = after, after + len(span.text)
            if before < end and after > start:
                text = self._text[max(before, start) : min(after, end)] + hyphen * (after >= end)
                yield self._measurer.shape(text, span.weight, self._where), span.fill
