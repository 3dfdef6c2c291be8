"""Parts of a run that have no amount: remarks, an effort, a pace or a recovery of what is before them."""

import re
from dataclasses import replace
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.quantity import OPEN
from cardmaker.plan.runs.effortphrases import REPEATABLE
from cardmaker.plan.runs.efforts import AIMED, HARDNESS, RESTING, Effort
from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.grammar.drafts import StepDraft, Where, noted
from cardmaker.plan.runs.grammar.shapes import amount_of, filled
from cardmaker.plan.runs.grammar.wholes import Wholes
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.record import Ladder, Part, Repeat, Step
from cardmaker.plan.runs.spans import flat

_ZONE: Final = Pattern(r"(?:z|zone) ?\d", "z", re.IGNORECASE)


class WordyParts(Wholes):
    """Reads parts of words."""

    def _every(self, found: list[Part]) -> bool:
        """'12 mi, walk 1 min every mile': how often something is done in a stretch, which adds nothing to it."""
        tokens = self.segment()
        at = next((at for at, token in enumerate(tokens) if token.kind == "every"), None)
        measured = at == 0 or any(token.kind in (*FIGURES, "effort") for token in tokens[:at])
        last = found[-1]
        if at is None or not measured or not isinstance(last, Step) or not last.amount.given:
            return False
        found[-1] = replace(last, note=noted(last.note, self.verbatim(tokens)))
        self.at += len(tokens)
        return True

    def _words_then_place(self, found: list[Part], depth: int) -> bool:
        """'15 mi long, fast finish last 3 mi': words before the place of a part."""
        ahead = 0
        while self.is_kind("effort", "filler", "word", ahead=ahead):
            ahead += 1
        last = found[-1]
        if not ahead or not self.is_kind("last", "first", ahead=ahead) or not isinstance(last, Step):
            return False
        words = self.verbatim(self.tokens[self.at : self.at + ahead])
        self.at += ahead
        found[-1:] = self._placed(replace(last, note=noted(last.note, words)), depth)
        return True

    def _words_first(self, found: list[Part], where: Where) -> None:
        """'General aerobic + speed 8 mi': words before a joint go with what follows."""
        end = self.at + len(self.segment())
        draft = StepDraft()
        while self.at < end:
            if not self.absorb(draft, self.tokens[self.at], Where(repeat=True)):
                self.at += 1
        effort, said = self._words_of(draft, Where(repeat=True))
        words = Step(
            OPEN, effort, draft.pace, "", said, draft.to, tuple(draft.targets), note=noted(*draft.notes)
        )
        if not self._joint() or not self.peek():
            self.at = end
            self.refuse_here()
        self._next(found, "", where, 0)
        easy = bool(effort) and effort not in RESTING and HARDNESS[effort] < HARDNESS["tempo"]
        if easy and found and isinstance(found[0], Repeat):
            found.insert(0, words)  # 'Easy run + 6 x 100 m strides'
            return
        found[:1] = [filled(part, words) for part in found[:1]]
        if not self.peek():
            found[:1] = [_long_too(part, words) for part in found[:1]]

    def _words_only(self, found: list[Part]) -> bool:
        """StepWords without an amount behind a joint: a remark, unless they need one."""
        tokens = self.segment()
        first = tokens[0]
        kinds = {token.kind for token in tokens}
        if (
            first.kind == "effort"
            and first.text.lower() in REPEATABLE
            and not (
                first.value.effort == "" and self.at + len(tokens) == len(self.tokens) and len(found) == 1
            )
            and kinds <= {"effort", "filler", "sign", "word"}
        ):
            return False
        efforts = [token.value.effort for token in tokens if token.kind == "effort"]
        if kinds <= {"effort", "filler"} and self._paces_those_before(found, tokens):
            return True
        if kinds <= {"effort", "filler", "pace", "target"} and not kinds & {"target", "pace"}:
            if any(HARDNESS[effort] >= HARDNESS["tempo"] for effort in efforts):
                return False
            if not found or not efforts:
                return False
        self.at += len(tokens)
        if kinds == {"quoted"}:
            self.notes += [token.value for token in tokens]
            return True
        text = self.verbatim(tokens)
        last = found[-1]
        paces = [token for token in tokens if token.kind == "pace"]
        paced = len(paces) == 1 and all(token.kind in ("pace", "filler") for token in tokens)
        if paced and isinstance(last, Step) and not last.pace:
            found[-1] = replace(last, pace=paces[0].value)
            return True
        if paced and isinstance(last, Repeat):
            found[-1] = filled(last, Step(OPEN, pace=paces[0].value))
            return True
        easy = all(token.kind in ("effort", "filler") for token in tokens) and efforts
        easily = easy and HARDNESS[efforts[0]] <= HARDNESS["steady"]
        if easily and isinstance(last, Step) and (last.climb or last.note) and not (last.effort or last.said):
            said = self._effort_words(tokens)  # '26 km w/ 1500 m climb, easy', '45 min EP/Z1/EASY'
            found[-1] = replace(last, effort=efforts[0], said=said)
            return True
        targets = tuple(token.value for token in tokens if token.kind == "target")
        if targets and len(targets) == len(tokens) and isinstance(last, Step) and not last.targets:
            found[-1] = replace(last, targets=targets)
            return True
        if isinstance(last, Repeat | Ladder) and not last.recovery and _is_equal(tokens):
            between = Step(OPEN, _resting(efforts) or "recovery", said=self._effort_words(tokens))
            if isinstance(last, Repeat):
                found[-1] = replace(last, recovery=replace(between, amount=amount_of(last.parts[0])))
                self.equal = between
                self._share_equal(found)
            else:
                found[-1] = replace(last, recovery=between, equal=True)
            return True
        climbs = [token.value for token in tokens if token.kind == "climb"]
        if isinstance(last, Step):
            note = text if not climbs else self.verbatim([token for token in tokens if token.kind != "climb"])
            found[-1] = replace(last, climb=(climbs or [last.climb])[0], note=noted(last.note, note))
            return True
        recovery = _resting(efforts)
        if recovery and isinstance(last, Repeat) and not last.recovery:
            note = _rest_of(tokens)
            said = self._effort_words(tokens) or ("recovery" if note and recovery == "recovery" else "")
            found[-1] = replace(last, recovery=Step(OPEN, recovery, said=said, note=note))
            return True
        self.notes.append(text)
        return True

    def _paces_those_before(self, found: list[Part], tokens: list[RunToken]) -> bool:
        """'5 x 1 km, 2 min jog, @ 10k pace': the pace of repeats that say none, behind their recovery."""
        last = found[-1] if found else None
        paces = [token for token in tokens if token.kind == "effort"]
        if len(paces) != 1 or not isinstance(last, Repeat):
            return False
        if not last.recovery or any(step.effort or step.pace for step in flat(last.parts)):
            return False
        hard = paces[0].value.effort == "fast" and len(tokens) == 1  # '10 x 200 m (100 m walk), flat out'
        aimed = paces[0].value.effort in AIMED
        marked = hard or (aimed and {"@", "at", "pace"} & set(self.verbatim(tokens).lower().split()))
        if marked:
            found[-1] = filled(last, Step(OPEN, paces[0].value.effort, said=self._effort_words(tokens)))
            self.at += len(tokens)
        return bool(marked)


def _resting(efforts: list[Effort]) -> Effort:
    return next((effort for effort in efforts if effort in RESTING), "")


def _is_equal(tokens: list[RunToken]) -> bool:
    """Whether 'equal jog' says what comes after each."""
    return any(token.kind == "equal" for token in tokens) and all(
        token.kind in ("equal", "filler", "effort") for token in tokens
    )


def _rest_of(tokens: list[RunToken]) -> str:
    return " ".join(
        token.value if token.kind == "quoted" else token.text
        for token in tokens
        if token.kind not in ("effort", "filler")
    )


def _long_too(part: Part, words: Step) -> Part:
    """'Long run, 20 km at an easy pace' is both."""
    if words.effort != "long" or not isinstance(part, Step) or part.effort != "easy" or part.role:
        return part
    if _ZONE.match(part.said):
        return replace(part, effort="long")
    return replace(part, effort="long", said=f"{words.said or words.effort} {part.said or part.effort}")
