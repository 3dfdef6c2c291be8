"""What has been read of a text, and what is at its next character."""

import re
from typing import Any

from cardmaker.patterns import Pattern
from cardmaker.plan.runs.lexer.tokens import RunToken


class Scanning:
    """Looks at what is next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = "".join(c.lower() if c.isascii() else c for c in text)
        self.at = 0
        self.found: list[RunToken] = []

    def _see(self, pattern: Pattern | re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.low, self.at)

    def _add(self, kind: str, value: Any, end: int) -> bool:
        self.found.append(RunToken(kind, self.text[self.at : end].strip(), value, self.at, end))
        self.at = end
        return True

    def _previous(self, *kinds: str) -> bool:
        return bool(self.found) and self.found[-1].kind in kinds

    def _after_at(self) -> bool:
        return bool(self.found) and self.found[-1].text in ("@", "at", "in")
