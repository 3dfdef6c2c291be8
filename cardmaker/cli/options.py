"""The options that build, check and preview share → a plan's path and an Order."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardmaker.cli.binding import BINDING_OPTIONS, binding_of
from cardmaker.cli.params import Folder, OneOf, Weeks, exercise_name, template_name
from cardmaker.cli.pointless import refuse_pointless, spelled
from cardmaker.cli.pressing import PRESS_OPTIONS, asked_of_the_press, press_of
from cardmaker.cli.printers import chosen_printer, printer_name
from cardmaker.cli.shelves import KINDS, find
from cardmaker.paths import is_file

if TYPE_CHECKING:
    from cardmaker.pipeline import Order

Command = Callable[..., None]
PARTS = ("sheets", "cards", "gym")
DEFAULT_PLAN = "runners-week"
_FOR_PRINT = ("stock", "gym_stock", "paper", "face", "gym_face", "sheets", "imposition", "single", "printer")

_OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.option("--only", type=OneOf(PARTS), multiple=True, help="Only this part; may be repeated."),
    click.option("--week", "weeks", type=Weeks(), multiple=True, help="Only these weeks: 2 or 2-4; may be repeated."),
    click.option(
        "--exercise", "exercises", type=exercise_name(), metavar="NAME", multiple=True,
        help="Only this exercise's card; may be repeated.",
    ),
    click.option(
        "--for", "medium", type=OneOf(("print", "screen")), default="print", show_default=True,
        help="Paper; or a phone: one PDF, a page for each week and card, with links between them.",
    ),
    click.option("--theme", type=template_name("themes"), metavar="NAME", help="The look."),
    click.option("--figures", type=template_name("palettes"), metavar="NAME", help="What figures wear."),
    click.option(
        "--stock", type=template_name("stocks"), metavar="NAME",
        help="The exercise cards' size or product: a7, 5371, or a file of your own.",
    ),
    click.option(
        "--gym-stock", type=template_name("stocks"), metavar="NAME", help="The gym cards' size or product, likewise."
    ),
    click.option("--paper", type=template_name("papers"), metavar="NAME", help="The printer's paper."),
    click.option("--face", type=template_name("faces"), metavar="NAME", help="How exercise cards are laid out."),
    click.option("--gym-face", type=template_name("faces"), metavar="NAME", help="How gym cards are laid out."),
    click.option(
        "--sheet", "sheets", type=template_name("sheets"), metavar="NAME", multiple=True,
        help="A week or block sheet to print; may be repeated.",
    ),
    click.option("--imposition", type=OneOf(("sheet", "single")), help="Many cards on a sheet, or each its own page."),
    click.option("--single", is_flag=True, help="Short for --imposition single."),
    click.option(
        "--printer", type=printer_name(), metavar="NAME",
        help="A printer of yours, see 'cardmaker calibrate'; 'none' leaves the default one out.",
    ),
    *BINDING_OPTIONS,
    *PRESS_OPTIONS,
    click.option(
        "--templates", type=Folder(), multiple=True,
        help="A folder with themes, stocks, faces, ... of your own; may be repeated.",
    ),
)  # fmt: skip


def order_options(command: Command) -> Command:
    """Give *command* the argument PLAN and the options that make an order."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return click.argument("plan", required=False, type=PlanName())(command)


class PlanName(click.Path):
    """A plan's file, '-', or the name of a bundled plan; it is looked up later."""

    name = "plan"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as it stands."""
        if not str(value).strip():
            self.fail("the name of the plan is empty", param, ctx)
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> Any:
        """Bundled plans that begin so, and files, found by the shell."""
        from click.shell_completion import CompletionItem

        names = template_name("plans").shell_complete(ctx, param, incomplete)
        return [*names, CompletionItem(incomplete, type="file")]


def plan_path(plan: str | None, folders: Sequence[Path]) -> str:
    """The plan to read: a file or '-' as given, or the bundled plan of this name; without any, a runner's week."""
    name = plan or DEFAULT_PLAN
    if plan and (plan == "-" or Path(plan).suffix or is_file(plan)):
        return plan
    return str(find(KINDS["plans"], name, folders) or name)


def order_of(wanted: dict[str, Any], output_intent: Path | None = None) -> "Order":
    """The order that the options make."""
    if wanted["single"] and wanted["imposition"] == "sheet":
        raise click.UsageError(
            "--single and --imposition sheet exclude each other", click.get_current_context()
        )
    for_screen = wanted["medium"] == "screen"
    if for_screen:
        _refuse_for_screen(wanted)
    refuse_pointless(click.get_current_context())
    from cardmaker.pipeline import PARTS as ALL_PARTS
    from cardmaker.pipeline import Order
    from cardmaker.resolve import Choice

    ticket, finish, copies = press_of(wanted)
    weeks = tuple(dict.fromkeys(week for some in wanted["weeks"] for week in some))
    parts: dict[str, Any] = {"parts": wanted["only"] or ALL_PARTS, **binding_of(wanted)}
    names = ("theme", "figures", "stock", "gym_stock", "paper", "face", "gym_face")
    words: dict[str, Any] = {key: wanted[key] or "" for key in names}
    return Order(
        **words,
        imposition="single" if wanted["single"] else wanted["imposition"] or "",
        sheets=wanted["sheets"],
        **parts,
        choice=Choice(weeks, wanted["exercises"]),
        ticket=ticket,
        finish=finish,
        copies=copies,
        folders=wanted["templates"],
        for_screen=for_screen,
        output_intent=output_intent,
        printer=None if for_screen else chosen_printer(wanted["printer"] or ""),
    )


def _refuse_for_screen(wanted: dict[str, Any]) -> None:
    """Refuse options that say how to print."""
    for key in _FOR_PRINT:
        if wanted.get(key):
            context = click.get_current_context()
            raise click.UsageError(
                f"{spelled(context, key)} is for paper; leave it out with --for screen", context
            )
    if option := asked_of_the_press(click.get_current_context()):
        raise click.UsageError(
            f"{option} is for paper; leave it out with --for screen", click.get_current_context()
        )


def stem_of(plan: str, title: str) -> str:
    """The beginning of the names of a plan's files: its own name, or its title if it came from standard input."""
    if plan != "-":
        return Path(plan).stem
    from cardmaker.library.names import slug

    return slug(title)[:60].strip("-") or "plan"
