"""The tokens of a run → its parts: steps, repeats with their recoveries, ladders, wholes with parts inside."""

from dataclasses import replace

from cardmaker.plan.runs import asking
from cardmaker.plan.runs.efforts import RESTING
from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.grammar.drafts import Where
from cardmaker.plan.runs.grammar.heads import is_role, without_total
from cardmaker.plan.runs.grammar.leads import Parts
from cardmaker.plan.runs.grammar.shapes import has_role
from cardmaker.plan.runs.grammar.wordy import WordyParts
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step, far_and_long


class Grammar(WordyParts):
    """Reads the parts of a run, each production a method."""

    cool_down: Step | None = None
    """The cool-down of '2 km wu/cd', which comes last."""

    def parts(self, where: Where, depth: int = 0) -> Parts:
        """Everything up to the end, or to a closing bracket."""
        found: list[Part] = []
        joint = first = ""
        while self.peek() and not self.is_sign(")]"):
            begin = self.at
            joint = self._joint() or (joint if not found else "")
            first = joint if len(found) == 1 else first
            if not self.peek() or self.is_sign(")]"):
                self._hanging(joint)
                break
            self._next(found, joint, where, depth)
            if self._rest_behind and len(found) > 2 and found[-2] is self._rest_behind:
                found = self._list_with_rest(found)
            self._rest_behind, joint = None, ""
            if self.at == begin:
                self.refuse_here()
        self._spread(found)
        if self.cool_down and depth == 0:
            found.append(self.cool_down)
            self.cool_down = None
        if (
            depth == 0
            and first != "/"
            and len(found) > 2
            and is_role(found[0], "warm-up")
            and is_role(found[1], "cool-down")
        ):
            found.append(found.pop(1))  # '3 km warm-up and 2 km cool-down, 5 x 1 km'
        if depth == 0 and found and isinstance(found[0], Repeat):
            found = _warmed_up_first(found)
        if depth == 0 and (first in (",", ";", "-", "--") or (not first and _holds_repeats(found))):
            found, words = without_total(found, first)
            self.notes += words
        return tuple(found)

    def _hanging(self, joint: str) -> None:
        """Refuse a joint with nothing behind it, except signs that end a sentence."""
        if (joint and joint[-1] in "/+&") or joint.split()[-1:] in (["then"], ["and"], ["x"], ["w/"]):
            raise ValueError(
                f"nothing follows '{joint[-1:] if joint[-1] in '/+&' else joint}'; write a run like '{asking.EXAMPLE}'"
            )

    def _joint(self) -> str:
        """Take what parts two stretches."""
        taken: list[str] = []
        while token := self.peek():
            if not (
                self.is_joint()
                or self.is_sign(":")
                or (self.is_kind("with") and (self.cool_down or self._with_parts()))
            ):
                break
            taken.append(token.text.lower())
            self.at += 1
        return " ".join(taken)

    def _with_parts(self) -> bool:
        """Whether 'with' only joins a warm-up or cool-down."""
        return self.is_kind("role wu", "role cd", "role both", ahead=1) or (
            self.is_kind(*FIGURES, ahead=1) and any(t.kind.startswith("role") for t in self.segment(1))
        )

    def _next(self, found: list[Part], joint: str, where: Where, depth: int) -> None:
        """Take the next part behind *found*."""
        if found and self.is_kind("times"):
            self._multiply(found)
            return
        if (
            found
            and self.is_kind("off", "with")
            and isinstance(found[-1], Repeat | Ladder)
            and not found[-1].recovery
        ):
            recovery, _ = self._recovery()
            if recovery:
                found[-1] = replace(found[-1], recovery=recovery)
                self._share_equal(found)
                if self._second_follows() and isinstance(found[-1], Repeat):
                    self.at += 1  # '3 sets of 3 x 500 m, with 2 min and 6 min between sets'
                    between, draft = self.step(Where(recovery=True))
                    draft.between_sets = True
                    found[-1] = self._recovering(found[-1], between, draft)
                return
        if (
            found
            and joint == ","
            and self.is_kind("with")
            and isinstance(found[-1], Step)
            and found[-1].amount.given
        ):
            if not self.tokens[self.at].text.lower().startswith(("all ", "each ")):
                found[-1:] = self._with(found[-1], where, depth)
                return
            recovery, _ = self._recovery()
            found[-1] = Repeat(1, (found[-1],), recovery) if recovery else found[-1]
            self._share_equal(found)
            return
        if self.is_kind("filler") and self.tokens[self.at].text.lower() == "for" and self._for(found):
            return
        if found and self.is_kind("last", "first", "middle") and isinstance(found[-1], Step):
            found[-1:] = self._placed(found[-1], depth)
            return
        if found and self.wordy() and self._words_only(found):
            return
        if found and isinstance(found[-1], Step) and self._every(found):
            return
        first = not found and depth == 0 and self.wordy() and not self._is_race()
        if first and len(self.segment()) < len(self.tokens) - self.at:
            self._words_first(found, where)
            return
        if found and self._words_then_place(found, depth):
            return
        begin = self.at
        lead = self._lead()
        if lead and lead.other and lead.aside:
            self.refuse_sport(self.tokens[begin:], self.verbatim(self.tokens[begin:]))
        if self.is_kind("count"):
            if lead is None and found and self.at == len(self.tokens) - 1:
                self._multiply(found)
                return
            found.extend(self._with_lead(self._repeated(depth), lead))
            self._share_equal(found)
        elif self.is_kind("chain"):
            found.extend(self._with_lead((self._ladder(where),), lead))
        elif self.is_kind("alternate"):
            found.append(self._alternating(lead))
        elif self.is_sign("(["):
            found.extend(self._with_lead(self._group(where, depth), lead))
        else:
            self._stretch(found, joint, where, depth)

    def _stretch(self, found: list[Part], joint: str, where: Where, depth: int) -> None:
        last = found[-1] if found else None
        behind = isinstance(last, Repeat | Ladder) and not last.recovery and "then" not in joint
        before = bool(found) and self.is_kind("filler") and self.tokens[self.at].text.lower() == "after"
        begin = self.at
        step, draft = self.step(where._replace(behind=behind))
        if before and step.effort not in RESTING:
            found.insert(0, step)  # '6 x 8 s hill sprints after 45 min easy'
            return
        if draft.other:
            if self.is_sign(":") and draft.aside:
                self.refuse_sport(self.tokens[begin:], self.verbatim(self.tokens[begin:]))
            words = self.verbatim(self.tokens[begin : self.at])
            self.notes.append(words)
            self.remarks.append(f"'{words}' isn't counted as running")
            return
        if found and draft.between_sets and self._sets_follow(found[-1]):
            found.append(replace(step, effort=step.effort or "rest"))
            return
        if found and (self._attached(found, step, draft, joint) or self._laddered(found, step, draft)):
            return
        if draft.role == "both":
            self._both(found, step)
            return
        if (
            draft.role == "wu"
            and found
            and not any(map(has_role, found))
            and joint in ("", "+", ",", ";", ".", "and", "&", "plus", ", and", ", plus")
            and self._ends_follow()
        ):
            found.insert(0, step)  # '5 x 1 km + 2 km wu + 2 km cd'
            return
        self._ask_one_or_two(found, step, joint)
        found.extend(self._followed(step, where, depth))

    def _sets_follow(self, before: Part) -> bool:
        """Whether '3 x 2 km w/ 2 min rest, 5 min between sets, 4 x 400 m' are two sets, each run once."""
        if not isinstance(before, Repeat) or not before.recovery or len(before.parts) > 1:
            return False
        single = isinstance(before.parts[0], Step)
        return single and self.is_joint() and self.is_kind("count", ahead=1)

    def _ask_one_or_two(self, found: list[Part], step: Step, joint: str) -> None:
        """Refuse '8 km, 45 min', which is likely one stretch."""
        if (
            joint in (",", "/", "~", "")
            and len(found) == 1
            and not self.peek()
            and far_and_long(found[0], step if joint else Step(step.amount, step.effort))
        ):
            raise ValueError(
                f"'{found[0]}' and '{step}' could be one stretch or two; write '{found[0]} in {step}' or "
                f"'{found[0]} then {step}'"
                if step.amount.seconds is not None
                else f"'{found[0]}' and '{step}' could be one stretch or two; write '{found[0]} ({step.amount})' or "
                f"'{found[0]} then {step}'"
            )

    def _both(self, found: list[Part], step: Step) -> None:
        """'2 km wu/cd' is a warm-up before all, and a cool-down after all."""
        found.insert(0, replace(step, role="warm-up"))
        self.cool_down = replace(step, role="cool-down")
        if step.amount.given:
            self.remarks.append(f"'{step.amount}' is read as the warm-up and as the cool-down, each")


def _warmed_up_first(found: list[Part]) -> list[Part]:
    """'6 x 2 min hard; warm-up: 10 min + 3 strides; cool-down: 10 min' in the order that it is run in."""
    begin = next((at for at, part in enumerate(found) if is_role(part, "warm-up")), 0)
    if not begin or not is_role(found[-1], "cool-down") or any(map(has_role, found[:begin])):
        return found
    return [*found[begin:-1], *found[:begin], found[-1]]


def _holds_repeats(found: list[Part]) -> bool:
    """Whether hard repeats are directly behind a distance, '11 km 3 x 1 km', which may hold them."""
    return len(found) == 2 and isinstance(found[1], Repeat) and found[1].count > 1
