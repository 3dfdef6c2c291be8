"""A handout's weeks, blocks and months → sheets for the wall, a page each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from cardmaker.errors import DoesNotFitError, NotFoundError, PaperError, SeveralError
from cardmaker.frame import Frame
from cardmaker.geometry import Size
from cardmaker.handout import (
    AthleteSheet,
    BlockSheet,
    Cover,
    GroupsSheet,
    Handout,
    MonthSheet,
    SheetContent,
    WeekSheet,
    balanced,
)
from cardmaker.layout.cards import Studio
from cardmaker.layout.sheets import lay_out_sheet
from cardmaker.layout.unsaid import lacks
from cardmaker.page import Page
from cardmaker.pipeline.choosing import checked, drawn_on
from cardmaker.pipeline.gathering import each, lines_of
from cardmaker.pipeline.job import JobPart
from cardmaker.pipeline.paper import document_of
from cardmaker.pipeline.parting import (
    LaidSheet,
    change_of,
    day_by_day,
    evened,
    halved,
    in_one_manner,
    pages_of_parts,
    said_of_pages,
)
from cardmaker.pipeline.products import PRODUCTS
from cardmaker.pipeline.setting import Setting
from cardmaker.pipeline.sides import sides_of_pages
from cardmaker.press.duplex import Flip
from cardmaker.press.sheets import pages_of
from cardmaker.press.ticket import Sides
from cardmaker.record import replace
from cardmaker.resolve.days import BRIEF
from cardmaker.theme.face import Sheet
from cardmaker.theme.suiting import leaf_for

_SMALL_PAPER = 250.0
"""Sheets are for paper at least so long, in mm: what doesn't fit on less isn't the plan's fault."""


def make_sheets(setting: Setting, studio: Studio, handout: Handout) -> JobPart | None:
    """A page for each sheet that was chosen and each content of its kind; None if there is none."""
    if setting.order.ticket.sides is Sides.BACKS:
        return None
    paper = setting.shelf.paper(setting.prints.paper)
    jobs = [
        (sheet, content)
        for sheet in (checked(setting, studio, sheet) for sheet in setting.sheets)
        for content in handout.sheets.get(sheet.kind, ())
    ]
    sizes = {sheet.id: drawn_on(setting.order, sheet, paper.size) for sheet, _ in jobs}
    try:
        laid = each(jobs, lambda job: _with_room(setting, studio, *job, sizes[job[0].id]))
    except (DoesNotFitError, SeveralError) as fault:
        if max(paper.size) < _SMALL_PAPER:
            raise PaperError(
                f"the plan's sheets need more room than {paper.name} has; choose larger paper, such as A4 or Letter,"
                " or leave them out: --only cards --only gym"
            ) from fault
        raise
    laid = _alike(studio, jobs, laid, sizes)
    few_tips = tuple(_tips_left_out(jobs, laid))
    laid = evened(setting, studio, jobs, in_one_manner(studio, jobs, laid, sizes), sizes)
    frames = _each_once(named for one in laid for named in one.pages)
    missing = [*_missing(setting, handout)] if setting.prints.sheets else []
    if missing and not frames:
        raise NotFoundError(f"{setting.source.name}: {missing[0]}")
    if not frames:
        return None
    document = document_of(setting, handout, "weeks_part", pages_of(frames), Flip.NONE)
    short = _workouts_in_short(handout, jobs) if {"gym", "cards"}.isdisjoint(setting.order.parts) else ()
    notes = (
        *missing,
        *_to_fill_in(setting, handout),
        *_only_in_short(handout, jobs),
        *short,
        *few_tips,
        *lines_of(one.change for one in laid if one.change),
    )
    return JobPart(
        "sheets",
        document,
        Flip.NONE,
        paper=paper.name,
        sides=sides_of_pages(frames),
        notes=notes,
        back=lambda size: _to_write_on(setting, studio, handout, size),
    )


def _each_once(pages: Iterable[tuple[str, Frame]]) -> list[tuple[str, Frame]]:
    """The pages without those that are there already: a week that is too full to lie was asked for upright, too."""
    return list({(name, id(frame)): (name, frame) for name, frame in pages}.values())


def _to_write_on(setting: Setting, studio: Studio, handout: Handout, size: Size) -> Page:
    """The back of a sheet that cards follow: lines for notes."""
    from cardmaker.layout.leaves import filling, lay_out_leaf

    leaf = checked(setting, studio, leaf_for(setting.shelf, "booklet-notes", setting.theme.least_pt))
    frame = filling(studio, lay_out_leaf(studio, leaf, Cover(handout.head, ""), size), size)
    return pages_of([(studio.labels["notes"], frame)])[0]


def _alike(
    studio: Studio,
    jobs: Sequence[tuple[Sheet, SheetContent]],
    laid: Sequence[LaidSheet],
    sizes: Mapping[str, Size],
) -> list[LaidSheet]:
    """The pages, all weeks of a sheet in the smallest type, and in the form with least detail, that any of them needs.

    A week that is too full or nearly empty is laid out in another way, and keeps its own type.
    """
    swaps: dict[str, dict[str, str]] = {}
    forms: dict[str, frozenset[str]] = {}
    for (sheet, content), one in zip(jobs, laid, strict=True):
        if _is_usual(content, one):
            swaps.setdefault(sheet.id, {}).update(one.frame.restyled)
            forms[sheet.id] = forms.get(sheet.id, frozenset()) | one.frame.swapped
    types = {sheet.id: sheet.type for sheet, _ in jobs}
    studios = {name: studio.restyled(types[name], swaps[name]) if swaps[name] else studio for name in forms}

    def alike(sheet: Sheet, content: SheetContent, one: LaidSheet) -> LaidSheet:
        if not _is_usual(content, one):
            return one
        form = forms[sheet.id]
        if (dict(one.frame.restyled), one.frame.swapped) == (swaps[sheet.id], form):
            return one
        with suppress(DoesNotFitError):
            return _whole(studios[sheet.id], sheet, content, sizes[sheet.id], form)
        return one

    return [alike(*job, one) for job, one in zip(jobs, laid, strict=True)]


def _is_usual(content: SheetContent, laid: LaidSheet) -> bool:
    """Whether a week is on one page of its sheet, in rows, with all there is to say."""
    usual = isinstance(content, WeekSheet) and not content.sparse and laid.change is None
    return usual and not laid.frame.losses


def _missing(setting: Setting, handout: Handout) -> Iterator[str]:
    """What a plan would have to say for sheets that it has nothing for."""
    for sheet in setting.sheets:
        wants = PRODUCTS[sheet.kind].wants
        if wants and not handout.sheets.get(sheet.kind):
            yield f"nothing for sheet {sheet.id}: it shows {wants}"


def _to_fill_in(setting: Setting, handout: Handout) -> Iterator[str]:
    """Which sheets have nothing but blanks, and what a plan may say instead of them."""
    for sheet in setting.sheets:
        if any(isinstance(one, AthleteSheet) and one.blank for one in handout.sheets.get(sheet.kind, ())):
            yield f"sheet {sheet.id} is a form to fill in; it shows {PRODUCTS[sheet.kind].wants}"


def _only_in_short(handout: Handout, jobs: Sequence[tuple[Sheet, SheetContent]]) -> Iterator[str]:
    """What sheets without a line for notes and details leave to week sheets that aren't printed."""
    kinds = dict.fromkeys(sheet.id for sheet, content in jobs if isinstance(content, BlockSheet | MonthSheet))
    if len(jobs) > sum(sheet.id in kinds for sheet, _ in jobs) or not any(map(_has_more, handout.weeks)):
        return
    for kind in kinds:
        yield f"sheet {kind} has each day in short; notes and details are on week sheets: --sheet week-landscape"


def _workouts_in_short(handout: Handout, jobs: Sequence[tuple[Sheet, SheetContent]]) -> Iterator[str]:
    """What week sheets leave to gym cards, which aren't printed: of workouts they have exercises and sets."""
    planned = {one.workout for week in handout.weeks for day in week.days for one in day.strength}
    said = any(
        card.note or card.warm_up or card.cool_down or any(row.aim or row.remark for row in card.rows)
        for card in handout.workouts
        if card.workout in planned
    )
    if said and any(isinstance(content, WeekSheet) for _, content in jobs):
        yield "week sheets have workouts in short; rest, tempo, effort and notes are on gym cards: --only gym"


def _tips_left_out(jobs: Sequence[tuple[Sheet, SheetContent]], laid: Sequence[LaidSheet]) -> Iterator[str]:
    """How many of a plan's tips its weeks have room for, at the least, on each sheet that hasn't room for all."""
    shown: dict[str, int] = {}
    of = 0
    for (sheet, content), one in zip(jobs, laid, strict=True):
        if isinstance(content, WeekSheet) and len(content.tips) > 1:
            of = len(content.tips)
            missing = lacks({tip: tip for tip in content.tips}, "".join(page.text for _, page in one.pages))
            shown[sheet.id] = min(shown.get(sheet.id, of), of - len(missing))
    for name, count in shown.items():
        if 0 < count < of:
            yield f"sheet {name} has room for the first {count} of {of} tips"


def _has_more(week: WeekSheet) -> bool:
    """Whether a week says more than what its days are."""
    sessions = (one.lines for day in week.days for one in day.runs)
    workouts = (one.lines for day in week.days for one in day.strength)
    said = (day.notes or len(str(day.rest or "")) > BRIEF for day in week.days)
    return bool(week.week_note) or any(said) or any((*sessions, *workouts))


def _with_room(
    setting: Setting, studio: Studio, sheet: Sheet, content: SheetContent, paper: Size
) -> LaidSheet:
    """A sheet as one page; what is too full for it as several pages, a week as an upright page before that."""
    try:
        return _whole(studio, sheet, content, paper)
    except DoesNotFitError:
        if isinstance(content, WeekSheet):
            return _full_week(setting, studio, sheet, content, paper)
        if max(paper) < _SMALL_PAPER:
            raise
        if isinstance(content, BlockSheet):
            return halved(setting, studio, sheet, content, paper)
        if isinstance(content, GroupsSheet):
            return day_by_day(setting, studio, sheet, content, paper)
        raise


def _whole(
    studio: Studio,
    sheet: Sheet,
    content: SheetContent,
    paper: Size,
    swapped: frozenset[str] = frozenset(),
) -> LaidSheet:
    return LaidSheet(((content.name, lay_out_sheet(studio, sheet, content, paper, swapped)),))


def _full_week(setting: Setting, studio: Studio, sheet: Sheet, week: WeekSheet, paper: Size) -> LaidSheet:
    """A week that is too full for a page as it is: upright, on several pages, or with what it gives up at last."""
    if max(paper) < _SMALL_PAPER:
        return _whole(studio, sheet.yielding, week, paper)
    roomier = checked(setting, studio, _upright(setting, sheet))
    for own, upright in ((None, roomier), (sheet.yielding, roomier.yielding)):
        if own:
            with suppress(DoesNotFitError):
                return _whole(studio, own, week, paper)
        if roomier is not sheet:
            with suppress(DoesNotFitError):
                laid = _whole(studio, upright, week, paper)
                said = f"too full for {sheet.id}; {roomier.id} is printed for it"
                return laid._replace(change=change_of(week, said))
        for count in range(2, len(week.days) + 1):
            with suppress(DoesNotFitError):
                pages = _in_parts(setting, studio, upright, week, count, paper)
                return LaidSheet(pages, change_of(week, said_of_pages(count, roomier, paper)))
    return _whole(studio, sheet.yielding, week, paper)


def _upright(setting: Setting, sheet: Sheet) -> Sheet:
    """The sheet itself, or where it isn't upright, one of its kind that is, in type that is as large."""
    if sheet.orientation == "portrait":
        return sheet
    others = (setting.shelf.sheet(name) for name in setting.shelf.names("sheets"))
    alike = (one for one in others if (one.kind, one.least_pt) == (sheet.kind, sheet.least_pt))
    return next((one for one in alike if one.orientation == "portrait"), sheet)


def _in_parts(
    setting: Setting, studio: Studio, sheet: Sheet, week: WeekSheet, pages: int, paper: Size
) -> tuple[tuple[str, Frame], ...]:
    """A week on several pages, which say under their title which days they have, all in the same type and manner."""
    first, *later = balanced(week, pages)
    note = week.week_note  # about any of its days
    heads = [
        first,
        *(replace(part, subtitle=f"{_about(week)}{part.subtitle}", week_note=note) for part in later),
    ]
    laid = pages_of_parts(setting, studio, sheet, heads, paper)
    swapped = frozenset[str]().union(*(frame.swapped for _, frame in laid))
    if any(frame.swapped != swapped for _, frame in laid):
        laid = pages_of_parts(setting, studio, sheet, heads, paper, swapped)
    swaps = {old: new for _, frame in laid for old, new in frame.restyled}
    if all(dict(frame.restyled) == swaps for _, frame in laid):
        return laid
    return pages_of_parts(setting, studio.restyled(sheet.type, swaps), sheet, heads, paper, swapped)


def _about(week: WeekSheet) -> str:
    return f"{week.subtitle}  ·  " if week.subtitle else ""
