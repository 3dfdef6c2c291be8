"""What a YAML parser says about broken text → the line and words a coach can act on."""

import re

import yaml

_TAB = "a tab in the indentation; indent with spaces"
_UNCLOSED = "a quote or bracket opened here is never closed"
_OUT_OF_STEP = "this line is out of step: check its indentation and the line above (a quote left open?)"

# What libyaml and PyYAML say, in the order to try; the first pattern found wins.
_WORDS = (
    (
        r"mapping values are not allowed",
        "a second ': ' on one line, or the indentation is off; put text that holds ': ' in quotes",
    ),
    (
        r"found unexpected end of stream|expected ',' or '\]'|expected ',' or '\}'|expected (?:the )?node content",
        _UNCLOSED,
    ),
    (r"could not find expected ':'", "a ':' is missing after the name, or a quote or bracket isn't closed"),
    (r"found character.*cannot start any token", "a text can't begin with {char}; put it in quotes"),
    (
        r"unknown escape character|hexdecimal|hexadecimal|Unicode character escape",
        "a backslash in double quotes means something else; use single quotes",
    ),
    (
        r"sequence entries are not allowed",
        "a '- ' can't stand here; begin the list on a line of its own",
    ),
    (r"expected '-' indicator", "the list goes on without '- ' here; check the indentation"),
    (r"unexpected ':'", "a ':' here needs a blank after it; put text that holds a ':' in quotes"),
    (r"alias|anchor|alphabetic or numeric", "a text can't begin with '&' or '*'; put it in quotes"),
    (r"tag", "a text can't begin with '!'; put it in quotes"),
    (
        r"block scalar|indentation indicator|comment or line break",
        "only a line break may follow '|' or '>'; put such text in quotes",
    ),
    (r"directive|%YAML", "a text can't begin with '%'; put it in quotes"),
    (
        r"expected '?<document start>",
        "the text goes on after the document's end; check the indentation of this line",
    ),
    (r"expected key|expected <block end>|document content", _OUT_OF_STEP),
)
_FROM_THE_START = {_UNCLOSED}


def explain(fault: yaml.YAMLError, text: str) -> tuple[int, str]:
    """The line (from 1) and a plain message of a parser's *fault* in *text*."""
    problem = getattr(fault, "problem", None) or getattr(fault, "reason", None) or str(fault).split("\n")[0]
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    rows = text.split("\n")
    row = min(mark.line, len(rows) - 1) if mark else 0
    indentation = re.match(r"\s*", rows[row])
    if indentation and "\t" in indentation.group():
        return row + 1, _TAB
    if indentation and "\xa0" in indentation.group():
        return row + 1, "a no-break space in the indentation; indent with ordinary spaces"
    if re.search(r":\s+#[0-9a-fA-F]{3}", rows[row]):
        return row + 1, "a # after a blank begins a remark; put a colour in quotes"
    for pattern, words in _WORDS:
        if re.search(pattern, problem):
            opened = getattr(fault, "context_mark", None)
            if words in _FROM_THE_START and opened:
                row = min(opened.line, len(rows) - 1)
            return row + 1, words.format(char=_character(rows[row], mark))
    return row + 1, f"not YAML: {problem}"


def _character(row: str, mark: yaml.Mark | None) -> str:
    character = row[mark.column : mark.column + 1] if mark else ""
    return "a tab" if character == "\t" else f"'{character}'" if character else "this"
