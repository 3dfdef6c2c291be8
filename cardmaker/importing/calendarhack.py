"""A plan of calendar-hack, weeks of seven workouts with titles and distances → a draft."""

import re
from typing import Any, Final

from cardmaker.importing.cells import CellReader, Unread, kept
from cardmaker.importing.data import data_of, mapping, mappings, number, text
from cardmaker.importing.draft import Draft, DraftEntry, DraftWeek
from cardmaker.importing.fields import FieldReader, Session, with_words
from cardmaker.importing.words import is_aside
from cardmaker.plan.runs.notation import parse_run

_AMOUNT: Final = re.compile(
    r"\{\s*([\d.]+(?:\s*-\s*[\d.]+)?)\s*(?::\s*([\d.]+(?:\s*-\s*[\d.]+)?)\s*)?\}(?: (?:mi|km|miles?)\b)?"
)
"""A distance in the plan's units, or one in miles and one in kilometres."""
_FROM_TO: Final = re.compile(r"\b(\d[\d.]*) (mi|km)-(\d[\d.]*) \2\b")
"""A range of two of them, '{6}-{8}'."""
_PER: Final = re.compile(r"\{([^{}:]*\bper)\s*:\s*([^{}]*\bper)\s*\}")
"""The same of a pace, '{30 sec per:19 sec per}'."""
_TEMPO: Final = re.compile(r"^(\d\d) (tempo)\b", re.IGNORECASE)
"""'30 tempo' are minutes, as distances are in braces."""
_AGAIN: Final = re.compile(r"^(\d[\d.-]* miles?\b[^{}]*?)\s*\{[\d.]+\}$")
"""The distance once more, for the week's sum: '5-6 mile easy run {6}'."""

_WORDS: Final = re.compile("“[^”]*”")
"""What a run only prints."""


def is_calendar_hack(content: str) -> bool:
    """Whether *content* is such a plan."""
    weeks = mappings(mapping(data_of(content)).get("schedule"))
    return bool(weeks) and all(isinstance(week.get("workouts"), list) for week in weeks)


def read_calendar_hack(content: str, cells: CellReader) -> Draft:
    """The draft of such a plan; workouts count from Monday."""
    plan = mapping(data_of(content))
    unit = "km" if text(plan.get("units")).casefold() == "km" else "mi"
    draft = Draft(title=text(plan.get("name")), units="metric" if unit == "km" else "imperial")
    for key in ("description", "source", "type"):
        if said := text(plan.get(key)):
            draft.keep(key, said)
    for number_, week in enumerate(mappings(plan.get("schedule"))):
        read = DraftWeek()
        if said := text(week.get("description")):
            read.notes.append(_filled(said, unit))
        if distance := number(week.get("distance")):
            read.said.append(f"week {number_ + 1} · {text(distance)} {unit}")
        workouts = week["workouts"]
        for day, workout in enumerate(workouts):
            at = f"week {number_ + 1}, workout {day + 1}"
            if day > 6:
                draft.keep(at, str(workout))
                continue
            read.add(day, *_entries(draft, mapping(workout) or {"title": text(workout)}, unit, cells, at))
        draft.weeks.append(read)
    return draft


def _filled(words: str, unit: str) -> str:
    """*words* with the distances in braces in the plan's unit."""
    words = _TEMPO.sub(r"\1 min \2", words)
    words = _PER.sub(lambda found: f"{found[2 if unit == 'km' else 1]} {unit}", words)
    words = _AMOUNT.sub(lambda found: f"{(found[2] if unit == 'km' else '') or found[1]} {unit}", words)
    return _FROM_TO.sub(r"\1-\3 \2", words)


def _entries(
    draft: Draft, workout: dict[str, Any], unit: str, cells: CellReader, at: str
) -> tuple[DraftEntry, ...]:
    again = _AGAIN.match(text(workout.get("title")))
    title = _filled(again[1] if again else text(workout.get("title")), unit)
    lines = _filled(text(workout.get("description")), unit).splitlines()
    what = [line.strip() for line in lines if line.strip() and line.strip() != title]
    if _letters(" ".join(what)) == _letters(title):
        what = []
    far = None if again else number(workout.get("distance"))
    distance = f"{text(far)} {unit}" if far else ""
    if distance and title and what and not cells.runs.run(title) and cells.runs.run(f"{title} {distance}"):
        title = f"{title} {distance}"  # 'Speed', and what is in it
    tags = [
        tag
        for tag in map(text, _listed(workout.get("tags")))
        if tag and tag.casefold() not in title.casefold()
    ]
    if not title and what:
        title = what.pop(0)
    whole = " ".join([*title.split(), *(what if what and all(map(_is_amount, what)) else ())])
    if whole != title and cells.runs.run(whole):  # a title of several lines is one workout
        title, what = whole, [] if all(map(_is_amount, what)) else what
    elif whole != title and (head := _head(title)):  # what is in it can't be read, so none of it is added
        title, what = head, [*title.splitlines()[1:], *what]
    if title and what and (said := _with_parts(title, " ".join(what), cells)):
        title, what = said, []
    elif title and what and _is_again(title, "; ".join(what), cells):
        what = []
    found = FieldReader(cells).entries(Session(title=title, distance=distance, kind=", ".join(tags)))
    if not found and what and not distance:
        day = cells.read("\n".join(what))
        found, what = (day.entries, [title]) if not day.unread else ((), what)
    if not found:
        said = ", ".join(filter(None, (title, distance, *tags)))
        if not said and not what:
            return ()
        draft.remark(at, kept(Unread(said or what[0], cells.runs.why_not(said or what[0]))))
        found = (DraftEntry("note", said),) if said else ()
    return with_words(found, what)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def _head(title: str) -> str:
    """'10 miles' of '10 miles, consisting of:' and more lines; '' for another title."""
    found = re.match(r"(\d[\d.-]* ?(?:miles?|mi|km)\b[^:\n]*?)(?:,? consisting of)?:\n", title)
    return found[1] if found else ""


def _with_parts(title: str, what: str, cells: CellReader) -> str:
    """'Speed 7 mi' with what its description says is in it; '' if the two don't make one run as far or as long."""
    for joint in (": ", " "):
        line = f"{title}{joint}{what}"
        if is_aside(line) or not cells.runs.run(title) or not cells.runs.run(line):
            continue
        all_of_it, run = parse_run(title), parse_run(line)
        alike = (
            all_of_it.distance == run.distance
            if all_of_it.distance.most
            else all_of_it.duration == run.duration
        )
        again = any(step.amount == whole.amount for whole in all_of_it.steps() for step in run.steps()[1:])
        if alike and not again and len(run.sessions()) == 1:
            return line
    return ""


def _is_again(title: str, what: str, cells: CellReader) -> bool:
    """Whether a description says what its title says, 'Intervals: 2 mi WU; 8 x 400 m; 1 mi CD', once more."""
    if not cells.runs.run(title) or not cells.runs.run(what):
        return False
    ours, theirs = parse_run(title), parse_run(what)
    same = [(step.amount, step.effort) for step in ours.steps()] == [
        (step.amount, step.effort) for step in theirs.steps()
    ]
    return same and set(_WORDS.findall(str(theirs))) <= set(_WORDS.findall(str(ours)))


def _is_amount(line: str) -> bool:
    """Whether a line is a distance and no more: '2 recovery runs' have each of them below."""
    return re.fullmatch(r"[\d.]+(?:-[\d.]+)? ?(?:mi|km)(?: \(\d+ ?K\))?", line) is not None


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
