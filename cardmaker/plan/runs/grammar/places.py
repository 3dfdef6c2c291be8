"""Where in a whole a part is run: 'last 5 km', 'first half', and the parts in square brackets of the normal form."""

from dataclasses import replace
from typing import Final

from cardmaker.plan.quantity import Quantity
from cardmaker.plan.runs.effortphrases import REPEATABLE
from cardmaker.plan.runs.grammar.collecting import Collecting
from cardmaker.plan.runs.grammar.drafts import StepDraft, Where, noted
from cardmaker.plan.runs.grammar.leads import Parts
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.record import Part, Place, Step

_UNIT_WORDS: Final = {"mile": ("mi", 1.0), "km": ("km", 1.0), "kilometre": ("km", 1.0), "k": ("km", 1.0)}
_SHARES: Final = {"half": 0.5, "third": 1 / 3, "quarter": 0.25}


class Places(Collecting):
    """Reads parts whose place in a whole is said."""

    def _placed(self, step: Step, depth: int) -> Parts:
        """'20 km long, last 5 km @ marathon'."""
        kind = self.tokens[self.at].kind
        place: Place = {"last": "end", "first": "start"}.get(kind, "")  # type: ignore[assignment]
        self.at += 1
        if self.is_sign("["):
            return self.inside(step, self._bracketed_inside(step, depth), place)
        share = self._share(step)
        if share:
            draft = StepDraft(amount=share)
            while (token := self.peek()) and self.absorb(draft, token, Where()):
                pass
            return self._collected(step, [self.built(draft, Where(), [])], depth, place)
        if not self.peek() or (self.wordy() and not self._countable(self.segment())):
            tokens = self.segment()
            words = self.verbatim([self.tokens[self.at - 1], *tokens])
            self.at += len(tokens)
            return (replace(step, note=noted(step.note, words)),)
        parts: list[Part] = []
        self._next(parts, "", Where(unit=step.amount.unit), depth)
        return self._collected(step, parts, depth, place)

    def _share(self, step: Step) -> Quantity | None:
        """'last mile', 'last half': one unit or a share of the whole."""
        token = self.peek()
        word = token.text.lower() if token else ""
        if word in _UNIT_WORDS:
            self.at += 1
            unit, value = _UNIT_WORDS[word]
            return Quantity(value, unit)
        if word in _SHARES and step.amount.given:
            self.at += 1
            share, most = _SHARES[word], step.amount.most
            return replace(
                step.amount,
                value=round(step.amount.value * share, 3),
                most=None if most is None else round(most * share, 3),
            )
        return None

    def _bracketed_inside(self, step: Step, depth: int) -> Parts:
        """The parts in square brackets, as the normal form has them."""
        close = self.closing()
        self.at += 1
        outer_tokens, self.tokens = self.tokens, self.tokens[:close]
        try:
            parts = self.parts(Where(unit=step.amount.unit), depth)
        finally:
            self.tokens = outer_tokens
        self.at = close + 1
        return parts

    def _countable(self, tokens: list[RunToken]) -> bool:
        return tokens[0].kind == "effort" and tokens[0].text.lower() in REPEATABLE
