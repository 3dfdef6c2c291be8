"""An order and a plan → what a job is made with: theme, words, templates, and what is said of printing."""

from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cardmaker.handout import Handout
from cardmaker.paths import from_plan
from cardmaker.pipeline.order import Order
from cardmaker.pipeline.products import PRODUCTS, usual_sheets
from cardmaker.plan.load import LoadedPlan
from cardmaker.plan.model import Plan
from cardmaker.plan.names import NameKind
from cardmaker.plan.printing import Copies, PrintOptions
from cardmaker.plan.source import Source
from cardmaker.press.sheets import Impositions
from cardmaker.record import record, replace
from cardmaker.resolve.names import Catalogue
from cardmaker.theme.face import Sheet
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.suiting import sheet_for
from cardmaker.theme.theme import Theme
from cardmaker.validation import did_you_mean
from cardmaker.valuetypes import NameType
from cardmaker.wording.wording import Wording

if TYPE_CHECKING:
    from cardmaker.picture.icc import OutputProfile
    from cardmaker.pipeline.workshop import JobMaker

Notes = tuple[str, ...]


@record
class Setting:
    """What a job is made with: what the order says, and where it says nothing, the plan.

    *copies* is how many cards the plan says, *sheets* are the templates of the pages for the wall, *impositions* the
    pages that cards were put on before.
    """

    order: Order
    prints: PrintOptions
    theme: Theme
    wording: Wording
    names: Catalogue
    source: Source
    copies: Copies
    sheets: tuple[Sheet, ...] = ()
    impositions: Impositions | None = field(default=None, compare=False, repr=False)

    @property
    def shelf(self) -> Shelf:
        """Where templates are."""
        return self.names.shelf


def settle(
    workshop: "JobMaker", loaded: LoadedPlan[Catalogue], plan: Plan, order: Order
) -> tuple[Setting, Notes]:
    """What *plan*, as it is for its athlete, is made with, and what one may not have thought of."""
    names = loaded.names
    order = order.but(**_ids(order, names))
    prints = plan.print.overridden(order)
    colours = plan.club.colours
    theme, notes = workshop.theme(prints.theme, prints.figures, colours.primary, colours.accent)
    if theme.medium == "screen" and not order.for_screen:
        dark = f"theme {prints.theme} is meant for screens: on paper its dark ground takes much ink"
        notes = (*notes, dark)
    setting = Setting(
        order=order,
        prints=prints,
        theme=theme,
        wording=workshop.wording(plan.language, prints.paper),
        names=names,
        source=loaded.source,
        copies=plan.print.copies,
        impositions=workshop.impositions,
    )
    if order.for_screen:
        return setting, notes
    sheets, more = _sheets(setting, len(order.weeks) or len(plan.weeks))
    return replace(setting, sheets=sheets), (*notes, *more)


def _ids(order: Order, names: Catalogue) -> dict[str, str]:
    """What the order names, by the ids that its names mean; NotFoundError for a name that nothing carries."""
    given = order.given
    return {
        option.name: names.require(cast(NameKind, option.kind.of), value)
        for option in PrintOptions.declared()
        if isinstance(option.kind, NameType) and isinstance(value := given.get(option.name), str) and value
    }


def _sheets(setting: Setting, weeks: int) -> tuple[tuple[Sheet, ...], Notes]:
    """The sheets to print: of those asked for, or else of the usual ones, those for this number of weeks."""
    asked, order = setting.prints.sheets, setting.order
    usual = usual_sheets(whole=not order.weeks)
    found = [_known(setting, setting.names.require("sheet", name)) for name in asked or usual]
    chosen = [sheet for sheet in found if weeks >= sheet.least_weeks]
    if not chosen:
        others = (_known(setting, name) for name in usual)
        chosen = [sheet for sheet in others if weeks >= sheet.least_weeks]
    least = setting.theme.least_pt
    large = [sheet_for(setting.shelf, sheet, least) for sheet in chosen]
    notes = tuple(
        f"theme {setting.prints.theme} has type of {least:g} pt and more: {other.id} is printed for {sheet.id}"
        for sheet, other in zip(chosen, large, strict=True)
        if asked and not order.book and other is not sheet
    )
    left_out = tuple(
        f"sheet {sheet.id} is for {sheet.least_weeks} weeks and more: it isn't printed for {weeks}"
        for sheet in found
        if asked and sheet not in chosen and not order.book
    )
    return tuple({one.id: one for one in large}.values()), (*notes, *left_out)


def _known(setting: Setting, name: str) -> Sheet:
    """The sheet called *name*; TemplateError if it is of a kind that isn't known."""
    sheet = setting.shelf.sheet(name)
    kinds = [product.kind for product in PRODUCTS.values() if product.pages]
    if sheet.kind not in kinds:
        hint = did_you_mean(sheet.kind, kinds) or f"; there are: {', '.join(kinds)}"
        raise setting.shelf.refusal(sheet, [(("kind",), f"no kind '{sheet.kind}'{hint}")])
    return sheet


def output_profile(setting: Setting) -> "OutputProfile | None":
    """The profile of the press that it is to be printed on, if one is named. SourceError if it won't do."""
    source, named = setting.source, setting.prints.output_intent
    if setting.order.for_screen or not named:
        return None
    from cardmaker.picture.icc import read_output_profile

    if setting.order.output_intent:
        return read_output_profile(Path(named))
    line = source.lines.at(("print", "output_intent"))
    return read_output_profile(
        from_plan(source.folder, named), f"{source.name}:{line}: print.output_intent: "
    )


def labels_of(setting: Setting, handout: Handout) -> dict[str, str]:
    """The labels of the faces; on a dark ground brighter is harder, and they say so."""
    if not setting.theme.brightens:
        return handout.labels
    say = setting.wording.say
    bright = {name: f"{name}_bright" for name in ("run_key", "legend", "block_legend")}
    return handout.labels | {name: handout.labels.get(own) or say(own) for name, own in bright.items()}
