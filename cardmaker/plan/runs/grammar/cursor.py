"""The tokens of a run, one after the other: what is next, and what it isn't."""

from typing import Final, NoReturn

from cardmaker.plan.runs import asking
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.sports import Sport, sport_named, words_of_others
from cardmaker.plan.runs.usual import Unit

FIGURES: Final = ("amount", "metres", "number", "clock", "chain")
JOINTS: Final = ("then", "and")
_SIGN_JOINTS: Final = "/,;+.|"
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


class RunCursor:
    """Walks over *tokens*; what was read from habit and could be clearer is kept in *remarks*."""

    def __init__(
        self, text: str, tokens: list[RunToken], alone: bool = True, sport: Sport = "run", usual: Unit = ""
    ) -> None:
        self.text, self.tokens, self.at = text, tokens, 0
        self.remarks: list[str] = []
        self.notes: list[str] = []
        self.optional = False
        self.equal_time = False
        """Whether a recovery takes as long as what it follows."""
        self.sport, self.usual = sport, usual
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

    def _ends_follow(self) -> bool:
        """Whether nothing but a cool-down or words are behind a warm-up that is said last."""
        ahead = 0
        while self.peek(ahead):
            tokens = self.segment(ahead)
            bracket = next((at for at, token in enumerate(tokens) if token.text in "(["), len(tokens))
            roles = any(token.kind.startswith("role") for token in tokens[:bracket])
            if not roles and any(token.kind in (*FIGURES, "count") for token in tokens):
                return False
            ahead += len(tokens) + 1
        return True

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
            raise ValueError(
                f"'{words}' isn't a run; write 'cross-training: {words_of_others(words) or words}'"
            )
        sport, name = named[0]
        start, end = tokens[0].start, tokens[-1].end
        amount = f"{self.text[start : name.start].strip()} {self.text[name.end : end].strip(' :-')}".strip()
        raise ValueError(f"'{self.text[start:end]}' isn't a run; write '{sport}: {amount}'")

    def _skip(self) -> bool:
        self.at += 1
        return True
