"""A small world of names for plans under test."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from cardmaker.errors import PlanError, Problem
from cardmaker.plan.foreign import ForeignWords
from cardmaker.plan.names import NameKind
from cardmaker.validation import closest
from cardmaker.yaml12 import Lines

KNOWN: Mapping[str, tuple[str, ...]] = {
    "exercise": ("squat", "plank", "glute-bridge", "bulgarian-split-squat", "cat-cow"),
    "theme": ("classic", "low-ink"),
    "palette": ("natural", "line"),
    "person": ("woman", "man"),
    "stock": ("a7", "a6", "poker"),
    "paper": ("a4", "letter"),
    "face": ("pocket", "gym"),
    "sheet": ("week-landscape", "block"),
    "language": ("en", "no"),
}


class SmallWorld:
    """Names as a library and a shelf of templates would know them."""

    def __init__(self, own: tuple[str, ...] = (), folder: Path | None = None) -> None:
        self.own, self.folder = own, folder

    def match(self, kind: NameKind, name: str) -> str | None:
        known = KNOWN[kind] + (self.own if kind == "exercise" else ())
        wanted = name.casefold().replace(" ", "-")
        return wanted if wanted in known else None

    def suggest(self, kind: NameKind, name: str) -> str | None:
        return closest(name, KNOWN[kind] + self.own)

    def meanings(self, name: str) -> tuple[str, ...]:
        return ("squat", "split squat") if name == "sq" else ()

    def own_name(self, exercise: str) -> str:
        return ""

    def filed(self, name: str) -> tuple[str, tuple[str, ...]]:
        filed = name.casefold().replace(" ", "-").strip("?")
        return filed, (filed.removesuffix("s"),)

    def languages(self) -> tuple[str, ...]:
        return KNOWN["language"]

    def in_language(self, language: str) -> Self:
        return self

    def with_bare(self, names: Mapping[str, str]) -> Self:
        return type(self)((*self.own, *names), self.folder)

    def with_own(self, folder: Path | None, own: Mapping[str, object], lines: Lines, source: str) -> Self:
        bad = [
            Problem(source, lines.at((key,)), f"exercises.{key}", "should be a mapping")
            for key, data in own.items()
            if not isinstance(data, dict)
        ]
        if bad:
            raise PlanError(bad)
        return type(self)(tuple(own), folder)

    def takes_bar(self, exercise: str, *, heavy: bool) -> bool:
        return heavy and exercise == "squat"

    def day_names(self, language: str) -> Mapping[str, int]:
        norwegian = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
        return {name: day for day, name in enumerate(norwegian)} if language == "no" else {}

    def foreign_words(self) -> ForeignWords | None:
        return None

    def check_stock(
        self, written: Mapping[str, object], lines: Lines, source: str, field: tuple[str, ...]
    ) -> None:
        if "card" not in written:
            raise PlanError([Problem(source, lines.at(()), ".".join(field), "should have a card")])
