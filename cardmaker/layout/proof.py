"""A face or sheet against a theme, the content it is for, and a language's labels → what it names that isn't there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from cardmaker.frame import Frame, Role
from cardmaker.handout import (
    BodyMap,
    Chart,
    ChartSpan,
    Figure,
    KeyPoint,
    LogRow,
    OwnPicture,
    SetTarget,
    SkylineWeek,
    Stretch,
    WeekBar,
)
from cardmaker.layout.fields import PLACE, FieldFault, Fields, NoFieldError, fault_of, placeholders, value_of
from cardmaker.picture.artwork import FigureArtwork
from cardmaker.theme.box import FigureBox, PanelBox
from cardmaker.theme.content import (
    ChipBox,
    ListBox,
    MarkBox,
    StripCell,
    TabBox,
)
from cardmaker.theme.face import BookletPage, Face, LadderStep, Screen, Sheet
from cardmaker.theme.measures import FieldPath
from cardmaker.theme.options import BoxOptions, Span
from cardmaker.theme.theme import Theme
from cardmaker.validation import did_you_mean

_HOLDERS = ("stack", "row", "flow", "layers")
_WORDS = (
    "text",
    "short",
    "item",
    "tab",
    "chip",
    "note",
    "link",
    "alt",
    "qr",
    "field",
    "label",
    "aside",
    "asked",
    "head",
    "last",
    "sides",
    "first",
    "band",
    "side",
    "race",
)
# Options that take the field itself, not its words, and the types that will do.
_VALUES: Mapping[str, tuple[Any, ...]] = {
    "figure": (FigureArtwork, Figure),
    "image": (OwnPicture,),
    "sample": (Frame,),
    "points": (tuple[KeyPoint, ...],),
    "body_map": (BodyMap,),
    "grid": (tuple[LogRow, ...],),
    "sets": (int,),
    "across": (int,),
    "targets": (tuple[SetTarget, ...],),
    "slot": (int,),
    "slots": (int,),
    "profile": (tuple[Stretch, ...],),
    "column": (tuple[Stretch, ...],),
    "scale": (float, int),
    "bars": (tuple[WeekBar, ...],),
    "chart": (Chart,),
    "spans": (tuple[ChartSpan, ...],),
    "skyline": (tuple[SkylineWeek, ...],),
    "effort": (str,),
}
_SPOKEN_AS = {"when": "if", "items": "list"}


def proofread(
    template: Face | BookletPage | Screen | Sheet, content: type, theme: Theme, labels: Mapping[str, str]
) -> list[FieldFault]:
    """All styles, surfaces, strokes, colours, fields, labels and ids that a template names and that aren't there."""
    fields = Fields((content,), labels)
    if not isinstance(template, Face):
        reader = _Reader(theme, template.type)
        faults = [*reader.box(template.body, ("body",), fields), *reader.ladder(template.ladder, ("ladder",))]
        if isinstance(template, BookletPage | Sheet):
            faults += reader.ladder(template.at_last, ("at_last",))
        return faults
    faults = []
    for name, side in (("front", template.front), ("back", template.back)):
        if side is not None:
            reader = _Reader(theme, side.type or template.type)
            faults += reader.box(side.body, (name, "body"), fields)
            faults += reader.ladder(side.ladder, (name, "ladder"))
            faults += reader.level(side.level, (name, "level"))
    return faults


class _Reader:
    """Reads one side; *ids* gathers the boxes that its ladder may name."""

    def __init__(self, theme: Theme, group: str) -> None:
        self._theme, self._group = theme, group
        self._styles = {**theme.type.get("all", {}), **theme.type.get(group, {})}
        self._ids: dict[str, list[BoxOptions]] = {}
        self._figures = False

    def box(self, box: BoxOptions, path: FieldPath, fields: Fields) -> Iterator[FieldFault]:
        """The faults of a box and all within it."""
        self._figures |= isinstance(box, FigureBox)
        if box.id:
            self._ids.setdefault(box.id, []).append(box)
        if box.role and box.role not in (*map(str, Role), "artifact"):
            yield FieldFault((*path, "role"), f"no role '{box.role}'{did_you_mean(box.role, map(str, Role))}")
        if box.each:
            try:
                fields = fields.inside(fields.member(box.each))
            except NoFieldError as fault:
                yield FieldFault((*path, "each"), str(fault))
                return
        yield from self._options(box, path, fields)
        yield from self._held(box, path, fields)

    def _held(self, box: BoxOptions, path: FieldPath, fields: Fields) -> Iterator[FieldFault]:
        if isinstance(box, PanelBox):
            yield from self.box(box.panel, (*path, "panel"), fields)
        if isinstance(box, FigureBox) and box.over is not None:
            yield from self.box(box.over, (*path, "over"), fields)
        for holder in _HOLDERS:
            for index, inner in enumerate(getattr(box, holder, ())):
                yield from self.box(inner, (*path, holder, index), fields)

    def _options(self, box: BoxOptions, path: FieldPath, fields: Fields) -> Iterator[FieldFault]:
        for name in _names(type(box)):
            value = getattr(box, name)
            if not value or (name == "note_style" and isinstance(box, ChipBox) and not box.note):
                continue
            where = (*path, _SPOKEN_AS.get(name, name))
            if name in ("when", "unless"):
                yield from fault_of(where, fields.kind, value)
            elif isinstance(box, ListBox) and name in ("items", "item"):
                yield from self._list(box, name, where, fields)
            elif isinstance(box, MarkBox) and name == "value":
                yield from self._mark(box, where, fields)
            elif name == "strip":
                yield from self._cells(value, where, fields)
            elif name in _WORDS:
                yield from self._words(value, where, fields)
            elif name in _VALUES:
                yield from value_of(value, where, fields, _VALUES[name])
            else:
                yield from self._token(name, value, where)
        if isinstance(box, TabBox) and box.others:
            yield from self._token("style", f"{box.style}-other", (*path, "style"))
        if isinstance(box, FigureBox) and not box.small:
            yield from self._figure(box, path, fields)

    def _figure(self, box: FigureBox, path: FieldPath, fields: Fields) -> Iterator[FieldFault]:
        """What a figure needs of the theme and the labels, and that its keys are cues."""
        yield from self._token("style", "figure-label", (*path, "figure"))
        yield from fault_of((*path, "figure"), fields.kind, "t.figure_start")
        yield from fault_of((*path, "figure"), fields.kind, "t.figure_finish")
        if box.keys:
            yield from self._token("style", "callout", (*path, "keys"))
            yield from fault_of((*path, "keys"), fields.member, box.keys)

    def _list(self, box: ListBox, name: str, where: FieldPath, fields: Fields) -> Iterator[FieldFault]:
        try:
            member = fields.member(box.items.strip("{}"))
        except NoFieldError as fault:
            if name == "items":
                yield FieldFault(where, str(fault))
            return
        if name == "item":
            yield from self._words(box.item, where, fields.inside(member))

    def _mark(self, box: MarkBox, where: FieldPath, fields: Fields) -> Iterator[FieldFault]:
        names = PLACE.findall(box.value)
        if names:
            yield from fault_of(where, fields.kind, names[0])
        elif box.mark == "swatch":
            yield from self._token("surface", box.value, where)

    def _cells(self, cells: Iterable[StripCell], where: FieldPath, fields: Fields) -> Iterator[FieldFault]:
        for index, cell in enumerate(cells):
            yield from placeholders(cell.value, (*where, index, "value"), fields)
            yield from placeholders(cell.label, (*where, index, "label"), fields)
            yield from placeholders(cell.short, (*where, index, "short"), fields)

    def _words(self, words: Any, where: FieldPath, fields: Fields) -> Iterator[FieldFault]:
        parts = (words,) if isinstance(words, str) else words
        for index, part in enumerate(parts):
            place = where if len(parts) == 1 else (*where, index)
            if isinstance(part, Span):
                yield from placeholders(part.text, place, fields)
                yield from self._token("style", part.style, place)
                yield from self._token("colour", part.colour, place)
            else:
                yield from placeholders(part, place, fields)

    def _token(self, option: str, value: Any, where: FieldPath) -> Iterator[FieldFault]:
        """A name that the theme should know."""
        if not isinstance(value, str) or not value:
            return
        if option == "style" or option.endswith("_style"):
            if value not in self._styles:
                hint = did_you_mean(value, self._styles)
                yield FieldFault(where, f"no style '{value}' in the theme's type for '{self._group}'{hint}")
        elif option == "surface":
            yield from _known(where, "surface", value, self._theme.surfaces)
        elif option == "stroke":
            yield from _known(where, "stroke", value, self._theme.strokes)
        elif option in ("colour", "rule") and not value.startswith("#"):
            yield from _known(where, "colour", value, self._theme.colours)

    def ladder(self, steps: tuple[LadderStep, ...], path: FieldPath) -> Iterator[FieldFault]:
        """The faults of a ladder, once all boxes are read."""
        for index, step in enumerate(steps):
            at = (*path, index)
            for rung in ("drop", "short", "shrink", "limit"):
                for name in getattr(step, rung):
                    yield from self._rung(rung, name, (*at, rung))
            for old, new in step.restyle.items():
                yield from self._token("style", old, (*at, "restyle", old))
                yield from self._token("style", new, (*at, "restyle", old))
            if step.figure is not None and not self._figures:
                yield FieldFault((*at, "figure"), "there is no figure on this side")

    def level(self, ids: Iterable[str], path: FieldPath) -> Iterator[FieldFault]:
        """The boxes that are equally high in a deck and aren't there."""
        for name in ids:
            yield from self._rung("level", name, (*path, name))

    def _rung(self, rung: str, name: str, where: FieldPath) -> Iterator[FieldFault]:
        if name not in self._ids:
            yield FieldFault(where, f"no box has the id '{name}'{did_you_mean(name, self._ids)}")
        elif rung in ("short", "limit") and not any(isinstance(box, ListBox) for box in self._ids[name]):
            yield FieldFault(where, f"'{name}' is no list; only lists take '{rung}'")


def _names(model: type[BoxOptions]) -> tuple[str, ...]:
    """The options of a kind of box that may name something."""
    naming = {
        *_WORDS,
        *_VALUES,
        *_SPOKEN_AS,
        "unless",
        "strip",
        "surface",
        "stroke",
        "colour",
        "rule",
        "value",
    }
    return tuple(one.name for one in fields(model) if one.name in naming or one.name.endswith("style"))


def _known(where: FieldPath, kind: str, name: str, known: Iterable[str]) -> Iterator[FieldFault]:
    names = list(known)
    if name not in names:
        yield FieldFault(where, f"the theme has no {kind} '{name}'{did_you_mean(name, names)}")
