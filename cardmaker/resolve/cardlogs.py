"""What is done of an exercise → the rows of its card's log, and what the log's columns are for."""

from collections.abc import Callable
from dataclasses import replace

from cardmaker.handout import LogRow
from cardmaker.library.exercise import Exercise
from cardmaker.library.library import Library
from cardmaker.plan.model import Plan
from cardmaker.plan.sets import Sets
from cardmaker.resolve.loading import adds_weight, band, load_place
from cardmaker.resolve.prescription import Prescriber, Prescription
from cardmaker.resolve.uses import Use
from cardmaker.wording.formats import NBSP

_LOG_ROWS = 12
_LONGEST_LOAD = 11
"""Characters of a load that the log's column has room for on the smallest card: 'medium band'."""


class CardLogs:
    """Writes the logs of a plan's cards; *prescription* puts the sets of an exercise in words."""

    def __init__(
        self,
        plan: Plan,
        library: Library,
        prescriber: Prescriber,
        prescription: Callable[[Sets | None], Prescription],
    ) -> None:
        self._plan, self._library, self._prescriber = plan, library, prescriber
        self._wording, self._prescription = prescriber.wording, prescription

    def rows(self, exercise: str, uses: tuple[Use, ...]) -> tuple[LogRow, ...]:
        """A dated row for each session there is, then undated ones with the last target."""
        rows = []
        differ = any(use.sets != uses[0].sets for use in uses)
        said = [self._prescription(use.sets) for use in uses]
        apart = any(len({target.log for target in sets.targets}) > 1 for sets in said)
        for use, sets in zip(uses, said, strict=True):
            when = (
                self._wording.day(use.on, short=True) if use.on else self.session(use, uses) if differ else ""
            )
            sided = use.sets is not None and all(group.per for group in use.sets.groups)
            targets = tuple(_on_both(work) if sided else work for work in sets.work)
            loads = tuple(target.log for target in sets.targets) if apart else ()
            rows.append(LogRow(when, targets, sets.work, self._load(exercise, use.sets, sets), loads))
        if not rows[0].date:
            rows = rows[:1]
        return (*rows, *[replace(rows[-1], date="")] * (_LOG_ROWS - len(rows)))

    def _load(self, exercise: str, sets: Sets | None, words: Prescription) -> str:
        """The load that all sets have, as the log says it; '' where the column has no room, or they differ."""
        asked = load_place(self._prescriber, self._library.get(exercise), sets).asked
        loads = {target.log for target in words.targets}
        load = asked or (loads.pop() if len(loads) == 1 else "")
        return load if len(load) <= _LONGEST_LOAD else ""

    def load_head(self, about: Exercise, sets: Sets | None) -> str:
        """What the log's column behind the date is for: a weight in its unit, '+ kg' where that is but an addition, a
        band, else a note."""
        place = load_place(self._prescriber, about, sets)
        if place.unit:
            return f"+{NBSP}{place.unit}" if adds_weight(about, sets) else place.unit
        return self._wording.labels["load"] if band(self._prescriber, sets) else self._wording.say("log_note")

    def effort_head(self, uses: tuple[Use, ...]) -> str:
        """The scale of efforts that the plan uses for an exercise."""
        groups = [group for use in uses if use.sets for group in use.sets.groups]
        in_reserve = any(group.rir for group in groups) and not any(group.rpe for group in groups)
        return self._wording.say("log_rir") if in_reserve else self._wording.labels["rpe_head"]

    def session(self, use: Use, uses: tuple[Use, ...]) -> str:
        """What distinguishes a session without a date from the others: its week, and the label of its workout."""
        week = self._wording.say("week_short", week=use.week + 1) if use.week is not None else ""
        weeks = len({one.week for one in uses}) > 1
        workouts = len({one.workout for one in uses}) > 1
        label = self._plan.labels[use.workout]
        return " ".join(filter(None, [week if weeks else "", label if workouts or not weeks else ""]))


def _on_both(work: str) -> str:
    """What a set asks for, for each of two sides: '8 | 8', '30 | 30 s'; a range is as it is."""
    number, _, unit = work.partition(NBSP)
    return f"{number} | {work}" if number.isdigit() and (not unit or unit.isalpha()) else work
