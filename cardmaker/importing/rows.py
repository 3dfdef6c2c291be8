"""A row under headings such as type, title, distance, exercise, sets → the entries that its columns say together."""

import re
from dataclasses import replace
from typing import Final, NamedTuple

from cardmaker.importing.cells import CellReader, Unread, kept, noted
from cardmaker.importing.draft import Draft, Entry, Lift
from cardmaker.importing.headings import heading_of
from cardmaker.importing.lifts import lift_in
from cardmaker.importing.prescriptions import Said, sets_of
from cardmaker.importing.tables import Cell
from cardmaker.importing.words import Sport as Other
from cardmaker.importing.words import aside, is_rest, sport
from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.sports import Sport
from cardmaker.record import record

_PLACES: Final = frozenset(("date", "day", "exercise", "week"))
_CONTENT: Final = frozenset(("title", "type", "description", "distance", "time", "exercise", "sets"))
_UNPLACED: Final = ("week ending", "total", "focus")
_PLAIN_RUNS: Final = ("run", "running", "runs", "workout", "run workout")
"""Types that say no more of a run than that it is one."""
_NONE: Final = re.compile(r"[\W0]*(?:km|mi|miles|m|min|h)?", re.IGNORECASE)
_BARE: Final = re.compile(r"\d+(?:[.,]\d+)?")
_HOURS: Final = ("h", "hours", "hrs")

Row = tuple[Cell, ...]


class Columns(NamedTuple):
    """The places of columns by what they hold, their units, and their headings."""

    by_meaning: dict[str, list[int]]
    units: dict[int, str]
    texts: dict[int, str]

    def one(self, row: Row, meaning: str) -> str:
        """What a row's columns of one meaning say."""
        said = [row[at].text for at in self.by_meaning.get(meaning, ()) if row[at].text]
        return " ".join(dict.fromkeys(said))

    def unit(self, row: Row, meaning: str) -> str:
        """The unit in the heading of what a row says."""
        found = (at for at in self.by_meaning.get(meaning, ()) if row[at].text)
        return next((self.units[at] for at in found), "")

    def others(self, row: Row) -> list[str]:
        """Notes, and what columns say whose headings aren't understood, or that no field has."""
        known = {at for columns in self.by_meaning.values() for at in columns}
        unplaced = {at for meaning in _UNPLACED for at in self.by_meaning.get(meaning, ())}
        notes = [row[at].text for at in self.by_meaning.get("note", ()) if row[at].text]
        return notes + [
            f"{self.texts[at]}: {cell.text}" if at in self.texts else cell.text
            for at, cell in enumerate(row)
            if cell.text and (at not in known or at in unplaced)
        ]


def columns_of(row: Row) -> Columns | None:
    """The columns under a row of headings; None if these aren't of sessions."""
    by_meaning: dict[str, list[int]] = {}
    units: dict[int, str] = {}
    filled = {at: cell.text for at, cell in enumerate(row) if cell.text}
    for at, text in filled.items():
        heading = heading_of(text)
        if heading.meaning:
            by_meaning.setdefault(heading.meaning, []).append(at)
            units[at] = heading.unit
    known = set(by_meaning)
    if not (known & _PLACES and known & _CONTENT and len(known) >= 2) or len(units) * 2 < len(filled):
        return None
    return Columns(by_meaning, units, filled)


class _Session(NamedTuple):
    """What a row says of a session."""

    title: str
    kind: str
    what: str
    distance: str
    time: str
    effort: str
    rpe: str
    pace: str

    @property
    def amounts(self) -> list[str]:
        return [text for text in (self.distance, self.time) if text]

    @property
    def aims(self) -> list[str]:
        return [text for text in (self.effort, self.rpe, self.pace) if text]

    @property
    def sport(self) -> tuple[Other, str] | None:
        """The sport other than running that its type or title names."""
        return next((found for text in (self.kind, self.title) if (found := sport(text))), None)


@record
class RowReader:
    """Reads the rows of one table; what can't be read is kept and reported to the draft."""

    draft: Draft
    cells: CellReader
    columns: Columns

    def entries(self, row: Row) -> tuple[Entry, ...]:
        """What a row says."""
        return self._lifted(row) if self.columns.one(row, "exercise") else self._session(row)

    def _session(self, row: Row) -> tuple[Entry, ...]:
        one = self.columns.one
        kind = one(row, "type")
        session = _Session(
            one(row, "title"),
            "" if kind.casefold() in _PLAIN_RUNS else kind,
            one(row, "description"),
            self._amount(row, "distance"),
            self._amount(row, "time"),
            *(one(row, meaning) for meaning in ("effort", "rpe", "pace")),
        )
        lone = [one(row, meaning) for meaning in ("sets", "reps", "load", "rest", "rir", "percent", "tempo")]
        others = self.columns.others(row) + [text for text in lone if text]
        words = [*filter(None, session[:3])]
        if words and is_rest(words[0]) and all(map(_nothing, session.amounts)):
            return with_words((Entry("rest"),), [*words[1:], *session.aims, *others])
        if not any(session):
            return with_words((), others or [kind])
        found = self._described(session) or self._composed(session) or self._unread(row, session)
        return with_words(found, others)

    def _unread(self, row: Row, session: _Session) -> tuple[Entry, ...]:
        said = ", ".join(filter(None, session))
        at = next(cell.at for cell in row if cell.text)
        self.draft.remark(at, kept(Unread(said, self.cells.runs.why_not(said))))
        return (Entry("note", said),)

    def _amount(self, row: Row, meaning: str) -> str:
        """A distance or time with its unit, from the heading or from what bare numbers count in."""
        text, unit = self.columns.one(row, meaning), self.columns.unit(row, meaning)
        if meaning == "distance" and self.cells.runs.unit != "min":
            unit = unit or self.cells.runs.unit
        unit = "h" if unit in _HOURS else unit
        return f"{text} {unit}".strip() if _BARE.fullmatch(text) else text

    def _described(self, session: _Session) -> tuple[Entry, ...]:
        """A session whose description, or title, says all of it."""
        for text, name in ((session.what, session.title), (session.title, "")):
            day = self._all_of(text, session) if text else ()
            if not day or day[0].kind in ("note", "cross-training", "recovery", "rest"):
                continue
            first = replace(day[0], name=name or day[0].name)
            extra = [one for one in session.amounts if not _agrees(first, one)]
            extra += [one for one in session.aims if one.casefold() not in text.casefold()]
            if session.kind and not _within(session.kind, first):
                extra.append(session.kind)
            if text is session.title and session.what:
                extra.insert(0, session.what)
            return (*with_words((first,), extra), *day[1:])
        return ()

    def _all_of(self, text: str, session: _Session) -> tuple[Entry, ...]:
        named = sport(session.kind)
        if named and not named[1] and not sport(text):
            run = self.cells.runs.run(text, named[0])
            return (Entry(named[0], run),) if run else ()
        read = self.cells.read(text)
        return () if read.unread else read.entries

    def _composed(self, session: _Session) -> tuple[Entry, ...]:
        """A session put together from its distance or time and its words."""
        named = session.sport
        if not named and (kind := aside(session.kind) or aside(session.title)):
            said = [session.title or session.kind]
            if session.title and session.kind and session.kind.casefold() not in session.title.casefold():
                said = [f"{session.kind}: {session.title}"]
            text = ", ".join([*said, *session.amounts])
            entry = Entry("recovery" if kind == "recovery" else "cross-training", text)
            return with_words((entry,), [session.what, *session.aims])
        amounts = [amount for amount in session.amounts if not _nothing(amount)]
        return self._measured(session, amounts, named[0] if named else "run") if amounts else ()

    def _measured(self, session: _Session, amounts: list[str], kind: Sport) -> tuple[Entry, ...]:
        """A run of the first amount, with as many of the session's words as are understood."""
        type_, title = session.kind if kind == "run" else "", session.title
        pace = session.pace
        pace = f"@ {pace}" if ":" in pace and not pace.startswith("@") else pace
        rpe = f"RPE {session.rpe}" if session.rpe[:1].isdigit() else session.rpe
        effort = session.effort
        words = title if kind == "run" else ""
        ways = (
            *((type_ or words, effort, rpe, pace), (effort, rpe, pace), (type_, effort), (words, effort)),
            *((effort,), (type_,), (words,), ()),
        )
        for way in ways:
            run = self.cells.runs.run(" ".join(filter(None, (amounts[0], *way))), kind)
            if run:
                left = [text for text in (type_, effort, rpe, pace) if text and text not in way]
                name = "" if words and words in way and _said_by(run, title, kind) else title
                more = [
                    *amounts[1:],
                    session.kind if kind != "run" and not _names(session.kind, kind) else "",
                ]
                return with_words((Entry(kind, run, name=name),), [session.what, *more, *left])
        return ()

    def _lifted(self, row: Row) -> tuple[Entry, ...]:
        """The one exercise of a row, as a session that others of its name join."""
        one = self.columns.one
        exercise, title, kind = (one(row, meaning) for meaning in ("exercise", "title", "type"))
        columns = self.columns.by_meaning
        said = {name: Said(one(row, name), self.columns.unit(row, name)) for name in columns}
        said |= {name: Said(self._amount(row, name)) for name in ("distance", "time") if name in columns}
        sets, left = sets_of(said)
        if not sets and (found := lift_in(exercise)):
            exercise, sets = found.exercise, found.sets
        more = [kind] if title and kind != title else []
        notes = [one(row, "description"), *left, *self.columns.others(row), *more]
        note = "; ".join(dict.fromkeys(filter(None, notes)))
        return (Entry("strength", name=title or kind, lifts=(Lift(exercise, sets, note),)),)


def with_words(entries: tuple[Entry, ...], words: list[str]) -> tuple[Entry, ...]:
    """*entries* with more words in the note of the first."""
    said = list(dict.fromkeys(word for word in words if word))
    if not said:
        return entries
    if not entries:
        return (Entry("note", "\n".join(said)),)
    first = entries[0]
    if first.lifts:
        lift = first.lifts[0]
        lifted = lift._replace(note="; ".join(filter(None, (lift.note, *said))))
        return (replace(first, lifts=(lifted, *first.lifts[1:])), *entries[1:])
    for word in said:
        first = noted(first, word)
    return (first, *entries[1:])


def _nothing(text: str) -> bool:
    """Whether an amount says that there is none."""
    return bool(_NONE.fullmatch(text))


def _names(text: str, kind: Sport) -> bool:
    """Whether *text* names a sport and says no more."""
    found = sport(text)
    return not text or bool(found and found[0] == kind and not found[1])


def _within(kind: str, entry: Entry) -> bool:
    """Whether an entry says a type of training already."""
    low = kind.casefold()
    said = f"{entry.text} {entry.name}".casefold()
    lifting = entry.kind == "strength" and aside(kind) == "strength"
    return low == entry.kind or low in said or lifting


def _said_by(run: str, title: str, kind: Sport) -> bool:
    """Whether what a run is read as says its title: 'Easy run' is said by '8 km easy'."""
    read = str(parse_run(run, sport=kind)).casefold()
    return all(word in read for word in title.casefold().split() if word not in _PLAIN_RUNS)


def _agrees(entry: Entry, amount: str) -> bool:
    """Whether a run is as far, or takes as long, as *amount* says, but for rounding."""
    try:
        run, said = parse_run(entry.text), parse_run(amount)
    except ValueError:
        return amount in entry.text
    for ours, theirs in ((run.distance, said.distance), (run.duration, said.duration)):
        if ours.exact and theirs.exact:
            return abs(ours.exact - theirs.exact) <= 0.02 * theirs.exact
    return amount in entry.text
