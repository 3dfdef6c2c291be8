"""A stretch behind repeats → whether it comes after each of them, or is a part of its own."""

from typing import Final

from cardmaker.plan.runs import asking
from cardmaker.plan.runs.efforts import RESTING
from cardmaker.plan.runs.grammar.drafts import StepDraft
from cardmaker.plan.runs.grammar.leads import Leads
from cardmaker.plan.runs.grammar.shapes import is_lower, is_rest, is_slower
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step
from cardmaker.plan.runs.spans import span_of

FEW_SECONDS: Final = 300
FEW_METRES: Final = 1000
"""An easy stretch shorter than this behind repeats comes after each: nobody ends a run with it."""
MANY_SECONDS: Final = 600
_MANY_METRES: Final = 1500
"""A jog longer than this, and than the repeats, is as likely a cool-down."""
_LONGEST_TURN: Final = 1610.0
"""'6 x 1 km @ MP / 1 km easy': as far easily as hard, and no farther than a mile, comes after each."""
_MUCH_FARTHER: Final = 3.0
"""'8 x 100 m, 600 m easy': so much farther than each, an easy stretch may be the end."""


class AfterEach(Leads):
    """Finds the recoveries among stretches behind repeats."""

    def _after_each(self, part: Part, step: Step, draft: StepDraft, joint: str) -> bool:
        """Whether *step*, behind repeats, is their recovery."""
        if not isinstance(part, Repeat | Ladder) or step.role or "then" in joint:
            return False
        if "followed" in joint and step.effort not in RESTING:
            return False
        if "." in joint.split() and not self._is_short_rest(part, step):
            return False
        sets = isinstance(part, Repeat) and isinstance(part.parts[0], Repeat)
        if draft.between_sets or (draft.between and (sets or not part.recovery)):
            return True
        if self._between_sets(part, step, joint):
            return True
        # '6 x (2 min hard / 1 min easy) 5 min jog 6 x …'
        easy_last = self.is_kind("count") or step.duration.least >= FEW_SECONDS
        several = isinstance(part, Repeat) and len(part.parts) > 1
        if part.recovery or (
            several
            and isinstance(part, Repeat)
            and (is_rest(part.parts[-1], easy=easy_last) or _slows_down(part.parts[0], part.parts[-1]))
        ):
            return False
        easy = step.effort == "easy" and not draft.notes
        bare = self._bare_recovery(part, step, draft, joint)
        if step.effort not in RESTING and not easy and not bare:
            return False
        rep = part.parts[0] if isinstance(part, Repeat) else part.rungs[0]
        far, long = step.amount.distance.middle or 0.0, step.amount.duration.middle or 0.0
        rep_far = span_of(rep, "distance").middle or 0.0
        rep_long = span_of(rep, "duration").middle or 0.0
        if easy:
            return self._easy_after_each(rep, step, joint)
        if long >= MANY_SECONDS and (0 < rep_long <= 60 or 0 < rep_far <= 200):
            return False  # '4 x 30 s strides, 10 min jog'
        if isinstance(part, Repeat) and part.count == 1:
            return False
        last = self.at == len(self.tokens) and step.effort in ("rest", "recovery")
        if not last and (
            (far >= _MANY_METRES and far > 1.5 * rep_far) or (long >= MANY_SECONDS and long > rep_long)
        ):
            asking.ask_each_or_once(str(step))
        return True

    def _easy_after_each(self, rep: Part, step: Step, joint: str) -> bool:
        """Whether an easy stretch behind repeats comes after each of them, as it does if it is short."""
        far, rep_far = step.distance.middle or 0.0, span_of(rep, "distance").middle or 0.0
        if isinstance(rep, Step) and any(target.unit == "send-off" for target in rep.targets):
            return False
        if joint == "/" and 0 < far == rep_far <= _LONGEST_TURN:
            return True
        if 0 < _MUCH_FARTHER * rep_far < far < FEW_METRES:
            asking.ask_each_or_once(str(step))
        return (
            (far or step.duration.middle or 0.0) != 0
            and far < FEW_METRES
            and (step.duration.middle or 0.0) < FEW_SECONDS
        )

    def _is_short_rest(self, part: "Repeat | Ladder", step: Step) -> bool:
        """Whether a sentence of its own can only say what comes after each: '4 x 3 min hard. 90 s recovery.'"""
        few = (
            0 < (step.amount.duration.middle or 0) < FEW_SECONDS or 0 < (step.amount.metres or 0) < FEW_METRES
        )
        more = any(token.kind == "count" for token in self.tokens[self.at :])
        named = step.effort in ("rest", "recovery") or "recover" in step.said.lower()
        jogged = step.effort in ("jog", "walk") and 0 < (step.amount.metres or 0) < FEW_METRES
        return few and not part.recovery and not more and (named or jogged)

    def _between_sets(self, part: "Repeat | Ladder", step: Step, joint: str) -> bool:
        """Whether a second recovery follows that of sets, 'rec 90 s / 3 min': the one between them."""
        if not isinstance(part, Repeat) or not part.recovery or joint not in ("/", "&", "and", "+"):
            return False
        sets = len(part.parts) > 1 or isinstance(part.parts[0], Repeat | Ladder)
        resting = is_rest(step) or step == Step(step.amount)
        few = (step.amount.distance.middle or 0) < _MANY_METRES and (
            step.amount.duration.middle or 0
        ) < MANY_SECONDS
        return sets and resting and few and not any(is_rest(one) for one in part.parts)

    def _bare_recovery(self, part: "Repeat | Ladder", step: Step, draft: StepDraft, joint: str) -> bool:
        """Whether an amount without a word behind repeats is what comes after each: '10 x 30 s / 30 s'."""
        if step.effort or step.said or draft.notes or self.is_kind("times"):
            return False  # '3 min x 3, 2 min x 3': repeats of its own
        if isinstance(part, Ladder):  # '1k-2k-1k @ T, 90 s'
            return step == Step(step.amount) and 0 < (step.amount.duration.middle or 0) <= FEW_SECONDS
        nested = part.parts[0]
        if isinstance(nested, Repeat | Ladder) and nested.recovery and not part.recovery:
            return step == Step(step.amount) and 0 < (step.amount.duration.middle or 0) < MANY_SECONDS
        if len(part.parts) > 1:  # '4 x (600 m, 200 m), 4 min'
            short = 0 < (step.amount.duration.middle or 0) < FEW_SECONDS and "," in joint
            return short and step == Step(step.amount) and not is_rest(part.parts[-1], easy=True)
        if (step.targets and is_lower(step, part.parts[0])) or is_slower(step, part.parts[0]):
            return True
        if step != Step(step.amount):
            return False
        long = step.amount.duration.middle
        each = span_of(part.parts[0], "duration").middle or 0.0
        if long is None:
            each_far = span_of(part.parts[0], "distance").middle or 0.0
            far = step.amount.distance.middle or 0.0
            if far > each_far:
                return False
            if joint == "/" and far < FEW_METRES and step.amount.unit == "m":
                self.remarks.append(f"'{step}' is read as the jog after each")
                return True
            raise ValueError(
                f"'{step}' behind the repeats could be a recovery or a part of its own; "
                f"write 'w/ {step} jog' or '{step} easy'"
            )
        return long <= max(each, 180.0)


def _slows_down(first: Part, last: Part) -> bool:
    """Whether what is repeated ends slower than it begins: '1 min @ 12 km/h / 1 min @ 8 km/h'."""
    return isinstance(last, Step) and bool((last.targets and is_lower(last, first)) or is_slower(last, first))


def is_bare_run(step: Step) -> bool:
    """Whether a stretch says nothing but how far or how long it is, and is longer than repeats or a warm-up."""
    far, long = step.distance.least or 0, step.duration.least or 0
    return step == Step(step.amount) and (long >= 2 * MANY_SECONDS or far > 3 * FEW_METRES)
