"""The words of a line that its run doesn't have → the run with them as a note, or a question for those of effort."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cardmaker.plan.runs.accounting.written import steps_of
from cardmaker.plan.runs.efforts import AIMED, HARDNESS
from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.grammar.drafts import noted
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.run import Run

_MEASURES: Final = ("half", "mile", "marathon", "half marathon", "half-marathon")
"""Races that are distances, too: 'last half', 'last mile'."""
_SHARES: Final = ("third", "quarter")
"""What the run has as an amount: 'last third'."""


def with_words_kept(run: Run, tokens: list[RunToken]) -> Run:
    """*run* with all words of its line: those that no part has kept are words of the run."""
    read = " ".join((str(run), *run.remarks)).lower()
    words = [token.text.strip("-") for token in tokens if _is_word(token)]
    words += [token.text for token in _names(tokens) if token.value.effort not in read]
    lost = [word for word in words if word.lower() not in read and word.lower() not in _SHARES]
    return replace(run, note=noted(run.note, " ".join(lost))) if lost else run


def _names(tokens: list[RunToken]) -> list[RunToken]:
    """The efforts that a session is called by, before its first figure: 'Tempo, 6 miles, zone 3'."""
    first = next((at for at, token in enumerate(tokens) if token.kind in (*FIGURES, "count")), 0)
    named = [token for token in tokens[:first] if token.kind == "effort" and token.value.effort]
    return [token for token in named if token.value.effort not in AIMED]


def efforts_lost(run: Run, tokens: list[RunToken]) -> Iterator[str]:
    """Questions: a hard effort that a line names and its run has nowhere."""
    steps = [step for one in run.sessions() for step in steps_of(one.parts)]
    efforts = {effort for step in steps for effort in (step.effort, step.to)}
    read = " ".join((str(run), *run.remarks)).lower()
    for token in tokens:
        if (
            token.kind != "effort"
            or token.text.lower() in _MEASURES
            or token.text.lower() in read
            or token.value.effort in efforts
            or re.search(rf"“[^”]*\b{token.value.effort}\b", read)
        ):
            continue
        if HARDNESS[token.value.effort] >= HARDNESS["tempo"] and "race" not in efforts:
            yield (
                f"'{token.text}' has no place in '{run}', as which the line is read; write it in simpler parts,"
                " with ' / '"
            )


def _is_word(token: RunToken) -> bool:
    return token.kind in ("word", "other") and re.search(r"[^\W\d_]{2}", token.text) is not None
