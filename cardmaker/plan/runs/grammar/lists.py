"""Lists of stretches: repeated as a whole, or with a recovery between all of them."""

from dataclasses import replace
from itertools import pairwise

from cardmaker.plan.runs.efforts import HARDNESS
from cardmaker.plan.runs.grammar.aftereach import FEW_METRES, FEW_SECONDS
from cardmaker.plan.runs.grammar.drafts import StepDraft, Where
from cardmaker.plan.runs.grammar.leads import Parts
from cardmaker.plan.runs.grammar.shapes import (
    has_role,
    is_rest,
    ladder_of,
    rungs_from,
)
from cardmaker.plan.runs.grammar.turns import Turns
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.record import Part, Step


class Lists(Turns):
    """Reads lists."""

    _with_last = False
    """Whether the last part that was read is a recovery after 'w/'."""

    def _round(self, said: str, depth: int) -> tuple[Parts, Step | None] | None:
        """The list behind '4 rounds:', or behind '2 repetitions of' if hard and easy take turns in it."""
        if not said.endswith((":", " of")) or self.is_sign("(["):
            return None
        end, deep = self.at, 0
        while (token := self.peek(end - self.at)) and (deep or not self._ends_list(token)):
            deep += (token.text in ("(", "[")) - (token.text in (")", "]"))
            if not deep and self.is_joint(end - self.at) and _has_role(self.segment(end - self.at + 1)):
                break
            end += 1
        here, outer, marks = self.at, self.tokens, (len(self.remarks), len(self.notes))
        self.tokens = self.tokens[:end]
        try:
            parts = self.parts(Where(repeat=True), depth + 1)
        except ValueError:
            parts = ()
        self.tokens = outer
        turns = (
            len(parts) > 2
            and len(parts) % 2 == 0
            and all(is_rest(part, easy=True) == bool(n % 2) for n, part in enumerate(parts))
        )
        self._with_last = False
        if self.at == end and not turns:
            _ask_last(parts)
        if self.at == end and (turns or (said.endswith(":") and len(parts) > 1)):
            hard, last = parts[:-1], parts[-1]
            if len(hard) == 1 and isinstance(last, Step) and is_rest(last, easy=True):
                return hard, last
            return parts, None
        self.at = here
        del self.remarks[marks[0] :], self.notes[marks[1] :]
        return None

    def _ends_list(self, token: RunToken) -> bool:
        return (
            token.kind in ("then", "times")
            or token.kind.startswith("role")
            or (token.kind == "sign" and token.text in ".;)]")
        )

    def _list_with_rest(self, found: list[Part]) -> list[Part]:
        """'3 km @ half, 2 km @ 10k, 1 km @ 5k (2 min jog)': the recovery comes between all of them."""
        *before, rest = found
        begin = rungs_from(before)
        if len(before) - begin < 2 or not isinstance(rest, Step):
            return found
        return [*before[:begin], ladder_of(before[begin:], rest)]

    def _laddered(self, found: list[Part], step: Step, draft: StepDraft) -> bool:
        """'4 km + 3 km + 2 km, 3 min jog', '15 min @ MP, 10 min @ 10k, 2 min jog between': between all of them."""
        few = (step.amount.distance.middle or 0) < FEW_METRES and (
            step.amount.duration.middle or 0
        ) <= FEW_SECONDS
        bare = draft.between and step.amount.seconds is not None and step == Step(step.amount)
        if not (is_rest(step, easy=draft.between) or bare) or not (
            draft.between or (few and step.amount.given)
        ):
            return False
        begin = rungs_from(found)
        if len(found) - begin < (2 if draft.between else 3):
            return False
        found[begin:] = [ladder_of(found[begin:], replace(step, effort="recovery") if bare else step)]
        return True

    def _repeatedly(self, found: list[Part]) -> list[Part]:
        """What '…, repeat 5 times' repeats: the turns of hard and easy, or of running and walking, before it."""
        begin = len(found)
        while begin and isinstance(found[begin - 1], Step) and not has_role(found[begin - 1]):
            begin -= 1
        steps = [part for part in found[begin:] if isinstance(part, Step)]
        if len(steps) < 2:
            return [found.pop()]
        easy = [step.effort == "walk" for step in steps]
        if not any(easy) or all(easy):
            easy = [is_rest(step, easy=True) for step in steps]
        begin += len(steps) % 2
        if any(one == other for one, other in pairwise(easy)):
            raise ValueError(
                f"what is repeated, '{steps[-1]}' or all before it? write it like '4 x ({steps[-2]} / {steps[-1]})'"
            )
        body = found[begin:]
        del found[begin:]
        return body

    def parts(self, where: Where, depth: int = 0) -> Parts:
        """Everything up to the end, or to a closing bracket."""
        raise NotImplementedError


def _ask_last(parts: Parts) -> None:
    """Refuse '5 rounds: 6 min hard, 1 min rest, 10 min', whose last stretch may come after all of them."""
    if len(parts) < 3:
        return
    first, last = parts[0], parts[-1]
    if not isinstance(first, Step) or not isinstance(last, Step) or not is_rest(parts[-2]):
        return
    longer = any(
        (one.middle or 0) > 1.5 * (other.middle or 1e9)
        for one, other in ((last.duration, first.duration), (last.distance, first.distance))
    )
    if longer and HARDNESS[last.effort] < HARDNESS["marathon"]:
        raise ValueError(
            f"is '{last}' a part of each round, or after all of them? write what each has in brackets, '({first} / …)'"
        )


def _has_role(tokens: list[RunToken]) -> bool:
    """Whether a stretch is a warm-up or a cool-down."""
    return any(token.kind.startswith("role") for token in tokens)
