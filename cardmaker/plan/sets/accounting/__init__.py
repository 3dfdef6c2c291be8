"""A line and the sets that it was read as → a question, where figures or words of the line speak against them.

The grammar keeps words that it doesn't know, and takes what it knows one piece after the other. Here the line is gone
over once more, as a whole: each figure has its place in the sets, with the meaning that its unit gives it, and each
word that stands for a part of a prescription has that part. What is printed in the coach's words needs no place.
"""

from cardmaker.plan.sets.accounting.exercises import several_exercises
from cardmaker.plan.sets.accounting.figures import lost_figures
from cardmaker.plan.sets.accounting.leftovers import left_over
from cardmaker.plan.sets.accounting.together import ill_matched
from cardmaker.plan.sets.accounting.words import lost_words
from cardmaker.plan.sets.record import Sets

__all__ = ["accounted"]


def accounted(text: str, sets: Sets) -> Sets:
    """*sets*, unless *text* says otherwise; the ValueError has a form that works."""
    for questions in (several_exercises, ill_matched, lost_figures, lost_words, left_over):
        for question in questions(text, sets):
            raise ValueError(question)
    return sets
