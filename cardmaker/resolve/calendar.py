"""A plan's dates → the words for its days and weeks."""

from datetime import date

from cardmaker.plan.model import DAYS, Day, Plan
from cardmaker.wording.wording import Wording


class Calendar:
    """Names of days and dates in one language; dates are empty in a plan without a start."""

    def __init__(self, plan: Plan, wording: Wording) -> None:
        self._plan, self._wording = plan, wording
        self.days = plan.days

    def date(self, week: int, day: Day) -> date | None:
        """The date of a day in a week counted from 0."""
        return self._plan.date(week, day)

    def name(self, day: Day) -> str:
        """The weekday's short name."""
        return self._wording.dates.days[DAYS.index(day)]

    def label(self, week: int, day: Day) -> str:
        """The date in words."""
        on = self.date(week, day)
        return self._wording.day(on) if on else ""

    def short_label(self, week: int, day: Day) -> str:
        """The date with a short month."""
        on = self.date(week, day)
        return self._wording.day(on, short=True) if on else ""

    def number(self, week: int, day: Day) -> str:
        """The day of the month."""
        on = self.date(week, day)
        return str(on.day) if on else ""

    def span(self, first: int, last: int) -> str:
        """From the first day of a week to the last of another."""
        begin, end = self.date(first, self.days[0]), self.date(last, self.days[-1])
        return self._wording.span(begin, end) if begin and end else ""

    def short_span(self, week: int) -> str:
        """A week's dates in a short line."""
        begin, end = self.date(week, self.days[0]), self.date(week, self.days[-1])
        return self._wording.short_span(begin, end) if begin and end else ""

    def span_lines(self, week: int) -> tuple[str, ...]:
        """A week's dates in two short lines."""
        begin, end = self.date(week, self.days[0]), self.date(week, self.days[-1])
        return self._wording.span_lines(begin, end) if begin and end else ()
