"""An agenda → tables, a row each for what is planned: CSV, a workbook, JSON."""

import csv
import datetime
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cardmaker.export.agenda import Agenda, Appointment
from cardmaker.plan.quantity import METRES_PER_MILE, Extent
from cardmaker.plan.workouts import Superset

_DAYS: Final = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday",
    "sun": "Sunday",
}  # fmt: skip
_WIDTHS: Final = (6, 11, 11, 13, 22, 60, 13, 8, 40)
"""Of a workbook's columns, in letters."""

_DATE: Final = 1
_MADE: Final = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
"""What a workbook says of when it was made: always the same."""

Row = tuple[int | float | str, ...]


def headings(agenda: Agenda) -> tuple[str, ...]:
    """The names of columns, in English, as programs and `cardmaker import` look for them."""
    unit = "mi" if agenda.plan.units == "imperial" else "km"
    return ("Week", "Date", "Day", "Type", "Title", "Prescription", f"Distance ({unit})", "Time", "Notes")


def rows(agenda: Agenda) -> Iterator[Row]:
    """Everything that is planned; prescriptions are in the notation of plans, so that they can be read again."""
    for one in agenda.appointments:
        item, run = one.item, one.run
        first = not item.runs or run == item.runs[0]
        note = one.kind == "note"
        yield (
            one.week,
            one.date.isoformat() if one.date else "",
            _DAYS[one.day],
            "" if note else item.kind,
            one.title if one.kind == "strength" else item.name if first and not note else "",
            _prescription(agenda, one),
            _distance(agenda, run.distance) if run else "",
            _time(run.duration) if run and run.distance.exact is None else "",
            "\n".join(_remarks(agenda, one)) if first else "",
        )


def _remarks(agenda: Agenda, one: Appointment) -> Iterator[str]:
    """Notes of a session, of its exercises and of its workout."""
    item = one.item
    if one.kind == "note" and item.name:
        yield item.name
    yield from filter(None, [item.note])
    if item.workout:
        yield agenda.plan.workout_name(item.workout)
    for entry in agenda.plan.workouts[one.workout].entries if one.kind == "strength" else ():
        said = ", ".join(filter(None, [entry.name, entry.note]))
        if said:
            yield f"{_named(entry.exercise)}: {said}"


def _prescription(agenda: Agenda, one: Appointment) -> str:
    if one.kind == "strength":
        return "\n".join(_exercises(agenda, one))
    if one.run:
        return str(replace(one.run, later=None))
    return "" if one.kind == "note" else one.item.text


def _named(exercise: str) -> str:
    return exercise.replace("-", " ")


def _exercises(agenda: Agenda, one: Appointment) -> Iterator[str]:
    """The exercises of a workout in its week, a line each."""
    for entry, sets in agenda.plan.workouts[one.workout].in_week(one.week - 1):
        yield f"{_named(entry.exercise)} {sets or ''}".strip()


def _distance(agenda: Agenda, metres: Extent) -> float | str:
    if not metres.exact:
        return ""
    return round(metres.exact / (METRES_PER_MILE if agenda.plan.units == "imperial" else 1000), 2)


def _time(seconds: Extent) -> str:
    if not seconds.exact:
        return ""
    minutes = round(seconds.exact / 60)
    return f"{minutes // 60}:{minutes % 60:02}:00"


def table_notes(agenda: Agenda) -> Iterator[str]:
    """What rows can't hold."""
    plan = agenda.plan
    if any(week.note or week.focus or week.name for week in plan.weeks):
        yield "names, focuses and notes of weeks are left out: a row is what one does"
    used = {one.workout for one in agenda.appointments if one.kind == "strength"}
    if any(isinstance(item, Superset) for key in used for item in plan.workouts[key].exercises):
        yield "which exercises are done in turn, as supersets, is left out"
    workouts = [plan.workouts[key] for key in used]
    if any(one.warm_up or one.cool_down or one.note or one.format or one.duration for one in workouts):
        yield "warm-up, cool-down, note, format and duration of workouts are left out; a calendar has them"


def write_csv(agenda: Agenda) -> bytes:
    """CSV as RFC 4180 has it, in UTF-8 with the mark that spreadsheets know it by."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(headings(agenda))
    writer.writerows(rows(agenda))
    return out.getvalue().encode("utf-8-sig")


def write_json(agenda: Agenda) -> bytes:
    """The same rows as objects, with all that a page says of each in *words*."""
    names = [heading.partition(" (")[0].lower() for heading in headings(agenda)]
    unit = "mi" if agenda.plan.units == "imperial" else "km"
    entries = [
        {**dict(zip(names, row, strict=True)), "called": one.title, "words": list(one.lines)}
        for row, one in zip(rows(agenda), agenda.appointments, strict=True)
    ]
    plan = agenda.plan
    whole = {"title": plan.title, "athlete": plan.athlete.name, "unit": unit, "entries": entries}
    return (json.dumps(whole, ensure_ascii=False, indent=1).replace("\u00a0", " ") + "\n").encode()


def write_xlsx(agenda: Agenda) -> bytes:
    """The same rows as a workbook, whose bytes are the same for the same rows."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": agenda.plan.title, "created": _MADE})
    sheet = book.add_worksheet("Plan")
    top = book.add_format({"valign": "top", "text_wrap": True})
    date = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, headings(agenda), book.add_format({"bold": True}))
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for number, row in enumerate(rows(agenda), 1):
        for column, value in enumerate(row):
            if column == _DATE and value:
                sheet.write_datetime(number, column, datetime.datetime.fromisoformat(str(value)), date)
            elif value != "":
                sheet.write(number, column, value, top)
    book.close()
    return out.getvalue()
