"""StepWords before and behind repeats, ladders and groups, which are about all of their steps."""

from typing import Final

from cardmaker.plan.quantity import OPEN, Quantity
from cardmaker.plan.runs.efforts import HARDNESS, RESTING, Effort
from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.grammar.drafts import StepDraft, Where, noted
from cardmaker.plan.runs.grammar.shapes import filled, roled
from cardmaker.plan.runs.grammar.steps import Steps
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.record import Part, Step
from cardmaker.plan.runs.spans import flat

_TRAILING: Final = (
    "effort", "pace", "target", "offset", "filler", "word", "quoted", "in", "clock", "number", "amount",
)  # fmt: skip
Parts = tuple[Part, ...]


class Leads(Steps):
    """Reads words that are about several steps."""

    def _lead(self) -> StepDraft | None:
        """StepWords before repeats, a ladder or a group: 'VO2max 5 x 3 min'."""
        at = self.at
        while (token := self.peek(at - self.at)) and (
            token.kind in ("effort", "filler", "word", "quoted", "other")
            or token.kind.startswith("role")
            or (token.kind == "sign" and token.text in ":.")
        ):
            at += 1
        token = self.peek(at - self.at)
        opened = token is not None and token.kind == "sign" and token.text in "(["
        if at == self.at or not token or not (token.kind in ("count", "chain", "alternate") or opened):
            return None
        if opened and not self._plural(at):
            return None
        draft = StepDraft()
        while self.at < at:
            token = self.tokens[self.at]
            if not self.absorb(draft, token, Where(repeat=True)):
                self.at += 1
        return draft

    def _plural(self, at: int) -> bool:
        """Whether the bracket at *at* holds more than one amount."""
        here, self.at = self.at, at
        close = self.closing()
        self.at = here
        return sum(token.kind in (*FIGURES, "count") for token in self.tokens[at:close]) > 1

    def _with_lead(self, parts: Parts, lead: StepDraft | None) -> Parts:
        if lead is None:
            return parts
        where = Where(repeat=True)
        effort, said = self._words_of(lead, where)
        if lead.role:
            words = Step(OPEN, effort or "easy", role="warm-up" if lead.role == "wu" else "cool-down")
            parts = tuple(roled(part, words) for part in parts)
        if "role" in lead.led and not lead.said:
            effort, said = "", ""
        note = noted(*lead.notes)
        words = Step(OPEN, effort, lead.pace, "", said, targets=tuple(lead.targets), note=note)
        if all(step.effort or step.said for step in flat(parts)):
            session = effort in ("tempo", "threshold", "interval")  # 'Tempo 3 x 8 min @ T'
            self.notes += filter(None, [said or " ".join(text for text, _ in lead.said if session)])
        return (
            (filled(parts[0], words), *parts[1:])
            if len(parts) == 1
            else tuple(filled(p, words) for p in parts)
        )

    def hint(self) -> Step:
        """What words alone say of effort, all of the tokens."""
        draft = StepDraft()
        while (token := self.peek()) and self.absorb(draft, token, Where(repeat=True)):
            pass
        effort, said = self._words_of(draft, Where(repeat=True))
        return Step(OPEN, effort, said=said, to=draft.to)

    def _effort_words(self, tokens: list[RunToken]) -> str:
        return " ".join(token.text for token in tokens if token.kind == "effort" and not token.value.ours)

    def _trailing_words(self, amount: Quantity = OPEN) -> Step | None:
        """An effort behind brackets or 'x 4', for all in them: '2 x (1 km + 2 km) @ half'."""
        draft = StepDraft(amount=amount if amount.given else None)
        while (token := self.peek()) and token.kind in _TRAILING:
            if token.kind in FIGURES and (
                not amount.given or self.tokens[self.at - 1].text not in ("@", "at")
            ):
                break
            if token.kind == "word" and token.text in ("-", "--"):
                break
            if token.kind == "effort" and token.value.effort in RESTING and self.is_kind(*FIGURES, ahead=1):
                break
            if not self.absorb(draft, token, Where(repeat=True)):
                break
        if not (draft.said or draft.pace or draft.targets or draft.notes or draft.split or draft.also):
            return None
        effort, said = self._words_of(draft, Where(repeat=True))
        if draft.split:
            self._settle_split(draft, amount)
        note = noted(*draft.notes)
        effort = effort or _percent_of(draft)
        return Step(
            OPEN, effort, draft.pace, "", said, targets=tuple(draft.targets), also=draft.also, note=note
        )


def _percent_of(draft: StepDraft) -> Effort:
    return next((t.of for t in draft.targets if t.unit == "%" and t.of in HARDNESS), "")  # type: ignore[misc]
