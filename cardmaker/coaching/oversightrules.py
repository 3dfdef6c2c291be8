"""The rules CM1xx: what in a plan is likely a slip, and no matter of training."""

from collections.abc import Callable, Iterator
from typing import Final

from cardmaker.coaching import oversights, unused
from cardmaker.coaching.facts import Facts
from cardmaker.coaching.oversights import doubtful, untranslated
from cardmaker.coaching.rule import Found, Rule
from cardmaker.coaching.sources import HABIT, SLIP
from cardmaker.coaching.unknown import unknown
from cardmaker.plan.model import Plan


def _of_plan(look: Callable[[Plan], Iterator[Found]]) -> Callable[[Facts], Iterator[Found]]:
    return lambda facts: look(facts.plan)


def _doubtful(facts: Facts) -> Iterator[Found]:
    yield from doubtful(facts.plan, facts.library)


def _unknown(facts: Facts) -> Iterator[Found]:
    yield from unknown(facts.plan, facts.written, facts.library)


def _untranslated(facts: Facts) -> Iterator[Found]:
    yield from untranslated(facts.plan, facts.library, facts.own_words)


OVERSIGHTS: Final = (
    Rule(
        "CM101",
        "workout-on-no-day",
        "A workout that no day has",
        "Cards are printed for what is done, so it gets none.",
        "Put it on a day, or take it out.",
        SLIP,
        "oversight",
        _of_plan(unused.never_done),
    ),
    Rule(
        "CM102",
        "exercise-in-no-workout",
        "An exercise of the plan's own that no workout has",
        "It gets no card.",
        "Put it into a workout, or take it out.",
        SLIP,
        "oversight",
        _of_plan(unused.exercises_never_used),
    ),
    Rule(
        "CM103",
        "picture-of-no-exercise",
        "A picture of an exercise that no workout has",
        "It isn't printed.",
        "Look whether the exercise has another name in the workouts.",
        SLIP,
        "oversight",
        _of_plan(unused.pictures_never_used),
    ),
    Rule(
        "CM104",
        "sets-to-ask-about",
        "Sets that can be read, but look like a slip",
        "'30x3' is thirty sets of three, 'plank: 3x10' counts repetitions of a hold.",
        "Write what is meant; the message has the form.",
        SLIP,
        "oversight",
        _doubtful,
    ),
    Rule(
        "CM105",
        "known-by-name-alone",
        "An exercise that no library has",
        "It is printed by its name, with lines for cues.",
        "Correct the name, or describe the exercise under 'exercises:'.",
        SLIP,
        "oversight",
        _unknown,
    ),
    Rule(
        "CM106",
        "said-in-english",
        "Words that the plan's language lacks",
        "They are printed in English.",
        "Add them to a folder with templates of your own.",
        SLIP,
        "oversight",
        _untranslated,
    ),
    Rule(
        "CM107",
        "race-missing",
        "A week called after a race, in a plan without one",
        "A race on its day gets a tile on the block sheet, and the taper is checked.",
        "Write it as a run: 'run: 10 km race'.",
        SLIP,
        "oversight",
        oversights.race_missing,
    ),
    Rule(
        "CM108",
        "no-load-or-effort",
        "Sets of a loaded exercise without a load or an effort",
        "'3x10' alone can be anything from a warm-up to the limit.",
        "Add a weight, a percentage, RPE or repetitions in reserve: '3x10 @ RPE 7'.",
        HABIT,
        "practice",
        oversights.no_load_or_effort,
    ),
    Rule(
        "CM109",
        "not-what-it-is-called",
        "A workout called after a part of the body that nothing in it trains",
        "Either the name is wrong, or exercises are missing.",
        "Give it another name, or exercises for that part.",
        SLIP,
        "oversight",
        oversights.not_what_it_is_called,
    ),
    Rule(
        "CM110",
        "sides-unsaid",
        "An exercise for one side at a time, in sets that don't say for which",
        "'2x8' may be 8 for each side, or 8 in all; on the card it's half the work or twice.",
        "Write 2x8/side, or 2x8 left for one side alone.",
        SLIP,
        "oversight",
        oversights.sides_unsaid,
    ),
    Rule(
        "CM111",
        "equipment-missing",
        "An exercise that needs what the plan's equipment hasn't got",
        "What is printed is an alternate, if there is one that trains the same; the build says each swap.",
        "Write the exercise that you would choose in its place, or what is there under 'equipment:'.",
        SLIP,
        "oversight",
        oversights.equipment_missing,
    ),
)
