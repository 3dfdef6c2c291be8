"""What brackets behind a figure say: a pace, a time, the recovery, a remark."""

from typing import Final, NoReturn

from cardmaker.plan.runs.efforts import RESTING
from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.grammar.drafts import StepDraft, Where
from cardmaker.plan.runs.grammar.words import StepWords
from cardmaker.plan.runs.lexer.tokens import Bare, RunToken, pace_of

_FASTEST: Final = 165.0
"""Whole minutes in brackets behind repeats, '4 x 800 m (2 min)', are the rest if each would be run faster than this, in
seconds a kilometre: who runs so fast writes the time with its seconds."""

_FASTEST_FAR: Final = 180.0
"""The same of several kilometres or miles with a pace before the brackets: '2 mi at goal pace (8:45-9:00)'."""
_STRIDE: Final = 60.0
_NO_REST: Final = 240.0
"""Seconds that nobody rests after a stride, but a pace: '6 x 20 s strides (5:30)'."""
_MILE: Final = 290.0
"""Seconds for a mile that few run faster: from here on, repeats of 1 km may have a pace of miles in brackets."""
_AIMS: Final = ("target", "goal", "aim")
_MARKS: Final = ("@", "at", *_AIMS)


class StepBrackets(StepWords):
    """Reads the brackets of a step."""

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
        aims = [token.text for token in inner if token.text.lower() in _AIMS]
        kinds -= {"word"} if len(aims) == sum(token.kind == "word" for token in inner) else set()
        if len(figures) == 1 and not (kinds - {"in", "amount", "number", "clock", "filler", "metres"}):
            draft.notes += aims
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
        marked = any(token.kind == "in" or token.text.lower() in _MARKS for token in inner)
        metres, other = whole.distance.middle, value.distance.middle
        if metres is not None and other is not None:
            if abs(metres - other) > (0.08 if whole.unit != value.unit else 0.04) * metres:
                return False
        else:
            far, long = (
                (metres, value.duration.middle) if metres is not None else (other, whole.duration.middle)
            )
            if where.repeat and not far and not marked:
                rest = value.duration.middle or 0.0
                if figure.kind == "clock" and 0 < (long or 0.0) <= _STRIDE and rest >= _NO_REST:
                    _ask_pace(figure.text, "km")
                return self._recovery_follows(close) and self._pace_in_brackets(draft, inner, figure, close)
            if not far or not long:
                return False
            pace = 1000 * long / far
            if isinstance(figure.value, Bare) and not marked:  # '4 x 200 m (36-38) off 200 m walk'
                if not (where.repeat and 140 <= pace <= 420 and self._recovery_follows(close)):
                    return False
                self.remarks.append(f"'{figure.value}' is read as {figure.value} seconds for each")
            if self._is_paced(draft, inner):
                several = whole.unit in ("km", "mi") and whole.value != 1
                if pace < (_FASTEST_FAR if several else _FASTEST) and self._pace_in_brackets(
                    draft, inner, figure, close
                ):
                    return True
                if several and not (marked or where.repeat) and _is_pace(figure, whole.unit):
                    raise ValueError(
                        f"'({figure.text})' could be the time for {whole} or a pace; "
                        f"write 'in {figure.text}' or '@ {figure.text}/{whole.unit}'"
                    )
            if where.repeat and not marked:
                if figure.kind == "amount" and figure.value.unit == "min" and pace < _FASTEST:
                    return False
                if not 140 <= pace <= 420 or any(token.text == "pace" for token in inner):
                    return self._pace_in_brackets(draft, inner, figure, close)
                if whole.unit == "km" and "mi" in self.units and (long or 0.0) >= _MILE:
                    raise ValueError(
                        f"'({figure.text})' could be the time for {whole} or the pace of a mile; "
                        f"write 'in {figure.text}' or '@ {figure.text}/mi'"
                    )
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
        unit = "mi" if unit == "mi" else "km"
        if not _is_pace(figure, unit):
            return False
        paced = self._is_paced(draft, inner)
        if not self._recovery_follows(close) and not paced:
            _ask_pace(figure.text, unit)
        if paced:
            slowest = figure.value.most
            last = None if slowest is None else round(slowest)
            draft.pace = pace_of(round(figure.value.value), last, unit, figure.text)
            self.remarks.append(f"'{figure.text}' is read as {draft.pace}")
        else:
            draft.split = figure.value
        self.at = close + 1
        return True

    @staticmethod
    def _is_paced(draft: StepDraft, inner: list[RunToken]) -> bool:
        """'@ HM pace (6:19)', '(6:19 pace)': the bracket says which pace."""
        said = draft.paced or any(text.lower().endswith(("pace", "mp")) for text, _ in draft.said)
        return said or any(token.text == "pace" for token in inner)

    def _recovery_follows(self, close: int) -> bool:
        """Whether the bracket at *close* is followed by a recovery: 'w/ 2 min', '[90 s]', ', 2 min rest'."""
        ahead = close + 1 - self.at
        if self.is_kind("with", "off", ahead=ahead) or self.is_sign("([", ahead=ahead):
            return True
        resting = self.is_kind("effort", ahead=ahead) and self.tokens[self.at + ahead].value.effort in RESTING
        if resting and self.is_kind("amount", "metres", "clock", ahead=ahead + 1):
            return True  # '(3:50) jog 400 m'
        if self.is_kind(
            "amount", "metres", "clock", "number", ahead=ahead
        ):  # '(1:45) 200 m jog', '(4:10) 2:00'
            if self.is_kind("effort", ahead=ahead + 1):
                return self.tokens[self.at + ahead + 1].value.effort in RESTING
            timed = getattr(self.tokens[self.at + ahead].value, "seconds", None) is not None
            return timed and (self.peek(ahead + 1) is None or self.is_joint(ahead + 1))
        if not self.is_joint(ahead):
            return False
        tokens = self.segment(ahead + 1)
        return any(token.kind == "effort" and token.value.effort in RESTING for token in tokens) and not any(
            token.kind == "count" for token in tokens
        )

    def absorb(self, draft: StepDraft, token: RunToken, where: Where) -> bool:
        """Take *token* into *draft*; False, and nothing is taken, where the step ends."""
        raise NotImplementedError


def _is_pace(figure: RunToken, unit: str) -> bool:
    """Whether a clock is a pace that people run at, per *unit*."""
    least, most = (300, 780) if unit == "mi" else (200, 480)
    return figure.kind == "clock" and least <= (figure.value.duration.middle or 0.0) <= most


def _ask_pace(clock: str, unit: str) -> NoReturn:
    raise ValueError(
        f"'({clock})' could be the pace or the rest after each; write '@ {clock}/{unit}' or 'w/ {clock} rest'"
    )
