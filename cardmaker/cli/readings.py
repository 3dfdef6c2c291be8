"""What was read from a calibration sheet, as it is typed → numbers in mm, or at once what is wrong with them."""

import re
from collections.abc import Callable
from typing import Any

import click

Numbers = tuple[float, ...]
_NUMBER = re.compile(r"[+-]?\d{1,4}([.,]\d{1,4})?")


class Readings(click.ParamType):  # type: ignore[type-arg]  # generic in some versions of click only
    """'0.5,-0.25' or '99.6x100.1', and with decimal commas '0,5; -0,25', → the numbers, in mm.

    A comma that may be either, as in '0,5', is asked about.

    *counts* says how many there may be, *fault* what is wrong with them, '' if nothing.
    """

    name = "mm"

    def __init__(self, counts: tuple[int, ...], example: str, fault: Callable[[Numbers], str]) -> None:
        self.counts, self.example, self.fault = counts, example, fault

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Numbers:
        """The numbers; one alone stands for all where it may."""
        if isinstance(value, tuple):
            return value
        text = str(value)
        between, within = self._meant(text, r"\s*[,;x ]\s*"), self._meant(text, r"\s*[;x ]\s*")
        if between and within and self._differ(between, within):
            self.fail(_doubt(text, between, within), param, ctx)
        meant = [numbers for numbers in (between, within) if len(numbers) in self.counts]
        if not meant:
            self.fail(f"'{value}' is no reading in mm; write it like {self.example}", param, ctx)
        faults = [self.fault(numbers) for numbers in meant]
        if all(faults):
            self.fail(faults[0], param, ctx)
        numbers = meant[faults.index("")]
        return numbers * max(self.counts) if len(numbers) == 1 else numbers

    def _meant(self, text: str, between: str) -> Numbers:
        """The numbers of a text with signs *between* them and decimal commas in them; () if it has others."""
        words = text.replace("−", "-").replace("×", "x").replace("mm", " ").strip().casefold()
        parts = re.split(between, words)
        if len(parts) not in (1, *self.counts) or not all(_NUMBER.fullmatch(part) for part in parts):
            return ()
        return tuple(float(part.replace(",", ".")) for part in parts)

    def _differ(self, between: Numbers, within: Numbers) -> bool:
        """Whether a comma makes two readings that can both be: '0,5' is a half, or nothing and five."""
        if len(between) not in self.counts or self.fault(between) or self.fault(within):
            return False
        return within != between[: len(within)] or any(between[len(within) :])


def _doubt(text: str, between: Numbers, within: Numbers) -> str:
    as_list, as_one = (" and ".join(f"{mm:g}" for mm in numbers) for numbers in (between, within))
    instead = " ".join(f"{mm:g}" for mm in between)
    return (
        f"'{text}' may mean {as_list} mm or {as_one} mm; write '{instead}' for the first,"
        f" and a point for the comma in the second"
    )


def rule_fault(numbers: Numbers) -> str:
    """What is wrong with the lengths of two rules of 100 mm."""
    from cardmaker.deliver.profiles import LONGEST, SHORTEST

    if all(SHORTEST <= mm <= LONGEST for mm in numbers):
        return ""
    return (
        f"{max(numbers, key=lambda mm: abs(mm - 100)):g} mm for 100 mm means that the sheet was scaled; print it"
        " at 100 % (actual size) and read it again"
    )


def back_fault(numbers: Numbers) -> str:
    """What is wrong with how far a back is out."""
    from cardmaker.deliver.profiles import FARTHEST

    if all(abs(mm) <= FARTHEST for mm in numbers):
        return ""
    return f"backs out by more than {FARTHEST:g} mm were not flipped on the long edge"


def front_fault(numbers: Numbers) -> str:
    """What is wrong with how far a front is out on the paper."""
    from cardmaker.deliver.profiles import FARTHEST

    if all(abs(mm) <= FARTHEST for mm in numbers):
        return ""
    return f"fronts out by more than {FARTHEST:g} mm were scaled, or printed on other paper"


def margin_fault(numbers: Numbers) -> str:
    """What is wrong with the margins of a printer."""
    from cardmaker.deliver.profiles import WIDEST

    return "" if all(0 <= mm <= WIDEST for mm in numbers) else f"should be from 0 to {WIDEST:g} mm"
