"""What tests of imports share: a file's bytes → the plan made of it, its remarks, and words to look for."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cardmaker.importing.formats import Imported, foreign, import_plan
from cardmaker.importing.runs import Unit
from cardmaker.plan.load import check_plan
from cardmaker.plan.model import DAYS, Plan
from cardmaker.plan.source import source_of
from cardmaker.resolve.names import Catalogue, open_catalogue

catalogue = cache(open_catalogue)


class Made(NamedTuple):
    """An imported plan, read again."""

    plan: Plan
    imported: Imported

    @property
    def said(self) -> list[str]:
        """What was reported."""
        return [f"{remark.at}: {remark.message}" for remark in self.imported.remarks]

    def day(self, week: int, day: str) -> list[tuple[str, str]]:
        """The entries of a day: kinds and what they say."""
        assert day in DAYS
        return [
            (item.kind, str(item.run or item.sport or item.strength or item.text))
            for item in self.plan.weeks[week].day(day)
        ]


def made(data: bytes | str, name: str = "plan.csv", unit: Unit = "", called: str = "") -> Made:
    """Import a file, and read the plan that was made of it."""
    raw = data.encode() if isinstance(data, str) else data
    imported = import_plan(foreign(name, raw), names(), unit, called, names().languages())
    return Made(check_plan(source_of(imported.text, "plan.yaml", Path()), names()).plan, imported)


def names() -> Catalogue:
    """The bundled names."""
    return catalogue()


def words(text: str) -> set[str]:
    """The words of a text."""
    return set(re.findall(r"\w+", text.casefold()))
