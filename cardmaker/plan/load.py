"""A plan file → a Plan with every name checked, or all its mistakes at once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final, Generic, TypeVar, overload

from cardmaker.errors import PlanError, Problem
from cardmaker.paths import from_plan, is_folder, missing
from cardmaker.plan.daynames import DayNames
from cardmaker.plan.misplaced import in_place
from cardmaker.plan.model import Plan
from cardmaker.plan.names import Checks, Names, is_file_name
from cardmaker.plan.overrides import relocated
from cardmaker.plan.oversights import units_taken
from cardmaker.plan.progression.signs import has_rules
from cardmaker.plan.runs.usual import Unit
from cardmaker.plan.source import Source, read_source
from cardmaker.plan.tongues import OtherLanguage, foreign_in
from cardmaker.plan.weeks import DAY_KEYS, Expansion, expand_weeks
from cardmaker.plan.workoutkeys import spelling
from cardmaker.record import record
from cardmaker.validation import problems_of, read, shown

STOCKS = ("stock", "gym_stock")
_DECLARED: Final[Mapping[str, Unit]] = {"metric": "km", "imperial": "mi"}
"""The unit of distance that a plan's units say."""


Known = TypeVar("Known", bound=Names | None)


@record
class LoadedPlan(Generic[Known]):
    """A plan, what it was read from, and the names it may use with its own among them."""

    plan: Plan
    source: Source
    names: Known


@overload
def load_plan(path: str | Path) -> LoadedPlan[None]: ...
@overload
def load_plan(path: str | Path, names: Known) -> LoadedPlan[Known]: ...
def load_plan(path: str | Path, names: Names | None = None) -> LoadedPlan[Any]:
    """Read and check a plan; without *names*, exercises, themes and the like aren't looked up.

    SourceError if the file can't be read; PlanError with all mistakes, in the order of their lines.
    """
    return check_plan(read_source(path), names)


def check_plan(source: Source, names: Known) -> LoadedPlan[Known]:
    """Check what *source* says; PlanError with all mistakes, in the order of their lines."""
    try:
        return _checked(source, names)
    except PlanError as error:
        raise PlanError([relocated(problem, source) for problem in error.problems]) from None


def _checked(source: Source, names: Known) -> LoadedPlan[Known]:
    problems = list(source.problems)
    if not isinstance(source.data, dict):
        message = "this is no plan; begin with 'title: …' and go on with 'weeks:'"
        raise PlanError([*problems, Problem(source.name, source.lines.at(()), "", message)])
    data: dict[str, Any] = source.data
    if names is not None and "language" not in data and (foreign := foreign_in(data, names)):
        raise PlanError([*problems, _in_another_language(foreign, source)])
    names, found = _names_for(data, source, names)
    problems += found + _missing_files(data, source) + _own_stocks(data, source, names)
    declared = _DECLARED.get(str(data.get("units")), "")
    runs = partial(_runs, [data.get(key) for key in ("weeks", "days")])
    checks = Checks(_mapping(data, "workouts"), _mapping(data, "exercises"), names, runs, declared)
    whole = _written_out(data, source, _day_names(data, names, checks), checks)
    problems += whole.problems
    try:
        plan = read(Plan, whole.data, checks)
    except ValueError as fault:
        refused = problems_of(
            fault,
            Plan,
            data,
            source.name,
            source.lines,
            spelling=partial(spelling, known=checks),
            original=whole.written,
        )
        raise PlanError(problems + in_place(refused, data, source)) from None
    if problems:
        raise PlanError(problems)
    if checks.bare and names is not None:
        names = names.with_bare(checks.bare)
    taken = units_taken(data, source.lines, source.name, checks.units_taken) if checks.units_taken else ()
    read_as = replace(source, data=whole.data, lines=whole.lines, oversights=(*source.oversights, *taken))
    return LoadedPlan(plan, read_as, names)


def _in_another_language(foreign: OtherLanguage, source: Source) -> Problem:
    """The question which language a plan is in."""
    words = " and ".join(shown(word) for word in foreign.words[:2])
    message = (
        f"not said, but {words} are words of '{foreign.language}'; write"
        f" 'language: {foreign.language}', or 'language: en' for words that are printed as they are"
    )
    return Problem(source.name, source.lines.at(foreign.path), "language", message)


def _runs(node: object) -> Iterator[str]:
    """The runs in a part of a plan, as they are written."""
    if isinstance(node, list):
        for one in node:
            yield from _runs(one)
    elif isinstance(node, dict):
        for key, one in node.items():
            if key == "run" and isinstance(one, str):
                yield one
            else:
                yield from _runs(one)


def _written_out(data: dict[str, Any], source: Source, days: DayNames, checks: Checks) -> Expansion:
    """The plan with every week written out, and where rules say how it goes on, what follows from them."""
    if not has_rules(data):
        return expand_weeks(data, source.lines, source.name, days)
    from cardmaker.plan.progression.expansion import expand

    return expand(data, source.lines, source.name, days, checks)


def names_for(source: Source, names: Known) -> Known:
    """The names that a plan may use, its own among them, whatever is wrong with it."""
    return _names_for(source.data, source, names)[0] if isinstance(source.data, dict) else names


def _names_for(data: dict[str, Any], source: Source, names: Known) -> tuple[Known, list[Problem]]:
    if names is not None and isinstance(language := data.get("language"), str):
        names = names.in_language(language)
    return _with_own(names, data, source)


def _day_names(data: dict[str, Any], names: Names | None, checks: Checks) -> DayNames:
    """The names days may have in this plan."""
    language = data.get("language", "en")
    others = names.day_names(language) if names and isinstance(language, str) and language != "en" else {}
    start = data.get("week_start")
    first = DAY_KEYS.index(start[:3]) if isinstance(start, str) and start[:3] in DAY_KEYS else 0
    return DayNames(first, others, partial(checks.english, "days"))


def _with_own(names: Known, data: dict[str, Any], source: Source) -> tuple[Known, list[Problem]]:
    """*names* with the plan's own exercises, and what is wrong with these."""
    folder = _path(data, ("library",), source)
    own = _mapping(data, "exercises")
    if names is None or not (own or folder):
        return names, []
    try:
        usable = (
            folder if folder and not source.strays(data["library"].strip()) and is_folder(folder) else None
        )
        return names.with_own(usable, own, source.lines.below(("exercises",)), source.name), []
    except PlanError as error:
        return names, list(error.problems)


def _own_stocks(data: dict[str, Any], source: Source, names: Names | None) -> list[Problem]:
    """What is wrong with stocks that the plan writes out, or names by a file."""
    problems: list[Problem] = []
    for key in STOCKS:
        field, written = ("print", key), _mapping(data, "print").get(key)
        if isinstance(written, dict) and names:
            try:
                names.check_stock(written, source.lines.below(field), source.name, field)
            except PlanError as error:
                problems += error.problems
        if not (isinstance(written, str) and is_file_name(written)):
            continue
        if fault := source.strays(written) or missing(from_plan(source.folder, written), "file"):
            problems.append(Problem(source.name, source.lines.at(field), f"print.{key}", fault))
    return problems


def _missing_files(data: dict[str, Any], source: Source) -> list[Problem]:
    problems = []
    library = _path(data, ("library",), source)
    named = _text(data, ("club", "logo")) or _text(data, ("club", "logo", "file"))
    logo = from_plan(source.folder, named) if named and named not in source.files else None
    if library and (fault := source.strays(data["library"].strip()) or missing(library, "folder")):
        problems.append(Problem(source.name, source.lines.at(("library",)), "library", fault))
    intent = _mapping(data, "print").get("output_intent")
    if isinstance(intent, str) and (fault := source.strays(intent.strip())):
        field = ("print", "output_intent")
        problems.append(Problem(source.name, source.lines.at(field), ".".join(field), fault))
    if logo and (fault := missing(logo, "file")):
        problems.append(Problem(source.name, source.lines.at(("club", "logo")), "club.logo", fault))
    return problems


def _path(data: object, field: tuple[str, ...], source: Source) -> Path | None:
    name = _text(data, field)
    return from_plan(source.folder, name) if name else None


def _text(data: object, field: tuple[str, ...]) -> str:
    for name in field:
        data = data.get(name) if isinstance(data, dict) else None
    return data.strip() if isinstance(data, str) else ""


def _mapping(data: dict[str, Any], name: str) -> Mapping[str, Any]:
    value = data.get(name)
    return value if isinstance(value, dict) else {}
