"""A coach's line → the text of a run, or of another sport, that a plan may have; None where it is no run."""

import re
from typing import Final, Literal

from cardmaker.plan.runs.lexer.lexer import tokens_of
from cardmaker.plan.runs.lexer.tokens import Bare, RunToken
from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.spans import flat
from cardmaker.plan.runs.sports import Sport
from cardmaker.plan.scanner import plain
from cardmaker.record import record

Unit = Literal["", "km", "mi", "min"]

_MOST_BARE: Final = 60
"""A greater bare number is likelier metres than kilometres, miles or minutes: '6 x 400'."""
_MOST_M: Final = 30
"""'5m' is five miles or minutes where numbers count those; '400m' are metres."""
_LONE_M: Final = re.compile(r"(?<![\w.:])(\d{1,2}(?:\.\d+)?)\s?m\b(?!\s*(?:/|in\b))", re.IGNORECASE)
MEASURED: Final = re.compile(
    r"\d\s*(?:k|km|kms|kilometers?|kilometres?|mi|miles?|m|metres?|meters?|yds?|yards?|min|mins|minutes?|h|hrs?|"
    r"hours?|s|sec|secs|seconds?|['′’\"″])(?![a-z])",
    re.IGNORECASE,
)
_TRACK: Final = re.compile(r"\d ?[x×] ?(?:200|300|400|600|800|1000|1200|1600)\b", re.IGNORECASE)


@record
class RunReader:
    """Reads runs; bare numbers count in *unit*, or nothing is read of them."""

    unit: Unit = ""

    def run(self, text: str, sport: Sport = "run") -> str | None:
        """The text of a run as a plan may have it."""
        return next((line for line in self._ways(text) if _is_run(line, sport)), None)

    def why_not(self, text: str) -> str:
        """What keeps *text* from being a run, in one line."""
        try:
            parse_run(text)
        except ValueError as fault:
            return str(fault)
        return "not clearly a run"

    def _ways(self, text: str) -> list[str]:
        """The line as it is, and with the unit that its bare numbers count in."""
        line = " ".join(text.split())
        if not self.unit:
            return [line]
        if self.unit != "km":
            line = _LONE_M.sub(lambda found: self._measured(found), line)
        return [line, self._with_unit(line)]

    def _measured(self, found: re.Match[str]) -> str:
        return f"{found[1]} {self.unit}" if float(found[1]) <= _MOST_M else found[0]

    def _with_unit(self, line: str) -> str:
        try:
            bare = [token for token in tokens_of(line) if _is_bare(token)]
        except ValueError:
            return line
        line = plain(line)
        for token in reversed(bare):
            line = f"{line[: token.end]} {self.unit}{line[token.end :]}"
        return line


def _is_bare(token: RunToken) -> bool:
    if token.kind != "number" or not isinstance(token.value, Bare):
        return False
    return (token.value.most or token.value.value) < _MOST_BARE


def _is_run(text: str, sport: Sport) -> bool:
    """Whether *text* is read as a run, and not a time of the day among other words."""
    try:
        run = parse_run(text, sport=sport)
    except ValueError:
        return False
    return bool(MEASURED.search(text) or _TRACK.search(text)) or not _other_words(run)


def _other_words(run: Run) -> bool:
    return bool(run.note or run.title or any(step.note for one in run.sessions() for step in flat(one.parts)))
