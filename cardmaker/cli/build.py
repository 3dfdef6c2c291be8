"""A plan → its PDFs, and a line on each that says what it takes to print."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cardmaker.cache.builds import Built, once
from cardmaker.cli import terminal
from cardmaker.cli.advice import advice
from cardmaker.cli.asked import Local, Task, plan_argument, plan_path, stem_of, task_of
from cardmaker.cli.columns import columns_of, count_of, size_of
from cardmaker.cli.narration import narrate
from cardmaker.cli.options import OptionsCommand, options
from cardmaker.cli.printers import FILE as PRINTERS
from cardmaker.cli.printers import config_folder
from cardmaker.cli.rosteroptions import Rostering
from cardmaker.errors import OutputError
from cardmaker.options import Option, Options, Purpose, Section
from cardmaker.pipeline.order import Order
from cardmaker.textfile import STDIN
from cardmaker.valuetypes import IntegerType, SwitchType, TextType, WordType

if TYPE_CHECKING:
    from cardmaker.api import Job, Workshop
    from cardmaker.deliver.cutpaths import CutFile
    from cardmaker.deliver.destination import Destination
    from cardmaker.deliver.prints import Print

_EPILOG = """
\b
Examples:
  cardmaker build                              the bundled runner's week
  cardmaker build my-plan.yaml -o plan.pdf     everything in one file
  cardmaker build my-plan.yaml --week 2-4 --only sheets
  cardmaker build my-plan.yaml --exercise squat --single
  cardmaker build my-plan.yaml --for screen    one PDF for the phone
  cardmaker build my-plan.yaml --format svg --only cards
  cardmaker build my-plan.yaml --fold          for printers that print one side
  cardmaker build my-plan.yaml --only cards --copies 3 --stack
  cardmaker build my-plan.yaml --book pocket   eight pages folded from one sheet
  cardmaker build my-plan.yaml --exercise squat --poster a2
  cardmaker build my-plan.yaml --watch         again, whenever it changes
  cardmaker build my-plan.yaml --roster club.xlsx -o mail/    a PDF for each athlete
  cat my-plan.yaml | cardmaker build - -o - > plan.pdf

Names for --theme, --stock, ... are listed by 'cardmaker list themes', 'cardmaker list stocks', ...
What isn't given here is taken from the plan's 'print:'.
"""


class Output(Options):
    """What becomes of the pages."""

    # fmt: off
    output: Option[str] = Option(
        TextType("FILE.pdf|FOLDER"), "",
        "One file, or a folder with a file for each part; '-' is standard output.",
        flags=("-o", "--output"), section=Section.OUTPUT, shown="output/",
    )
    one_file: Option[bool] = Option(
        SwitchType(), False, "All parts in one file, also in a folder.",
        section=Section.OUTPUT, uses=(Purpose.PDF, Purpose.ONE_PLAN),
    )
    form: Option[str] = Option(
        WordType(("pdf", "png", "svg")), "pdf", "PDFs; or each side of a card, each sheet, as a picture.",
        flags=("--format",), section=Section.OUTPUT,
        lacks={
            "pdf": {Purpose.DOTS},
            "png": {Purpose.PDF, Purpose.PRINTING},
            "svg": {Purpose.PDF, Purpose.PRINTING, Purpose.DOTS},
        },
    )
    dpi: Option[int] = Option(
        IntegerType(20, 1200), 300, "A PNG's dots per inch.", section=Section.OUTPUT, uses=(Purpose.DOTS,)
    )
    cut: Option[str] = Option(
        WordType(("svg", "dxf")), "",
        "The outlines of the cards, too, a file for each part, for a cutting machine; with --corner-radius round ones.",
        section=Section.CUTTING,
        uses=(Purpose.PAPER, Purpose.PDF, Purpose.ONE_PLAN, Purpose.CARDS, Purpose.SHEETS_OF_CARDS),
    )
    separate: Option[bool] = Option(
        SwitchType(), False,
        "With --single: a PDF for each side of each card, in the folders fronts/ and backs/, for card printers.",
        section=Section.OUTPUT, uses=(Purpose.PAPER, Purpose.PDF, Purpose.ONE_PLAN, Purpose.CARDS),
    )
    watch: Option[bool] = Option(
        SwitchType(), False, "Build again whenever the plan, or a file that it names, changes; Ctrl-C ends it.",
        section=Section.OUTPUT, uses=(Purpose.PDF, Purpose.ONE_PLAN),
    )
    no_cache: Option[bool] = Option(
        SwitchType(), False, "Build it again, and keep nothing for the next time; see 'cardmaker cache'.",
        section=Section.OUTPUT, uses=(Purpose.PDF, Purpose.ONE_PLAN),
    )
    # fmt: on


@click.command("build", cls=OptionsCommand, epilog=_EPILOG)
@options(order=Order, local=Local, wanted=Output, rostering=Rostering)
@plan_argument
def command(plan: str | None, order: Order, local: Local, wanted: Output, rostering: Rostering) -> None:
    """Write a plan's PDFs: week sheets, exercise cards and gym cards.

    PLAN is a YAML, JSON or TOML file, '-' for standard input, or the name of a bundled plan; without it the
    bundled runner's week is built. Old files are replaced when all new ones are whole.
    """
    narrate(local.verbose)
    if wanted.form != "pdf":
        from cardmaker.cli.drawing import draw

        draw(task_of(plan, order, local), wanted.output, wanted.form, wanted.dpi)
        return
    if wanted.separate:
        if also := next(
            (flag for flag, given in (("--watch", wanted.watch), ("--cut", wanted.cut)) if given), ""
        ):
            raise click.UsageError(f"{also} doesn't go with --separate; leave one out")
        from cardmaker.cli.drawing import write_separately

        write_separately(task_of(plan, order, local), wanted.output)
        return
    from cardmaker.deliver.destination import read_destination

    if rostering.roster:
        from cardmaker.cli.rostering import build_roster

        build_roster(task_of(plan, order, local), rostering, wanted.output)
        return
    path = plan_path(plan, local.folders)
    target = read_destination(wanted.output, together=wanted.one_file)
    if target.stdout and wanted.cut:
        raise click.UsageError("--cut writes files of its own; leave '-' out")
    if target.stdout and terminal.shown_to_a_person(sys.stdout):
        raise OutputError("a PDF is not for the terminal; write '-o plan.pdf', or send it on with '|' or '>'")
    if wanted.watch:
        _watch(path, task_of(plan, order, local), target, wanted.cut)
        return

    def make() -> Built:
        return _built(task_of(plan, order, local), target, wanted.cut)[0]

    if wanted.no_cache or path == STDIN:
        built = make()
    else:
        printers = config_folder() / PRINTERS
        given = click.get_current_context().params | {"output": target.whole, "verbose": 0}
        built = once(repr((path, sorted(given.items()), printers)), make, [printers], local.folders)
    _deliver(built, path, target)


def _watch(path: str, task: Task, target: "Destination", cut: str) -> None:
    """Build again and again, in a workshop that stays open."""
    from cardmaker.cli.watching import Watcher
    from cardmaker.deliver.watch import watch

    if target.stdout or path == STDIN:
        raise click.UsageError("--watch is for files; leave '-' out")

    def build(workshop: "Workshop", first: bool) -> "Job":
        built, job = _built(task, target, cut, workshop)
        _deliver(built, path, target, brief=not first)
        return job

    watcher = Watcher(task, build)
    watch(watcher.sources, watcher.rebuild)


def _built(
    task: Task, target: "Destination", cut: str, workshop: "Workshop | None" = None
) -> tuple[Built, "Job"]:
    """The PDFs, files to *cut* cards by, and all that is said of them, and the job they are of."""
    from cardmaker.api import left_out
    from cardmaker.deliver.prints import paint_job
    from cardmaker.deliver.takes import takes_of

    with terminal.working("Laying out and painting ..."):
        job = task.make(workshop)
        prints = paint_job(job, workshop.painter if workshop else None, together=target.whole)
        cuts = _cut_files(job, cut)
    facts = {
        "title": job.title,
        "notes": [*job.notes, *map(str, left_out(job))],
        "takes": {one.name: takes_of(one) for one in prints}
        | {one.name: f"{count_of(one.cards, 'outline', 'outlines')} on {one.paper}" for one in cuts},
        "advice": list(advice(prints)),
        "press": list(_about_press(job.profile.name, prints)) if job.profile else [],
    }
    files = {one.name: one.data for one in prints} | {one.name: one.data for one in cuts}
    return Built(files, facts), job


def _cut_files(job: "Job", form: str) -> "Sequence[CutFile]":
    if not form:
        return ()
    from cardmaker.deliver.cutpaths import cut_files

    return cut_files(job, form)


def _about_press(profile: str, prints: "Sequence[Print]") -> Iterator[str]:
    """What was checked and what was not."""
    from cardmaker.deliver.preflight import CHECKED, NOT_CHECKED

    most = max(one.ink for one in prints)
    yield f"PDF/X-4 for '{profile}', at most {most} % ink; checked: {CHECKED}; not checked: {NOT_CHECKED}"


def _deliver(built: Built, path: str, target: "Destination", *, brief: bool = False) -> None:
    """Write the files, and say what they are unless that is to be *brief*."""
    terminal.report_notes(built.facts["notes"])
    _write(built, target, stem_of(path, built.facts["title"]), brief=brief)
    terminal.report_notes(built.facts["press"])


def _write(built: Built, target: "Destination", stem: str, *, brief: bool) -> None:
    from cardmaker.deliver.files import make_folder, write_files

    if target.stdout:
        terminal.say_bytes(next(iter(built.files.values())))
        return
    if target.file is None:
        make_folder(target.folder)
    paths = {name: target.path(stem, name) for name in built.files}
    write_files({paths[name]: data for name, data in built.files.items()})
    if brief:
        return
    takes = built.facts["takes"]
    rows = [(str(paths[name]), takes[name], size_of(len(data))) for name, data in built.files.items()]
    terminal.say_all(columns_of(rows))
    terminal.say_all(built.facts["advice"])
