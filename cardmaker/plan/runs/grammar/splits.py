"""A time behind a step: how long it takes, or its pace; what a runner can run decides."""

from dataclasses import replace
from typing import Final

from cardmaker.plan.quantity import Quantity
from cardmaker.plan.runs.grammar.cursor import RunCursor
from cardmaker.plan.runs.grammar.drafts import StepDraft
from cardmaker.plan.runs.grammar.shapes import FASTEST
from cardmaker.plan.runs.lexer.tokens import Bare, RunToken, pace_of
from cardmaker.plan.runs.targets import Target

_MILES: Final = 2.0
_FASTEST: Final = 180.0
"""'2 mi @ 9:00' is a pace: hardly anyone runs two miles so fast, in seconds a kilometre."""
_PACE_AT_LEAST: Final = 180.0
_SLOWEST_REP: Final = 360.0
_FASTEST_REP: Final = 170.0
"""'800 m @ 5:50' and '1600 m @ 4:00', slower or faster than these as a time, may well be a pace."""
_SLOWEST_800: Final = 310.0
"""'800 m @ 4:15' is as likely a pace as a time; shorter repeats are a third of their pace and less."""


class StepSplits(RunCursor):
    """Reads times for each and paces."""

    last_pace = 0.0
    """Seconds of the pace that was read last, in the unit it has."""

    def _timed(self, draft: StepDraft, token: RunToken, before: RunToken | None) -> bool:
        """Whether a clock directly behind a distance is its time or pace: '5 km 25:00'."""
        if token.kind != "clock" or draft.split or not draft.amount or draft.amount.metres is None:
            return False
        after = self.peek(1)
        adjacent = before is not None and (
            before.value is draft.amount or (before.kind == "effort" and draft.led != "role")
        )
        return adjacent and (
            after is None or after.kind == "amount" or (after.kind == "sign" and after.text in ",;/.)")
        )

    def _paced(self, draft: StepDraft, token: RunToken) -> bool:
        """'@ 1:36', '@ 90 s', '@ 72' behind an amount."""
        value = token.value
        if token.kind == "clock" or (token.kind == "amount" and self._takes(draft, value)):
            draft.split = value
        elif token.kind == "number" and self._is_pulse(draft, value):
            draft.targets.append(Target("bpm", value.value, value.most or value.value))
            self.remarks.append(f"'{value}' is read as {value} bpm")
        elif token.kind == "number" and 20 <= value.value <= 200 and not self.is_kind("effort", ahead=1):
            draft.split = value.of("s")
            self.remarks.append(f"'{value}' is read as {value} seconds for each")
        else:
            return False
        return True

    @staticmethod
    def _is_pulse(draft: StepDraft, value: Bare) -> bool:
        """Whether a range behind '@' and a time is a pulse: '20 min @ 150-160'."""
        timed = draft.amount is not None and draft.amount.seconds is not None
        return timed and value.most is not None and 100 <= value.value < value.most <= 210

    def _takes(self, draft: StepDraft, value: Quantity) -> bool:
        """Whether an amount behind '@' is the time that something takes: half an hour may only be, if it is run so."""
        if value.seconds is None:
            return False
        metres = (draft.amount.distance.middle if draft.amount else None) or 0.0
        return value.seconds < 1800 or 130 * metres <= 1000 * value.seconds <= 600 * metres

    def _in_hours(self, also: Quantity | None, amount: Quantity) -> Quantity | None:
        """'21 km in 1:45' takes hours: nobody runs it in 105 seconds."""
        metres = amount.distance.middle
        if also is None or also.unit != "m:ss" or not metres or self.sport != "run":
            return also
        pace = 1000 * (also.duration.middle or 0.0) / metres
        return replace(also, unit="h min") if pace < 130 and 140 <= 60 * pace <= 900 else also

    def _settle_usual(self, draft: StepDraft, split: Quantity) -> None:
        """A pace without its unit, behind a time: '34 min @ 7:00 pace' in a plan whose runs are in miles."""
        usual = self.usual or ("" if len(self.units) != 1 else next(iter(self.units)))
        least, most = (300, 780) if usual == "mi" else (200, 480)
        if not usual or not least <= (split.duration.middle or 0) <= most:
            raise ValueError("a pace needs its unit; write it like '4:30/km' or '7:15/mi'")
        text = str(replace(split, unit="m:ss")).removesuffix(" min")
        last = None if split.most is None else round(split.most)
        draft.pace = pace_of(round(split.value), last, usual, text)
        self.remarks.append(f"'{text}' is read as {draft.pace}, as other runs are in {usual}")

    def _in_miles(self) -> bool:
        """Whether paces count miles, as all other runs of the line, or of the plan, do."""
        return self.units == {"mi"} or (not self.units and self.usual == "mi")

    def _settle_split(self, draft: StepDraft, amount: Quantity) -> None:
        """Whether '@ 1:36' is the time for each or a pace: what a runner can run decides."""
        split = draft.split
        assert split is not None
        if self.sport != "run":
            draft.also = split
            return
        seconds, metres = split.duration.middle or 0.0, amount.distance.middle
        if not metres:
            self._settle_usual(draft, split)
            return
        per_mile = amount.unit == "mi" or (amount.unit in ("m", "yd") and self._in_miles())
        each = (130 if metres <= 1500 else FASTEST) <= 1000 * seconds / metres <= 540
        pace = 140 <= seconds / (1.609344 if per_mile else 1) <= 600
        text = str(replace(split, unit="m:ss")).removesuffix(" min")
        unit = "mi" if per_mile else "km"
        each = each and not (
            per_mile and amount.value >= _MILES and pace and 1000 * seconds / metres < _FASTEST
        )
        if each and pace and per_mile is False and 0.9 < seconds / (self.last_pace or 1e9) < 1.1:
            each = False  # '1 km @ 3:20, 600 m @ 3:10'
        each = each and not (pace and draft.paced and amount.unit in ("km", "mi"))  # '@ 14:30-15:00 pace'
        rep = amount.unit in ("m", "yd") and metres <= 1650
        taken = 1000 * seconds / metres
        if per_mile and amount.unit != "mi" and taken > _SLOWEST_REP:
            each = False  # '6 x 800 m @ 7:00' among miles
        slowest = _SLOWEST_800 if 700 <= metres < 1000 else _SLOWEST_REP
        doubted = taken > slowest or (metres > 1000 and taken < _FASTEST_REP)
        doubted = doubted and metres != 1000 and seconds >= _PACE_AT_LEAST
        if each and pace and amount.value != 1 and (doubted or not rep):
            raise ValueError(
                f"'@ {text}' could be the time for {amount} or a pace; write 'in {text}' or '@ {text}/{unit}'"
            )
        if each and not (pace and amount.value == 1 and amount.unit in ("km", "mi")):
            draft.also = split
            if pace:
                self.remarks.append(f"'@ {text}' is read as the time for {amount}")
        elif pace:
            first = round(split.value)
            most = None if split.most is None else round(split.most)
            draft.pace = pace_of(first, most, unit, text)
            self.last_pace = seconds
            self.remarks.append(f"'{text}' is read as {draft.pace}")
        elif (hours := self._in_hours(split, amount)) != split:
            draft.also = hours
            self.remarks.append(f"'{text}' is read as {hours}")
        elif 300 <= split.value < 1440 and split.unit == "m:ss" and split.most is None:
            draft.notes.append(f"at {text}")
            self.remarks.append(f"'{text}' is read as a time of the day")
        else:
            raise ValueError(
                f"'{text}' is neither a time for {amount} nor a pace; a pace needs its unit, such as '4:30/km'"
            )
