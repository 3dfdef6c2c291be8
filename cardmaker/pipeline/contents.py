"""The pages of a book → the contents on its cover."""

from collections.abc import Sequence
from itertools import groupby

from cardmaker.handout import ContentsLine
from cardmaker.pipeline.binding import BookPage
from cardmaker.pipeline.setting import Setting

_FEW = 4
"""So many weeks have a line each in the contents."""


def contents_of(setting: Setting, sheets: Sequence[BookPage]) -> list[ContentsLine]:
    """The lines of a book's contents, its cover page 1: few weeks and all workouts by name, exercises together."""
    weeks = {sheet.entry for sheet in sheets if sheet.kind == "week"}
    lines: list[ContentsLine] = []
    numbered = enumerate(sheets, 2)
    for (kind, entry), pages in groupby(numbered, lambda page: _entry(page[1], len(weeks) > _FEW)):
        found = list(pages)
        numbers = [number for _, sheet in found for number in sheet.numbers]
        name = entry or _together(setting, kind, numbers)
        lines.append(ContentsLine(name, _range([page for page, _ in found])))
    return lines


def _entry(sheet: BookPage, many: bool) -> tuple[str, str]:
    """What a page shares its line with: those of its kind, or what is called as it is."""
    together = sheet.kind == "exercise" or (sheet.kind == "week" and many)
    return sheet.kind, "" if together else sheet.entry


def _together(setting: Setting, kind: str, numbers: Sequence[str]) -> str:
    say = setting.wording.say
    if kind == "week":
        return say("weeks_span", first=numbers[0], last=numbers[-1])
    return f"{say('cards_part')} {'–'.join(dict.fromkeys((numbers[0], numbers[-1])))}"


def _range(pages: Sequence[int]) -> str:
    return str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"
