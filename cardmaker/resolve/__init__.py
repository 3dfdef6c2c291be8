"""Plan, library and wording → a Handout with nothing left to look up."""

from collections.abc import Callable, Mapping, Sequence

from cardmaker.errors import NotFoundError
from cardmaker.handout import ExerciseCard, GymCard, Handout, OwnPicture, SheetContent
from cardmaker.library.library import Library
from cardmaker.plan.model import Plan
from cardmaker.record import record
from cardmaker.resolve.barbell import with_barbell
from cardmaker.resolve.calendar import Calendar
from cardmaker.resolve.days import Sources
from cardmaker.resolve.deck import Deck, KeptCards
from cardmaker.resolve.gallery import Gallery, Illustration
from cardmaker.resolve.keys import key_card
from cardmaker.resolve.loads import with_loads
from cardmaker.resolve.paces import Paces
from cardmaker.resolve.planner import Planner
from cardmaker.resolve.pulse import Pulse
from cardmaker.resolve.running import Runner
from cardmaker.resolve.uses import Use
from cardmaker.resolve.workouts import gym_cards
from cardmaker.validation import closest, shown
from cardmaker.wording.wording import Wording


@record
class Choice:
    """What of a plan is wanted: weeks counted from 1, exercises by name; empty means all."""

    weeks: tuple[int, ...] = ()
    exercises: tuple[str, ...] = ()


SheetMaker = Callable[[Planner, Sequence[int]], Sequence[SheetContent]]
"""Makes the pages of one kind of the weeks at these indices."""


def resolve(
    plan: Plan,
    library: Library,
    wording: Wording,
    choice: Choice,
    *,
    sheets: Mapping[str, SheetMaker],
    logo: OwnPicture | None = None,
    pictures: Mapping[str, Illustration] | None = None,
    kept: KeptCards | None = None,
) -> Handout:
    """Everything to be laid out. *sheets* make the pages for the wall, by their kind; *pictures* are the
    reader's own, by exercise; *kept* are the cards of handouts before.

    NotFoundError for a week or an exercise that the plan doesn't have.
    """
    planner = planner_of(plan, library, wording, logo=logo, pictures=pictures, kept=kept)
    plan, deck = planner.sources.plan, planner.sources.deck
    weeks = _weeks(plan, choice.weeks)
    wanted, whole = _exercises(deck, choice.exercises), _cards(deck, weeks)
    exercises = [card for card in whole if not wanted or card.key in wanted]
    workouts = _workouts(deck, weeks)
    return Handout(
        title=plan.title,
        athlete=plan.athlete.name,
        author=plan.coach or plan.club.name,
        language=wording.language,
        head=planner.head,
        sheets={kind: tuple(make(planner, weeks)) for kind, make in sheets.items()},
        exercises=tuple(exercises),
        deck=tuple(whole) if wanted else (),
        workouts=tuple(workouts),
        labels=_labels(planner),
        key=None if choice.exercises else key_card(planner, exercises, workouts),
    )


def planner_of(
    plan: Plan,
    library: Library,
    wording: Wording,
    *,
    logo: OwnPicture | None = None,
    pictures: Mapping[str, Illustration] | None = None,
    kept: KeptCards | None = None,
) -> Planner:
    """What knows a plan's days, cards, paces and loads in the reader's words; *pictures* are the reader's own."""
    written, plan = plan, with_loads(plan, library)
    calendar = Calendar(plan, wording)
    barbell = with_barbell(plan)
    gallery = Gallery(
        pictures or {},
        wording,
        plan.print.credits,
        lambda exercise: library.drawn_as(exercise, on_bar=exercise in barbell),
    )
    deck = Deck(plan, library, wording, calendar, gallery, kept, logo)
    runner = Runner(wording, plan.units, Paces(plan.athlete, plan.easy_pace), Pulse(plan.athlete))
    return Planner(Sources(plan, wording, calendar, deck, runner), logo, written)


def _weeks(plan: Plan, wanted: Sequence[int]) -> tuple[int, ...]:
    """Indices of the wanted weeks, in the plan's order."""
    count = len(plan.weeks)
    for week in wanted:
        if not 1 <= week <= count:
            there = f"the plan has weeks 1 to {count}" if count > 1 else f"the plan has {count or 'no'} week"
            raise NotFoundError(f"no week {week}; {there}")
    return tuple(week for week in range(count) if not wanted or week + 1 in wanted)


def _exercises(deck: Deck, wanted: Sequence[str]) -> frozenset[str]:
    found = set()
    for name in wanted:
        exercise = deck.library.find(name)
        if exercise is None or exercise not in deck.order:
            meant = closest(name, deck.order)
            hint = f"did you mean '{meant}'?" if meant else f"it has {', '.join(deck.order)}"
            raise NotFoundError(f"the plan has no exercise {shown(name)}; {hint}")
        found.add(exercise)
    return frozenset(found)


def _cards(deck: Deck, weeks: Sequence[int]) -> list[ExerciseCard]:
    uses: dict[str, list[Use]] = {}
    for use in deck.uses:
        if use.week in weeks or not deck.plan.weeks:
            uses.setdefault(use.exercise, []).append(use)
    return [deck.card(exercise, tuple(uses[exercise])) for exercise in deck.order if exercise in uses]


def _workouts(deck: Deck, weeks: Sequence[int]) -> list[GymCard]:
    """The gym cards, in the order of their letters."""
    used = dict.fromkeys(use.workout for use in deck.uses if use.week in weeks or not deck.plan.weeks)
    labels = deck.plan.labels
    lettered = sorted(used, key=lambda workout: (len(labels[workout]), labels[workout]))
    return [card for workout in lettered for card in gym_cards(deck, workout, weeks)]


def _labels(planner: Planner) -> dict[str, str]:
    """The program's words for faces and sheets, with those that depend on units, or on runs being by time."""
    wording, imperial = planner.sources.wording, planner.sources.plan.units == "imperial"
    system = "imperial" if imperial else "metric"
    far = wording.units["mi" if imperial else "km"]
    labels = {
        **wording.labels,
        "unit_distance": far,
        "unit_total": far,
        "unit_longest": far,
        "pace": f"{wording.labels['pace']} /{far}",
        "km_done": wording.say(f"done_{system}"),
        "bars_head": wording.say(f"bars_head_{system}"),
    }
    if not planner.by_time:
        legends = {
            "block_legend": labels["block_legend"],
            "block_legend_bright": wording.say("block_legend_bright"),
        }
        return labels | {key: f"{legend} ({far})" for key, legend in legends.items()}
    keys = ("distance", "easy_share", "bars_head", "run_key", "run_key_bright")
    own = {key: wording.say(f"{key}_by_time") for key in keys}
    own["unit_total"] = wording.units["h" if planner.in_hours else "min"]
    own["unit_longest"] = wording.units["min"]
    return {**labels, **own, "km_done": wording.say("done_time")}
