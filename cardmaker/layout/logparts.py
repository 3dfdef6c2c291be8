"""An exercise whose sessions ask for more than one card's log has rows for → a card for each few of them."""

from collections.abc import Iterator, Sequence
from typing import Any

from cardmaker.handout import ExerciseCard, LogRow
from cardmaker.handout.logs import shared_out
from cardmaker.layout.deckgrid import DeckGrids
from cardmaker.layout.logrows import differ, rows_within
from cardmaker.record import replace
from cardmaker.theme.content import GridBox
from cardmaker.theme.face import Face


def log_rows(face: Face, grids: DeckGrids) -> int:
    """How many sessions the log on the backs of a deck has room for; 0 if there is none."""
    side = face.back
    box = next((one for one in side.body.inner() if isinstance(one, GridBox)), None) if side else None
    if side is None or box is None:
        return 0
    grid = grids.grids.get(id(side))
    return rows_within(box, grid.heights_by_id.get(box.id, 0.0) if grid else 0.0)


def needs_parts(card: ExerciseCard, rows: int) -> bool:
    """Whether a log has no room for all sessions, each with targets of its own that nothing else on the card says."""
    return not (card.others or card.weekly) and has_too_many(card, rows)


def has_too_many(card: ExerciseCard, rows: int) -> bool:
    """Whether sessions that ask for different things are more than a log has room for."""
    sessions = _sessions(card)
    return 0 < rows < len(sessions) and differ(sessions)


def in_parts(card: ExerciseCard, rows: int) -> Iterator[ExerciseCard]:
    """The card, or one for each few sessions, as many on each as on the others.

    Where a line says what other sessions ask for, one will do: its log is for any of them, with what most ask for, and
    without targets where each week has a step of its own.
    """
    sessions = _sessions(card)
    if not has_too_many(card, rows):
        yield card
    elif card.weekly:
        stepped: dict[str, Any] = dict(card.weekly)
        yield replace(card, log=(LogRow("", ()),) * len(card.log), **stepped)
    elif card.others:
        usual = replace(sessions[0], date="")
        most = 2 * sum(replace(one, date="") == usual for one in sessions) > len(sessions)
        yield replace(card, log=(usual if most else LogRow("", ()),) * len(card.log))
    else:
        count = -(-len(sessions) // rows)
        known = card.parts[count - 2] if count - 2 < len(card.parts) else ((),) * count
        for said, some in zip(known, shared_out(sessions, count), strict=True):
            own: dict[str, Any] = dict(said)
            yield _part(replace(card, **own), some)


def rest_of(card: ExerciseCard, rows: int) -> str:
    """The sessions that a log has no room for."""
    return _named(_sessions(card)[rows:]) if needs_parts(card, rows) else ""


def _sessions(card: ExerciseCard) -> Sequence[LogRow]:
    return [row for row in card.log if row.date]


def _part(card: ExerciseCard, sessions: Sequence[LogRow]) -> ExerciseCard:
    """A card with the log of some sessions, named on its front."""
    part = _named(sessions)
    spare = replace(sessions[-1], date="", targets=(), short=(), load="", loads=())
    return replace(
        card,
        part=part,
        log=(*sessions, *[spare] * (len(card.log) - len(sessions))),
        sets_label=f"{part} · {card.sets_label}",
        sets_label_whole=f"{part} · {card.sets_label_whole}",
        sets_label_plain=f"{part} · {card.sets_label_plain}",
        sets_label_short=part,
        under=f"{part} · {card.under}",
    )


def _named(sessions: Sequence[LogRow]) -> str:
    """The first and the last of them: 'wk 1–6', '3 Mar – 14 Apr'."""
    first, last = sessions[0].date, sessions[-1].date
    what, _, number = first.rpartition(" ")
    if what and last.startswith(f"{what} ") and last != first and number.isdecimal():
        return f"{first}–{last.removeprefix(f'{what} ')}"
    return first if first == last else f"{first} – {last}"
