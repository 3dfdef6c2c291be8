"""A sheet that is too full for one page → its parts on several, each of which says which one it is."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from cardmaker.errors import DoesNotFitError
from cardmaker.frame import Frame, FrameLoss
from cardmaker.geometry import Size
from cardmaker.handout import BlockSheet, GroupsDay, GroupsSheet, MonthSheet, SheetContent, WeekSheet
from cardmaker.layout.cards import Studio
from cardmaker.layout.sheets import lay_out_sheet
from cardmaker.namedtuple import NamedTuple
from cardmaker.pipeline.setting import Setting
from cardmaker.theme.face import Sheet


class LaidSheet(NamedTuple):
    """A sheet's pages with their names, and what was done to make room for what is on it, if anything."""

    pages: tuple[tuple[str, Frame], ...]
    change: FrameLoss | None = None

    @property
    def frame(self) -> Frame:
        """The first page."""
        return self.pages[0][1]


def change_of(content: SheetContent, said: str) -> FrameLoss:
    return FrameLoss(f"sheet '{content.name}'", said)


def evened(
    setting: Setting,
    studio: Studio,
    jobs: Sequence[tuple[Sheet, SheetContent]],
    laid: Sequence[LaidSheet],
    sizes: Mapping[str, Size],
) -> list[LaidSheet]:
    """The pages; where one of a block's had to be divided, the whole block on more of them, of about equal length."""
    blocks: dict[str, list[int]] = {}
    for place, (sheet, content) in enumerate(jobs):
        if isinstance(content, BlockSheet) and content.whole:
            blocks.setdefault(sheet.id, []).append(place)
    instead: dict[int, LaidSheet | None] = {}
    for places in blocks.values():
        sheet, content = jobs[places[0]]
        if isinstance(content, BlockSheet) and content.whole and any(laid[place].change for place in places):
            instead |= dict.fromkeys(places)
            instead[places[0]] = halved(
                setting, studio, sheet, content.whole, sizes[sheet.id], len(places) + 1
            )
    return [one for place, own in enumerate(laid) if (one := instead.get(place, own))]


def in_one_manner(
    studio: Studio,
    jobs: Sequence[tuple[Sheet, SheetContent]],
    laid: Sequence[LaidSheet],
    sizes: Mapping[str, Size],
) -> list[LaidSheet]:
    """The pages, all months of a sheet in as much detail as the fullest of them has room for."""
    swapped: dict[str, frozenset[str]] = {}
    for (sheet, content), one in zip(jobs, laid, strict=True):
        if isinstance(content, MonthSheet):
            swapped[sheet.id] = swapped.get(sheet.id, frozenset()) | one.frame.swapped
    return [
        LaidSheet(
            ((content.name, lay_out_sheet(studio, sheet, content, sizes[sheet.id], swapped[sheet.id])),)
        )
        if isinstance(content, MonthSheet) and one.frame.swapped != swapped[sheet.id]
        else one
        for (sheet, content), one in zip(jobs, laid, strict=True)
    ]


def halved(
    setting: Setting, studio: Studio, sheet: Sheet, block: BlockSheet, paper: Size, least: int = 2
) -> LaidSheet:
    """A block that is too full for fewer pages on two, or on the *least* that it takes or more."""
    weeks = len(block.weeks)
    divisions = (list(block.in_parts(-(-weeks // pages))) for pages in range(least, weeks + 1))
    return _divided(setting, studio, sheet, block, divisions, paper)


def day_by_day(setting: Setting, studio: Studio, sheet: Sheet, week: GroupsSheet, paper: Size) -> LaidSheet:
    """A week for groups that is too full for one page on two, in the largest type that both have room for.

    Then they have about as many days. What is too full for two is on as many as it takes, with as many days as go.
    """
    all_days = week.days
    middle = len(all_days) / 2
    halves = [
        (all_days[:at], all_days[at:])
        for at in sorted(range(1, len(all_days)), key=lambda at: abs(at - middle))
    ]
    laid = []
    for half in halves:
        with suppress(DoesNotFitError):
            laid.append(_in_one_type(setting, studio, sheet, week.in_parts(half), paper))
    if laid:
        best = min(laid, key=lambda pages: len(pages[0][1].restyled))
        return LaidSheet(best, change_of(week, said_of_pages(len(best), sheet, paper)))
    filled = _filled(setting, studio, sheet, week, paper)
    return _divided(setting, studio, sheet, week, [week.in_parts(filled)], paper)


def _filled(
    setting: Setting, studio: Studio, sheet: Sheet, week: GroupsSheet, paper: Size
) -> list[tuple[GroupsDay, ...]]:
    """The days of a week for groups, as many on each page as it has room for, and one where it has none."""
    filled: list[tuple[GroupsDay, ...]] = []
    left = week.days
    while left:
        for count in range(len(left), 0, -1):
            with suppress(DoesNotFitError):
                pages_of_parts(setting, studio, sheet, week.in_parts([*filled, left[:count]])[-1:], paper)
                break
        filled.append(left[:count])
        left = left[count:]
    return filled


def _in_one_type(
    setting: Setting, studio: Studio, sheet: Sheet, parts: Sequence[GroupsSheet], paper: Size
) -> tuple[tuple[str, Frame], ...]:
    """The pages, all of them in the smallest type that any of them needs."""
    laid = pages_of_parts(setting, studio, sheet, parts, paper)
    least = max((frame.restyled for _, frame in laid), key=len)
    if all(frame.restyled == least for _, frame in laid):
        return laid
    again = pages_of_parts(setting, studio.restyled(sheet.type, dict(least)), sheet, parts, paper)
    return tuple(
        (name, frame if frame.restyled == least else replace(smaller, restyled=least))
        for (name, frame), (_, smaller) in zip(laid, again, strict=True)
    )


_LARGE_PAPER = 400.0
"""Paper so long, in mm, has as much room as A3."""


def said_of_pages(count: int, sheet: Sheet, paper: Size) -> str:
    """The note on a sheet of several pages, with larger paper as the remedy if there is any."""
    said = f"too full for one page; printed on {count} of {sheet.id}"
    return said if max(paper) > _LARGE_PAPER else f"{said}; --paper a3 has more room"


def _divided(
    setting: Setting,
    studio: Studio,
    sheet: Sheet,
    whole: BlockSheet | GroupsSheet,
    divisions: Iterable[Sequence[BlockSheet | GroupsSheet]],
    paper: Size,
) -> LaidSheet:
    """What is too full for one page in the first of its *divisions* whose parts all fit; else reports the whole."""
    for parts in divisions:
        with suppress(DoesNotFitError):
            laid = pages_of_parts(setting, studio, sheet, parts, paper)
            return LaidSheet(laid, change_of(whole, said_of_pages(len(laid), sheet, paper)))
    return LaidSheet(((whole.name, lay_out_sheet(studio, sheet, whole, paper)),))


def pages_of_parts(
    setting: Setting,
    studio: Studio,
    sheet: Sheet,
    parts: Sequence[WeekSheet | BlockSheet | GroupsSheet],
    paper: Size,
    swapped: frozenset[str] = frozenset(),
) -> tuple[tuple[str, Frame], ...]:
    """A page for each part; boxes of the ids *swapped* give way to others on all of them."""
    return tuple(
        (named.name, lay_out_sheet(studio, sheet, named, paper, swapped))
        for named in (_page(setting, part, number, len(parts)) for number, part in enumerate(parts, 1))
    )


def _page(
    setting: Setting, part: WeekSheet | BlockSheet | GroupsSheet, number: int, parts: int
) -> WeekSheet | BlockSheet | GroupsSheet:
    """A part that says under its title which page it is."""
    say = setting.wording.say
    subtitle = "  ·  ".join(filter(None, [part.subtitle, say("page_part", part=number, parts=parts)]))
    name = f"{part.name} ({say('part', part=number, parts=parts)})"
    return replace(part, subtitle=subtitle, name=name)
