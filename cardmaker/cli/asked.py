"""What build, check and preview are asked for: a plan, an order, and what is looked up for it on this computer."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardmaker.cli.narration import narrate
from cardmaker.cli.params import OptionReader
from cardmaker.cli.printers import chosen_printer
from cardmaker.options import Option, Options, Purpose, Section
from cardmaker.paths import is_file
from cardmaker.pipeline.order import Order
from cardmaker.record import record
from cardmaker.theme.kinds import KINDS
from cardmaker.valuetypes import CountType, FolderType, ListType, NameType, ValueType

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from cardmaker.api import Job, Workshop

DEFAULT_PLAN = "runners-week"
SET = "--set"
_LONGEST_STEM = 60


class OverridesType(ValueType[Mapping[str, object]]):
    """'print.bleed=3mm': a key of the plan, as a dotted path, and its value as YAML."""

    metavar = "KEY=VALUE"
    repeatable = True

    def read(self, text: str) -> tuple[str, object]:
        """The key and the value."""
        from cardmaker.plan.overrides import read_override

        return read_override(text, SET)

    def join(self, parts: Sequence[tuple[str, object]]) -> Mapping[str, object]:
        return dict(parts)


class Local(Options):
    """Options that name what is kept on this computer."""

    # fmt: off
    folders: Option[tuple[Path, ...]] = Option(
        ListType(FolderType()), (), "A folder with themes, stocks, faces, ... of your own.",
        flags=("--templates",), section=Section.LOOK,
    )
    printer: Option[str] = Option(
        NameType("printer"), "", "A printer of yours, see 'cardmaker calibrate'; 'none' leaves the default one out.",
        section=Section.PAPER, uses=(Purpose.PAPER, Purpose.PRINTING, Purpose.OWN_PRINTER),
    )
    settings: Option[Mapping[str, object]] = Option(
        OverridesType(), {},
        "A key of the plan and its value for this run: print.bleed=3mm, title='Spring', weeks.0.focus=Hills.",
        flags=(SET,), section=Section.WHAT,
    )
    verbose: Option[int] = Option(
        CountType(), 0, "Say what is done, and how long it takes; -vv names every file that is read.",
        flags=("-v", "--verbose"), section=Section.OTHER,
    )
    # fmt: on


class PlanName(OptionReader):
    """A plan's file, '-', or the name of a bundled plan; it is looked up later."""

    def __init__(self) -> None:
        super().__init__(NameType("plan"))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Bundled plans that begin so, and files, found by the shell."""
        from click.shell_completion import CompletionItem

        return [*super().shell_complete(ctx, param, incomplete), CompletionItem(incomplete, type="file")]


plan_argument = click.argument("plan", required=False, type=PlanName(), metavar="[PLAN]")


@record
class Task:
    """A plan and what is wanted of it."""

    path: Path
    order: Order
    local: Local

    def make(self, workshop: "Workshop | None" = None) -> "Job":
        """The job, made in a *workshop* that is open, or in one opened for it."""
        from cardmaker.api import opened

        workshop = workshop or opened(self.local.folders)
        return workshop.make(workshop.load(self.path, overrides=self.local.settings, place=SET), self.order)

    def stem(self, job: "Job") -> str:
        """The beginning of the names of the job's files."""
        return stem_of(str(self.path), job.title)


def task_of(plan: str | None, order: Order, local: Local) -> Task:
    """What these words of a command line ask for."""
    narrate(local.verbose)
    order = order if order.for_screen else order.but(printer=chosen_printer(local.printer))
    return Task(Path(plan_path(plan, local.folders)), order, local)


def plan_path(plan: str | None, folders: Sequence[Path]) -> str:
    """The plan to read: a file or '-' as given, or the bundled plan of this name; without any, a runner's week."""
    name = plan or DEFAULT_PLAN
    if plan and (plan == "-" or Path(plan).suffix or is_file(plan)):
        return plan
    return str(KINDS["plans"].find(name, folders) or name)


def stem_of(plan: str, title: str) -> str:
    """The beginning of the names of a plan's files: its own name, or its title if it came from standard input."""
    if plan != "-":
        return Path(plan).stem
    from cardmaker.library.names import slug

    return slug(title)[:_LONGEST_STEM].strip("-") or "plan"
