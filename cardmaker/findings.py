"""A plan, made or not, or what kept it from being made → what there is to say about it, a line each."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from cardmaker.errors import (
    CardmakerError,
    NotFoundError,
    PageError,
    PlanError,
    Problem,
    ProblemsError,
    SeveralError,
)
from cardmaker.pipeline import Job
from cardmaker.record import record

if TYPE_CHECKING:
    from cardmaker.coaching.rule import Advice, Rule
    from cardmaker.pipeline.workshop import Plan
    from cardmaker.plan.source import Source

Level = Literal["error", "warning", "note"]


@record
class Finding:
    """Something to say about a plan, in one line. *line* is that of the plan's file, 0 if it is about no line."""

    level: Level
    message: str
    line: int = 0
    field: str = ""
    rule: str = ""
    """The code of the rule of training that it is of, '' for others."""

    def __str__(self) -> str:
        return self.message


def findings(job: Job) -> tuple[Finding, ...]:
    """What is to be said about a plan that was made: pictures of unknown origin, what was changed, advice.

    NotFoundError for a rule to ignore that there isn't.
    """
    from cardmaker.resolve.gallery import rights_in_doubt

    plan = job.loaded.plan
    found = [Finding("warning", line) for line in rights_in_doubt(job.pictures, plan.print.credits)]
    found += [Finding("note", note) for note in job.notes]
    return (*found, *advised(job.loaded))


def advised(loaded: "Plan") -> tuple[Finding, ...]:
    """What there is to say of a plan that is right before it is made: what was read otherwise than it looks, advice.

    NotFoundError for a rule to ignore that there isn't.
    """
    source = loaded.source
    found = [Finding("note", str(one), one.line, one.field) for one in source.oversights]
    return (*found, *(_finding(advice, source) for advice in _advice(loaded)))


def _advice(loaded: "Plan", among: "tuple[Rule, ...]" = ()) -> "tuple[Advice, ...]":
    """What the rules say of a plan, all of them or some."""
    from cardmaker.coaching.catalogue import RULES, advise
    from cardmaker.coaching.facts import Facts
    from cardmaker.wording.wording import lacking_words

    plan, source, names = loaded.plan, loaded.source, loaded.names
    workouts = source.data.get("workouts") if isinstance(source.data, dict) else None
    lacking = lacking_words(plan.language, names.shelf.folders)
    try:
        return advise(Facts(plan, names.library, {"workouts": workouts}, lacking), among or RULES)
    except NotFoundError as fault:
        line = source.lines.at(("ignore",))
        raise PlanError([Problem(source.name, line, "ignore", str(fault))]) from None


def rules() -> "tuple[Rule, ...]":
    """The rules of training that plans are checked against, by their codes."""
    from cardmaker.coaching.catalogue import RULES

    return RULES


def rule_named(name: str) -> "Rule":
    """The rule with a code or a name; NotFoundError if there is none."""
    from cardmaker.coaching import catalogue

    return catalogue.rule_named(name)


def left_out(job: Job) -> tuple[Finding, ...]:
    """What of a plan is not printed: workouts that no day names, exercises that no workout has.

    And, in a note each, exercises of which only the name is known, and how many remarks there are on the training.
    """
    from cardmaker.coaching.rule import Advice
    from cardmaker.coaching.unknown import unknown_together
    from cardmaker.coaching.unused import without_cards

    plan, source = job.loaded.plan, job.loaded.source
    bare = unknown_together(plan, job.loaded.names.library)
    found = [Finding("note", f"{source.name}: {bare}")] if bare else []
    found += [_finding(Advice(*one), source) for one in without_cards(plan)]
    return (*found, *_of_training(job))


def _of_training(job: Job) -> Iterator[Finding]:
    """One note on what the rules of training say, if they say something."""
    from cardmaker.coaching.catalogue import TRAINING

    advice = _advice(job.loaded, TRAINING)
    if advice:
        count = "one thing" if len(advice) == 1 else f"{len(advice)} things"
        yield Finding(
            "note",
            f"{job.loaded.source.name}: {count} to look at in the training; 'cardmaker check' has more",
        )


def _finding(advice: "Advice", source: "Source") -> Finding:
    line = source.lines.at(advice.field)
    words = f"{advice.rule} {advice.message}" if advice.rule else advice.message
    said = str(Problem(source.name, line, "", words))
    return Finding(advice.severity, said, line, ".".join(map(str, advice.field)), advice.rule)


def faults(error: CardmakerError) -> tuple[Finding, ...]:
    """A finding for each thing that keeps a plan from being made."""
    if isinstance(error, SeveralError):
        return tuple(found for one in error.errors for found in faults(one))
    problems: Iterable[Problem] = error.problems if isinstance(error, ProblemsError) else ()
    if isinstance(error, PageError) and error.problem:
        problems = (error.problem,)
    found = tuple(Finding("error", str(one), one.line, one.field) for one in problems)
    return found or (Finding("error", str(error)),)
