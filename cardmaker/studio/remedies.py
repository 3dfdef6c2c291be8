"""What is wrong with a plan → the same for a page: its place in the text, and what to write instead."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from cardmaker.api import Finding
from cardmaker.spelling import misspelling_in
from cardmaker.studio.spans import FieldPlace, PlanText, TextNode, TextSpan

_PLACE: Final = re.compile(r"(?::(\d+))?: (?:([^\s:]+): )?", re.ASCII)
_WRITE: Final = re.compile(r"; write (?:'([^']+)'|(\{[^{}]*\}))$")
_MOST_TRIED: Final = 4
"""Remedies of one plan that are tried before they are offered, each as long as a check takes."""

Edit = dict[str, Any]
Works = Callable[[str], int]
"""How many mistakes a text has."""


def shown_findings(found: Sequence[Finding], text: PlanText, name: str, works: Works) -> list[dict[str, Any]]:
    """Findings about the plan called *name*, as messages have them.

    A remedy that says what to write is offered where the plan has fewer mistakes with it, as *works* counts them.
    """
    errors = sum(one.level == "error" for one in found)
    tries = iter(range(_MOST_TRIED))

    def helps(fixed: str) -> bool:
        return next(tries, None) is not None and works(fixed) < errors

    return [_shown(one, text, name, helps) for one in found]


def _shown(finding: Finding, text: PlanText, name: str, helps: Callable[[str], bool]) -> dict[str, Any]:
    line, field, message = _parts(finding, name, text)
    message = message.removeprefix(f"{finding.rule} ") if finding.rule else message
    place = text.find(field) if field else None
    where = _where(place, line, text, message)
    if where and place and place.exact:
        line = text.at(where.start)[0]
    column = text.at(where.start)[1] if where else 0
    return {
        "level": finding.level,
        "line": line,
        "column": column,
        "from": where.start if where else None,
        "to": where.end if where else None,
        "field": field,
        "path": list(place.path) if place else [],
        "message": message,
        "rule": finding.rule,
        "fixes": list(_fixes(message, place, text, helps)),
    }


def _parts(finding: Finding, name: str, text: PlanText) -> tuple[int, str, str]:
    """Line, field and message, which a finding may say in one."""
    message, line, field = finding.message, finding.line, finding.field
    if not message.startswith(name):
        return line, field, message
    found = _PLACE.match(message, len(name))
    if found is None:
        return line, field, message
    said = found[2] or ""
    if field:
        known = message[: found.end()].endswith(f": {field}: ") or not said
        rest = message[found.end() :] if known else message[found.start(2) :].removeprefix(f"{field}: ")
        return line or int(found[1] or 0), field, rest
    if said and text.find(said).exact:
        return line or int(found[1] or 0), said, message[found.end() :]
    return line or int(found[1] or 0), "", message[found.start(2) if said else found.end() :]


def _where(place: FieldPlace | None, line: int, text: PlanText, message: str) -> TextSpan | None:
    """What to underline: the word that is meant, else the field's value or key, else its line."""
    if place and place.exact and place.path:
        asked = misspelling_in(message)
        if asked and (word := _word(asked.word, place, text)):
            return word
        return place.node.value if place.node.scalar else place.node.key or _line(line, text)
    return _line(line, text)


def _line(line: int, text: PlanText) -> TextSpan | None:
    return text.line(line) if line else None


def _word(word: str, place: FieldPlace, text: PlanText) -> TextSpan | None:
    """Where a word is written in a field: in its value, or as its key; None if it is there twice, or not."""
    node = place.node
    for stretch in (node.key if place.exact and place.path[-1:] == (word,) else None, node.value):
        found = stretch and _once(word, stretch, text)
        if found:
            return found
    return None


def _once(word: str, stretch: TextSpan, text: PlanText) -> TextSpan | None:
    written = text.slice(stretch)
    found = list(re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", written, re.IGNORECASE))
    if len(found) != 1:
        return None
    before = written[: found[0].start()]
    start = stretch.start + len(before.encode("utf-16-le")) // 2
    return TextSpan(start, start + len(found[0][0].encode("utf-16-le")) // 2)


def _fixes(
    message: str, place: FieldPlace | None, text: PlanText, helps: Callable[[str], bool]
) -> Iterator[dict[str, Any]]:
    """What may be written instead, each with its edits."""
    if place is None:
        return
    if asked := misspelling_in(message):
        word = _word(asked.word, place, text)
        for meant in asked.meant if word else ():
            yield {"label": meant, "edits": [_edit(word, meant)]}
    elif (found := _WRITE.search(message)) and place.exact and place.node.scalar:
        instead = found[1] or found[2]
        edit = _edit(place.node.value, _quoted(instead, place.node, text) if found[1] else instead)
        if helps(spliced(text, [edit])):
            yield {"label": instead, "edits": [edit]}


def _quoted(word: str, node: TextNode, text: PlanText) -> str:
    """A word in the quotes that the value had."""
    written = text.slice(node.value)
    quote = written[:1] if written[:1] in ("'", '"') and written[:1] not in word else ""
    return f"{quote}{word}{quote}"


def _edit(where: TextSpan | None, insert: str) -> Edit:
    assert where
    return {"from": where.start, "to": where.end, "insert": insert}


def spliced(text: PlanText, edits: Iterable[Edit]) -> str:
    """The text after edits, which go from the last to the first."""
    units = text.text.encode("utf-16-le", "surrogatepass")
    for edit in edits:
        insert = edit["insert"].encode("utf-16-le")
        units = units[: 2 * edit["from"]] + insert + units[2 * edit["to"] :]
    return units.decode("utf-16-le", "replace")
