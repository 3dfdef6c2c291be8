"""Words before a colon or dash → the name of a run, and what it says of the parts behind it."""

from collections.abc import Iterator
from dataclasses import replace

from cardmaker.plan.quantity import OPEN
from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.grammar.parts import Grammar
from cardmaker.plan.runs.grammar.shapes import filled
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.record import Part, Step
from cardmaker.plan.runs.run import Run


def title_of(text: str, tokens: list[RunToken]) -> tuple[str, tuple[Step, ...], list[RunToken]]:
    """The name in 'Hills: 8 x 90 s', what it says of effort, and the tokens behind it; nothing where there is none."""
    for at, token in enumerate(tokens):
        if token.kind in (*FIGURES, "count", "times", "pace", "target") or token.kind.startswith("role"):
            break
        dash = token.kind == "word" and token.text == "-"
        if not (dash or (token.kind == "sign" and token.text == ":")) or not at or at == len(tokens) - 1:
            continue
        words = tokens[:at]
        name = text[words[0].start : words[-1].end].replace("“", "").replace("”", "").strip()
        return name, tuple(_hint(text, some) for some in _joined(words)), tokens[at + 1 :]
    return "", (), tokens


def _joined(words: list[RunToken]) -> Iterator[list[RunToken]]:
    """The words of a title that pluses join: 'easy run + strides'."""
    begin = 0
    for at, token in enumerate(words):
        if token.text in ("+", "&", "and", "plus") and at > begin:
            yield words[begin:at]
            begin = at + 1
    yield words[begin:]


def _hint(text: str, words: list[RunToken]) -> Step:
    try:
        return replace(Grammar(text, words).hint(), note="")
    except ValueError:
        return Step(OPEN)


def titled(parts: tuple[Part, ...], hints: tuple[Step, ...], title: str) -> tuple[tuple[Part, ...], str]:
    """The effort that a title says, for the parts that say none, unless some part says it; and what is left of it.

    'Easy run + strides: 40 min + 4 x 20 s' says one for each.
    """
    hint = hints[0]
    if len(hints) == len(parts) > 1:
        return tuple(filled(part, one) for part, one in zip(parts, hints, strict=True)), title
    run = Run(parts)
    unsaid = hint.effort and all(step.effort != hint.effort for step in run.steps())
    if unsaid and (len(parts) == 1 or any(not step.effort for step in run.steps())):
        parts = tuple(filled(part, hint) for part in parts)
    if len(parts) == 1 and isinstance(parts[0], Step) and hint.effort and hint.effort == parts[0].effort:
        return parts, ""
    return parts, title
