"""Ladders, hard and easy by turns, and what fills a whole."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cardmaker.plan.quantity import OPEN, Extent, Quantity
from cardmaker.plan.runs import asking
from cardmaker.plan.runs.efforts import HARDNESS, Effort, hardest_of
from cardmaker.plan.runs.grammar.aftereach import FEW_SECONDS
from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.grammar.drafts import StepDraft, Where, noted
from cardmaker.plan.runs.grammar.leads import Parts
from cardmaker.plan.runs.grammar.shapes import (
    filled,
    hard_inside,
    has_role,
    is_rest,
    is_same,
    is_turn,
    without_last_recovery,
)
from cardmaker.plan.runs.grammar.sharing import SharedRecoveries
from cardmaker.plan.runs.lexer.tokens import Bare
from cardmaker.plan.runs.record import Ladder, Part, Place, Repeat, Step, Whole
from cardmaker.plan.runs.spans import span_of, sum_of

_ROUNDED: Final = 0.01
"""'3 mi alternating 400 m @ HMP / 400 m easy' is 6 turns, and 28 m."""
_ABOUT: Final = 1.1
"""How much more than is said of all the parts between a warm-up and a cool-down may come to."""


class Turns(SharedRecoveries):
    """Reads ladders and alternations."""

    def _ladder(self, where: Where) -> Part:
        """'400-800-1200-800-400 @ 5k w/ 400 m jog', '1-2-3-2-1 min'."""
        token = self.tokens[self.at]
        self.at += 1
        draft = StepDraft(amount=OPEN)
        while (
            (following := self.peek())
            and following.kind not in FIGURES
            and self.absorb(draft, following, Where(repeat=True))
        ):
            pass
        words = self.built(replace(draft, amount=Quantity(1, "km")), Where(repeat=True), [])
        rungs = tuple(replace(words, amount=self._rung(value, where, words.effort)) for value in token.value)
        recovery, equal = self._recovery()
        if recovery and not where.repeat and self._second_follows():
            second = self.verbatim(self.segment(1))
            raise ValueError(
                f"'{recovery}' comes after each; after what comes '{second}'? "
                f"write '2 x (…) w/ {recovery} & {second}', or '/ {second} easy'"
            )
        return Ladder(rungs, recovery, equal)

    def _rung(self, value: Quantity | Bare, where: Where, effort: Effort) -> Quantity:
        if isinstance(value, Bare):
            return self.checked_amount(self._bare(value, replace_unit(where), effort))
        if value.unit in ("m", "metres"):
            if value.value < 50 and value.unit == "m":
                asking.ask_metres(value)
            return self.checked_amount(Quantity(value.value, "m"))
        return self.checked_amount(value)

    def _alternating(self, lead: StepDraft | None, of: Step | None = None) -> Part:
        """'alternate 60 s jog and 90 s walk for 20 min'."""
        self.at += 1
        steps: list[Step] = []
        whole: Quantity | None = of.amount if of else None
        while len(steps) < 2 and self.peek():
            step, _ = self.step(Where(repeat=True))
            steps.append(step)
            if len(steps) == 1:
                self.at += self.is_joint() or self.is_kind("with")
        self.at += self.is_sign(".,;") and self.is_kind("times", ahead=1)
        if self.is_kind("times"):
            count, most = self.tokens[self.at].value
            self.at += 1
            return Repeat(count, tuple(steps), None, most)
        comma = self.is_sign(",") and self.is_kind("amount", "clock", ahead=1)
        if (self.is_kind("filler") or comma) and not of:
            self.at += 1
        if self.is_kind("amount", "clock") and not of:
            whole = self.tokens[self.at].value
            self.at += 1
        if whole is None:
            raise ValueError(
                "how often, or for how long? write '8 x (1 min run / 1 min walk)' or '… for 20 min'"
            )
        return self._filling(Step(whole), tuple(steps)) or _in_turn(whole, steps, " / ".join(map(str, steps)))

    def _filling(self, whole: Step, parts: Parts) -> Part | None:
        """*parts* as often as they go into *whole*; None if they don't."""
        what = "distance" if whole.amount.metres is not None else "duration"
        total = span_of(whole, what).exact  # type: ignore[arg-type]
        once = sum_of(span_of(part, what) for part in parts).exact  # type: ignore[arg-type]
        if not total or not once:
            return None
        count = total / once
        if abs(count - round(count)) > _ROUNDED * count or not 2 <= round(count) <= asking.MOST_REPEATS:
            return None
        return Repeat(round(count), parts)

    def _for(self, found: list[Part]) -> bool:
        """'jog 60 s and walk 90 s for 20 min'; a time for a distance."""
        if not self.is_kind("amount", "clock", ahead=1) or not found:
            return False
        whole: Quantity = self.tokens[self.at + 1].value
        pair = tuple(found[-2:])
        turns = all(isinstance(part, Step) for part in pair) and is_rest(pair[-1], easy=True)
        once = sum_of(span_of(part, "duration") for part in pair).exact
        if once and whole.seconds is not None and whole.seconds < 2 * once:
            turns = False
        if len(pair) == 2 and turns:
            repeat = self._filling(Step(whole), pair)
            note = noted(f"{pair[0]} / {pair[1]}")
            found[-2:] = [repeat or _in_turn(whole, [part for part in pair if isinstance(part, Step)], note)]
            self.at += 2
            return True
        last = found[-1]
        if (
            isinstance(last, Step)
            and last.amount.metres is not None
            and whole.seconds is not None
            and not last.also
        ):
            found[-1] = replace(last, also=whole)
            self.at += 2
            return True
        self.at += 1
        return False

    def inside(self, step: Step, parts: Parts, place: Place) -> Parts:
        """*parts* inside *step*: all of it, an alternation that fills it, or some of it."""
        if not parts:
            return (step,)
        what = "distance" if step.amount.metres is not None else "duration"
        whole = span_of(step, what)  # type: ignore[arg-type]
        parts = _filled_up(whole, parts, what)
        taken = sum_of(span_of(part, what) for part in parts)  # type: ignore[arg-type]
        easily = all(has_role(part) or (not place and is_rest(part, easy=True)) for part in parts)
        if easily and HARDNESS[step.effort] >= HARDNESS["tempo"]:
            return self._around(step, parts)
        if whole.most is not None and taken.least > whole.most * 1.005:
            if any(is_same(part, step) for part in parts):
                return parts
            between = sum_of(span_of(one, what) for part in parts for one in without_last_recovery(part))  # type: ignore[arg-type]
            if between.least <= whole.most:
                return (
                    Whole(step, parts, place),
                )  # '70 min: 20 min easy + 6 x 4 min w/ 2 min + 15 min easy'
            ends = [part.role for part in (parts[0], parts[-1]) if isinstance(part, Step)]
            if ends == ["warm-up", "cool-down"] and taken.least <= _ABOUT * whole.most:
                self.notes += [words for words in (step.said, f"{step.amount} in all", step.note) if words]
                return _hard_as_named(step, parts)  # '7 mi (2 mi wu + 6 x 800 m w/ 400 m jog + 1 mi cd)'
            raise ValueError(
                f"'{step}' holds more than itself: {' / '.join(map(str, parts))}; "
                "write the whole first, or part them with ' / '"
            )
        if whole.exact and taken.exact and abs(whole.exact - taken.exact) <= whole.exact * 0.005:
            if len(parts) > 1:
                parts = _hard_as_named(step, parts)
                lost = all(part.effort != step.effort for part in parts if isinstance(part, Step))
                named = step.effort if lost and HARDNESS[step.effort] >= HARDNESS["tempo"] else ""
                self.notes += [words for words in (step.said or named, step.note) if words]
            return tuple(
                filled(part, replace(step, note="", climb=None)) if len(parts) == 1 else part
                for part in parts
            )
        two = [part for part in parts if isinstance(part, Step)]
        turns = len(parts) == len(two) == 2 and is_turn(*two)
        if turns and not two[0].role and self._turns(step, two):
            if repeat := self._filling(step, parts):
                if step.said and (
                    "walk" in step.said.lower() or all(one.effort or one.said or one.pace for one in two)
                ):
                    self.notes.append(step.said)
                    return (repeat,)
                return (filled(repeat, Step(OPEN, said=step.said)),)
            return (replace(step, note=noted(step.note, " / ".join(map(str, parts)))),)
        return (hard_inside(Whole(step, parts, place)),)

    def _turns(self, step: Step, two: list[Step]) -> bool:
        """Whether two stretches are turns that make up a whole: '40 min with 1 min hard / 1 min easy'."""
        if step.amount.metres is None:
            taken = sum_of(one.duration for one in two).most
            return taken is not None and taken < (step.duration.most or 0) / 2
        if all(one.amount.metres is not None for one in two):
            taken = sum_of(one.distance for one in two).most
            return two[0].amount == two[1].amount and (taken or 1e9) < (step.distance.most or 0) / 2
        return all((one.amount.duration.most or 1e9) < FEW_SECONDS for one in two)

    def _around(self, step: Step, parts: Parts) -> Parts:
        """A warm-up and cool-down behind 'with' are run around a hard stretch, unless they may be in it."""
        text = " / ".join(map(str, parts))
        if any(isinstance(part, Step) and part.amount.given for part in parts):
            raise ValueError(
                f"'{step} with {text}' could hold them or add them; write '{parts[0]} / {step}' "
                f"or '{step.amount} easy with … {step.effort}'"
            )
        before = tuple(part for part in parts if isinstance(part, Step) and part.role == "warm-up")
        after = tuple(part for part in parts if isinstance(part, Step) and part.role == "cool-down")
        return (*before, step, *after)


def _filled_up(whole: Extent, parts: Parts, what: str) -> Parts:
    """*parts* with an easy stretch behind repeats after each of them, if only so they make up the whole exactly:
    '16 km: 4 km easy + 3 x 3 km HMP/1 km easy'.
    """
    if len(parts) < 2 or whole.exact is None:
        return parts
    *before, repeat, last = parts
    if (
        not isinstance(repeat, Repeat)
        or not isinstance(last, Step)
        or repeat.recovery
        or not is_rest(last, easy=True)
    ):
        return parts
    alternative = (*before, replace(repeat, recovery=last))
    total = sum_of(span_of(part, what) for part in alternative).exact  # type: ignore[arg-type]
    return alternative if total and abs(whole.exact - total) < 0.005 * whole.exact else parts


def _hard_as_named(whole: Step, parts: Parts) -> Parts:
    """What the name of a hard run says, for parts that say only a pace: 'tempo 8 km: 2 km easy, 4 km @ 5:20/km, …'."""
    if HARDNESS[whole.effort] < HARDNESS["tempo"]:
        return parts
    steps = [part for part in parts if isinstance(part, Step)]
    if len(steps) < len(parts) or any(step.effort == whole.effort for step in steps):
        return parts
    return tuple(
        replace(step, effort=whole.effort) if step.pace and not (step.effort or step.role) else step
        for step in steps
    )


def replace_unit(where: Where) -> Where:
    """Rungs of a ladder are repeats."""
    return where._replace(repeat=True)


def _in_turn(whole: Quantity, steps: Sequence[Step], note: str) -> Step:
    """Turns that don't come out even in *whole*: all of it, as hard as the hardest of them."""
    effort = hardest_of(step.effort for step in steps)
    if HARDNESS[effort] > HARDNESS["easy"]:
        return Step(whole, effort, note=note)
    return Step(
        whole, "easy", said="run/walk" if any(step.effort == "walk" for step in steps) else "", note=note
    )
