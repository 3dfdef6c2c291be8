"""All rules of training, by their codes: CM1xx oversights, CM2xx running, CM3xx strength."""

from collections.abc import Callable, Iterator
from typing import Final

from cardmaker.coaching import oversights, running, strength, unused
from cardmaker.coaching.doubtful import doubtful
from cardmaker.coaching.facts import Facts
from cardmaker.coaching.rule import Advice, Found, Rule
from cardmaker.coaching.unknown import unknown
from cardmaker.coaching.untranslated import untranslated
from cardmaker.errors import NotFoundError
from cardmaker.plan.model import Plan

_FRANDSEN: Final = (
    "Frandsen et al. 2025, British Journal of Sports Medicine 59(17):1203-1210, doi 10.1136/bjsports-2024-109380: of "
    "5,205 runners those with a run more than a tenth longer than any of the 30 days before had more overuse injuries; "
    "change from week to week had no relation"
)
_BUIST: Final = (
    "Buist et al. 2008, American Journal of Sports Medicine 36(1):33-39, doi 10.1177/0363546507307505: in a trial with "
    "532 novices a plan of 10 % a week made no difference"
)
_NIELSEN: Final = (
    "Nielsen et al. 2014, Journal of Orthopaedic & Sports Physical Therapy 44(10): over 30 % more in two weeks against "
    "less than 10 % had a hazard ratio of 1.59 (0.96 to 2.66) for injuries that distance brings; none for all injuries"
)
_BOSQUET: Final = (
    "Bosquet et al. 2007, Medicine & Science in Sports & Exercise 39(8):1358-1365, doi 10.1249/mss.0b013e31806010e0; "
    "Wang et al. 2023, PLoS One 18(5):e0282838: about two weeks with 41 to 60 % less volume, and as hard and "
    "as often as before"
)
_ACSM: Final = (
    "ACSM position stand 2009, Ratamess et al., Medicine & Science in Sports & Exercise 41(3): 2 to 10 % more when one "
    "or two repetitions over the target are possible; novices two or three days a week"
)
_DOSE: Final = (
    "Blagrove, Howatson and Hayes 2018, Sports Medicine 48(5):1117-1149, doi 10.1007/s40279-017-0835-7: running "
    "economy better by 2 to 8 % with two or three sessions a week; WHO guidelines 2020: strength on at least two days"
)
_ORDER: Final = (
    "Eddens, van Someren and Howatson 2018, Sports Medicine 48:177-188, doi 10.1007/s40279-017-0784-1; Vikestad and "
    "Dalen 2024, Sports 12(8):226: lifting first gives 6.9 % more leg strength; for endurance the order hardly "
    "matters"
)
_SIZE: Final = (
    "ACSM position stand 2026, an overview of 137 reviews: about ten sets a muscle and week for size"
)
_HABIT: Final = "What coaches do; no trial that we know of has tested it"
_SLIP: Final = "What plans are found to have by mistake"


def _of_plan(look: Callable[[Plan], Iterator[Found]]) -> Callable[[Facts], Iterator[Found]]:
    return lambda facts: look(facts.plan)


def _doubtful(facts: Facts) -> Iterator[Found]:
    yield from doubtful(facts.plan, facts.library)


def _unknown(facts: Facts) -> Iterator[Found]:
    yield from unknown(facts.plan, facts.written, facts.library)


def _untranslated(facts: Facts) -> Iterator[Found]:
    yield from untranslated(facts.plan, facts.library, facts.own_words)


RULES: Final = (
    Rule(
        "CM101",
        "workout-on-no-day",
        "A workout that no day has",
        "Cards are printed for what is done, so it gets none.",
        "Put it on a day, or take it out.",
        _SLIP,
        "oversight",
        _of_plan(unused.never_done),
    ),
    Rule(
        "CM102",
        "exercise-in-no-workout",
        "An exercise of the plan's own that no workout has",
        "It gets no card.",
        "Put it into a workout, or take it out.",
        _SLIP,
        "oversight",
        _of_plan(unused.exercises_never_used),
    ),
    Rule(
        "CM103",
        "picture-of-no-exercise",
        "A picture of an exercise that no workout has",
        "It isn't printed.",
        "Look whether the exercise has another name in the workouts.",
        _SLIP,
        "oversight",
        _of_plan(unused.pictures_never_used),
    ),
    Rule(
        "CM104",
        "sets-to-ask-about",
        "Sets that can be read, but look like a slip",
        "'30x3' is thirty sets of three, 'plank: 3x10' counts repetitions of a hold.",
        "Write what is meant; the message has the form.",
        _SLIP,
        "oversight",
        _doubtful,
    ),
    Rule(
        "CM105",
        "known-by-name-alone",
        "An exercise that no library has",
        "It is printed by its name, with lines for cues.",
        "Correct the name, or describe the exercise under 'exercises:'.",
        _SLIP,
        "oversight",
        _unknown,
    ),
    Rule(
        "CM106",
        "said-in-english",
        "Words that the plan's language lacks",
        "They are printed in English.",
        "Add them to a folder with templates of your own.",
        _SLIP,
        "oversight",
        _untranslated,
    ),
    Rule(
        "CM107",
        "race-missing",
        "A week called after a race, in a plan without one",
        "A race on its day gets a tile on the block sheet, and the taper is checked.",
        "Write it as a run: 'run: 10 km race'.",
        _SLIP,
        "oversight",
        oversights.race_missing,
    ),
    Rule(
        "CM108",
        "no-load-or-effort",
        "Sets of a loaded exercise without a load or an effort",
        "'3x10' alone can be anything from a warm-up to the limit.",
        "Add a weight, a percentage, RPE or repetitions in reserve: '3x10 @ RPE 7'.",
        _HABIT,
        "practice",
        oversights.no_load_or_effort,
    ),
    Rule(
        "CM109",
        "not-what-it-is-called",
        "A workout called after a part of the body that nothing in it trains",
        "Either the name is wrong, or exercises are missing.",
        "Give it another name, or exercises for that part.",
        _SLIP,
        "oversight",
        oversights.not_what_it_is_called,
    ),
    Rule(
        "CM201",
        "week-step",
        "A week of running grows by more than a tenth",
        "Many coaches let a week grow by a tenth at most. It is a habit rather than a finding: how much longer the "
        "longest run gets (CM203) matters more than the sum of a week.",
        "Spread the step over two weeks, or take it as it is if no single run grows much.",
        _BUIST,
        "practice",
        running.week_steps,
    ),
    Rule(
        "CM202",
        "two-week-step",
        "Running grows by more than 30 % within two weeks",
        "A large step in a short time leaves tendons and bones little time to follow.",
        "Put a week between, or hold one of the two.",
        _NIELSEN,
        "weak",
        running.two_week_steps,
    ),
    Rule(
        "CM203",
        "longest-run",
        "A run is more than a tenth longer than the longest of the 30 days before",
        "In the largest cohort so far what went with overuse was one run much longer than those before, not the week.",
        "Shorten it, or lengthen the long runs before it step by step; a lighter week between does no harm, as long as "
        "the longest run is within 30 days.",
        _FRANDSEN,
        "strong",
        running.longest_runs,
        severity="warning",
    ),
    Rule(
        "CM204",
        "hard-days",
        "Hard runs on two days running",
        "The second is run on tired legs, and neither is as good as it could be.",
        "Put an easy day or a rest between them.",
        _HABIT,
        "practice",
        running.hard_days,
        principle="recovery time",
    ),
    Rule(
        "CM205",
        "rest-day",
        "A week without a day of rest",
        "A free day is where a plan gives way to tiredness, illness and life.",
        "Leave one day free, or make one 'rest or 30 min easy'.",
        _HABIT,
        "practice",
        running.no_rest,
        principle="listen to your body",
    ),
    Rule(
        "CM206",
        "taper-volume",
        "Too little or too much less running before a race",
        "Racing is best after one to three weeks in which running is cut by about half.",
        "Cut the distance of the last week to about half of the hardest, most of it from easy and long runs.",
        _BOSQUET,
        "strong",
        running.taper_volume,
    ),
    Rule(
        "CM207",
        "taper-intensity",
        "Nothing hard in the last fortnight before a race",
        "A taper keeps its intensity: it is the volume that is cut.",
        "Keep a short session at race pace or a little faster in each of the last two weeks.",
        _BOSQUET,
        "strong",
        running.taper_intensity,
    ),
    Rule(
        "CM208",
        "heavy-in-taper",
        "Heavy lifting in the week of a race",
        "Heavy sets leave the legs tired and sore for days.",
        "Leave the heavy sets out in that week, or do a few light ones early in it.",
        _HABIT,
        "practice",
        running.heavy_in_taper,
    ),
    Rule(
        "CM301",
        "start-small",
        "More than two strength sessions a week for a beginner",
        "One or two sessions are enough for whoever is new to lifting, to learn to move without being sore all week.",
        "Leave one out, or make it mobility.",
        _ACSM,
        "moderate",
        strength.start_small,
        principle="start small",
    ),
    Rule(
        "CM302",
        "order-on-shared-days",
        "Strength before a run on the same day",
        "What comes first is done best. For endurance the order hardly matters, for strength it does: so the aim of "
        "the day goes first, and with no aim the run.",
        "Put the run first; before an easy run a heavy session may come.",
        _ORDER,
        "strong",
        strength.order_on_shared_days,
        principle="balance your workouts",
    ),
    Rule(
        "CM303",
        "full-body",
        "A week's strength leaves out a muscle group that running uses",
        "Running uses quads, hamstrings, glutes, calves and core; strength for all of them keeps them in balance.",
        "Add an exercise for it to one of the sessions: 'cardmaker list exercises --muscle calves'.",
        _HABIT,
        "practice",
        strength.full_body,
        principle="full-body workouts",
    ),
    Rule(
        "CM304",
        "recovery",
        "The same muscles on two days running",
        "Muscles get stronger between sessions, not in them.",
        "Move one of the sessions by a day, or train something else on one of them.",
        _ACSM,
        "moderate",
        strength.recovery,
        principle="recovery time",
    ),
    Rule(
        "CM305",
        "strength-step",
        "An exercise grows by more than a tenth in a week",
        "Load, sets or repetitions go up by a tenth at most; one more repetition or one more set is the smallest step.",
        "Take two weeks for it, or raise only one of load, sets and repetitions.",
        _ACSM,
        "moderate",
        strength.strength_steps,
        principle="progress gradually",
    ),
    Rule(
        "CM306",
        "consistency",
        "Weeks without strength among weeks with some",
        "Strength comes of regular sessions, and goes when they stop.",
        "Keep one short session in a lighter week.",
        _DOSE,
        "moderate",
        strength.consistency,
        principle="consistency is key",
    ),
    Rule(
        "CM307",
        "once-a-week",
        "Strength once a week",
        "What has been shown to make runners better are two or three sessions a week for some months.",
        "Add a second session, even a short one at home.",
        _DOSE,
        "strong",
        strength.once_a_week,
    ),
    Rule(
        "CM308",
        "heavy-legs",
        "Loaded legs on the day before a hard run",
        "Tired legs run badly: the hard run is the one that loses.",
        "Put legs on the day of the hard run, after it, or two days before.",
        _HABIT,
        "practice",
        strength.heavy_legs,
    ),
    Rule(
        "CM309",
        "push-and-pull",
        "Much more for chest than for back, or the other way round",
        "Pushing and pulling in balance keep shoulders where they belong.",
        "Add a row or a press.",
        _HABIT,
        "practice",
        strength.push_and_pull,
    ),
    Rule(
        "CM310",
        "left-and-right",
        "An exercise for one side alone",
        "It may be meant so, as in rehabilitation; otherwise the other side has been forgotten.",
        "Write 3x8/side for both, or the other side as an exercise of its own.",
        _SLIP,
        "oversight",
        strength.left_and_right,
    ),
    Rule(
        "CM311",
        "sets-for-a-muscle",
        "More than twenty sets a week for a muscle group",
        "About ten hard sets a week are enough for size, and fewer for strength; runners need their legs for running.",
        "Leave out what is there twice.",
        _SIZE,
        "moderate",
        strength.sets_for_a_muscle,
    ),
    Rule(
        "CM312",
        "form-over-repetitions",
        "Loaded sets of more than 30 repetitions",
        "Fewer repetitions in good form do more than many in poor form.",
        "Take more weight and fewer repetitions.",
        _HABIT,
        "practice",
        strength.too_many_reps,
        principle="focus on form",
    ),
    Rule(
        "CM313",
        "too-advanced",
        "An exercise for the advanced in a beginner's plan",
        "It asks for strength or skill that takes months; an easier one, or somebody who looks on, makes it safe.",
        "Take the easier exercise, or have a coach show it.",
        _HABIT,
        "practice",
        strength.too_advanced,
        principle="professional guidance",
    ),
)

TRAINING: Final = tuple(rule for rule in RULES if rule.evidence != "oversight")
"""Those that are about training; the others are about the plan's text."""


def advise(facts: Facts, rules: tuple[Rule, ...] = RULES) -> tuple[Advice, ...]:
    """What a plan has of the rules, but for those it ignores; in the order of the rules."""
    ignored = {rule_named(name).code for name in facts.plan.ignore}
    return tuple(
        Advice(field, message, rule.code, rule.severity)
        for rule in rules
        if rule.code not in ignored
        for field, message in rule.look(facts)
    )


def rule_named(name: str) -> Rule:
    """The rule with a code or a name; NotFoundError if there is none."""
    from cardmaker.validation import closest, shown

    wanted = name.strip().casefold()
    for rule in RULES:
        if wanted in (rule.code.casefold(), rule.name):
            return rule
    meant = closest(name, [*(rule.code for rule in RULES), *(rule.name for rule in RULES)])
    hint = f"; did you mean '{meant}'?" if meant else "; 'cardmaker rules' lists them"
    raise NotFoundError(f"no rule {shown(name)}{hint}")
