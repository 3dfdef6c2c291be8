"""What words say of a step: its effort, what comes after it, remarks."""

import re
from typing import Final

from cardmaker.plan.runs.effortphrases import REPEATABLE, Phrase
from cardmaker.plan.runs.efforts import AIMED, HARDNESS, RESTING, Effort, hardest_of
from cardmaker.plan.runs.grammar.amounts import StepAmounts
from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.grammar.drafts import StepDraft, Where
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.lexicon import LEADS_NAME, TRAINING, VERBS
from cardmaker.plan.runs.meaning import ConflictError, merged

RUNNING: Final = ("run", "running", "runs", "ran")
_HILLS: Final = ("hill", "uphill", "downhill", "climb", "long hill")


class StepWords(StepAmounts):
    """Reads the words of a step."""

    _bracketed = False
    """Whether the last recovery was in brackets."""

    def _effort(self, draft: StepDraft, token: RunToken, where: Where) -> bool:
        before = self.tokens[self.at - 1] if self.at else None
        if where.repeat and draft.has_figure and self._recovers(token, draft):
            return False
        between = where.recovery or (where.repeat and not draft.role)
        if between and before and before.text in ("@", "at") and self._paces_repeats(token, draft):
            return False
        if draft.has_figure and self.is_kind(*FIGURES, ahead=1):
            verb = token.text.lower() in VERBS
            if draft.led == "role" or (draft.led == "verb" and verb):
                return False
        if draft.has_figure and self.is_kind("count", ahead=1) and draft.said:
            return False
        named = before is not None and before.text.lower() in LEADS_NAME and not _is_zone(token)
        if before and before.kind in ("word", "filler") and named and draft.notes:
            return self._word(draft, token)
        if before and before.text.lower() in ("to", "->", "→", "into") and draft.said:
            if self._spans(draft.said[-1][1], token.value):
                text, phrase = draft.said[
                    -1
                ]  # '15k to half marathon pace' spans two paces, and rises to none
                draft.said[-1] = (f"{text} to {token.text}", phrase._replace(ours=False))
                return self._skip()
            draft.to = token.value.effort
            return self._skip()
        if draft.led == "" and not draft.has_figure and token.text.lower() in VERBS:
            draft.led = "verb"
        draft.said.append((token.text, token.value))
        return self._skip()

    def _spans(self, first: Phrase, second: Phrase) -> bool:
        """Whether two paces of races, the faster first, are those between which a stretch is run."""
        if first.sort != "name" or second.effort not in AIMED or first.effort not in (*AIMED, "threshold"):
            return False
        return first.effort != second.effort and hardest_of((second.effort, first.effort)) == first.effort

    def _paces_repeats(self, token: RunToken, draft: StepDraft) -> bool:
        """Whether a pace behind a jog is that of the repeats before it: '3 x 2 km w/ 800 m jog @ 10k'."""
        resting = any(effort in RESTING for effort in draft.efforts)
        own = self._bracketed and any(text.lower().startswith("float") for text, _ in draft.said)
        return (
            draft.has_figure and resting and not own and HARDNESS[token.value.effort] >= HARDNESS["marathon"]
        )

    def _recovers(self, token: RunToken, draft: StepDraft) -> bool:
        """Whether '… rec 2 min', '… jog back' behind what is repeated is its recovery."""
        if token.value.effort not in RESTING:
            return False
        if (
            token.value.effort == "rest"
            and " " in token.text
            and (
                not (draft.clock or (draft.amount and draft.amount.metres is None))
                or any(HARDNESS[effort] >= HARDNESS["tempo"] for effort in draft.efforts)
            )
        ):
            return True  # '6 x 400 full rest'
        return self.is_kind(*FIGURES, ahead=1) or token.text.lower().endswith((" back", " down"))

    def _word(self, draft: StepDraft, token: RunToken) -> bool:
        """Free words, with the small words between them, as they are written."""
        if token.kind == "quoted":
            draft.notes += [token.value] if token.value else []
            return self._skip()
        rising = token.text.lower() in ("to", "from", "->", "→", "into") and self.is_kind("effort", ahead=1)
        if rising and (draft.said or token.text.lower() == "from"):
            return self._skip()
        if token.text in ("-", "--", "--->", "->", "=>"):
            return self._stray(draft)
        if token.kind in ("or", "every"):
            tokens = self.segment()
            draft.notes.append(self.verbatim(tokens))
            self.at += len(tokens)
            return True
        if token.kind == "other" and self.sport == "run" and not draft.role:
            draft.other |= self._is_measured()
            draft.aside |= token.text.lower() not in TRAINING
        begin = end = self.at
        while (
            begin
            and self.tokens[begin - 1].kind in ("filler",)
            and self.tokens[begin - 1].text.lower() in ("at the", "the", "for", "at")
        ):
            begin -= 1
        self.at = end = self.at + 1
        while (following := self.peek()) and self._goes_on(following):
            self.at += 1
            if following.kind != "filler":
                end = self.at
        self.at = end
        draft.notes.append(self.verbatim(self.tokens[begin:end]))
        return True

    def _is_measured(self) -> bool:
        """Whether the segment around the next token has an amount and doesn't say that it is run."""
        begin = self.at
        while begin and self.tokens[begin - 1].text not in (",", ";", "/", "+", "&", "and", "then", ":", "."):
            begin -= 1
        following = self.segment()
        end = next((n for n, token in enumerate(following) if token.kind == "or"), len(following))
        tokens = [*self.tokens[begin : self.at], *following[:end]]
        measured = any(token.kind in (*FIGURES, "count") for token in tokens)
        return measured and not any(token.text.lower() in RUNNING for token in tokens)

    def _goes_on(self, token: RunToken) -> bool:
        if token.kind in ("word", "am", "pm", "other"):
            return token.kind != "word" or token.text not in ("-", "--")
        if token.kind == "effort":
            return self.tokens[self.at - 1].text.lower() in LEADS_NAME and not _is_zone(token)
        return token.kind == "filler" and token.text not in ("@", "at", "~", "≈")

    def _stray(self, draft: StepDraft) -> bool:
        """A dash: a joint where another stretch follows, else nothing."""
        if draft.has_figure and self.peek(1) and not self.wordy(1):
            return False
        return self._skip()

    def _mere_effort(self) -> bool:
        """Whether two words for one effort meet at a sign, 'tempo/threshold'."""
        return False

    def _comma(self, draft: StepDraft, where: Where) -> bool:
        """StepWords behind a comma belong to the step before it."""
        if not (draft.has_figure or draft.said) or not self.wordy(1):
            return False
        tokens = self.segment(1)
        efforts = [token.value.effort for token in tokens if token.kind == "effort"]
        if (where.repeat or draft.role) and any(effort in RESTING for effort in efforts):
            return False
        if tokens[0].kind == "effort" and tokens[0].text.lower() in REPEATABLE and draft.has_figure:
            return False
        if any(token.kind in ("with", "off", "sets") for token in tokens):
            return False
        if all(token.kind in ("pace", "filler") for token in tokens) and (where.recovery or where.behind):
            return False  # '5 x 800 m, 400 m rest, 5:20/km' is how fast the repeats are
        aside = any(token.kind == "word" for token in tokens) and any(effort in RESTING for effort in efforts)
        if aside and draft.has_figure and not any(effort in RESTING for effort in draft.efforts):
            draft.notes.append(self.verbatim(tokens))  # '3 h long run, hike the steeps'
            self.at += 1 + len(tokens)
            return True
        said = [effort for effort in draft.efforts if effort]
        if said and efforts and HARDNESS[efforts[0]] > HARDNESS["long"] and efforts[0] not in said:
            return False
        return self._skip()

    def _joined_words(self, draft: StepDraft) -> bool:
        """'and' or 'then' with words behind it that add nothing to run."""
        if not draft.has_figure or not self.wordy(1):
            return False
        tokens = self.segment(1)
        first = tokens[0]
        if first.kind == "effort" and (first.text.lower() in REPEATABLE or first.value.effort in RESTING):
            return False
        if self.tokens[self.at].kind == "and" and first.kind == "effort" and first.value.sort == "adjective":
            return self._skip()
        if any(
            token.kind == "effort" and HARDNESS[token.value.effort] > HARDNESS["long"] for token in tokens
        ):
            return False
        draft.notes.append(
            self.verbatim([self.tokens[self.at], *tokens]) if first.kind != "other" else self.verbatim(tokens)
        )
        self.at += 1 + len(tokens)
        return True

    def _words_of(self, draft: StepDraft, where: Where) -> tuple[Effort, str]:
        try:
            effort, said = merged(draft.said)
        except ConflictError:
            if where.recovery:
                return "jog", ""
            raise
        if where.recovery and effort == "recovery" and not said and (draft.has_figure or draft.notes):
            said = "recovery"
        kinds = [text for text, phrase in draft.said if phrase.sort == "kind"]
        of_hills = any(text.lower().startswith(_HILLS) for text in kinds)
        if of_hills and not where.repeat and effort == "fast" and len(kinds) == len(draft.said):
            effort = ""  # a run over hills isn't one of hill repeats
        if any(text.lower().startswith("progress") for text in kinds) and not draft.to:
            draft.to = "tempo"
            effort = effort or "easy"
        return effort, said

    def _refuse_appointment(self, draft: StepDraft, effort: Effort) -> None:
        """Refuse 'dentist 10:30', where nothing says that it is a run."""
        if (
            not (self.single and draft.clock and draft.notes)
            or effort
            or draft.said
            or draft.pace
            or draft.targets
        ):
            return
        if any(token.kind == "filler" and token.text.lower() in RUNNING for token in self.tokens):
            return
        raise ValueError(
            f"'{self.text}' says nothing of a run; write 'note: {self.text}', or '{draft.clock} easy' for so long a run"
        )


def _is_zone(token: RunToken) -> bool:
    """Whether an effort is a zone, or a pace by its name: no word before it makes it something else."""
    return bool(re.match(r"z(one)?s? ?\d|.* (pace|effort)$", token.text.lower()))
