"""Tokens → one step of a run: its amount, effort, targets and free words, in whatever order they come."""

import re
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple, NoReturn

from cardmaker.plan.quantity import OPEN, Quantity
from cardmaker.plan.runs import asking
from cardmaker.plan.runs.efforts import (
    HARDNESS,
    REPEATABLE,
    RESTING,
    ConflictError,
    Effort,
    Phrase,
    Role,
    merged,
)
from cardmaker.plan.runs.lexer import Bare, RunToken, pace_of
from cardmaker.plan.runs.lexicon import BETWEEN, LEADS_NAME, TRAINING, VERBS
from cardmaker.plan.runs.record import Pace, Step, Target
from cardmaker.plan.runs.sports import USUAL, Sport, sport_named

FIGURES: Final = ("amount", "metres", "number", "clock", "chain")
JOINTS: Final = ("then", "and")
_SIGN_JOINTS: Final = "/,;+.|"
_PACED: Final = (
    "@",
    "at",
    "pace",
    "goal",
    "target",
    "around",
    "about",
    "~",
    "run at",
    "run @",
    "repeats at",
    "of",
    "from",
)
_RACES: Final = {"marathon": 42.195, "half": 21.0975}
_RACED: Final = ("marathon", "half marathon", "half-marathon", "half", "hm", "goal marathon", "1/2 marathon")
"""Races that are run over their own distance."""
OWN_DISTANCE: Final = ("parkrun", "park run")
_RUNNABLE: Final = (
    *FIGURES,
    "count",
    "times",
    "role wu",
    "role cd",
    "role both",
    "alternate",
    "last",
    "first",
)
RUNNING: Final = ("run", "running", "runs", "ran")
_HILLS: Final = ("hill", "uphill", "downhill", "climb", "long hill")


class Where(NamedTuple):
    """What is known of a step from where it is: in a repeat, as a recovery, inside a whole of some *unit*."""

    repeat: bool = False
    recovery: bool = False
    unit: str = ""
    behind: bool = False
    """Directly behind repeats, where a recovery may be written."""


@dataclass
class StepDraft:
    """A step being read."""

    amount: Quantity | None = None
    bare: Bare | None = None
    clock: Quantity | None = None
    metres: Quantity | None = None
    said: list[tuple[str, Phrase]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    role: str = ""
    pace: Pace | None = None
    targets: list[Target] = field(default_factory=list)
    split: Quantity | None = None
    also: Quantity | None = None
    climb: Quantity | None = None
    to: Effort = ""
    led: str = ""
    paced: bool = False
    equal: bool = False
    between: bool = False
    between_sets: bool = False
    other: bool = False
    """Whether it names what isn't run."""
    aside: bool = False
    """Whether what it names is never run, as cycling: 'strength' also names hard running."""

    @property
    def has_figure(self) -> bool:
        """Whether it has an amount, settled or not."""
        return any(x is not None for x in (self.amount, self.bare, self.clock, self.metres))

    @property
    def efforts(self) -> tuple[Effort, ...]:
        """The efforts said so far."""
        return tuple(phrase.effort for _, phrase in self.said)


class Steps:
    """Reads steps from *tokens*; what was read from habit and could be clearer is kept in *remarks*."""

    def __init__(self, text: str, tokens: list[RunToken], alone: bool = True, sport: Sport = "run") -> None:
        self.text, self.tokens, self.at = text, tokens, 0
        self.remarks: list[str] = []
        self.notes: list[str] = []
        self.optional = False
        self.sport = sport
        self.single = alone and sum(token.kind in FIGURES for token in tokens) == 1
        self.units = {
            token.value.unit
            for token in tokens
            if token.kind == "amount" and token.value.unit in ("km", "mi")
        }

    def peek(self, ahead: int = 0) -> RunToken | None:
        """The token *ahead* of the next; None behind the last."""
        at = self.at + ahead
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def is_sign(self, signs: str, ahead: int = 0) -> bool:
        """Whether the next token is one of *signs*."""
        token = self.peek(ahead)
        return token is not None and token.kind == "sign" and token.text in signs

    def is_kind(self, *kinds: str, ahead: int = 0) -> bool:
        """Whether the next token is of one of *kinds*."""
        token = self.peek(ahead)
        return token is not None and token.kind in kinds

    def is_joint(self, ahead: int = 0) -> bool:
        """Whether a sign or word that parts two stretches is next."""
        return self.is_sign(_SIGN_JOINTS, ahead) or self.is_kind(*JOINTS, ahead=ahead) or self._dash(ahead)

    def _dash(self, ahead: int) -> bool:
        token = self.peek(ahead)
        return token is not None and token.text in ("-", "--") and token.kind == "word"

    def segment(self, ahead: int = 0) -> list[RunToken]:
        """The tokens up to the next joint or closing bracket."""
        found, deep = [], 0
        while token := self.peek(ahead):
            if token.kind == "sign" and token.text in "([":
                deep += 1
            elif token.kind == "sign" and token.text in ")]":
                if not deep:
                    break
                deep -= 1
            elif not deep and self.is_joint(ahead):
                break
            found.append(token)
            ahead += 1
        return found

    def wordy(self, ahead: int = 0) -> bool:
        """Whether the segment *ahead* has only words, nothing to be run."""
        tokens = self.segment(ahead)
        return bool(tokens) and not any(
            token.kind in _RUNNABLE or token.text.lower() in OWN_DISTANCE for token in tokens
        )

    def verbatim(self, tokens: list[RunToken]) -> str:
        """*tokens* as they are in the text."""
        text = self.text[tokens[0].start : tokens[-1].end] if tokens else ""
        return text.replace("“", "").replace("”", "").strip()

    # One step -----------------------------------------------------------------------------------

    def step(self, where: Where) -> tuple[Step, StepDraft]:
        """Take one step."""
        draft = StepDraft()
        begin = self.at
        while (token := self.peek()) and self.absorb(draft, token, where):
            pass
        if self.at == begin:
            self.refuse_here()
        return self.built(draft, where, self.tokens[begin : self.at]), draft

    def refuse_here(self) -> None:
        """Refuse the next token, which begins nothing."""
        token = self.peek()
        if token is None:
            last = self.tokens[-1].text if self.tokens else ""
            raise ValueError(f"nothing follows '{last}'; write a run like '{asking.EXAMPLE}'")
        if token.text in ")]":
            raise ValueError(f"a '{token.text}' with no '{'(['[token.text == ']']}' before it")
        raise ValueError(
            f"don't understand '{self.text[token.start :][:60]}'; write a run like '{asking.EXAMPLE}'"
        )

    def refuse_sport(self, tokens: list[RunToken], words: str) -> NoReturn:
        """Refuse *tokens*, which say *words* of what isn't run, with the key that they belong under."""
        named = [
            (sport, token) for token in tokens if (sport := sport_named(token.text)) not in (None, "run")
        ]
        measured = any(token.kind in (*FIGURES, "count") for token in tokens)
        several = sum(token.kind == "other" for token in tokens) > 1
        if not named or not measured or several or any(token.kind == "or" for token in tokens):
            raise ValueError(f"'{words}' isn't a run; write 'cross-training: {words}'")
        sport, name = named[0]
        start, end = tokens[0].start, tokens[-1].end
        amount = f"{self.text[start : name.start].strip()} {self.text[name.end : end].strip(' :-')}".strip()
        raise ValueError(f"'{self.text[start:end]}' isn't a run; write '{sport}: {amount}'")

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
            if draft.pace:
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
            draft.paced = draft.paced or token.text.lower() in ("pace", "pace run")
            draft.between |= token.text.lower() in BETWEEN
            return self._skip()
        if kind == "in":
            return self._in(draft)
        if kind == "portion":
            draft.notes.append(token.text)
            return self._skip()
        if kind in ("equal", "sets", "optional"):
            draft.equal |= kind == "equal"
            draft.between_sets |= kind == "sets"
            self.optional |= kind == "optional"
            return self._skip()
        if kind in ("first", "last", "middle"):
            return False if draft.has_figure or draft.said else self._skip()
        if kind == "sign":
            return self._sign(draft, token, where)
        return self._joined_words(draft) if kind in JOINTS else False

    def _skip(self) -> bool:
        self.at += 1
        return True

    def _figure(self, draft: StepDraft, token: RunToken, where: Where) -> bool:
        before = self.tokens[self.at - 1] if self.at else None
        paced = before is not None and before.text.lower() in _PACED and before.kind in ("filler", "word")
        timed = token.kind in ("clock", "number", "amount") and draft.split is None
        if draft.has_figure and paced and timed and self._paced(draft, token):
            return self._skip()
        if draft.has_figure and self._timed(draft, token, before):
            draft.split = token.value
            return self._skip()
        if draft.has_figure or token.kind == "chain":
            after = self.peek(1)
            if draft.has_figure and token.kind == "clock" and after and after.text.lower() == "pace":
                draft.split = token.value
                return self._skip()
            return False
        slot = {"number": "bare", "clock": "clock", "metres": "metres"}.get(token.kind, "amount")
        setattr(draft, slot, token.value)
        return self._skip()

    def _timed(self, draft: StepDraft, token: RunToken, before: RunToken | None) -> bool:
        """Whether a clock directly behind a distance is its time or pace: '5 km 25:00'."""
        if token.kind != "clock" or draft.split or not draft.amount or draft.amount.metres is None:
            return False
        after = self.peek(1)
        adjacent = before is not None and (
            before.value is draft.amount or (before.kind == "effort" and draft.led != "role")
        )
        return adjacent and (after is None or (after.kind == "sign" and after.text in ",;/.)"))

    def _paced(self, draft: StepDraft, token: RunToken) -> bool:
        """'@ 1:36', '@ 90 s', '@ 72' behind an amount."""
        value = token.value
        if token.kind == "clock" or (
            token.kind == "amount" and value.seconds is not None and value.seconds < 1800
        ):
            draft.split = value
        elif token.kind == "number" and 20 <= value.value <= 200 and not self.is_kind("effort", ahead=1):
            draft.split = value.of("s")
            self.remarks.append(f"'{value}' is read as {value} seconds for each")
        else:
            return False
        return True

    def _in(self, draft: StepDraft) -> bool:
        token = self.peek(1)
        raced = any(text.lower() in _RACED for text, _ in draft.said)
        if not token or not (draft.has_figure or raced) or token.kind not in ("clock", "amount", "number"):
            return self._skip()
        value = self._taken(draft, token.value)
        if value.seconds is None:
            return self._skip()
        draft.also = value
        self.at += 2
        return True

    def _taken(self, draft: StepDraft, value: Bare | Quantity) -> Quantity:
        """The time that something takes, in the unit that is possible: '400 m in 88', '8 km in 45'."""
        if isinstance(value, Quantity):
            return value
        metres = (draft.amount.distance.middle if draft.amount else None) or 0.0
        return value.of("min" if metres > 1000 and 1000 * value.value / metres < 130 else "s")

    def _effort(self, draft: StepDraft, token: RunToken, where: Where) -> bool:
        before = self.tokens[self.at - 1] if self.at else None
        if where.repeat and draft.has_figure and self._recovers(token, draft):
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
            draft.to = token.value.effort
            return self._skip()
        if draft.led == "" and not draft.has_figure and token.text.lower() in VERBS:
            draft.led = "verb"
        draft.said.append((token.text, token.value))
        return self._skip()

    def _recovers(self, token: RunToken, draft: StepDraft) -> bool:
        """Whether '… rec 2 min', '… jog back' behind what is repeated is its recovery."""
        if token.value.effort not in RESTING:
            return False
        if (
            token.value.effort == "rest"
            and " " in token.text
            and not (draft.clock or (draft.amount and draft.amount.metres is None))
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

    def _mere_effort(self) -> bool:
        """Whether two words for one effort meet at a sign, 'tempo/threshold'."""
        return False

    def _comma(self, draft: StepDraft, where: Where) -> bool:
        """Words behind a comma belong to the step before it."""
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

    # Brackets in a step ---------------------------------------------------------------------------

    def closing(self) -> int:
        """The index of the bracket that closes the next token's."""
        deep = 0
        for at in range(self.at, len(self.tokens)):
            token = self.tokens[at]
            if token.kind == "sign" and token.text in "([":
                deep += 1
            elif token.kind == "sign" and token.text in ")]":
                deep -= 1
                if not deep:
                    return at
        raise ValueError(f"a '{')' if self.tokens[self.at].text == '(' else ']'}' is missing")

    def _bracket(self, draft: StepDraft, where: Where) -> bool:
        close = self.closing()
        inner = self.tokens[self.at + 1 : close]
        kinds = {token.kind for token in inner}
        figures = [token for token in inner if token.kind in FIGURES]
        if not inner:
            self.at = close + 1
            return True
        if inner[0].kind in ("or", "every") and draft.has_figure:
            draft.notes.append(self.verbatim(inner))
            self.at = close + 1
            return True
        if not figures and "count" not in kinds and not any(kind.startswith("role") for kind in kinds):
            return self._words_in_brackets(draft, inner, close, where)
        if kinds & {"count", "role wu", "role cd", "role both", "times", "chain"} and draft.has_figure:
            return False
        if not draft.has_figure:
            return self._inside_brackets(draft, close, where) if len(figures) == 1 else False
        if len(figures) == 1 and not (kinds - {"in", "amount", "number", "clock", "filler", "metres"}):
            return self._measure_in_brackets(draft, inner, figures[0], close, where)
        return False

    def _words_in_brackets(self, draft: StepDraft, inner: list[RunToken], close: int, where: Where) -> bool:
        efforts = [token.value.effort for token in inner if token.kind == "effort"]
        resting = any(effort in RESTING for effort in efforts) or any(
            token.kind == "equal" for token in inner
        )
        if resting and where.repeat and draft.has_figure:
            return False
        others = {token.kind for token in inner} - {
            "effort",
            "filler",
            "target",
            "pace",
            "offset",
            "climb",
            "optional",
        }
        said = [effort for effort in draft.efforts if effort]
        clash = any(effort and effort not in said for effort in efforts) and said
        if others and not said and not clash:
            self._mixed_brackets(draft, inner)
            self.at = close + 1
            return True
        if others or clash:
            for token in inner:
                draft.targets += [token.value] if token.kind == "target" else []
                if token.kind == "pace":
                    draft.pace = draft.pace or token.value
            words = [token for token in inner if token.kind not in ("target", "pace")]
            draft.notes.append(self.verbatim(inner if len(words) == len(inner) else words))
            self.at = close + 1
            return True
        return self._inside_brackets(draft, close, where)

    def _mixed_brackets(self, draft: StepDraft, inner: list[RunToken]) -> None:
        """'(easy, flat)': efforts between commas are efforts, all else is words."""
        segment: list[RunToken] = []
        for token in [*inner, RunToken("sign", ",", None, 0, 0)]:
            if token.kind != "sign" or token.text not in ",;/":
                segment.append(token)
                continue
            if segment and all(one.kind in ("effort", "filler") for one in segment):
                draft.said += [(one.text, one.value) for one in segment if one.kind == "effort"]
            elif segment:
                draft.targets += [one.value for one in segment if one.kind == "target"]
                words = [one for one in segment if one.kind != "target"]
                draft.notes += [self.verbatim(words)] if words else []
            segment = []

    def _inside_brackets(self, draft: StepDraft, close: int, where: Where) -> bool:
        """Take what is between the brackets as if they weren't there."""
        self.at += 1
        while self.at < close:
            token = self.tokens[self.at]
            if not self.absorb(draft, token, where):
                if token.kind in ("with", "first", "last", "and", "then", "sign"):
                    self.at += 1
                    continue
                self.refuse_here()
        self.at = close + 1
        return True

    def _measure_in_brackets(
        self, draft: StepDraft, inner: list[RunToken], figure: RunToken, close: int, where: Where
    ) -> bool:
        """'5 km (25 min)', '13.1 mi (21.1 km)', '6 x 400 m (90 s)'."""
        whole = draft.amount or draft.metres or (draft.bare and where.repeat and draft.bare.of("m"))
        if not whole or (self.tokens[self.at].text == "[" and where.repeat):
            return False
        value = (
            figure.value.of("s" if where.repeat else whole.unit)
            if isinstance(figure.value, Bare)
            else figure.value
        )
        marked = any(token.kind == "in" or token.text in ("@", "at") for token in inner)
        metres, other = whole.distance.middle, value.distance.middle
        if metres is not None and other is not None:
            if abs(metres - other) > (0.08 if whole.unit != value.unit else 0.04) * metres:
                return False
        else:
            far, long = (
                (metres, value.duration.middle) if metres is not None else (other, whole.duration.middle)
            )
            if where.repeat and not far and not marked:
                return self._recovery_follows(close) and self._pace_in_brackets(draft, inner, figure, close)
            if not far or not long or (isinstance(figure.value, Bare) and not marked):
                return False
            pace = 1000 * long / far
            if where.repeat and not marked:
                if not 140 <= pace <= 420 or any(token.text == "pace" for token in inner):
                    return self._pace_in_brackets(draft, inner, figure, close)
                self._ask_split(figure, close)
            elif not 140 <= pace <= 1500:
                if figure.kind != "clock":
                    return False
                draft.split = value
                self.at = close + 1
                return True
            draft.also = value
        self.at = close + 1
        return True

    def _ask_split(self, figure: RunToken, close: int) -> None:
        """Refuse a time in brackets behind a distance, unless a recovery follows it."""
        if not self._recovery_follows(close):
            raise ValueError(
                f"'({figure.text})' could be the time for each or the rest after it; "
                f"write 'in {figure.text}' or 'w/ {figure.text} rest'"
            )

    def _pace_in_brackets(
        self, draft: StepDraft, inner: list[RunToken], figure: RunToken, close: int
    ) -> bool:
        """'3 x 2 mi @ LT (6:45) w/ 3 min rest': too fast for each, but a pace; asked if no recovery follows."""
        unit = draft.amount.unit if draft.amount else "m"
        unit, least, most = ("mi", 300, 780) if unit == "mi" else ("km", 200, 480)
        if figure.kind != "clock" or not least <= figure.value.duration.middle <= most:
            return False
        if not self._recovery_follows(close) and not any(token.text == "pace" for token in inner):
            raise ValueError(
                f"'({figure.text})' could be the pace or the rest after each; "
                f"write '@ {figure.text}/{unit}' or 'w/ {figure.text} rest'"
            )
        draft.split = figure.value
        self.at = close + 1
        return True

    def _recovery_follows(self, close: int) -> bool:
        """Whether the bracket at *close* is followed by a recovery: 'w/ 2 min', '[90 s]', ', 2 min rest'."""
        ahead = close + 1 - self.at
        if self.is_kind("with", "off", ahead=ahead) or self.is_sign("([", ahead=ahead):
            return True
        if not self.is_joint(ahead):
            return False
        tokens = self.segment(ahead + 1)
        return any(token.kind == "effort" and token.value.effort in RESTING for token in tokens) and not any(
            token.kind == "count" for token in tokens
        )

    # Building -------------------------------------------------------------------------------------

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

    def _words_of(self, draft: StepDraft, where: Where) -> tuple[Effort, str]:
        try:
            effort, said = merged(draft.said)
        except ConflictError:
            if where.recovery:
                return "jog", ""
            raise
        if where.recovery and effort == "recovery" and not said and draft.has_figure:
            said = "recovery"
        kinds = [text for text, phrase in draft.said if phrase.sort == "kind"]
        of_hills = any(text.lower().startswith(_HILLS) for text in kinds)
        if of_hills and not where.repeat and effort == "fast" and len(kinds) == len(draft.said):
            effort = ""  # a run over hills isn't one of hill repeats
        if any(text.lower().startswith("progress") for text in kinds) and not draft.to:
            draft.to = "tempo"
            effort = effort or "easy"
        return effort, said

    def checked_amount(self, amount: Quantity) -> Quantity:
        """*amount*, unless it is nothing, or more than anyone does of the sport."""
        return asking.checked_amount(amount, USUAL[self.sport].most_metres)

    def _amount(self, draft: StepDraft, where: Where, effort: Effort) -> Quantity | None:
        inside = where.repeat or where.recovery or where.behind
        if draft.amount is not None:
            return self.checked_amount(draft.amount)
        if draft.metres is not None:
            if self.sport in ("swim", "row"):
                return self.checked_amount(draft.metres)
            if effort in ("rest", "recovery") and inside and draft.metres.value <= 10:
                minutes = replace(draft.metres, unit="min")
                self.remarks.append(f"'{Bare(minutes.value, minutes.most)}m' is read as {minutes}")
                return self.checked_amount(minutes)
            least = 50 if inside or effort in ("strides", "fast") else 100
            if draft.metres.value < least or (self.single and not inside and draft.metres.value < 400):
                asking.ask_metres(draft.metres)
            return self.checked_amount(draft.metres)
        if draft.clock is not None:
            return self.checked_amount(self._clock(draft.clock, inside, effort))
        return self.checked_amount(self._bare(draft.bare, where, effort)) if draft.bare is not None else None

    def _clock(self, clock: Quantity, inside: bool, effort: Effort) -> Quantity:
        if inside or clock.value >= 600:
            return clock
        if (
            (self.single or self._holds_more(clock))
            and clock.value >= 20
            and effort in ("", "easy", "long", "steady", "recovery")
        ):
            hours = Quantity(clock.value, "h min", clock.most)
            self.remarks.append(
                f"'{clock.value // 60:.0f}:{clock.value % 60:02.0f}' is read as hours and minutes"
            )
            return hours
        if clock.value < 240:
            asking.ask_clock(clock)
        return clock

    def _holds_more(self, clock: Quantity) -> bool:
        """Whether a clock is a whole with longer parts in it: '1:15 with 4 x 8 min'."""
        figures = [token for token in self.tokens if token.kind in FIGURES]
        if (
            not figures
            or figures[0].value is not clock
            or not any(token.kind in ("with", "last", "first") or token.text == "(" for token in self.tokens)
        ):
            return False
        return any(
            isinstance(token.value, Quantity) and (token.value.seconds or 0) >= clock.value
            for token in figures[1:]
        )

    def _bare(self, bare: Bare, where: Where, effort: Effort) -> Quantity:
        least = bare.value
        if least <= 0:
            raise ValueError(f"'{bare}' is no distance or time to run; it should be more than 0")
        if self.sport == "swim" and least >= 25:
            self.remarks.append(f"'{bare}' is read as {bare} metres")
            return bare.of("m")
        if (
            least >= 100
            and least % 25 == 0
            and least <= 5000
            and (where.repeat or where.recovery or where.behind or least >= 200)
        ):
            if effort == "rest":
                asking.ask_unit(bare, effort)
            self.remarks.append(f"'{bare}' is read as {bare} metres, as it is a track distance")
            return bare.of("m")
        if where.unit and least < 100:
            return bare.of(where.unit)
        between = (where.recovery and effort == "") or (
            (where.recovery or where.repeat) and effort == "recovery"
        )
        if (effort == "rest" and 15 <= least <= 180) or (between and 15 <= least < 100):
            self.remarks.append(f"'{bare}' is read as {bare} seconds of rest")
            return bare.of("s")
        if least in (26.2, 13.1):
            return bare.of("mi")
        if len(self.units) == 1 and least <= 10 and not where.repeat and not where.recovery:
            (unit,) = self.units
            self.remarks.append(f"'{bare}' is read as {bare} {unit}, as the rest of the line is")
            return bare.of(unit)
        return asking.ask_unit(bare, effort)

    def _race(self, draft: StepDraft, effort: Effort, said: str) -> tuple[Quantity | None, Effort, str]:
        """A race by its name is its own distance: 'half marathon', 'parkrun'."""
        for text, phrase in draft.said:
            word = text.lower()
            if word in OWN_DISTANCE:
                return Quantity(5, "km"), effort, said
            if phrase.effort in _RACES and word in _RACED:
                if len(draft.said) == 1 and word in ("half", "hm") and not draft.notes:
                    return None, effort, said
                others = [text for text, other in draft.said if other.effort not in (phrase.effort, "race")]
                return Quantity(_RACES[phrase.effort], "km"), "race", " ".join(others) and said
        return None, effort, said

    def _open(self, draft: StepDraft, where: Where, effort: Effort, tokens: list[RunToken]) -> Quantity:
        words = [token.text for token in tokens]
        repeatable = any(text.lower() in REPEATABLE for text, _ in draft.said)
        if draft.role or repeatable or draft.equal or (where.recovery and (effort or draft.notes)):
            return OPEN
        return asking.no_amount(words, effort, recovery=where.recovery, each=where.repeat)

    def _in_hours(self, also: Quantity | None, amount: Quantity) -> Quantity | None:
        """'21 km in 1:45' takes hours: nobody runs it in 105 seconds."""
        metres = amount.distance.middle
        if also is None or also.unit != "m:ss" or not metres or self.sport != "run":
            return also
        pace = 1000 * (also.duration.middle or 0.0) / metres
        return replace(also, unit="h min") if pace < 130 and 140 <= 60 * pace <= 900 else also

    def _settle_split(self, draft: StepDraft, amount: Quantity) -> None:
        """Whether '@ 1:36' is the time for each or a pace: what a runner can run decides."""
        split = draft.split
        assert split is not None
        if self.sport != "run":
            draft.also = split
            return
        seconds, metres = split.duration.middle or 0.0, amount.distance.middle
        if not metres:
            raise ValueError("a pace needs its unit; write it like '4:30/km' or '7:15/mi'")
        per_mile = amount.unit == "mi"
        each = 130 <= 1000 * seconds / metres <= 540
        pace = 140 <= seconds / (1.609344 if per_mile else 1) <= 600
        text = str(replace(split, unit="m:ss")).removesuffix(" min")
        unit = "mi" if per_mile else "km"
        if each and pace and amount.value != 1 and not (amount.unit in ("m", "yd") and metres <= 1650):
            raise ValueError(
                f"'@ {text}' could be the time for {amount} or a pace; write 'in {text}' or '@ {text}/{unit}'"
            )
        if each and not (pace and amount.value == 1 and amount.unit in ("km", "mi")):
            draft.also = split
            if pace:
                self.remarks.append(f"'@ {text}' is read as the time for {amount}")
        elif pace:
            first = round(split.value)
            most = None if split.most is None else round(split.most)
            draft.pace = pace_of(first, most, unit, text)
            self.remarks.append(f"'{text}' is read as {draft.pace}")
        elif (hours := self._in_hours(split, amount)) != split:
            draft.also = hours
            self.remarks.append(f"'{text}' is read as {hours}")
        elif 300 <= split.value < 1440 and split.unit == "m:ss" and split.most is None:
            draft.notes.append(f"at {text}")
            self.remarks.append(f"'{text}' is read as a time of the day")
        else:
            raise ValueError(
                f"'{text}' is neither a time for {amount} nor a pace; a pace needs its unit, such as '4:30/km'"
            )


def _is_zone(token: RunToken) -> bool:
    """Whether an effort is a zone, or a pace by its name: no word before it makes it something else."""
    return bool(re.match(r"z(one)?s? ?\d|.* (pace|effort)$", token.text.lower()))


def noted(*notes: str) -> str:
    """Free words in one line, without the quotes that mark them."""
    plain = (note.translate({0x201C: '"', 0x201D: '"'}).strip(" ,;-/:") for note in notes)
    return ", ".join(dict.fromkeys(filter(None, plain)))


def _aimed(targets: list[Target]) -> Effort:
    """The effort of which a target is a percentage: '92-95% 5k'."""
    return next(
        (target.of for target in targets if target.of in HARDNESS and target.unit == "%"),  # type: ignore[misc]
        "",
    )


def with_words(step: Step, other: Step) -> Step:
    """*step*, with what *other* says where it says nothing itself."""
    effort, said = (step.effort, step.said) if step.effort or step.said else (other.effort, other.said)
    return replace(
        step,
        effort=effort,
        said=said,
        pace=step.pace or other.pace,
        targets=step.targets or other.targets,
        to=step.to or (other.to if (effort, said) == (other.effort, other.said) else ""),
        also=step.also or other.also,
        note=noted(step.note, other.note),
    )
