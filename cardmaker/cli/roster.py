"""A table of athletes → how it is read, all that is wrong with it, and what is likely a slip. Nothing is written."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardmaker.cli import terminal
from cardmaker.cli.asked import Local, plan_argument, task_of
from cardmaker.cli.columns import columns_of, count_of
from cardmaker.cli.params import Folder, OneOf, OptionReader
from cardmaker.cli.rostering import chosen, open_task, report_remarks
from cardmaker.cli.rosteroptions import MeaningType
from cardmaker.errors import CardmakerError, SourceError
from cardmaker.pipeline.order import Order

if TYPE_CHECKING:
    from cardmaker.plan.athlete import Athlete
    from cardmaker.plan.model import Plan
    from cardmaker.roster.columns import Column
    from cardmaker.roster.entry import RosterEntry

_EPILOG = """
\b
Examples:
  cardmaker roster club.xlsx my-plan.yaml
  cardmaker roster club.csv my-plan.yaml --map "Zeit=10k time" --map "Shoe size=-"
  cardmaker build my-plan.yaml --roster club.csv -o mail/

\b
Columns are found by their headings, such as Name, E-mail, Language, Units, Paper,
Start, Level, Group, Note, Bodyweight, 5k time, Half marathon, Easy pace, Max HR,
Squat 1RM, Squat load, Swap (squat -> goblet squat), Leave out (plank, lunge).
The cells of any other stand for {its heading} in the plan's texts.
"""

_TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")


@click.command("roster", epilog=_EPILOG)
@click.argument("file", metavar="FILE")
@plan_argument
@click.option(
    "--map", "mapped", type=OptionReader(MeaningType()), multiple=True, metavar="HEADING=MEANING",
    help="What a column means, if its heading doesn't say; '-' leaves it out. May be repeated.",
)  # fmt: skip
@click.option(
    "--format", "form", type=OneOf(("text", "json")), default="text", show_default=True,
    help="For people, or for programs.",
)  # fmt: skip
@click.option(
    "--templates", type=Folder(), multiple=True,
    help="A folder with exercises, themes, people, ... of your own, as for the build.",
)  # fmt: skip
def command(
    file: str,
    plan: str | None,
    mapped: Sequence[tuple[str, str]],
    form: str,
    templates: tuple[Path, ...],
) -> None:
    """Show how a table of athletes is read: its columns, its rows, all that is wrong, and what may be a slip.

    FILE is CSV, TSV, XLSX, ODS, JSON or YAML, '-' for standard input; PLAN the plan that is to be built for them.
    """
    from cardmaker.roster.doubts import doubts

    if plan and Path(plan).suffix.lower() in _TABLES:
        right = f"'cardmaker roster {plan} {file}'"
        raise SourceError(f"{plan}: a table, where the plan belongs; the other way round it is {right}")
    opened = open_task(task_of(plan, Order(), Local(folders=templates)), file, dict(mapped))
    roster, maker = opened.roster, opened.maker
    used = maker.placeholders.names
    report_remarks(roster)
    if form == "json":
        terminal.say_json([dict(_facts(entry)) for entry in roster.entries])
    else:
        terminal.say_all(_about_columns(roster.columns.columns, roster.columns.left_out, used))
        terminal.say()
        terminal.say_all(columns_of(list(_rows(roster.entries))))
    entries = (
        chosen(roster, (), keep_going=True) if not roster.problems else chosen(roster, (), keep_going=False)
    )
    try:
        whole: Plan | None = maker.plan(entries[0])
    except CardmakerError as fault:
        whole = None
        terminal.report(f"note: {fault}")
    terminal.report_notes(doubts(entries, used, whole))
    if form == "text":
        terminal.say(f"ok: {roster.source}: {count_of(len(entries), 'athlete', 'athletes')}")


def _about_columns(
    columns: "Sequence[Column]", left_out: Sequence[str], used: frozenset[str]
) -> Iterator[str]:
    """How each column is understood."""
    rows = [(column.heading, _meaning(column, used)) for column in columns]
    yield from columns_of([*rows, *((heading, "left out") for heading in left_out)])


def _meaning(column: "Column", used: frozenset[str]) -> str:
    from cardmaker.roster.columns import placeholder

    if column.meaning:
        return column.words + (f" in {column.unit}" if column.unit else "")
    fills = placeholder(column.heading) in used
    return column.words + ("" if fills else ", which the plan doesn't have: not used")


def _rows(entries: "Sequence[RosterEntry]") -> Iterator[tuple[str, ...]]:
    """The athletes, in the columns that some of them have."""
    facts = [dict(_facts(entry)) for entry in entries]
    keys = list(dict.fromkeys(key for one in facts for key in one))
    yield tuple(keys)
    for one in facts:
        yield tuple(_short(one.get(key, "")) for key in keys)


def _short(value: object) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{key} {one}" for key, one in value.items())
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _facts(entry: "RosterEntry") -> Iterator[tuple[str, Any]]:
    """What is known of an athlete, but for the password."""
    whole = {
        "row": entry.line,
        "name": entry.name,
        "email": entry.email,
        **dict(_about(entry.athlete)),
        "paper": entry.paper,
        "person": entry.person,
        "figures": entry.figures,
        "start": entry.start.isoformat() if entry.start else "",
        "group": entry.group,
        "loads": {exercise: str(sets).partition(" ")[2] for exercise, sets in entry.loads.items()},
        "swaps": [f"{old} -> {new}" for old, new in entry.swaps.items()],
        "left out": list(entry.left_out),
        "note": entry.note,
    }
    return ((key, value) for key, value in whole.items() if value)


def _about(athlete: "Athlete") -> Iterator[tuple[str, Any]]:
    from cardmaker.plan.runs.targets import clock

    yield "language", athlete.language
    yield "units", athlete.units
    yield "level", athlete.level
    yield "age", athlete.age or ""
    yield "bodyweight", str(athlete.bodyweight or "")
    yield "races", {f"{race.metres / 1000:.4g} km": clock(round(race.seconds)) for race in athlete.races}
    yield "easy pace", str(athlete.easy_pace or "")
    yield "threshold pace", str(athlete.threshold_pace or "")
    heart = athlete.heart_rate
    rates = {"max": heart.maximum, "resting": heart.resting, "threshold": heart.threshold}
    yield "heart rate", {key: rate for key, rate in rates.items() if rate}
    yield "1RM", {exercise: str(lift) for exercise, lift in athlete.max_lifts.items()}
