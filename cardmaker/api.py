"""A plan → its PDFs or pictures as bytes, and what is wrong with it: the door for programs, the command line first."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cardmaker.errors import (
    CardmakerError,
    NotFoundError,
    PageError,
    PlanError,
    Problem,
    ProblemsError,
    SeveralError,
)
from cardmaker.export.order import Exported, ExportOrder, Timetable
from cardmaker.pipeline import Job, JobMaker, Order
from cardmaker.pipeline.workshop import Loadable, Plan, source_from
from cardmaker.plan.athlete import Athlete
from cardmaker.record import record

if TYPE_CHECKING:
    from cardmaker.paint import Painter

if TYPE_CHECKING:
    from cardmaker.coaching.rule import Advice
    from cardmaker.coaching.rule import Rule as Rule
    from cardmaker.plan.source import Source
    from cardmaker.roster.opening import OpenRoster

__all__ = [
    "Athlete",
    "ExportOrder",
    "Exported",
    "Finding",
    "Job",
    "Order",
    "Plan",
    "Timetable",
    "Workshop",
    "advised",
    "build",
    "check",
    "expanded",
    "export",
    "faults",
    "files_of",
    "findings",
    "left_out",
    "load",
    "rule_named",
    "rules",
]

Format = Literal["pdf", "png", "svg"]
Level = Literal["error", "warning", "note"]
DPI = 300
"""Of PNGs, where nothing else is asked for."""


@record
class Finding:
    """Something to say about a plan, in one line. *line* is that of the plan's file, 0 if it is about no line."""

    level: Level
    message: str
    line: int = 0
    field: str = ""
    rule: str = ""
    """The code of the rule of training that it is of, '' for others."""

    def __str__(self) -> str:
        return self.message


class Workshop(JobMaker):
    """Everything that plans share, opened once; see `build` and `check` for what one plan takes."""

    @cached_property
    def painter(self) -> "Painter":
        """What knows the pages that were painted before."""
        from cardmaker.paint import Painter

        return Painter()

    def build(
        self,
        plan: Plan | Loadable,
        order: Order | None = None,
        athlete: Athlete | None = None,
        *,
        form: Format = "pdf",
        dpi: int = DPI,
        one_file: bool = False,
    ) -> dict[str, bytes]:
        """A plan's files by name: 'sheets.pdf', 'cards.pdf', 'gym.pdf'; with *one_file*, 'plan.pdf'.

        With *form* 'png' or 'svg' each side of a card and each sheet is a picture: 'cards-01-squat-front.png'.
        Raises CardmakerErrors.
        """
        job = self.make(plan, order, athlete)
        painter = self.painter if form == "pdf" else None
        return files_of(job, painter, form=form, dpi=dpi, one_file=one_file)

    def open_roster(
        self,
        plan: Loadable,
        table: bytes,
        name: str = "roster.csv",
        order: Order | None = None,
        *,
        mapped: Mapping[str, str] | None = None,
        base: str | Path | None = None,
        files: Mapping[str, bytes] | None = None,
        overrides: Mapping[str, object] | None = None,
        place: str = "override",
        within: Path | None = None,
    ) -> "OpenRoster":
        """The athletes of a table, and what makes each one's own plan and PDF.

        *table* are the bytes of a CSV, XLSX, ODS, JSON or YAML file called *name*; *mapped* says what columns mean, by
        their headings; the others are as for `load`. What is wrong with single rows is listed in the roster.
        SourceError if there is no table in it, PlanError if the plan has places for words that the table doesn't have.
        """
        from cardmaker.roster.opening import open_roster

        source = source_from(plan, base, files=files, overrides=overrides, place=place, within=within)
        return open_roster(self, source, table, name, order, mapped)

    def export(self, plan: Plan | Loadable, order: ExportOrder) -> Exported:
        """A plan in the format of another program: a calendar; see `ExportOrder` for what can be asked.

        Raises CardmakerErrors: for what is wrong with the plan, a calendar of one without a start, an unknown zone.
        """
        from cardmaker.export.files import export_plan

        return export_plan(self, self.own(plan), order)

    def check(
        self, plan: Plan | Loadable, order: Order | None = None, athlete: Athlete | None = None
    ) -> tuple[Finding, ...]:
        """What is wrong with a plan, and advice: errors if it can't be made, else warnings and notes."""
        try:
            job = self.make(plan, order, athlete)
        except CardmakerError as fault:
            return faults(fault)
        return findings(job)


def load(
    plan: Loadable,
    base: str | Path | None = None,
    *,
    name: str = "",
    files: Mapping[str, bytes] | None = None,
    overrides: Mapping[str, object] | None = None,
    templates: Iterable[str | Path] = (),
) -> Plan:
    """Read and check a plan: a path, a text, data, or a stream; see `Workshop.load`."""
    return _opened(templates).load(plan, base, name=name, files=files, overrides=overrides)


def expanded(plan: str | Path, *, templates: Iterable[str | Path] = ()) -> str:
    """A plan's file with every week written out, as YAML; what it makes is the same.

    SourceError if it can't be read; PlanError with all mistakes.
    """
    from cardmaker.plan.expanded import expanded_text
    from cardmaker.plan.source import source_of
    from cardmaker.textfile import STDIN, read_text, source_name

    text, folder = read_text(plan, pipes=True), Path() if str(plan) == STDIN else Path(plan).parent
    loaded = _opened(templates).load(text.encode(), folder, name=source_name(plan))
    whole = loaded.source.data
    return expanded_text(
        text, source_of(text, source_name(plan), folder), whole if isinstance(whole, dict) else {}
    )


def build(
    plan: Plan | Loadable,
    order: Order | None = None,
    athlete: Athlete | None = None,
    *,
    form: Format = "pdf",
    dpi: int = DPI,
    one_file: bool = False,
    templates: Iterable[str | Path] = (),
) -> dict[str, bytes]:
    """A plan's files by name; see `Workshop.build`."""
    return _opened(templates).build(plan, order, athlete, form=form, dpi=dpi, one_file=one_file)


def check(
    plan: Plan | Loadable,
    order: Order | None = None,
    athlete: Athlete | None = None,
    *,
    templates: Iterable[str | Path] = (),
) -> tuple[Finding, ...]:
    """What is wrong with a plan, and advice; see `Workshop.check`."""
    return _opened(templates).check(plan, order, athlete)


def export(plan: Plan | Loadable, order: ExportOrder, *, templates: Iterable[str | Path] = ()) -> Exported:
    """A plan in the format of another program; see `Workshop.export`."""
    return _opened(templates).export(plan, order)


def files_of(
    job: Job,
    painter: "Painter | None" = None,
    *,
    form: Format = "pdf",
    dpi: int = DPI,
    one_file: bool = False,
) -> dict[str, bytes]:
    """The files of a job that is made, by name; a *painter* knows pages from before."""
    if form == "pdf":
        from cardmaker.deliver.prints import paint_job

        return {f"{one.name}.pdf": one.data for one in paint_job(job, painter, together=one_file)}
    from cardmaker.deliver.images import draw_sides

    return {
        f"{part.name}-{name}.{form}": data
        for part in job.parts
        for name, data in draw_sides(part.sides, form, dpi).items()
    }


def findings(job: Job) -> tuple[Finding, ...]:
    """What is to be said about a plan that was made: pictures of unknown origin, what was changed, advice.

    NotFoundError for a rule to ignore that there isn't.
    """
    from cardmaker.resolve.gallery import rights_in_doubt

    plan = job.loaded.plan
    found = [Finding("warning", line) for line in rights_in_doubt(job.pictures, plan.print.credits)]
    found += [Finding("note", note) for note in job.notes]
    return (*found, *advised(job.loaded))


def advised(loaded: Plan) -> tuple[Finding, ...]:
    """What there is to say of a plan that is right before it is made: what was read otherwise than it looks, advice.

    NotFoundError for a rule to ignore that there isn't.
    """
    source = loaded.source
    found = [Finding("note", str(one), one.line, one.field) for one in source.oversights]
    return (*found, *(_finding(advice, source) for advice in _advice(loaded)))


def _advice(loaded: Plan, among: "tuple[Rule, ...]" = ()) -> "tuple[Advice, ...]":
    """What the rules say of a plan, all of them or some."""
    from cardmaker.coaching.catalogue import RULES, advise
    from cardmaker.coaching.facts import Facts
    from cardmaker.wording.wording import lacking_words

    plan, source, names = loaded.plan, loaded.source, loaded.names
    workouts = source.data.get("workouts") if isinstance(source.data, dict) else None
    lacking = lacking_words(plan.language, names.shelf.folders)
    try:
        return advise(Facts(plan, names.library, {"workouts": workouts}, lacking), among or RULES)
    except NotFoundError as fault:
        line = source.lines.at(("ignore",))
        raise PlanError([Problem(source.name, line, "ignore", str(fault))]) from None


def rules() -> "tuple[Rule, ...]":
    """The rules of training that plans are checked against, by their codes."""
    from cardmaker.coaching.catalogue import RULES

    return RULES


def rule_named(name: str) -> "Rule":
    """The rule with a code or a name; NotFoundError if there is none."""
    from cardmaker.coaching import catalogue

    return catalogue.rule_named(name)


def left_out(job: Job) -> tuple[Finding, ...]:
    """What a plan has of which nothing is printed: workouts that no day names, exercises that no workout has.

    And, in a note each, exercises of which no more than the name is, and how much there is to say of the training.
    """
    from cardmaker.coaching.rule import Advice
    from cardmaker.coaching.unknown import unknown_together
    from cardmaker.coaching.unused import without_cards

    plan, source = job.loaded.plan, job.loaded.source
    bare = unknown_together(plan, job.loaded.names.library)
    found = [Finding("note", f"{source.name}: {bare}")] if bare else []
    found += [_finding(Advice(*one), source) for one in without_cards(plan)]
    return (*found, *_of_training(job))


def _of_training(job: Job) -> Iterator[Finding]:
    """One note on what the rules of training say, if they say something."""
    from cardmaker.coaching.catalogue import TRAINING

    advice = _advice(job.loaded, TRAINING)
    if advice:
        count = "one thing" if len(advice) == 1 else f"{len(advice)} things"
        yield Finding(
            "note",
            f"{job.loaded.source.name}: {count} to look at in the training; 'cardmaker check' has more",
        )


def _finding(advice: "Advice", source: "Source") -> Finding:
    line = source.lines.at(advice.field)
    words = f"{advice.rule} {advice.message}" if advice.rule else advice.message
    said = str(Problem(source.name, line, "", words))
    return Finding(advice.severity, said, line, ".".join(map(str, advice.field)), advice.rule)


def faults(error: CardmakerError) -> tuple[Finding, ...]:
    """A finding for each thing that keeps a plan from being made."""
    if isinstance(error, SeveralError):
        return tuple(found for one in error.errors for found in faults(one))
    problems: Iterable[Problem] = error.problems if isinstance(error, ProblemsError) else ()
    if isinstance(error, PageError) and error.problem:
        problems = (error.problem,)
    found = tuple(Finding("error", str(one), one.line, one.field) for one in problems)
    return found or (Finding("error", str(error)),)


def _opened(templates: Iterable[str | Path]) -> Workshop:
    """A workshop with *templates*; the one with the bundled alone, which don't change, stays open."""
    folders = tuple(templates)
    return Workshop(folders) if folders else _bundled()


@cache
def _bundled() -> Workshop:
    return Workshop()
