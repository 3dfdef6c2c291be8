"""A row under headings such as type, title, distance, exercise, sets → the entries that its columns say together."""

import re
from typing import Final

from cardmaker.importing.cells import CellReader, Unread, kept
from cardmaker.importing.draft import Draft, DraftEntry, Lift
from cardmaker.importing.fields import FieldReader, Session, unread_in, with_words
from cardmaker.importing.headings import Heading, heading_of
from cardmaker.importing.lifts import are_sets, lift_in, names_run
from cardmaker.importing.prescriptions import Said, sets_of
from cardmaker.importing.tables import Cell
from cardmaker.importing.tongue import Tongue
from cardmaker.importing.words import is_rest
from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record

_PLACES: Final = frozenset(("date", "day", "exercise", "week"))
_CONTENT: Final = frozenset(
    ("title", "type", "description", "distance", "time", "exercise", "sets", "weekly")
)
_UNPLACED: Final = ("week ending", "total", "focus", "session note", "ended", "set", "set type", "superset")
_WEEK: Final = re.compile(r"(?:week|wk|w)\s*\.?\s*#?\s*\d{1,2}", re.IGNORECASE)
_AS_DATE: Final = re.compile(r"\d{4}-(\d\d)-(\d\d)")
"""'8-12' in a spreadsheet that takes it for a day in December or in August."""
_BARE: Final = re.compile(r"\d+(?:[.,]\d+)?")
_MINUTES: Final = 10
"""A duration without its unit counts minutes from here on; less may be hours."""
_AMOUNTS: Final = ("distance", "time", "reps")
_OF_RUNS: Final = ("load", "rest", "rpe", "rir", "percent", "tempo", "effort", "pace")
"""What columns may say of a run besides how far or how long it is."""
_OF_SETS: Final = ("sets", *_AMOUNTS, *_OF_RUNS, "weekly")
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


def columns_of(row: Row, tongue: Tongue) -> Columns | None:
    """The columns under a row of headings; None if these aren't of sessions."""
    by_meaning: dict[str, list[int]] = {}
    units: dict[int, str] = {}
    filled = {at: cell.text for at, cell in enumerate(row) if cell.text}
    for at, text in filled.items():
        heading = heading_of(tongue.heading(text))
        if _WEEK.fullmatch(text):
            heading = Heading("weekly")
        if heading.meaning:
            by_meaning.setdefault(heading.meaning, []).append(at)
            units[at] = heading.unit
    if len(by_meaning.get("weekly", ())) > 1 and "exercise" not in by_meaning and row[0].text == "":
        by_meaning["exercise"] = [0]  # weeks across, over a column without a heading
        units[0] = ""
    known = set(by_meaning)
    if "weekly" in known and "exercise" not in known:
        return None
    if not (known & _PLACES and known & _CONTENT and len(known) >= 2) or len(units) * 2 < len(filled):
        return None
    return Columns(by_meaning, units, filled)


@record
class RowReader:
    """Reads the rows of one table; what can't be read is kept and reported to the draft."""

    draft: Draft
    cells: CellReader
    columns: Columns

    def entries(self, row: Row) -> tuple[DraftEntry, ...]:
        """What a row says."""
        return self._lifted(row) if self.columns.one(row, "exercise") else self._session(row)

    def _session(self, row: Row) -> tuple[DraftEntry, ...]:
        one = self.columns.one
        session = Session(
            one(row, "title"),
            one(row, "type"),
            one(row, "description"),
            self._amount(row, "distance"),
            self._amount(row, "time"),
            *(one(row, meaning) for meaning in ("effort", "rpe", "pace")),
        )
        lone = [one(row, meaning) for meaning in ("sets", "reps", "load", "rest", "rir", "percent", "tempo")]
        others = self.columns.others(row) + [text for text in lone if text]
        if not any(session):
            return with_words((), others)
        found = FieldReader(self.cells).entries(session)
        at = next(cell.at for cell in row if cell.text)
        for unread in unread_in(found, session.what, self.cells):
            self.draft.remark(at, kept(unread))
        return with_words(found or self._unread(row, session), others)

    def _unread(self, row: Row, session: Session) -> tuple[DraftEntry, ...]:
        said = ", ".join(filter(None, session))
        at = next(cell.at for cell in row if cell.text)
        self.draft.remark(at, kept(Unread(said, self.cells.runs.why_not(said))))
        return (DraftEntry("note", said),)

    def _amount(self, row: Row, meaning: str) -> str:
        """A distance or time with its unit, from the heading or from what bare numbers count in."""
        text, unit = self.columns.one(row, meaning), self.columns.unit(row, meaning)
        if meaning == "distance" and self.cells.runs.unit != "min":
            unit = unit or self.cells.runs.unit
        if (
            meaning == "time"
            and not unit
            and _BARE.fullmatch(text)
            and float(text.replace(",", ".")) >= _MINUTES
        ):
            unit = "min"
        unit = "h" if unit in _HOURS else unit
        return f"{text} {unit}".strip() if _BARE.fullmatch(text) else text

    def _not_a_date(self, row: Row, text: str) -> str:
        """Repetitions from one number to another, as they were before the spreadsheet made a date of them."""
        found = _AS_DATE.fullmatch(text)
        if not found:
            return text
        low, high = sorted((int(found[1]), int(found[2])))
        at = next(row[at].at for at in self.columns.by_meaning["reps"] if row[at].text)
        self.draft.remark(at, f"read as {low}-{high} reps, of which the spreadsheet has made the date {text}")
        return f"{low}-{high}"

    def _by_week(self, row: Row) -> tuple[str, list[str]]:
        """The sets of columns of weeks, in a line; what of them can't be read stays words."""
        cells = [(self.columns.texts[at], row[at].text) for at in self.columns.by_meaning["weekly"]]
        texts = [text for _, text in cells]
        while texts and not texts[-1]:
            texts.pop()
        line = texts[0] if len(set(texts)) == 1 else " -> ".join(texts)
        if texts and all(texts) and are_sets(line):
            return line, []
        return "", [f"{heading}: {text}" for heading, text in cells if text]

    def _run(self, row: Row, exercise: str, said: dict[str, Said]) -> tuple[DraftEntry, ...]:
        """A run among the exercises: 'Easy run' with 30 min, '5 km easy run'; none for other rows."""
        if self.cells.exercises.knows(exercise) or "weekly" in self.columns.by_meaning:
            return ()
        texts = {name: one.text for name, one in said.items() if one.text}
        count, amount = texts.get("sets", ""), next((texts[name] for name in _AMOUNTS if name in texts), "")
        notes = self.columns.others(row)
        measured = f"{f'{count} x ' if count not in ('', '1') else ''}{amount}"
        ways = [f"{measured} {exercise}", measured] if amount else [exercise]
        if names_run(exercise) and not amount:
            ways += [f"{note} {exercise}" for note in notes] + notes
        elif amount and not names_run(exercise):
            return ()
        for way in ways:
            run = self.cells.runs.run(self.cells.tongue.english(way)) if any(map(str.isdigit, way)) else None
            if run:
                left = [f"{name}: {text}" for name, text in texts.items() if name in _OF_RUNS]
                name = exercise if exercise.casefold() not in run.casefold() and names_run(exercise) else ""
                more = [
                    self.columns.one(row, "description"),
                    *left,
                    *(note for note in notes if note not in way),
                ]
                return with_words((DraftEntry("run", run, name=name),), more)
        return ()

    def _lifted(self, row: Row) -> tuple[DraftEntry, ...]:
        """The one exercise of a row, as a session that others of its name join."""
        one = self.columns.one
        exercise, title, kind = (one(row, meaning) for meaning in ("exercise", "title", "type"))
        columns = self.columns.by_meaning
        said = {name: Said(one(row, name), self.columns.unit(row, name)) for name in columns}
        said |= {name: Said(self._amount(row, name)) for name in ("distance", "time") if name in columns}
        if "reps" in said:
            said["reps"] = Said(self._not_a_date(row, said["reps"].text))
        resting = is_rest(self.cells.tongue.english(exercise))
        if resting and not any(cell.text for name, cell in said.items() if name in _OF_SETS):
            return with_words((DraftEntry("rest"),), [one(row, "description"), *self.columns.others(row)])
        if run := self._run(row, exercise, said):
            return run
        sets, left = sets_of(said)
        if not sets and "weekly" in columns:
            sets, left = self._by_week(row)
        if not sets and (found := lift_in(exercise)):
            exercise, sets = found.exercise, found.sets
        more = [kind] if title and kind != title else []
        notes = [one(row, "description"), *left, *self.columns.others(row), *more]
        note = "; ".join(dict.fromkeys(filter(None, notes)))
        return (DraftEntry("strength", name=title or kind, lifts=(Lift(exercise, sets, note),)),)
