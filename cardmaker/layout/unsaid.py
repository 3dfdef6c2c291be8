"""A page and what its plan says → what it lacks of that: no box of its template shows it, or a ladder left it out."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from cardmaker.frame import Frame, FrameLoss
from cardmaker.handout import BlockSheet, Cover, GymCard, SheetContent, WeekSheet
from cardmaker.record import replace
from cardmaker.unseen import UNSEEN

Said = Mapping[str, tuple[str, ...]]
"""Texts by what a note calls each of them."""

_QUOTED = 50
"""Letters of a text that a note has."""


def bare(text: str) -> str:
    """Text as it is looked for in a page's: without what breaking lines adds or takes: blanks, hyphens, dots."""
    plain = text if text.isascii() else UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return "".join(plain.replace("-", "").replace("·", "").split())


_bare = lru_cache(maxsize=1 << 11)(bare)
"""Of texts of plans, which many pages have alike."""


def lacks(said: Mapping[str, str], page: str) -> list[str]:
    """The names of what isn't said on a page."""
    shown = bare(page)
    return [name for name, text in said.items() if _bare(text) not in shown]


def with_unsaid(frame: Frame, page: SheetContent | Cover | GymCard, *, head: bool = True) -> Frame:
    """A page, with what the plan says and the page doesn't among its losses, if they don't name it yet.

    Of a block that is the phases, whose bands may be too short for their words; months have days in short. Of tips a
    page shows the first ones, as many as it has room for: only that there are none is a loss.
    """
    said: Said = {}
    if isinstance(page, BlockSheet):
        said = {"phase": tuple(name for week in page.weeks for name in (week.band, week.phase))}
    elif isinstance(page, WeekSheet):
        said = _of_week(page, head)
    shown = bare(frame.text) if said else ""
    lacking = {
        name: missing
        for name, texts in said.items()
        if (missing := [text for text in dict.fromkeys(texts) if text and _bare(text) not in shown])
    }
    if not lacking:
        return frame
    noted = tuple(loss if loss.text else loss._replace(text=_first(lacking, loss)) for loss in frame.losses)
    unnoted = tuple(
        no_room(f"sheet '{page.name}'", name, text)
        for name, texts in lacking.items()
        if not any(name in loss.what for loss in noted)
        for text in texts
    )
    return replace(frame, losses=(*noted, *unnoted))


def no_room(where: str, name: str, text: str) -> FrameLoss:
    """The loss of a text of the plan, called *name*."""
    return FrameLoss(where, f"no room for the {name} '{quoted(text)}'; larger paper has more", text)


def _first(lacking: Mapping[str, list[str]], loss: FrameLoss) -> str:
    """The first text that a loss speaks of, such as 'no room for the tips'."""
    return next((texts[0] for name, texts in lacking.items() if name in loss.what), "")


def quoted(text: str) -> str:
    """A text as a note has it, shortened if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1]}…"


def _of_week(week: WeekSheet, head: bool) -> Said:
    """What a coach has written of a week."""
    own = week.head
    heads: Said = {
        "title": (own.title,),
        "athlete": (own.athlete,),
        "club": (own.club,),
        "contact": (own.contact,),
        "coach": (own.coach,),
    }
    return {
        **(heads if head else {}),
        "focus": tuple(week.subtitle.split("  ·  ")),
        "note": (week.week_note, *_notes(week)),
        "session": tuple(_titles(week)),
        "detail": tuple(_details(week)),
        "tip": week.tips[:1],
    }


def _titles(week: WeekSheet) -> Iterator[str]:
    for day in week.days:
        yield from (run.title for run in day.runs)
        yield from (workout.title for workout in day.strength)


def _details(week: WeekSheet) -> Iterator[str]:
    for day in week.days:
        for run in day.runs:
            yield from map(str, run.lines)
        for workout in day.strength:
            yield from map(str, workout.lines)


def _notes(week: WeekSheet) -> Iterator[str]:
    for day in week.days:
        yield from map(str, day.notes)
        yield str(day.rest or "")
