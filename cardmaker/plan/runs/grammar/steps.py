"""One step of a run: its amount, effort, targets and free words, in whatever order they come."""

from typing import Final

from cardmaker.plan.quantity import Quantity
from cardmaker.plan.runs.effortphrases import Phrase
from cardmaker.plan.runs.efforts import HARDNESS, Effort, Role
from cardmaker.plan.runs.grammar.brackets import StepBrackets
from cardmaker.plan.runs.grammar.cursor import FIGURES, JOINTS
from cardmaker.plan.runs.grammar.drafts import StepDraft, Where, noted
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.lexicon import BETWEEN, BETWEEN_ALL, VERBS
from cardmaker.plan.runs.record import Step
from cardmaker.plan.runs.sports import sport_named
from cardmaker.plan.runs.targets import Target

_FAR: Final = 3000.0
"""Metres that nobody runs at repetition pace: an 'R' behind them may be recovery."""
_LONG: Final = 900.0
"""Seconds, likewise."""


class Steps(StepBrackets):
    """Reads steps."""

    def step(self, where: Where) -> tuple[Step, StepDraft]:
        """Take one step."""
        draft = StepDraft()
        begin = self.at
        while (token := self.peek()) and self.absorb(draft, token, where):
            pass
        if self.at == begin:
            self.refuse_here()
        return self.built(draft, where, self.tokens[begin : self.at]), draft

    def absorb(self, draft: StepDraft, token: RunToken, where: Where) -> bool:
        """Take *token* into *draft*; False, and nothing is taken, where the step ends."""
        kind = token.kind
        if kind in FIGURES:
            return self._figure(draft, token, where)
        if kind == "effort":
            return self._effort(draft, token, where)
        if self.sport != "run" and (named := sport_named(token.text)) and kind in ("other", "filler", "word"):
            if self.sport == "brick":
                draft.said.append((named, Phrase("", "kind", False)))
            elif named != self.sport:
                raise ValueError(
                    f"'{token.text}' under '{self.sport}:'; write it under '{named}:', "
                    "or one sport after the other under 'brick:'"
                )
            return self._skip()
        if kind in ("word", "or", "every", "other", "am", "pm", "quoted"):
            return self._word(draft, token)
        if kind.startswith("role"):
            if draft.role or (draft.led and draft.has_figure):
                return False
            if where.repeat and draft.has_figure and self.is_kind(*FIGURES, ahead=1):
                return False
            draft.role = kind.removeprefix("role ")
            draft.led = draft.led or ("" if draft.has_figure else "role")
            return self._skip()
        if kind == "pace":
            if draft.pace and draft.pace != token.value:
                raise ValueError(
                    f"two paces, '{draft.pace}' and '{token.value}', in one step; write two steps with ' / '"
                )
            draft.pace = token.value
            return self._skip()
        if kind in ("target", "offset"):
            draft.targets.append(token.value)
            return self._skip()
        if kind == "climb":
            draft.climb = token.value
            return self._skip()
        if kind == "filler":
            if (
                token.text.lower() in ("for", "after")
                and draft.has_figure
                and self.is_kind("amount", "clock", ahead=1)
            ):
                return False
            draft.led = draft.led or ("" if draft.has_figure else "verb" * (token.text.lower() in VERBS))
            if token.text.lower() in ("pace", "effort", "pace run") and self._is_named(draft):
                draft.notes[-1] += f" {token.text}"  # 'mixed pace' is a word of the coach, and no race's
                return self._skip()
            draft.paced = draft.paced or token.text.lower() in ("pace", "pace run")
            draft.between |= token.text.lower() in BETWEEN
            draft.between_all |= token.text.lower() in BETWEEN_ALL
            return self._skip()
        if kind == "in":
            return self._in(draft)
        if kind == "portion":
            draft.notes.append(token.text)
            return self._skip()
        before = self.tokens[self.at - 1] if self.at else None
        if kind == "optional" and token.text.startswith("if ") and before and before.kind == "word":
            return self._word(draft, token)  # 'barefoot if you like'
        if kind in ("equal", "sets", "optional"):
            draft.equal |= kind == "equal"
            self.equal_time |= "time" in token.text.lower()
            draft.between_sets |= kind == "sets"
            self.optional |= kind == "optional"
            return self._skip()
        if kind in ("first", "last", "middle"):
            return False if draft.has_figure or draft.said else self._skip()
        if kind == "sign":
            return self._sign(draft, token, where)
        return self._joined_words(draft) if kind in JOINTS else False

    def _is_named(self, draft: StepDraft) -> bool:
        """Whether a word that isn't known is directly before the next token."""
        before = self.tokens[self.at - 1] if self.at else None
        return bool(
            before and before.kind == "word" and draft.notes and draft.notes[-1].endswith(before.text)
        )

    def _sign(self, draft: StepDraft, token: RunToken, where: Where) -> bool:
        sign = token.text
        if sign in "([":
            return self._bracket(draft, where)
        if sign == "," or (sign in "/+" and self._mere_effort()):
            return self._comma(draft, where)
        if sign == "." and self.peek(1) is None:
            return self._skip()
        if sign == ":" and draft.has_figure:
            return False
        if sign in ":@&\"'=!?" or (sign not in "/;+.|)]" and not sign.isdigit()):
            return self._skip()
        return False

    def built(self, draft: StepDraft, where: Where, tokens: list[RunToken]) -> Step:
        """The step that *draft* says."""
        effort, said = self._words_of(draft, where)
        self._refuse_appointment(draft, effort)
        if draft.other and not draft.aside and not (draft.amount and draft.amount.seconds is not None):
            draft.other = False  # 'strength 6 x 1 mi'
        amount = self._amount(draft, where, effort)
        if amount is None and not where.repeat and not where.recovery:
            amount, effort, said = self._race(draft, effort, said)
        if amount is None:
            amount = self._open(draft, where, effort, tokens)
        if draft.split is not None:
            self._settle_split(draft, amount)
        draft.also = self._in_hours(draft.also, amount)
        letter = any(text in ("R", "r") for text, _ in draft.said)
        if letter and effort == "repetition" and not where.repeat and _is_far(amount):
            raise ValueError(
                f"'R' for {amount} could be recovery or repetition pace; write '{amount} recovery'"
            )
        if draft.role:
            effort = effort or "easy"
        elif where.recovery and not effort:
            effort = "recovery"
        elif not effort and draft.paced and not draft.pace and not draft.targets and not draft.also:
            effort = "race"
            self.remarks.append("'pace' alone is read as race pace")
        if not effort:
            effort = _aimed(draft.targets)
        role: Role = {"wu": "warm-up", "cd": "cool-down", "both": "warm-up"}.get(draft.role, "")  # type: ignore[assignment]
        targets = sorted(draft.targets, key=lambda target: target.unit != "offset")
        return Step(
            amount,
            effort,
            draft.pace,
            role,
            said,
            draft.to,
            tuple(targets),
            draft.also,
            draft.climb,
            noted(*draft.notes),
        )


def _aimed(targets: list[Target]) -> Effort:
    """The effort of which a target is a percentage: '92-95% 5k'."""
    return next(
        (target.of for target in targets if target.of in HARDNESS and target.unit == "%"),  # type: ignore[misc]
        "",
    )


def _is_far(amount: Quantity) -> bool:
    return (amount.metres or 0) >= _FAR or (amount.duration.middle or 0) >= _LONG
