"""How far, how long and how fast a step is: figures with and without a unit, clocks, paces in words."""

from dataclasses import replace
from typing import Final

from cardmaker.plan.quantity import OPEN, Quantity
from cardmaker.plan.runs import asking
from cardmaker.plan.runs.effortphrases import REPEATABLE
from cardmaker.plan.runs.efforts import HARDNESS, RESTING, Effort
from cardmaker.plan.runs.grammar.cursor import FIGURES, OWN_DISTANCE
from cardmaker.plan.runs.grammar.drafts import StepDraft, Where
from cardmaker.plan.runs.grammar.splits import StepSplits
from cardmaker.plan.runs.lexer.tokens import Bare, RunToken
from cardmaker.plan.runs.sports import USUAL

_PACED: Final = (
    "@",
    "at",
    "pace",
    "goal",
    "target",
    "around",
    "about",
    "~",
    "run at",
    "run @",
    "repeats at",
    "of",
    "from",
)
_RACES: Final = {"marathon": 42.195, "half": 21.0975}
_RACED: Final = ("marathon", "half marathon", "half-marathon", "half", "hm", "goal marathon", "1/2 marathon")
"""Races that are run over their own distance."""

_MOST_USUAL: Final = {"km": 42.2, "mi": 26.2}
_MOST_EASY: Final = {"km": 18.0, "mi": 15.0}
_MOST_HARD: Final = 9.0
"""Up to here a number without a unit is a distance, if all others are: nobody runs so few minutes easily, or hard."""
_MOST_AROUND: Final = 4.0
"""Of a warm-up, or of one of several stretches: '10 wu, 20 t, 10 cd' are minutes."""
_MINUTES: Final = 40
"""More miles or kilometres than who writes 'm' for them runs: '60m easy'."""
_LASTING: Final = ("easy", "long", "steady", "recovery", "tempo")
_FASTEST: Final = 180
_CLOSE: Final = 60
"""Seconds of a pace, and how far its range reaches: '7:40-7:50' is hardly hours."""
_MOST_REPEATED: Final = 2.0
"""'4 x (1T w/ 1 min rest)' in a plan in miles."""
_LONGEST_TEMPO: Final = 119.0
"""Minutes: a run of '1:30 Z3' takes hours, as none is over after a minute and a half; '2:00 tempo' is asked about."""


class StepAmounts(StepSplits):
    """Reads the figures of a step."""

    def _figure(self, draft: StepDraft, token: RunToken, where: Where) -> bool:
        before = self.tokens[self.at - 1] if self.at else None
        paced = before is not None and before.text.lower() in _PACED and before.kind in ("filler", "word")
        timed = token.kind in ("clock", "number", "amount") and draft.split is None
        raced = any(text.lower() in _RACED for text, _ in draft.said)
        if raced and paced and token.kind == "clock" and not draft.has_figure and not draft.also:
            draft.also = token.value  # 'half marathon @ 1:50'
            return self._skip()
        if draft.has_figure and paced and timed and self._paced(draft, token):
            return self._skip()
        if draft.has_figure and self._timed(draft, token, before):
            draft.split = token.value
            return self._skip()
        if draft.has_figure or token.kind == "chain":
            after = self.peek(1)
            if draft.has_figure and token.kind == "clock" and after and after.text.lower() == "pace":
                draft.split = token.value
                return self._skip()
            return False
        slot = {"number": "bare", "clock": "clock", "metres": "metres"}.get(token.kind, "amount")
        setattr(draft, slot, token.value)
        behind = self.peek(1)
        if token.kind == "number" and behind and behind.kind == "word" and behind.text[0].isalpha():
            draft.counted = behind.text
        return self._skip()

    def _in(self, draft: StepDraft) -> bool:
        token = self.peek(1)
        raced = any(text.lower() in _RACED for text, _ in draft.said)
        if not token or not (draft.has_figure or raced) or token.kind not in ("clock", "amount", "number"):
            return self._skip()
        value = self._taken(draft, token.value)
        if value.seconds is None:
            return self._skip()
        draft.also = value
        self.at += 2
        return True

    def _taken(self, draft: StepDraft, value: Bare | Quantity) -> Quantity:
        """The time that something takes, in the unit that is possible: '400 m in 88', '8 km in 45'."""
        if isinstance(value, Quantity):
            return value
        metres = (draft.amount.distance.middle if draft.amount else None) or 0.0
        return value.of("min" if metres > 1000 and 1000 * value.value / metres < 130 else "s")

    def checked_amount(self, amount: Quantity) -> Quantity:
        """*amount*, unless it is nothing, or more than anyone does of the sport."""
        return asking.checked_amount(amount, USUAL[self.sport].most_metres)

    def _amount(self, draft: StepDraft, where: Where, effort: Effort) -> Quantity | None:
        inside = where.repeat or where.recovery or where.behind
        if draft.amount is not None:
            return self.checked_amount(draft.amount)
        if draft.metres is not None:
            if self.sport in ("swim", "row"):
                return self.checked_amount(draft.metres)
            if effort in ("rest", "recovery", "walk") and inside and draft.metres.value <= 10:
                minutes = replace(draft.metres, unit="min")
                self.remarks.append(f"'{Bare(minutes.value, minutes.most)}m' is read as {minutes}")
                return self.checked_amount(minutes)
            if not inside and _MINUTES <= draft.metres.value < 100 and effort in _LASTING:
                minutes = replace(draft.metres, unit="min")  # nobody runs 60 metres easily
                self.remarks.append(f"'{Bare(minutes.value, minutes.most)}m' is read as {minutes}")
                return self.checked_amount(minutes)
            least = 50 if inside or effort in ("strides", "fast") else 100
            if draft.metres.value < least or (
                self.single and not inside and draft.metres.value < 400 and effort != "strides"
            ):
                asking.ask_metres(draft.metres)
            return self.checked_amount(draft.metres)
        if draft.clock is not None:
            return self.checked_amount(self._clock(draft.clock, inside or bool(draft.role), effort))
        if draft.bare is None:
            return None
        if draft.counted and where.unit and not effort and not draft.pace:
            word, unit = draft.counted, where.unit
            raise ValueError(
                f"'{draft.bare} {word}': how far or how often? write '{draft.bare} {unit} {word}',"
                f" or '{draft.bare} x 100 m'"
            )
        return self.checked_amount(self._bare(draft.bare, where, effort, draft.role))

    def _clock(self, clock: Quantity, inside: bool, effort: Effort) -> Quantity:
        if inside or clock.value >= 600:
            return clock
        if clock.most and clock.value >= _FASTEST and clock.most - clock.value <= _CLOSE and self.single:
            asking.ask_hours(clock)
        if (
            (self.single or self._holds_more(clock) or clock.value < 60)
            and clock.value >= 20
            and (
                effort in ("", "easy", "long", "steady", "recovery")
                or (self.single and 60 <= clock.value <= _LONGEST_TEMPO and effort in ("tempo", "marathon"))
            )
        ):
            hours = Quantity(clock.value, "h min", clock.most)
            self.remarks.append(
                f"'{clock.value // 60:.0f}:{clock.value % 60:02.0f}' is read as hours and minutes"
            )
            return hours
        if clock.value < 240 and not (
            HARDNESS[effort] >= HARDNESS["10k"]
            or effort in RESTING
            or self.is_sign("/")
            or self.is_kind("times")
        ):
            asking.ask_clock(clock)
        return clock

    def _holds_more(self, clock: Quantity) -> bool:
        """Whether a clock is a whole with longer parts in it: '1:15 with 4 x 8 min'."""
        figures = [token for token in self.tokens if token.kind in FIGURES]
        if (
            not figures
            or figures[0].value is not clock
            or not any(token.kind in ("with", "last", "first") or token.text == "(" for token in self.tokens)
        ):
            return False
        return any(
            isinstance(token.value, Quantity) and (token.value.seconds or 0) >= clock.value
            for token in figures[1:]
        )

    def _bare(self, bare: Bare, where: Where, effort: Effort, role: str = "") -> Quantity:
        least = bare.value
        if least <= 0:
            raise ValueError(f"'{bare}' is no distance or time to run; it should be more than 0")
        if self.sport == "swim" and least >= 25:
            self.remarks.append(f"'{bare}' is read as {bare} metres")
            return bare.of("m")
        if (
            least >= 100
            and least % 25 == 0
            and least <= 5000
            and (where.repeat or where.recovery or where.behind or least >= 200)
        ):
            if effort == "rest":
                asking.ask_unit(bare, effort)
            self.remarks.append(f"'{bare}' is read as {bare} metres, as it is a track distance")
            return bare.of("m")
        if where.unit and least < 100:
            return bare.of(where.unit)
        between = (where.recovery and effort == "") or (
            (where.recovery or where.repeat) and effort == "recovery"
        )
        if (effort == "rest" and 15 <= least <= 180) or (between and 15 <= least < 100):
            self.remarks.append(f"'{bare}' is read as {bare} seconds of rest")
            return bare.of("s")
        if least in (26.2, 13.1):
            return bare.of("mi")
        if len(self.units) == 1 and least <= 10 and not where.repeat and not where.recovery:
            (unit,) = self.units
            if effort == "walk" and not role and unit in ("km", "mi"):
                return asking.ask_unit(bare, effort)  # '3 mi run 2, walk 1' are minutes
            self.remarks.append(f"'{bare}' is read as {bare} {unit}, as the rest of the line is")
            return bare.of(unit)
        if self._is_usual(bare, where, effort, role):
            self.remarks.append(f"'{bare}' is read as {bare} {self.usual}, as other runs are")
            return bare.of(self.usual)
        return asking.ask_unit(bare, effort)

    def _is_usual(self, bare: Bare, where: Where, effort: Effort, role: str) -> bool:
        """Whether a bare number is as far as a run may be in the plan's unit, and no likely number of minutes."""
        most = bare.most or bare.value
        if not self.usual or where.recovery or effort in RESTING or (where.behind and not self._added()):
            return False
        if where.repeat:
            return self.usual == "mi" and effort == "threshold" and most <= _MOST_REPEATED
        holds = self.is_kind("with", "last", "first", "middle") or self.is_sign("(")
        holds |= self.is_sign("+") and self.is_kind("count", ahead=1)
        if role or not (self.single or effort or where.unit or holds):
            return most <= _MOST_AROUND
        if effort in ("tempo", "threshold", "fast", "strides", "fartlek", "progression"):
            return most <= _MOST_HARD
        longest = _MOST_USUAL if effort in ("", "long", "marathon", "half", "race") else _MOST_EASY
        return most <= longest[self.usual]

    def _added(self) -> bool:
        """Whether the step is behind a plus sign, and so no recovery."""
        before = (token.text for token in reversed(self.tokens[: self.at]) if token.kind == "sign")
        return next(before, "") == "+"

    def _is_race(self) -> bool:
        """Whether the next words are a race by its name: 'half marathon race + 1 mi wu/cd'."""
        tokens = self.segment()
        texts = {token.text.lower() for token in tokens}
        return texts <= {*_RACED, "race"} and len(texts) > 1 and "race" in texts

    def _race(self, draft: StepDraft, effort: Effort, said: str) -> tuple[Quantity | None, Effort, str]:
        """A race by its name is its own distance: 'half marathon', 'parkrun'."""
        for text, phrase in draft.said:
            word = text.lower()
            if word in OWN_DISTANCE:
                return Quantity(5, "km"), effort, said
            if phrase.effort in _RACES and word in _RACED:
                if len(draft.said) == 1 and word in ("half", "hm") and not draft.notes:
                    return None, effort, said
                others = [text for text, other in draft.said if other.effort not in (phrase.effort, "race")]
                return Quantity(_RACES[phrase.effort], "km"), "race", " ".join(others) and said
        return None, effort, said

    def _open(self, draft: StepDraft, where: Where, effort: Effort, tokens: list[RunToken]) -> Quantity:
        words = [token.text for token in tokens]
        repeatable = any(text.lower() in REPEATABLE for text, _ in draft.said)
        if draft.role or repeatable or draft.equal or (where.recovery and (effort or draft.notes)):
            return OPEN
        return asking.no_amount(words, effort, recovery=where.recovery, each=where.repeat)
