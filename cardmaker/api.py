"""A plan → its PDFs or pictures as bytes, and what is wrong with it: the door for programs, the command line first."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cardmaker.errors import CardmakerError, Problem, ProblemsError, SeveralError
from cardmaker.pipeline import Job, JobMaker, Order
from cardmaker.pipeline.workshop import Loadable, Plan
from cardmaker.plan.athlete import Athlete
from cardmaker.record import record

if TYPE_CHECKING:
    from cardmaker.paint import Painter

if TYPE_CHECKING:
    from cardmaker.coaching.rules import Advice
    from cardmaker.plan.source import Source

__all__ = [
    "Athlete",
    "Finding",
    "Job",
    "Order",
    "Plan",
    "Workshop",
    "build",
    "check",
    "files_of",
    "findings",
    "left_out",
    "load",
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

    def check(
        self, plan: Plan | Loadable, order: Order | None = None, athlete: Athlete | None = None
    ) -> tuple[Finding, ...]:
        """What is wrong with a plan, and advice: errors if it can't be made, else warnings and notes."""
        try:
            job = self.make(plan, order, athlete)
        except CardmakerError as fault:
            return tuple(_errors(fault))
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
    """What is to be said about a plan that was made: pictures of unknown origin, what was changed, advice."""
    from cardmaker.coaching.doubtful import doubtful
    from cardmaker.coaching.rules import advise
    from cardmaker.coaching.unknown import unknown
    from cardmaker.coaching.untranslated import untranslated
    from cardmaker.resolve.gallery import rights_in_doubt
    from cardmaker.wording.wording import lacking_words

    plan, source = job.loaded.plan, job.loaded.source
    found = [Finding("warning", line) for line in rights_in_doubt(job.pictures, plan.print.credits)]
    found += [Finding("note", note) for note in job.notes]
    workouts = source.data.get("workouts") if isinstance(source.data, dict) else None
    names = job.loaded.names
    nameless = unknown(plan, {"workouts": workouts}, names.library)
    foreign = untranslated(plan, names.library, lacking_words(plan.language, names.shelf.folders))
    found += [Finding("note", str(one), one.line, one.field) for one in source.oversights]
    asked = doubtful(plan, names.library)
    found += [_finding(advice, source) for advice in (*nameless, *foreign, *asked, *advise(plan))]
    return tuple(found)


def left_out(job: Job) -> tuple[Finding, ...]:
    """What a plan has of which nothing is printed: workouts that no day names, exercises that no workout has.

    And exercises of which no more than the name is, all in one note.
    """
    from cardmaker.coaching.rules import without_cards
    from cardmaker.coaching.unknown import unknown_together

    plan, source = job.loaded.plan, job.loaded.source
    bare = unknown_together(plan, job.loaded.names.library)
    found = [Finding("note", f"{source.name}: {bare}")] if bare else []
    return (*found, *(_finding(advice, source) for advice in without_cards(plan)))


def _finding(advice: "Advice", source: "Source") -> Finding:
    line = source.lines.at(advice.field)
    said = str(Problem(source.name, line, "", advice.message))
    return Finding("note", said, line, ".".join(map(str, advice.field)))


def _errors(fault: CardmakerError) -> Iterator[Finding]:
    """A finding for each thing that keeps a plan from being made."""
    if isinstance(fault, SeveralError):
        for one in fault.errors:
            yield from _errors(one)
    elif isinstance(fault, ProblemsError):
        for problem in fault.problems:
            yield Finding("error", str(problem), problem.line, problem.field)
    else:
        yield Finding("error", str(fault))


def _opened(templates: Iterable[str | Path]) -> Workshop:
    """A workshop with *templates*; the one with the bundled alone, which don't change, stays open."""
    folders = tuple(templates)
    return Workshop(folders) if folders else _bundled()


@cache
def _bundled() -> Workshop:
    return Workshop()
