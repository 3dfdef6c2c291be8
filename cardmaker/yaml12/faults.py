"""Where a YAML parser gave up on broken text → the line and words a coach can act on.

Nothing is taken from what the parser says, which differs from version to version: only the places it marks, the
characters there, and whether it failed on a token or on their order.
"""

import re

import yaml

from cardmaker.namedtuple import NamedTuple
from cardmaker.yaml12.limits import DEPTH_LIMIT, TOO_DEEP

_TAB = "a tab in the indentation; indent with spaces"
_NO_BREAK_SPACE = "a no-break space in the indentation; indent with ordinary spaces"
_COLOUR = "a # after a blank begins a remark; put a colour in quotes"
_UNCLOSED = "a quote or bracket opened here is never closed"
_NEVER_OPENED = "a bracket is closed here that was never opened; put text that begins with {char} in quotes"
_SECOND_COLON = "a second ': ' on one line, or the indentation is off; put text that holds ': ' in quotes"
_DEEPER = "this line is indented deeper than the one above, whose value has ended; check the indentation"
_NO_BLANK = "a blank is missing behind '{name}:'"
_APOSTROPHE = "the ' ends the text here; put text that has an apostrophe in double quotes"
_REMARK = (
    "a # after a blank begins a remark, so the bracket is never closed; put text that holds ' #' in quotes"
)
_TIGHT_COLON = "a ':' here needs a blank after it; put text that holds a ':' in quotes"
_NO_COLON = "a ':' is missing after the name, or a quote or bracket isn't closed"
_BACKSLASH = "a backslash in double quotes means something else; use single quotes"
_NO_LIST_HERE = "a list can't begin here; put its '- ' on a line of its own"
_LIST_LEFT = "the list goes on without '- ' here; check the indentation"
_ALIAS = "a text can't begin with '&' or '*'; put it in quotes"
_BLOCK_TEXT = "only a line break may follow '|' or '>'; put such text in quotes"
_BEGINNING = "a text can't begin with {char}; put it in quotes"
_AFTER_THE_END = "the text goes on after the document's end; check the indentation of this line"
_AFTER_A_VALUE = "more text after a value that had ended; put the whole text in quotes"
_OUT_OF_STEP = "this line is out of step: check its indentation and the line above (a quote left open?)"
_UNKNOWN = "not YAML from here on; check the indentation, and put texts with : # [ ] { } in quotes"


_LOOK_BACK = 5


class _Place(NamedTuple):
    """A marked place: its row and column, and the text from there to the row's end, '' behind the last character."""

    row: int
    column: int
    text: str

    @property
    def char(self) -> str:
        return self.text[:1]


def explain(fault: yaml.YAMLError, text: str) -> tuple[int, str]:
    """The line (from 1) and a plain message of a parser's *fault* in *text*."""
    rows = text.split("\n")
    opened = _place(getattr(fault, "context_mark", None), rows)
    at = _place(getattr(fault, "problem_mark", None), rows) or opened
    if _too_deep(text):
        return (at.row if at else 0) + 1, TOO_DEEP
    if at is None:
        return 1, _UNKNOWN
    row, words = (
        _of_the_row(at, rows)
        or _of_the_row_above(at, rows)
        or (
            _of_a_token(at, opened, rows)
            if isinstance(fault, yaml.scanner.ScannerError)
            else _of_the_order(at, opened, rows)
        )
    )
    return row + 1, words.format(char="a tab" if at.char == "\t" else f"'{at.char}'" if at.char else "this")


def _place(mark: yaml.Mark | None, rows: list[str]) -> _Place | None:
    if mark is None:
        return None
    row = min(mark.line, len(rows) - 1)
    return _Place(row, mark.column, rows[row][mark.column :] if mark.line < len(rows) else "")


def _too_deep(text: str) -> bool:
    """Whether the text itself opens more brackets than may be; parsers may refuse that before they send any event."""
    depth = most = 0
    for char in re.sub(r"'[^'\n]*'|\"[^\"\n]*\"|(?:^|\s)#.*", "", text):
        depth += (char in "[{") - (char in "]}" and depth > 0)
        most = max(most, depth)
    return most > DEPTH_LIMIT


def _of_the_row(at: _Place, rows: list[str]) -> tuple[int, str] | None:
    """What is wrong with the whole line, whatever the parser stumbled over in it."""
    line = rows[at.row]
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation:
        return at.row, _TAB
    if "\xa0" in indentation:
        return at.row, _NO_BREAK_SPACE
    return (at.row, _COLOUR) if re.search(r":\s+#[0-9a-fA-F]{3}", line) else None


def _of_the_row_above(at: _Place, rows: list[str]) -> tuple[int, str] | None:
    """A name without a blank behind its colon, which makes the next line one that goes on with its text."""
    for row in range(at.row - 1, max(-1, at.row - _LOOK_BACK), -1):
        found = re.match(r"\s*(?:- )?([A-Za-z_][\w ]*):[^\s/:0-9]", rows[row])
        if found and ": " not in rows[row]:
            return row, _NO_BLANK.replace("{name}", found[1])
        if rows[row].strip():
            return None
    return None


def _of_a_token(at: _Place, opened: _Place | None, rows: list[str]) -> tuple[int, str]:
    """What is wrong where no token could be read; *opened* is where the parser began with it."""
    if opened is None or opened == at:
        line = rows[at.row]
        second = _SECOND_COLON if line.count(": ") > 1 or at.row == 0 else _colon_of(line, rows[at.row - 1])
        words = {":": second, "-": _NO_LIST_HERE}.get(at.char, _BEGINNING)
        return at.row, words if at.char else _UNKNOWN
    if opened.char in "\"'":
        return _of_a_quote(at, opened, rows)
    begun = {"&": _ALIAS, "*": _ALIAS, "|": _BLOCK_TEXT, ">": _BLOCK_TEXT}.get(opened.char)
    if begun:
        return at.row, begun
    if opened.char in "!%":
        return opened.row, _BEGINNING.replace("{char}", f"'{opened.char}'")
    return at.row, _TIGHT_COLON if at.char == ":" and at.row == opened.row else _NO_COLON


def _colon_of(line: str, above: str) -> str:
    """What is wrong with the only colon of a line: that of a name that is indented too deep."""
    deeper = len(line) - len(line.lstrip()) > len(above) - len(above.lstrip())
    return _DEEPER if deeper and re.match(r"\s*(?:- )?[\w -]+: +\S", above) else _SECOND_COLON


def _of_a_quote(at: _Place, opened: _Place, rows: list[str]) -> tuple[int, str]:
    if (not any(rows[at.row + 1 :]) and not at.text) or at.text.startswith(("---", "...")):
        return opened.row, _UNCLOSED
    escape = "\\" in rows[at.row][max(0, at.column - 2) : at.column + 1]
    return at.row, _BACKSLASH if escape else _NO_COLON


def _of_the_order(at: _Place, opened: _Place | None, rows: list[str]) -> tuple[int, str]:
    """What is wrong where a token doesn't go on from those before it; *opened* is where their group began."""
    if opened is None:
        directive = next((row for row, line in enumerate(rows[: at.row + 1]) if line.startswith("%")), None)
        if directive is not None:
            return directive, _BEGINNING.replace("{char}", "'%'")
        return at.row, _AFTER_THE_END
    if opened == at:
        return at.row, _NEVER_OPENED if at.char in "]}" else _BEGINNING if at.char else _UNKNOWN
    if opened.char in "[{":
        cut = next((row for row in range(opened.row, at.row + 1) if " #" in rows[row]), None)
        return (opened.row, _UNCLOSED) if cut is None else (cut, _REMARK)
    if opened.text[:2] in ("- ", "-"):
        return at.row, _LIST_LEFT
    before = rows[at.row][: at.column]
    if before.count("'") > 1 and re.search(r"\w'\w", rows[at.row]):
        return at.row, _APOSTROPHE
    return at.row, _AFTER_A_VALUE if before.strip() else _OUT_OF_STEP
