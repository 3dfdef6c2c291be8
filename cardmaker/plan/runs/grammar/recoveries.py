"""What comes after each repeat: rest, jog, walk, float, wherever it is written."""

from dataclasses import replace
from typing import Final

from cardmaker.plan.quantity import OPEN, Quantity
from cardmaker.plan.runs import asking
from cardmaker.plan.runs.efforts import HARDNESS, RESTING
from cardmaker.plan.runs.grammar.aftereach import MANY_SECONDS, AfterEach
from cardmaker.plan.runs.grammar.drafts import StepDraft, Where, noted
from cardmaker.plan.runs.grammar.shapes import alternates, amount_of, filled, within_sets
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, Whole
from cardmaker.plan.runs.spans import flat

_LONG_REST: Final = 120.0
"""A longer rest is as likely one between sets."""


_HIGHEST_REST: Final = 80.0
"""Percent, of whatever, above which it is no recovery."""
_JOGGED: Final = 290.0
"""Seconds a kilometre: who jogs faster between repeats is among the fastest, and says so otherwise."""


class Recoveries(AfterEach):
    """Reads recoveries."""

    _paced_off: Step | None = None
    """What a recovery behind 'off' says of the repeats before it."""
    _each: Quantity | None = None
    """A time for each of the repeats, in the brackets of their recovery."""
    between = False
    """Whether the last recovery is said to come between."""
    between_all = False
    """Whether the last recovery is said to come between intervals, of whichever list."""
    outer: Step | None = None
    """A second recovery in one pair of brackets, for the sets around: [90" & 4']."""
    for_all: Step | None = None
    """The recovery behind 'all w/', which comes after each of all repeats."""
    equal: Step | None = None
    """The recovery of the last repeats, if it is as long as each of them: it counts for those before, too."""

    def _recovery(self) -> tuple[Step | None, bool]:
        """A recovery directly behind repeats, after 'w/', 'off' or in brackets, and whether it equals the repeat."""
        self._bracketed = self.is_sign("([")
        if self.is_kind("with", "off"):
            tokens = self.segment(1)
            if not tokens or any(token.kind.startswith("role") for token in tokens):
                if not tokens and not self.peek(1):
                    raise ValueError(f"nothing follows '/'; write a run like '{asking.EXAMPLE}'")
                return None, False
            if self.is_kind("count", ahead=1):
                raise ValueError("'w/' is followed by one recovery; between the parts of a run write ' / '")
            if self.is_kind("last", "first", "middle", ahead=1):
                return None, False
            off = self.is_kind("off")
            for_all = self.tokens[self.at].text.startswith(("all ", "each "))
            self.at += 1
            recovery, equal = self._one_recovery()
            self.for_all = recovery if for_all else None
            self._paced_off = None
            if off and recovery and HARDNESS[recovery.effort] >= HARDNESS["marathon"]:
                self._paced_off = replace(recovery, amount=OPEN)  # '4 x 2 km off 2 min @ half'
                recovery = Step(recovery.amount, "recovery")
            if (
                recovery
                and recovery.pace
                and (recovery.effort in ("rest", "walk", "recovery") or _is_fast(recovery))
                and _is_long(recovery)
            ):
                self._paced_off = Step(OPEN, pace=recovery.pace)  # '5 x 1 km w/ 2 min rest @ 4:10/km'
                recovery = replace(recovery, pace=None)
            if recovery and _is_aimed_high(recovery):
                self._paced_off = replace(self._paced_off or Step(OPEN), targets=recovery.targets)
                recovery = replace(recovery, targets=())  # '5 x 1 km w/ 2 min jog 90-95%'
            return recovery, equal
        if (
            self.is_kind("effort")
            and self.tokens[self.at].value.effort == "rest"
            and " " in self.tokens[self.at].text
        ):
            return self._one_recovery()
        if self._short_behind_brackets():
            return self._one_recovery()
        if self.is_sign("(["):
            close = self.closing()
            inner = self.tokens[self.at + 1 : close]
            if any(token.kind in ("count", "chain") or token.kind.startswith("role") for token in inner):
                return None, False
            return self._bracketed_recovery(close)
        return None, False

    def _short_behind_brackets(self) -> bool:
        """Whether a few minutes without a word are directly behind brackets: '5 x (400 m, 300 m) 4 min'."""
        token, behind = self.peek(), self.peek(1)
        if (
            token is None
            or token.kind not in ("amount", "clock")
            or self.tokens[self.at - 1].text not in (")", "]")
        ):
            return False
        words = behind is not None and behind.kind not in ("sign", "then", "and") and not self.is_joint(1)
        return not words and 0 < (token.value.seconds or 0) < MANY_SECONDS

    def _second_follows(self) -> bool:
        """Whether '& 3 min' goes on from a recovery: the one between sets."""
        if not self.is_kind("and") or self.tokens[self.at].text not in ("&", "and"):
            return False
        tokens = self.segment(1)
        if any(token.kind == "sets" for token in tokens) and tokens[0].kind in ("amount", "clock", "metres"):
            return True
        return bool(tokens) and all(
            token.kind in ("amount", "clock", "filler", "sets")
            or (token.kind == "effort" and token.value.effort in RESTING)
            for token in tokens
        )

    def _equal_to(self, part: Part, recovery: Step) -> Step:
        """A recovery as far or long as *part*; open if it is as long as a distance may take."""
        amount = amount_of(part)
        if not self.equal_time or amount.metres is None or not isinstance(part, Step):
            return replace(recovery, amount=amount)
        if long := part.duration.exact:
            return replace(recovery, amount=Quantity(round(long), "m:ss"))
        return replace(recovery, note=noted(recovery.note, "equal time"))

    def _one_recovery(self) -> tuple[Step | None, bool]:
        step, draft = self.step(Where(recovery=True))
        self.between = draft.between
        self.between_all = draft.between_all
        return step, draft.equal

    def _bracketed_recovery(self, close: int) -> tuple[Step | None, bool]:
        self.at += 1
        inner = self.tokens[self.at : close]
        self.at += self.is_kind("off", "with")
        step, equal = self._one_recovery()
        if self.at < close and self.is_joint():
            self.at += 1
            self.at += self.is_kind("off", "with")
            self.outer, _ = self._one_recovery()
            step = self._paced_in_brackets(step)
        if self.at != close:
            self.refuse_here()
        self.at = close + 1
        if self.outer and step and _is_time_and_rest(inner):
            step, self._each, self.outer = self.outer, step.amount, None  # '6 x 1 km (3:45, 2 min rest)'
        return step, equal

    def _paced_in_brackets(self, step: Step | None) -> Step | None:
        """The recovery of '6 x 400 m (5k pace, 90 s jog)', whose brackets begin with how hard each is."""
        if step is None or step.amount.given or HARDNESS[step.effort] < HARDNESS["marathon"]:
            return step
        self._paced_off, step, self.outer = replace(step, amount=OPEN), self.outer, None
        return step

    def _attached(self, found: list[Part], step: Step, draft: StepDraft, joint: str) -> bool:
        """Give *step* to the repeats before it, if it is their recovery."""
        last = found[-1]
        if isinstance(last, Whole) and last.inside and self._after_each(last.inside[-1], step, draft, joint):
            recovering = self._recovering(last.inside[-1], step, draft)  # type: ignore[arg-type]
            found[-1] = replace(last, inside=(*last.inside[:-1], recovering))
            return True
        if self._after_each(last, step, draft, joint):
            self.between_all = draft.between_all
            found[-1] = self._recovering(last, step, draft)  # type: ignore[arg-type]
            return True
        if joint == "/" and isinstance(last, Repeat) and alternates(last, step):
            found[-1] = replace(last, parts=(*last.parts, step))
            return True
        return False

    def _recovering(self, part: "Repeat | Ladder", step: Step, draft: StepDraft) -> Part:
        recovery = step
        if step.effort not in RESTING and step.effort != "easy":
            recovery = replace(step, effort="recovery")
        elif step.effort == "recovery" and not step.said:
            recovery = replace(step, said="recovery")
        if recovery.pace and _is_fast(recovery) and _is_long(recovery) and isinstance(part, Repeat):
            part = replace(
                part, parts=tuple(filled(one, Step(OPEN, pace=recovery.pace)) for one in part.parts)
            )
            recovery = replace(recovery, pace=None)  # '6 x 1 km, 3 min jog, 3:50/km'
        if isinstance(part, Repeat) and _is_aimed_high(recovery):
            aims = Step(OPEN, targets=recovery.targets)
            part = replace(part, parts=tuple(filled(one, aims) for one in part.parts))
            recovery = replace(recovery, targets=())
        if recovery.pace and recovery.effort == "rest" and not any(step.pace for step in flat((part,))):
            rest = replace(recovery, pace=None)
            raise ValueError(
                f"'{recovery.pace}' behind '{rest}' could be the pace of the repeats or of what is between; "
                f"write '6 x 1 km @ {recovery.pace} w/ {rest}' or 'w/ 400 m jog @ {recovery.pace}'"
            )
        if isinstance(part, Ladder):
            return replace(part, recovery=recovery) if not part.recovery else Repeat(1, (part,), recovery)
        inner = part.parts[0]
        single = len(part.parts) == 1 and isinstance(inner, Ladder) and not (inner.recovery or part.recovery)
        if single and isinstance(inner, Ladder) and draft.between and not draft.between_sets:
            return replace(part, parts=(replace(inner, recovery=recovery),))
        plural = self.tokens[self.at - 1].text.lower() in ("recoveries", "recs", "jogs", "rests")
        if single and isinstance(inner, Ladder) and plural and not draft.between_sets:
            return replace(part, parts=(replace(inner, recovery=recovery),), recovery=recovery)
        if part.recovery:  # a second one, between sets
            return replace(part, parts=(within_sets(part, part.recovery),), recovery=recovery)
        if (
            len(part.parts) == 1
            and isinstance(inner, Repeat)
            and not inner.recovery
            and not draft.between_sets
        ):
            if (recovery.amount.duration.middle or 0.0) > _LONG_REST:
                raise ValueError(
                    f"'{step}' could come after each or after each set; "
                    f"write 'w/ {step}' inside the brackets or behind them"
                )
            return replace(part, parts=(replace(inner, recovery=recovery),))
        return replace(part, recovery=recovery)


def _is_long(recovery: Step) -> bool:
    """Whether a recovery is measured in time, and so has no pace of its own."""
    return recovery.amount.seconds is not None


def _is_aimed_high(recovery: Step) -> bool:
    """Whether what comes between has a target that nobody recovers at, and that is of no pace."""
    aims = [one for one in recovery.targets if one.unit == "%" and (not one.of or one.of not in HARDNESS)]
    high = any(one.high > _HIGHEST_REST for one in aims)
    return high and _is_long(recovery)


def _is_fast(recovery: Step) -> bool:
    """Whether the pace behind a recovery is one that nobody jogs at."""
    return recovery.pace is not None and (recovery.pace.span.middle or _JOGGED) < _JOGGED


def _is_time_and_rest(inner: list[RunToken]) -> bool:
    """Whether brackets hold the time for each repeat and then, in words, the rest after it: '3:45, 2 min rest'."""
    first, *others = inner
    resting = any(token.kind == "effort" and token.value.effort in RESTING for token in others)
    return first.kind == "clock" and resting and others[0].kind == "sign"
