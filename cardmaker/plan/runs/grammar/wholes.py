"""A whole with parts inside: 'with', brackets."""

from dataclasses import replace
from typing import Final

from cardmaker.plan.runs import asking
from cardmaker.plan.runs.efforts import HARDNESS, RESTING
from cardmaker.plan.runs.grammar.aftereach import FEW_METRES, FEW_SECONDS, MANY_SECONDS, is_bare_run
from cardmaker.plan.runs.grammar.cursor import FIGURES, OWN_DISTANCE
from cardmaker.plan.runs.grammar.drafts import Where, noted, with_words
from cardmaker.plan.runs.grammar.leads import Parts
from cardmaker.plan.runs.grammar.places import Places
from cardmaker.plan.runs.grammar.shapes import filled
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.lexicon import VERBS
from cardmaker.plan.runs.record import Part, Repeat, Step, Whole
from cardmaker.plan.runs.spans import span_of, sum_of

_LONG_REPEAT: Final = 1800.0
"""Seconds: up to here a few minutes in brackets, without a word, are the rest behind, '20 min (5 min), 15 min'."""
_WARM_UP_SECONDS: Final = 1200.0
_WARM_UP_METRES: Final = 3300.0


class Wholes(Places):
    """Reads stretches that hold others."""

    _rest_behind: Step | None = None
    """The step behind which a recovery is in brackets."""

    def _followed(self, step: Step, where: Where, depth: int) -> Parts:
        """What goes with a step: repeats of it, a recovery, or parts that are inside it."""
        if self.is_kind("last", "first", "middle"):
            return self._placed(step, depth)
        if self.is_kind("alternate"):
            if not self.peek(1):
                self.at += 1  # '3 min run, 1 min walk alternating'
                return (step,)
            return (self._alternating(None, step),)
        if self.is_sign(":;|") and depth == 0 and self.wordy(1) and self._rest_is_words():
            self.at += 1
            words = self.hint()
            return (with_words(step, words),)
        if self.is_sign(":") and self.peek(1) and depth == 0 and not where.unit:
            self.at += 1
            if self.is_kind("alternate"):
                return (self._alternating(None, step),)
            return self.inside(step, self.parts(Where(unit=step.amount.unit), depth), "")
        if self.is_sign("(["):
            return self._with_brackets(step, where, depth)
        if self.is_kind("with", "off"):
            return self._with(step, where, depth)
        if self._holds(step):
            return self._collected(step, list(self._held(step, depth)), depth)
        return (step,)

    def _holds(self, step: Step) -> bool:
        """Whether a whole's parts follow without a joint: '8 km of 1 km MP / 1 km easy', '10 mi run 4 min walk 1'."""
        before = self.tokens[self.at - 1]
        if not self.is_kind("amount", "count", "clock") and not (
            self.is_kind("effort") and self.is_kind("amount", ahead=1)
        ):
            return False
        far, long = step.amount.distance.middle or 0.0, step.amount.duration.middle or 0.0
        if far < FEW_METRES and long < MANY_SECONDS:
            return False
        if before.kind == "filler" and before.text.lower() == "of":
            return True
        return before.text.lower() in VERBS and self._walks()

    def _walks(self) -> bool:
        """Whether 'run 4 min walk 1 min' ends the segment, the first verb taken already."""
        kinds = [token.kind for token in self.segment() if token.kind != "filler"]
        return kinds[:3] in (["amount", "effort", "amount"], ["amount", "amount", "effort"])

    def _held(self, step: Step, depth: int) -> Parts:
        parts: list[Part] = []
        self.at -= self.tokens[self.at - 1].text.lower() in VERBS
        self._next(parts, "", Where(unit=step.amount.unit), depth)
        if len(parts) == 1 and self.is_kind("effort", "amount"):
            self._next(parts, "", Where(unit=step.amount.unit), depth)
        return tuple(parts)

    def _rest_is_words(self) -> bool:
        """Whether nothing but an easy effort follows: '8 km; easy'."""
        tokens = self.tokens[self.at + 1 :]
        return all(token.kind in ("effort", "filler") for token in tokens) and all(
            HARDNESS[token.value.effort] <= HARDNESS["steady"] and token.value.sort != "kind"
            for token in tokens
            if token.kind == "effort"
        )

    def _with(self, step: Step, where: Where, depth: int) -> Parts:
        here = self.at
        self.at += 1
        if self.is_kind("last", "first", "middle"):
            return self._placed(step, depth)
        if self.is_sign("["):
            return self.inside(step, self._bracketed_inside(step, depth), "")
        tokens = self.segment()
        if not tokens:
            raise ValueError(f"nothing follows '/'; write a run like '{asking.EXAMPLE}'")
        wordy = self.wordy() or self._counts_words(tokens)
        if any(token.kind == "every" for token in tokens) or (wordy and not self._countable(tokens)):
            if where.repeat and self._is_mere_rest(tokens):
                self._with_last = True
                return (step, self.step(Where(recovery=True))[0])
            self.at += len(tokens)
            climbs = [token for token in tokens if token.kind == "climb"]
            tokens = [token for token in tokens if token.kind != "climb"]
            if climbs:
                step = replace(step, climb=climbs[0].value)
                if not tokens:
                    return self._followed(step, where, depth)
            words = self.verbatim([self.tokens[here], *tokens])
            return self._followed(replace(step, note=noted(step.note, words)), where, depth)
        if not self.is_kind("count", "chain") and not self.is_sign("("):
            first, draft = self.step(
                Where(recovery=where.repeat, unit=step.amount.unit if not where.repeat else "")
            )
            if first.role and (step.effort == "race" or step.said.lower() in OWN_DISTANCE):
                return self._around_race(step, first, draft.role == "both")
            if draft.role == "both":
                down = replace(first, role="cool-down")
                if not first.amount.given and self.peek() and not self.is_sign(")]"):
                    self.at += self.is_sign(":,;") or self.is_kind("with", "and", "then")
                    return self.inside(
                        step, (first, *self.parts(Where(unit=step.amount.unit), depth + 1), down), ""
                    )
                return self._middle(step, first, down) or self._collected(step, [first, down], depth)
            resting = (first.effort in RESTING and not first.role) or self._rests(step, first)
            resting = resting and not self._walks_behind(first)
            if resting and not where.repeat and first.amount.given and is_bare_run(step):
                asking.ask_inside_or_after(str(step), str(first))
            if resting or (where.repeat and first.effort == "recovery"):
                self._with_last = where.repeat
                self._rest_behind = None if where.repeat else step
                return (step, replace(first, effort=first.effort or "recovery"))
            parts: list[Part] = list(self._followed(first, Where(unit=step.amount.unit), depth))
            if self.is_kind("times"):
                self._multiply(parts)
        else:
            parts = []
            self._next(parts, "", Where(unit=step.amount.unit), depth)
        return self._collected(step, parts, depth)

    def _walks_behind(self, jog: Step) -> bool:
        """Whether a walk comes in turn with a jog: '20 min with 3 min jog / 2 min walk'."""
        behind = self.segment(1)
        walks = any(token.kind == "effort" and token.value.effort == "walk" for token in behind)
        return jog.effort == "jog" and walks and any(token.kind in FIGURES for token in behind)

    def _middle(self, step: Step, up: Step, down: Step) -> Parts:
        """'8 mi with 1 mi wu and cd' is 6 mi between them; nothing if that isn't known."""
        whole, ends = step.amount, up.amount
        left = whole.value - 2 * ends.value
        hard = HARDNESS[step.effort] >= HARDNESS["tempo"]
        if hard or whole.most or ends.most or whole.unit != ends.unit or left <= 0 or self.peek():
            return ()
        return (up, replace(step, amount=replace(whole, value=round(left, 3))), down)

    def _around_race(self, step: Step, first: Step, both: bool) -> Parts:
        """A race with a warm-up or cool-down, which are run around it."""
        if first.role == "cool-down" and not both:
            return (step, first)
        return (first, step, *((replace(first, role="cool-down"),) if both else ()))

    @staticmethod
    def _counts_words(tokens: list[RunToken]) -> bool:
        """Whether a number without a unit counts what isn't known: 'w/ 4 cadence drills'."""
        kinds = [token.kind for token in tokens]
        return (
            kinds[:2] == ["number", "word"]
            and tokens[1].text[0].isalpha()
            and set(kinds[2:]) <= {"word", "filler"}
        )

    @staticmethod
    def _is_mere_rest(tokens: list[RunToken]) -> bool:
        """Whether a recovery without an amount is all that follows: 'w/ walk back', 'w/ recovery “full”'."""
        resting = tokens[0].kind == "effort" and tokens[0].value.effort in RESTING
        return resting and all(token.kind in ("effort", "filler", "quoted") for token in tokens)

    def _is_lone_rest(self, step: Step, inner: list[RunToken]) -> bool:
        """Whether a time alone, in brackets behind a few hard minutes, or too short for a distance, is the rest."""
        if len(inner) != 1 or inner[0].kind not in ("amount", "clock") or inner[0].value.seconds is None:
            return False
        seconds, metres, long = (
            inner[0].value.seconds,
            step.distance.middle or 0.0,
            step.duration.middle or 0.0,
        )
        return seconds <= FEW_SECONDS and (0 < long <= _LONG_REPEAT or 130 * metres > 1000 * seconds)

    @staticmethod
    def _is_warm_up(step: Step, parts: Parts) -> bool:
        """Whether brackets hold repeats that can't be in what is before them: '10 min easy (6 x 2 min)'."""
        long, far = step.duration.most, step.distance.most
        short = (long or 0.0) <= _WARM_UP_SECONDS and (far or 0.0) <= _WARM_UP_METRES
        taken = sum_of(span_of(part, "duration" if long is not None else "distance") for part in parts).least
        return short and all(isinstance(part, Repeat) for part in parts) and taken > (long or far or 0.0)

    @staticmethod
    def _is_rest(inner: list[RunToken]) -> bool:
        """'(2 min jog)', '(jog 4 min recovery)': an amount, and only resting words about it."""
        kinds = [token.kind for token in inner]
        return (
            {"amount", "effort"} <= set(kinds) <= {"amount", "effort", "filler"}
            and kinds[0] != "filler"
            and all(token.value.effort in RESTING for token in inner if token.kind == "effort")
        )

    def _with_brackets(self, step: Step, where: Where, depth: int) -> Parts:
        close = self.closing()
        self.at += 1
        if self.tokens[self.at].text.lower() in ("total", "in total") and self.is_kind("amount", ahead=1):
            total = self.tokens[self.at + 1].value
            self.at = close + 1
            return (Whole(Step(total, "easy"), (step,)),)
        if self.is_kind("with"):
            self.at += 1
        outer_tokens, self.tokens = self.tokens, self.tokens[:close]
        try:
            if self.is_kind("last", "first", "middle"):
                found = self._placed(step, depth)
            elif not where.repeat and self._is_lone_rest(step, self.tokens[self.at :]):
                rest, _ = self.step(Where(recovery=True))  # '3 min (90 s), 2 min (60 s)'
                found = (step, rest)
            elif where.repeat and [t.kind for t in self.tokens[self.at :]] in (["amount"], ["clock"]):
                rest, _ = self.step(Where(recovery=True))  # '8 x (2 min @ 3k [90 s])'
                found, self._with_last = (step, rest), True
            elif self._is_rest(self.tokens[self.at :]):
                rest, _ = self.step(Where(recovery=True))
                found = (step, rest)
                self._rest_behind = step
            else:
                parts = self.parts(Where(unit=step.amount.unit), depth)
                behind = step.effort == "easy" and not where.repeat and self._is_warm_up(step, parts)
                found = (step, *parts) if behind else self.inside(step, parts, "")
        finally:
            self.tokens = outer_tokens
        self.at = max(self.at, close) + 1
        words = self._trailing_words()
        if words is None:
            return found
        whole = found[0]
        if HARDNESS[words.hardest] >= HARDNESS["marathon"] and isinstance(whole, Whole):
            # '5 mi (4 x 800 m, 200 m jog) @ 5k': how hard the repeats are
            inside = tuple(filled(part, words) for part in whole.inside)
            if inside != whole.inside:
                return (replace(whole, inside=inside),)
        return tuple(filled(part, words) for part in found)
