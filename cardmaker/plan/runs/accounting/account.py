"""A line and the run that it was read as → the run, or a question where the line speaks against that reading.

The grammar keeps words that it doesn't know. Some of them say what a figure is for: 'total', 'of which', 'repeat',
'between', 'except'. Where such a word is left over, or a figure is nowhere in the run, something has got the wrong
part in it, so the line is asked about. What is between “ and ” is only printed, and never asked about.
"""

from collections.abc import Iterator

from cardmaker.plan.runs.accounting.figures import figures_lost
from cardmaker.plan.runs.accounting.kept import efforts_lost, with_words_kept
from cardmaker.plan.runs.accounting.lost import amounts_lost
from cardmaker.plan.runs.accounting.shapes import shapes_doubted
from cardmaker.plan.runs.accounting.speeds import speeds_doubted
from cardmaker.plan.runs.accounting.totals import totals_missed
from cardmaker.plan.runs.accounting.twice import said_twice
from cardmaker.plan.runs.accounting.unsaid import left_unsaid
from cardmaker.plan.runs.accounting.words import words_against
from cardmaker.plan.runs.accounting.written import WrittenRun
from cardmaker.plan.runs.lexer.tokens import RunToken
from cardmaker.plan.runs.run import Run


def accounted(text: str, tokens: list[RunToken], run: Run) -> Run:
    """*run* with all words of *text*, of which *tokens* were read; a ValueError where they say otherwise."""
    for question in _questions(WrittenRun.of(text, run), run, tokens):
        raise ValueError(question)
    return with_words_kept(run, tokens)


def _questions(written: WrittenRun, run: Run, tokens: list[RunToken]) -> Iterator[str]:
    yield from efforts_lost(run, tokens)
    yield from words_against(written)
    yield from left_unsaid(written)
    yield from totals_missed(written)
    yield from shapes_doubted(written)
    yield from said_twice(written)
    yield from amounts_lost(written)
    yield from figures_lost(written)
    yield from speeds_doubted(written)
