"""A page and what its plan says → what it lacks of that: no box of its template shows it, or a ladder left it out."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cardmaker.frame import Frame, FrameLoss
from cardmaker.handout import WeekSheet
from cardmaker.unseen import UNSEEN

_UNCOUNTED = dict.fromkeys(map(ord, " \t\r\n\u00a0-"))
"""Blanks and the ends of lines, and hyphens, which lines may end with."""


def bare(text: str) -> str:
    """Text as it is looked for in a page's: without what breaking lines adds or takes away."""
    plain = text if text.isascii() else UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return "".join(plain.translate(_UNCOUNTED).split())


def lacks(said: Mapping[str, str], page: str) -> list[str]:
    """The names of what isn't said on a page."""
    shown = bare(page)
    return [name for name, text in said.items() if bare(text) not in shown]


def with_unsaid(frame: Frame, week: WeekSheet, *, head: bool = True) -> Frame:
    """A page of a week, with what the plan says and the page doesn't among its losses, if they don't name it yet.

    Of tips a page shows as many as it has room for.
    """
    noted = " ".join(loss.what for loss in frame.losses)
    shown = bare(frame.text)
    lacking = [
        name
        for name, texts in _said(week, head).items()
        if name not in noted and any(bare(text) not in shown for text in texts if text)
    ]
    if not lacking:
        return frame
    loss = FrameLoss(
        f"sheet '{week.name}'", f"no room for all {' and '.join(lacking)}; larger paper has more"
    )
    return replace(frame, losses=(*frame.losses, loss))


def _said(week: WeekSheet, head: bool) -> Mapping[str, tuple[str, ...]]:
    """What a coach has written, by what a note calls it."""
    own = week.head
    heads = {"title": (own.title,), "athlete": (own.athlete,), "club": (own.club,), "contact": (own.contact,)}
    return {
        **(heads | {"coach": (own.coach,)} if head else {}),
        "notes": (week.week_note, *_notes(week)),
        "sessions": tuple(_titles(week)),
    }


def _titles(week: WeekSheet) -> Iterator[str]:
    for day in week.days:
        yield from (run.title for run in day.runs)
        if day.work:  # what may be done on a day of rest has its cards there
            yield from (workout.title for workout in day.strength)


def _notes(week: WeekSheet) -> Iterator[str]:
    for day in week.days:
        yield from map(str, day.notes)
        yield str(day.rest or "")
