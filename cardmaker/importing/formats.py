"""A foreign file, its format found by its content → the text of a plan, checked, and what is to be known of it."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from cardmaker.errors import NotFoundError, PlanError, SourceError
from cardmaker.importing.calendarhack import is_calendar_hack, read_calendar_hack
from cardmaker.importing.cells import CellReader
from cardmaker.importing.draft import Draft, Remark
from cardmaker.importing.ics import is_calendar, read_calendar
from cardmaker.importing.intervals import is_intervals, read_intervals
from cardmaker.importing.liftosaur import is_liftosaur, read_liftosaur
from cardmaker.importing.lifts import Exercises
from cardmaker.importing.paicer import is_paicer, read_paicer
from cardmaker.importing.runs import RunReader, Unit
from cardmaker.importing.sheets import draft_of
from cardmaker.importing.tables import decoded, is_workbook, text_table, workbook_tables
from cardmaker.importing.tongue import spoken, tongue_of
from cardmaker.importing.wger import is_wger, read_wger
from cardmaker.importing.writing import plan_text
from cardmaker.library.names import slug
from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.load import check_plan
from cardmaker.plan.model import MOST_ENTRIES
from cardmaker.plan.names import Checks, Names
from cardmaker.plan.source import source_of
from cardmaker.plan.weeks import MOST_WEEKS
from cardmaker.plan.workouts import Entry
from cardmaker.record import record
from cardmaker.spelling import did_you_mean
from cardmaker.validation import read

_MILES: Final = re.compile(r"(?:\b|\d)mi(?:les?)?\b")
LIMIT_BYTES: Final = 16 * 1024 * 1024


@record
class Foreign:
    """A file of another program: its name in messages, its bytes, and its text; '' for a workbook."""

    name: str
    data: bytes
    text: str


class Format(NamedTuple):
    """A kind of file: what it is called, whether a file is of it, and how it is read."""

    about: str
    is_it: Callable[[Foreign], bool]
    read: Callable[[Foreign, CellReader], Draft]


class Imported(NamedTuple):
    """The text of a plan, the figures of what it holds, and what couldn't be read or placed."""

    text: str
    weeks: int
    entries: int
    remarks: tuple[Remark, ...]


def foreign(name: str, data: bytes) -> Foreign:
    """A file to import; SourceError if it is empty or too large."""
    if len(data) > LIMIT_BYTES:
        raise SourceError(
            f"{name}: larger than {LIMIT_BYTES // 1024**2} MB; this doesn't look like the right file"
        )
    text = "" if is_workbook(data) else decoded(data)
    if not is_workbook(data) and not text.strip("\0 \t\r\n\ufeff"):
        raise SourceError(f"{name}: the file is empty")
    return Foreign(name, data, text)


def _workbook(file: Foreign, cells: CellReader) -> Draft:
    if not is_workbook(file.data):
        raise SourceError(f"{file.name}: no spreadsheet; leave --as out")
    return draft_of(workbook_tables(file.data, file.name), file.name, cells)


def _text(file: Foreign, cells: CellReader) -> Draft:
    table = text_table(file.text, file.name)
    if table is None:
        raise SourceError(f"{file.name}: no table; its cells should be parted by commas, semicolons or tabs")
    return draft_of([table], file.name, cells)


def _as_text(is_it: Callable[[str], bool], read: Callable[[str, CellReader], Draft], about: str) -> Format:
    """A format of text."""

    def checked(file: Foreign, cells: CellReader) -> Draft:
        if not is_it(file.text):
            raise SourceError(
                f"{file.name}: not {about}; leave --as out, and its format is found by its content"
            )
        return read(file.text, cells)

    return Format(about, lambda file: is_it(file.text), checked)


FORMATS: Final[dict[str, Format]] = {
    "ics": _as_text(is_calendar, read_calendar, "a calendar"),
    "calendar-hack": _as_text(is_calendar_hack, read_calendar_hack, "a plan of calendar-hack"),
    "paicer": _as_text(is_paicer, read_paicer, "a plan of paicer"),
    "liftosaur": _as_text(is_liftosaur, read_liftosaur, "a program of Liftosaur"),
    "wger": _as_text(is_wger, read_wger, "a routine of wger"),
    "intervals": _as_text(is_intervals, read_intervals, "a workout of intervals.icu"),
    "xlsx": Format("a workbook, XLSX, XLS or ODS", lambda file: is_workbook(file.data), _workbook),
    "csv": Format(
        "a table as text, or pasted cells", lambda file: text_table(file.text, file.name) is not None, _text
    ),
}
"""The formats in the order in which a file is asked whether it is of them; any text with commas may be a table."""


def import_plan(
    file: Foreign, names: Names, unit: Unit = "", called: str = "", languages: Sequence[str] = ()
) -> Imported:
    """Make a plan of a file, of the format *called* so or of the one that its content shows.

    *names* are what a plan may name; bare numbers of runs count in *unit*. The language is that of *languages* in which
    the days are named, else English. SourceError if nothing can be made of it.
    """
    language = languages[0] if len(languages) == 1 else spoken(_words_of(file), names, languages)
    names = names.in_language(language)
    cells = CellReader(RunReader(unit), _exercises(names), tongue_of(language, names))
    draft = _format(file, called).read(file, cells)
    draft.language = language
    _within_limits(draft, file.name)
    if not draft.weeks and not any(slug(lift.exercise) for entry in draft.sessions for lift in entry.lifts):
        raise SourceError(f"{file.name}: no days, and no exercise that has a name")
    if unit == "mi" or _in_miles(draft):
        draft.units = "imperial"
    draft.title = draft.title or _title(file.name)
    text = plan_text(draft, f"Made from {file.name} by 'cardmaker import'.", cells.exercises)
    try:
        check_plan(source_of(text, "plan.yaml", Path()), names)
    except PlanError as fault:
        raise SourceError(f"{file.name}: no plan could be made of it: {fault.problems[0].message}") from None
    return Imported(text, len(draft.weeks), sum(1 for _ in draft.entries()), tuple(draft.remarks))


def _words_of(file: Foreign) -> str:
    """The text of a file, or of a workbook's cells."""
    if not is_workbook(file.data):
        return file.text
    return "\n".join(
        " ".join(cell.text for cell in row)
        for table in workbook_tables(file.data, file.name)
        for row in table.rows
    )


def _format(file: Foreign, called: str) -> Format:
    if called:
        if called not in FORMATS:
            hint = did_you_mean(called, FORMATS) or f"; there are {', '.join(FORMATS)}"
            raise NotFoundError(f"no format '{called}'{hint}")
        return FORMATS[called]
    for one in FORMATS.values():
        if one.is_it(file):
            return one
    raise SourceError(f"{file.name}: none of the files that can be imported; see 'cardmaker import --help'")


def _exercises(names: Names) -> Exercises:
    checks = Checks({}, {}, names)

    def refused(name: str) -> str:
        try:
            checks.known("exercise", name)
        except ValueError as fault:
            return str(fault)
        return ""

    def may_be_key(name: str) -> bool:
        try:
            read(Entry, {name: "3x8", "note": "x"}, checks)
        except ValueError:
            return False
        return True

    return Exercises(checks.is_exercise, refused, may_be_key)


def _within_limits(draft: Draft, name: str) -> None:
    entries = sum(1 for _ in draft.entries())
    if not entries:
        raise SourceError(f"{name}: nothing is planned on any day")
    if len(draft.weeks) > MOST_WEEKS or entries > MOST_ENTRIES:
        raise SourceError(
            f"{name}: {len(draft.weeks):,} weeks with {entries:,} entries; a plan has at most {MOST_WEEKS} weeks and "
            f"{MOST_ENTRIES:,} entries, so import it in parts"
        )


def _in_miles(draft: Draft) -> bool:
    """Whether the runs are in miles rather than kilometres."""
    texts = [entry.text.casefold() for entry in draft.entries() if entry.kind == "run"]
    miles = sum(bool(_MILES.search(text)) for text in texts)
    return miles > sum("km" in text for text in texts)


def _title(name: str) -> str:
    words = Path(name).stem.replace("_", " ").replace("-", " ").strip()
    return "Training plan" if name == "stdin" or not words else words[:1].upper() + words[1:]
