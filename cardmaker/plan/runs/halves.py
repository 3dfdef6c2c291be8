"""The tokens of a line → the runs of its day: what is before noon and what after."""

from typing import Final, Literal

from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.lexer.tokens import RunToken

SEPARATORS: Final = "/,;+.|:-"


def halves(tokens: list[RunToken]) -> list[tuple[Literal["", "AM", "PM"], list[RunToken]]]:
    """The runs of one line, parted by AM and PM, which come before or after each."""
    marks = [at for at, token in enumerate(tokens) if token.kind in ("am", "pm")]
    kinds = {tokens[at].kind for at in marks}
    if len(marks) == 1 and marks[0] in (0, len(tokens) - 1) and len(tokens[marks[0]].text) < 5:
        (at,) = marks
        rest = _trimmed(tokens[:at] or tokens[at + 1 :])
        last = max(
            (n for n, token in enumerate(tokens[:at]) if token.text in "/,;+" and token.kind == "sign"),
            default=0,
        )
        if last and not is_run(tokens[last:]):
            return [("", tokens)]  # '10 km easy + gym PM'
        if at and tokens[at].kind == "pm" and (two := _two_amounts(rest)):
            return [("AM", two[0]), ("PM", two[1])]  # '4 mi recovery, 6 mi PM'
        return [("AM" if tokens[at].kind == "am" else "PM", rest)] if rest else [("", tokens)]
    if len(marks) == 1 and (at := marks[0]):
        before, after = _trimmed(tokens[:at]), _trimmed(tokens[at + 1 :])
        text = tokens[at].text.lower()
        parted = text.startswith(("afternoon", "evening")) or tokens[at - 1].text in SEPARATORS
        if kinds == {"am"}:
            parted = len(text) < 5
        if parted and is_run(before) and is_run(after):
            return [("AM", before), ("PM", after)]  # '8 km easy, PM: 6 x 400 m', '8 km am, 6 km easy'
    if kinds != {"am", "pm"} or len(marks) != 2:
        return [("", tokens)]
    first, second = marks
    lead = tokens[:first]
    if first == 0:
        pieces = tokens[1:second], tokens[second + 1 :]
    elif not is_run(lead) and is_run(tokens[first:second]):
        both = [token for token in lead if token.kind in ("effort", "filler")]
        pieces = [*lead, *tokens[first + 1 : second]], [*both, *tokens[second + 1 :]]
    else:
        pieces = tokens[:first], tokens[first + 1 : second] or tokens[second + 1 :]
        if second != len(tokens) - 1 and tokens[first + 1 : second]:
            pieces = tokens[:first], [*tokens[first + 1 : second], *tokens[second + 1 :]]
    names: list[Literal["AM", "PM"]] = ["AM" if tokens[at].kind == "am" else "PM" for at in marks]
    return list(zip(names, map(_trimmed, pieces), strict=True))


def _two_amounts(tokens: list[RunToken]) -> tuple[list[RunToken], list[RunToken]] | None:
    """Two stretches with an amount each and nothing else that is run; None for others."""
    signs = [at for at, token in enumerate(tokens) if token.kind == "sign"]
    if (
        len(signs) != 1
        or tokens[signs[0]].text not in ",;/"
        or any(t.kind.startswith("role") for t in tokens)
    ):
        return None
    first, last = tokens[: signs[0]], tokens[signs[0] + 1 :]
    alike = all(sum(token.kind in FIGURES for token in half) == 1 for half in (first, last))
    return (first, last) if alike and not any(token.kind == "count" for token in tokens) else None


def _trimmed(tokens: list[RunToken]) -> list[RunToken]:
    """Without the signs at both ends that part the runs."""
    found = list(tokens)
    while found and (found[0].text in SEPARATORS or found[0].kind in ("and", "then")):
        found.pop(0)
    while found and (found[-1].text in SEPARATORS or found[-1].kind in ("and", "then")):
        found.pop()
    if len(found) > 1 and found[0].text == "(" and found[-1].text == ")":
        return found[1:-1]
    if found and found[-1].text == "(":  # '6 mi easy (am)' has lost its end
        return found[:-1]
    return found[1:] if found and found[0].text == ")" else found


def is_run(tokens: list[RunToken]) -> bool:
    """Whether there is anything to run in *tokens*."""
    return any(token.kind in (*FIGURES, "count") for token in tokens)
