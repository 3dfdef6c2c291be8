"""What plans are made into: each kind of page, what is on it, and the part of a job that it is printed in.

A new kind of page for the wall is an entry here, the record that says what is on it, what makes that of a plan, and
a template. This is light: what makes pages is imported when it is asked for.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from cardmaker.handout import (
    AthleteSheet,
    BlockSheet,
    Cover,
    ExerciseCard,
    GroupsSheet,
    GymCard,
    Handout,
    KeyCard,
    MonthSheet,
    OverviewSheet,
    SheetContent,
    TitleCard,
    WeekSheet,
)
from cardmaker.record import record

if TYPE_CHECKING:
    from cardmaker.layout.cards import Studio
    from cardmaker.pipeline.job import JobPart
    from cardmaker.pipeline.setting import Setting
    from cardmaker.resolve.planner import Planner

PagesOf = Callable[["Planner", Sequence[int], int], Sequence[SheetContent]]
Made = Callable[["Setting", "Studio", Handout], "JobPart | None"]


@record
class Product:
    """A kind of page.

    *kind* is what its templates call it, *content* the record that they are proofread against, *part* where it is
    printed. Of pages for the wall *pages* makes that content: of a planner, weeks, and how many weeks go on a page;
    *usual* is the sheet that is printed where no sheet is named, if any; of a *whole* plan, not for some of its weeks.
    """

    kind: str
    content: type
    part: str
    pages: PagesOf | None = None
    usual: str = ""
    whole: bool = False
    wants: str = ""
    """What a plan has to say for any such page."""
    form: PagesOf | None = None
    """Makes such pages for who asks for them by name: where that isn't said, with blanks to fill in."""


@record
class Form:
    """A part of a job: how it is made and put on paper, and what people count in it, one and several."""

    name: str
    make: Made
    counted: tuple[str, str]
    chosen: bool = False
    """Whether it is printed unless --only leaves it out."""


def _blocks(planner: "Planner", weeks: Sequence[int], most: int) -> Sequence[SheetContent]:
    from cardmaker.pipeline.training import trained_in
    from cardmaker.resolve.blocks import block_pages

    return block_pages(planner, weeks, most, [week.sets for week in trained_in(planner).weeks])


def _weeks(planner: "Planner", weeks: Sequence[int], _most: int) -> Sequence[SheetContent]:
    from cardmaker.resolve.weeks import week_pages

    return week_pages(planner, weeks)


def _athletes(planner: "Planner", weeks: Sequence[int], _most: int) -> Sequence[SheetContent]:
    if not (planner.sources.runner.paces.known or planner.sources.plan.athlete.max_lifts):
        return []
    from cardmaker.resolve.personal import athlete_pages

    return athlete_pages(planner, weeks)


def _athlete_forms(planner: "Planner", _weeks: Sequence[int], _most: int) -> Sequence[SheetContent]:
    from cardmaker.resolve.personal import athlete_forms

    return athlete_forms(planner)


def _months(planner: "Planner", weeks: Sequence[int], most: int) -> Sequence[SheetContent]:
    from cardmaker.pipeline.training import trained_in
    from cardmaker.resolve.months import month_pages

    return month_pages(planner, weeks, most, [week.sets for week in trained_in(planner).weeks])


def _overviews(planner: "Planner", weeks: Sequence[int], most: int) -> Sequence[SheetContent]:
    from cardmaker.pipeline.training import trained_in
    from cardmaker.resolve.overviews import overview_pages

    return overview_pages(planner, weeks, most, trained_in(planner))


def _groups(planner: "Planner", weeks: Sequence[int], _most: int) -> Sequence[SheetContent]:
    from cardmaker.resolve.groups import group_pages

    return group_pages(planner, weeks)


def _made_by(module: str, name: str) -> Made:
    """What calls a function of this package, and imports it then."""

    def make(setting: "Setting", studio: "Studio", handout: Handout) -> "JobPart | None":
        made: JobPart | None = getattr(import_module(f"{__package__}.{module}"), name)(
            setting, studio, handout
        )
        return made

    return make


_OF_ATHLETES: Final = (
    "what an athlete has run or lifted, such as athlete: {races: {10 km: '49:30'}, lifts: {squat: 60 kg}}"
)
_OF_GROUPS: Final = "the groups of a roster: --roster club.csv --group pace --side-by-side"
PRODUCTS: Final = {
    product.kind: product
    for product in (
        Product("block", BlockSheet, "sheets", _blocks, usual="block"),
        Product(
            "athlete",
            AthleteSheet,
            "sheets",
            _athletes,
            usual="athlete",
            whole=True,
            wants=_OF_ATHLETES,
            form=_athlete_forms,
        ),
        Product("week", WeekSheet, "sheets", _weeks, usual="week-landscape"),
        Product("month", MonthSheet, "sheets", _months),
        Product("overview", OverviewSheet, "sheets", _overviews),
        Product("groups", GroupsSheet, "sheets", _groups, wants=_OF_GROUPS),
        Product("exercise", ExerciseCard, "cards"),
        Product("key", KeyCard, "cards"),
        Product("title", TitleCard, "cards"),
        Product("gym", GymCard, "gym"),
        Product("cover", Cover, "book"),
    )
}
FORMS: Final = {
    form.name: form
    for form in (
        Form("sheets", _made_by("sheets", "make_sheets"), ("sheet", "sheets"), chosen=True),
        Form("cards", _made_by("cards", "make_cards"), ("exercise card", "exercise cards"), chosen=True),
        Form("gym", _made_by("cards", "make_gym_cards"), ("gym card", "gym cards"), chosen=True),
        Form("book", _made_by("book", "make_book"), ("page of a book", "pages of a book")),
        Form("screen", _made_by("screen", "make_screens"), ("page for a phone", "pages for a phone")),
    )
}
PARTS: Final = tuple(form.name for form in FORMS.values() if form.chosen)
"""What --only chooses from."""


def usual_sheets(*, whole: bool) -> list[str]:
    """The sheets of a *whole* plan, or those that are printed of some of its weeks, where none are named."""
    return [product.usual for product in PRODUCTS.values() if product.usual and (whole or not product.whole)]
