"""A plan → its PDFs or pictures as bytes, and what is wrong with it: the door for programs, the command line first."""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cardmaker.errors import CardmakerError
from cardmaker.export.order import Exported, ExportOrder, Timetable
from cardmaker.findings import Finding, Level, advised, faults, findings, left_out, rule_named, rules
from cardmaker.pipeline import Job, JobMaker, Order
from cardmaker.pipeline.workshop import Loadable, Plan, completed, source_from
from cardmaker.plan.athlete import Athlete

if TYPE_CHECKING:
    from cardmaker.coaching.rule import Rule as Rule
    from cardmaker.paint import Painter
    from cardmaker.roster.opening import OpenRoster

__all__ = [
    "Athlete",
    "ExportOrder",
    "Exported",
    "Finding",
    "Job",
    "Level",
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
DPI = 300
"""Of PNGs, where nothing else is asked for."""


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

        source = completed(source_from(plan, base), files, overrides, place, within)
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
    return opened(templates).load(plan, base, name=name, files=files, overrides=overrides)


def expanded(plan: str | Path, *, templates: Iterable[str | Path] = ()) -> str:
    """A plan's file with every week written out, as YAML; what it makes is the same.

    SourceError if it can't be read; PlanError with all mistakes.
    """
    from cardmaker.plan.expanded import expanded_text
    from cardmaker.plan.source import source_of
    from cardmaker.textfile import STDIN, read_text, source_name

    text, folder = read_text(plan, pipes=True), Path() if str(plan) == STDIN else Path(plan).parent
    loaded = opened(templates).load(text.encode(), folder, name=source_name(plan))
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
    return opened(templates).build(plan, order, athlete, form=form, dpi=dpi, one_file=one_file)


def check(
    plan: Plan | Loadable,
    order: Order | None = None,
    athlete: Athlete | None = None,
    *,
    templates: Iterable[str | Path] = (),
) -> tuple[Finding, ...]:
    """What is wrong with a plan, and advice; see `Workshop.check`."""
    return opened(templates).check(plan, order, athlete)


def export(plan: Plan | Loadable, order: ExportOrder, *, templates: Iterable[str | Path] = ()) -> Exported:
    """A plan in the format of another program; see `Workshop.export`."""
    return opened(templates).export(plan, order)


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


def opened(templates: Iterable[str | Path]) -> Workshop:
    """A workshop with *templates*; the one with the bundled alone, which don't change, stays open."""
    folders = tuple(templates)
    return Workshop(folders) if folders else _bundled()


@cache
def _bundled() -> Workshop:
    return Workshop()
