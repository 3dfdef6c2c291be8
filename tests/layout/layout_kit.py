"""Boxes written as YAML, laid out by numbers: type in which a character is 2 mm wide and a line 5 mm high."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path as FilePath
from typing import Any

import yaml
from pydantic import TypeAdapter

from cardmaker.errors import PlanError
from cardmaker.frame import Art, Artwork, Frame, Group, Image, Link, Path, Placed, Role, Text
from cardmaker.geometry import MM_PER_PT, Point, Rect, Size
from cardmaker.handout import CardCue, ExerciseCard, Handout
from cardmaker.layout.callouts import Callout
from cardmaker.layout.cards import Studio
from cardmaker.layout.fit import compose
from cardmaker.paint.shapes import bounds
from cardmaker.picture.artwork import ClassedPath, FigureArtwork, FigurePane
from cardmaker.plan.load import check_plan
from cardmaker.plan.source import Source
from cardmaker.resolve import Choice, resolve
from cardmaker.resolve.blocks import block_pages
from cardmaker.resolve.names import open_catalogue
from cardmaker.resolve.weeks import week_pages
from cardmaker.text.fonts import FontBook
from cardmaker.text.measure import Measurer, Metrics
from cardmaker.theme.box import Box
from cardmaker.theme.face import Face, LadderStep, Sheet
from cardmaker.theme.options import BoxOptions
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.theme import Style, Theme
from cardmaker.wording.wording import load_wording
from cardmaker.yaml12 import parse_yaml
from tests.text.monospace import Monospace

MONO = Monospace()
EM_MM = 4.0
PT = EM_MM / MM_PER_PT  # the size whose em is 4 mm
LEADING = 5.0
RISE = 3.5  # from a line's top to its baseline: half a millimetre of leading, three of ascent
_BOX: TypeAdapter[BoxOptions] = TypeAdapter(Box)
_STEPS = TypeAdapter(tuple[LadderStep, ...])


@cache
def theme() -> Theme:
    """The classic theme with type of round measures in the group 'test'."""
    plain = Shelf().theme("classic")
    size: dict[str, Any] = {"size": PT, "leading": LEADING / MM_PER_PT}
    own = {
        "text": Style(**size, min=PT / 2),
        "bold": Style(**size, weight="bold", min=PT / 2),
        "small": Style(size=PT / 2, leading=LEADING / MM_PER_PT / 2, min=PT / 2),
        "tab": Style(**size, weight="bold", min=PT / 2),
        "tab-other": Style(**size, min=PT / 2),
        "figure-label": Style(size=PT / 2, leading=LEADING / MM_PER_PT / 2, min=PT / 2),
        "callout": Style(size=PT / 2, leading=LEADING / MM_PER_PT / 2, min=PT / 2),
    }
    return plain.but(type={**plain.type, "test": own})


def box(text: str) -> BoxOptions:
    """A box written as a face writes it."""
    return _BOX.validate_python(yaml.safe_load(text))


def laid(
    text: str,
    content: object = None,
    width: float = 100.0,
    height: float = 100.0,
    *,
    ladder: str = "[]",
    labels: Mapping[str, str] | None = None,
    measurer: Measurer = MONO,
) -> Frame:
    """A box as the body of a frame of that size, without margins."""
    studio = Studio(theme(), measurer, labels or {})
    ctx = studio.context(content if content is not None else {}, "test", "card 'Test'")
    steps = _STEPS.validate_python(yaml.safe_load(ladder))
    return compose(ctx, box(text), steps, Size(width, height), 0.0, "shorten it")


def words(frame: Frame) -> list[tuple[str, float, float]]:
    """Each line of type: what it says and where its baseline begins."""
    return [
        (placed.item.content, round(placed.x, 4), round(placed.y, 4))
        for placed in frame.walk()
        if isinstance(placed.item, Text)
    ]


def sizes(frame: Frame) -> list[float]:
    """The sizes of all lines of type, in pt of the test's own: 1 is the full size."""
    return [placed.item.size_pt / PT for placed in frame.walk() if isinstance(placed.item, Text)]


def shapes(frame: Frame) -> list[Rect]:
    """Where each path is: the box about its points."""
    return [extent(placed, MONO) for placed in frame.walk() if isinstance(placed.item, Path)]


def roles(items: tuple[Placed, ...]) -> list[Any]:
    """The groups of a frame as nested lists: [role, what it holds...]; type as its text, the rest left out."""
    found: list[Any] = []
    for placed in items:
        if isinstance(placed.item, Group):
            found.append([str(placed.item.role), *roles(placed.item.items)])
        elif isinstance(placed.item, Text):
            found.append(placed.item.content)
    return found


def groups(items: tuple[Placed, ...], role: Role) -> Iterator[Group]:
    """All groups of a role."""
    for placed in items:
        if isinstance(placed.item, Group):
            if placed.item.role is role:
                yield placed.item
            yield from groups(placed.item.items, role)


# Where things are ------------------------------------------------------------------------------------


def extent(placed: Placed, measurer: Measurer) -> Rect:
    """The room a drawable takes: type by its advance, ascent and descent, paths by their points."""
    x, y, item = placed
    match item:
        case Text():
            metrics = _metrics(item, measurer)
            em = item.size_pt * MM_PER_PT
            return item.covers(x, y, metrics.ascent * em, metrics.descent * em)
        case Path():
            about = bounds(replace(item, stroke=None, width=0.0))
            return Rect(x + about.x, y + about.y, about.width, about.height)
        case Art():
            ink, scale = _ink(item.artwork), item.width / item.artwork.width
            return Rect(x + ink.x * scale, y + ink.y * scale, ink.width * scale, ink.height * scale)
        case Image() | Link():
            return Rect(x, y, item.width, item.height)
    raise AssertionError(item)


@cache
def _ink(artwork: Artwork) -> Rect:
    """The room that an artwork's shapes take: it may be larger than they are."""
    found = [bounds(replace(path, stroke=None, width=0.0)) for path in artwork.paths]
    if not found:
        return Rect(0, 0, artwork.width, artwork.height)
    left, top = min(one.x for one in found), min(one.y for one in found)
    right, foot = max(one.right for one in found), max(one.bottom for one in found)
    return Rect(left, top, right - left, foot - top)


def _metrics(text: Text, measurer: Measurer) -> Metrics:
    """By capitals where a line is only that: tabs and chips stand closer to their edges than ascenders may."""
    font = text.runs[0].font if text.runs else ""
    weight = next((name for name in ("bold", "medium") if name in font), "regular")
    metrics = measurer.metrics(weight)
    if text.content.isupper() or not any(char.isalpha() for char in text.content):
        return metrics._replace(ascent=metrics.cap_height, descent=0.0)
    return metrics


def outside(frame: Frame, area: Rect, measurer: Measurer, slack: float = 0.05) -> list[str]:
    """What doesn't stay inside an area, by more than *slack* mm; pictures have some empty paper around their ink."""
    return [
        f"{placed.item!r:.80} at {extent(placed, measurer)}"
        for placed in frame.walk()
        if not area.contains(extent(placed, measurer), _EMPTY_MM if isinstance(placed.item, Art) else slack)
    ]


_EMPTY_MM = 0.4


# Content ---------------------------------------------------------------------------------------------

LONG_SETS = "3x8-12/side 2x17.5 kg @ RPE 7-8, rest 90-120 s, tempo 3-1-1-0"


def pane(name: str = "start", width: float = 60.0, height: float = 170.0, left: float = 0.0) -> FigurePane:
    """One position of a stick of a person: 1 unit is 1 cm."""
    middle = width / 2
    joints = {
        "neck": Point(middle, height * 0.15),
        "spine": Point(middle, height * 0.35),
        "pelvis": Point(middle, height * 0.5),
        "hip": Point(middle, height * 0.5),
        "right_hip": Point(middle, height * 0.5),
        "right_knee": Point(middle + 5, height * 0.72),
        "right_ankle": Point(middle, height * 0.95),
    }
    body = ClassedPath("skin", "", f"M 0 0 L {width:g} 0 L {width:g} {height:g} L 0 {height:g} Z")
    face = Rect(middle - 6, 0, 12, height * 0.12)
    sign = (Rect(0, height * 0.4, 4, height * 0.3),)
    return FigurePane(name, Size(width, height), left, height, joints, face, sign, (body,))


def figure(*panes: FigurePane, stacked: bool = False) -> FigureArtwork:
    """A figure of those positions, or of two."""
    shown = panes or (pane("start"), pane("finish", 80.0, 140.0))
    return FigureArtwork(shown, 1.0, stacked, {"front": "right"}, {"skin": "#E7BE9B"}, {})


@cache
def book() -> FontBook:
    """The bundled fonts."""
    return FontBook()


@cache
def face_named(name: str) -> Face:
    """A bundled face."""
    return Shelf().face(name)


@cache
def sheet_named(name: str) -> Sheet:
    """A bundled sheet."""
    return Shelf().sheet(name)


@cache
def theme_named(name: str) -> Theme:
    """A bundled theme."""
    return Shelf().theme(name)


@cache
def resolved(text: str, language: str = "en") -> Handout:
    """A plan, as its papers say it in a language."""
    document = parse_yaml(text, "plan.yaml", PlanError)
    loaded = check_plan(Source("plan.yaml", FilePath(), document.data, document.lines), open_catalogue())
    names: Any = loaded.names
    return resolve(
        loaded.plan,
        names.library.in_language(language),
        load_wording(language),
        Choice(),
        sheets={"week": week_pages, "block": partial(block_pages, most=8)},
    )


def deck(exercises: Sequence[str], sets: str = LONG_SETS, language: str = "en") -> Handout:
    """A handout of exercises that all have the same prescription, in workouts of as many as one may have."""
    parts = [exercises[start : start + 60] for start in range(0, len(exercises), 60)]
    days = ", ".join(f"{{strength: a{number}}}" for number in range(len(parts)))
    workouts = "".join(
        f"  a{number}:\n    exercises:\n" + "".join(f"      - {name}: '{sets}'\n" for name in part)
        for number, part in enumerate(parts)
    )
    return resolved(
        f"title: P\nstart: 2027-03-01\nweeks: [{{mon: [{days}]}}]\nworkouts:\n{workouts}", language
    )


def squat(**changes: Any) -> ExerciseCard:
    """A card to try things on."""
    return replace(deck(["squat"], "3x8").exercises[0], **changes)


PICTURES = ("own", "none", "tall", "wide")


def pictured(card: ExerciseCard, how: str = "tall") -> ExerciseCard:
    """The card with its own picture, none, or one that is as high or wide as its room."""
    shown = {
        "own": card.figure,
        "none": None,
        "tall": figure(pane("start", 90, 400), pane("finish", 110, 380)),
        "wide": figure(pane("start", 190, 40), pane("finish", 170, 60), stacked=True),
    }
    return replace(card, figure=shown[how])


def cues(count: int, text: str, short: str = "") -> tuple[CardCue, ...]:
    """So many cues, all alike."""
    return tuple(CardCue(text, short or text, sign=(short or text).rstrip(".")) for _ in range(count))


def crossing(one: Callout, other: Callout) -> bool:
    """Whether two leaders cross."""

    def side(a: Point, b: Point, c: Point) -> float:
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

    a, b, c, d = one.joint, one.foot, other.joint, other.foot
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
