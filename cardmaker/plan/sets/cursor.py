"""Tokens → the same, taken one after the other: signs, phrases, numbers, ranges and lists of them."""

import re
from itertools import takewhile
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.patterns import Pattern
from cardmaker.plan.sets.record import NumberRange
from cardmaker.plan.sets.tokens import SetsToken, plain, tokens
from cardmaker.plan.sets.words import ROLES, TIMES, UNITS, Phrases

_END: Final = SetsToken("sign", "", "", 0, 0, True)
_RESTS: Final = ("rest", "rests", "recovery", "break", "between")


class Figure(NamedTuple):
    """A number or a range, and whether more may follow: '8-12', '5+'."""

    span: NumberRange
    open_ended: bool = False


class Figures(NamedTuple):
    """Figures in a list and what parts them: 12/10/8, '70, 75, 80', 21-15-9; one has no sign."""

    items: tuple[Figure, ...]
    sign: str

    @property
    def one(self) -> NumberRange:
        """The only figure's span."""
        return self.items[0].span


_MANY: Final = ("exercise", "station", "movement", "move", "round", "set", "rep", "exercises")
_ROUNDS: Final = ("rounds", "rds", "circuit", "stations", "superset", "supersets", "supersetted")
_JOINS: Final = ("plus", "+", "&", "and", "und")


def each_of_many(cursor: "Cursor") -> bool:
    """Whether 'each', which was just taken, means exercises, or loads ('each of 12 kg'), rather than sides."""
    named = takewhile(lambda token: token.kind != "number", cursor.tokens)  # 'squats plus rows 3x10 each'
    joined = any(token.text in _JOINS for token in named)
    return joined or cursor.peek().text in (*_MANY, "of") or any(t.text in _ROUNDS for t in cursor.tokens)


class Cursor:
    """A place in a text, which only moves forward unless it is put back."""

    def __init__(self, text: str) -> None:
        self.text = plain(text)
        self.tokens = tokens(self.text)
        self._texts = tuple('"' if token.kind == "quote" else token.text for token in self.tokens)
        self.place = 0

    @property
    def ended(self) -> bool:
        """Whether nothing is left."""
        return self.place >= len(self.tokens)

    def peek(self, ahead: int = 0) -> SetsToken:
        """The token at this place, or some further; an empty sign past the end."""
        place = self.place + ahead
        return self.tokens[place] if 0 <= place < len(self.tokens) else _END

    @property
    def rest(self) -> str:
        """What is left to read, as it is written."""
        return "" if self.ended else self.text[self.peek().at :]

    def sign(self, *signs: str) -> str:
        """Take one of *signs*; '' if none is here."""
        token = self.peek()
        if token.kind == "sign" and token.text in signs:
            self.place += 1
            return token.text
        return ""

    def word(self, *words: str) -> str:
        """Take one of *words*; '' if none is here."""
        token = self.peek()
        if token.kind == "word" and token.text in words:
            self.place += 1
            return token.text
        return ""

    def see(self, table: Phrases, ahead: int = 0) -> int:
        """How many tokens the longest phrase of *table* has that starts here; 0 if there is none."""
        start = self.place + ahead
        longest = min(len(next(iter(table))), len(self.tokens) - start)  # the first is the longest
        return next((n for n in range(longest, 0, -1) if self._texts[start : start + n] in table), 0)

    def phrase(self, table: Phrases) -> str | None:
        """Take the longest phrase of *table* and give its meaning."""
        count = self.see(table)
        if not count:
            return None
        start, self.place = self.place, self.place + count
        return table[self._texts[start : self.place]]

    def match(self, pattern: re.Pattern[str] | Pattern) -> re.Match[str] | None:
        """Take what *pattern* matches in the text from here, if it ends where a token ends."""
        if self.ended:
            return None
        found = pattern.match(self.text, self.peek().at)
        ahead = 0
        while found and ahead < len(self.tokens) - self.place:
            if self.peek(ahead).end == found.end():
                self.place += ahead + 1
                return found
            ahead += 1
        return None

    def number(self) -> float | None:
        """Take a number."""
        token = self.peek()
        if token.kind != "number":
            return None
        self.place += 1
        return token.value

    def span(self) -> NumberRange | None:
        """Take a number or a range: '8', '8-12', '8 - 12', '8 to 12'; a clock time isn't one."""
        low = self.number()
        if low is None:
            return None
        start = self.place
        dash = self.peek()
        following = self.peek(1)
        if self.peek().text == "or" and following.kind == "number" and following.value == low + 1:
            self.place += 2
            return NumberRange(low, low + 1)
        if self.sign("-") or self.word("to", "bis"):
            after = self.peek()
            less = dash.spaced and not after.spaced  # '3x8 -20 kg' is no range
            high = None if less else self.number()
            apart = dash.spaced and after.spaced and start > 1  # '3x8 - 4x12', not '3 - 4 x 12'
            listed = self.peek().text == "/" and self.peek(1).kind == "number"  # '3x5 - 65/75/85%'
            if high is not None and not (apart and (listed or self.peek().text == "x")):
                return NumberRange(low, high)
            self.place = start
        return NumberRange(low, low)

    def figure(self) -> Figure | None:
        """Take a number or a range that may have an open end: '5+', though not the '5+5' of parts."""
        span = self.span()
        if span is None:
            return None
        plus = self.peek()
        if plus.text == "+" and not plus.spaced and (self.peek(1).kind != "number" or self.peek(1).spaced):
            self.place += 1
            return Figure(span, open_ended=True)
        return Figure(span)

    def figures(self) -> Figures | None:
        """Take a list of figures: by commas, slashes or, from three on, dashes or spaces."""
        start = self.place
        for sign in ("-", ""):
            if found := self._chain(sign):
                return found
            self.place = start
        first = self.figure()
        if first is None:
            return None
        items, sign = [first], self.peek().text
        while sign in (",", "/") and self.peek().text == sign and self.peek(1).kind == "number":
            before = self.place
            self.place += 1
            apart = self.peek(-1).spaced and sign == "/"
            at = self.place
            item = self.figure()
            if item and item.span.low != item.span.high and self.tokens[at + 1].spaced:
                self.place = at  # '5/3/1 - 65/75/85'
                item = Figure(NumberRange(*[self.number() or 0] * 2))
            held = sign == "/" and self.peek(2).text in ("s", "sec", "secs", "seconds")  # '6/4/2 x 10 s'
            crossed = self.peek().text == "x" and not held
            if item is None or crossed or self._names_something(apart):
                self.place = before
                break
            items.append(item)
        return Figures(tuple(items), sign if len(items) > 1 else "")

    def effort_figures(self) -> Figures | None:
        """Take figures behind '@', though not the repetitions of '5@7, 5@8'."""
        start = self.place
        figures = self.figures()
        if figures is None or figures.sign not in (",", "") or len(figures.items) < 2:
            return figures
        place, unit = self.place, self.phrase(UNITS)
        self.place = place
        other = (
            unit in ("%", "kg", "lb") and figures.items[0].span.high <= 10
        )  # 'x @ 9, 5% less', '@ 9, 60 kg x 5'
        if self.peek().text not in ("@", "at", "x", "reps") and not other:
            return figures
        self.place = start
        items = [self.figure() for _ in figures.items[1:] if self.place == start or self.sign(",")]
        return Figures(tuple(item for item in items if item), "," if len(items) > 1 else "")

    def _names_something(self, apart: bool) -> bool:
        """Whether a new part of the prescription starts with the figure just taken: ', 2 sets', ', 8 each'."""
        named = (
            "set",
            "sets",
            "sätze",
            "satz",
            "warm-up",
            "warmup",
            "back-off",
            "backoff",
            "times",
            "rounds",
        )
        unit = apart and self.see(UNITS) > 0 and self.peek().text not in ("reps", "rep")  # '@ 8 / 90 s'
        unit = unit or (
            self.see(UNITS) > 0 and self.peek(self.see(UNITS)).text in _RESTS
        )  # '15-25, 60-90 s rest'
        return self.peek().text in named or self.see(TIMES) > 0 or self.see(ROLES) > 0 or unit

    def _chain(self, sign: str) -> Figures | None:
        """Take three numbers or more parted by dashes, 21-15-9, or by nothing but spaces."""
        items: list[Figure] = []
        while (value := self.number()) is not None:
            plus = self.peek()
            tight = plus.text == "+" and not plus.spaced
            more = tight and (self.peek(1).kind != "number" or self.peek(1).spaced)
            self.place += more
            items.append(Figure(NumberRange(value, value), more))
            if not sign and self.peek().text not in ("x", "-", "to", "/", ","):
                continue
            if not self.sign(sign or "\0"):
                break
        fine = len(items) >= 3 and self.peek(-1).text != "-" and (sign or self.peek().text in ("", "@", "x"))
        return Figures(tuple(items), sign or " ") if fine else None
