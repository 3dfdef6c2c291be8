"""Figures and words of a line that its reading has no place for make it a question; like lines that agree are read."""

import pytest

from cardmaker.plan.sets import NumberRange, SetGroup, Sets
from cardmaker.plan.sets.accounting import accounted
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.plan.sets.record import Load, Timing
from cardmaker.plan.sets.weekly import weeks_in


def one(number: float) -> NumberRange:
    return NumberRange(number, number)


TEN = SetGroup(one(3), reps=one(10))


@pytest.mark.parametrize(
    ("line", "group", "lost"),
    [
        ("3x10 8 kg", TEN, "8 kg"),
        ("3x10, rest 90 s", TEN, "90 s"),
        ("3x10, rest 2 min", SetGroup(one(3), reps=one(10), rest_s=one(2)), "2 min"),
        ("3x10 @ 10%", TEN, "10 %"),  # the ten repetitions are no per cent
        ("4 sets of 3x10", TEN, "4 sets"),
        ("3x10 20 lb", SetGroup(one(3), reps=one(10), load=Load("weight", one(20), "kg")), "20 lb"),
        ("3x8-12", SetGroup(one(3), reps=NumberRange(8, 10)), "12"),
        ("12/10/8", SetGroup(one(1), reps=one(12)), "10"),
        ("3x10, tempo", TEN, "tempo"),
        ("3x10 each side", TEN, "each side"),
        ("3x10 to failure", TEN, "failure"),
        ("3x10, not to failure", SetGroup(one(3), reps=one(10), technique="to failure"), "not"),
        ("warm-up 3x10", TEN, "warm-up"),
        ("EMOM 3x10", TEN, "emom"),
        ("3x10 daily", TEN, "daily"),
        ("3x10 in total", TEN, "total"),
    ],
)
def test_what_the_sets_dont_have_is_asked_about(line: str, group: SetGroup, lost: str) -> None:
    with pytest.raises(ValueError, match="has no place in") as refusal:
        accounted(line, Sets((group,)))
    assert f"'{lost}'" in str(refusal.value)


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("3x10 (as on 2 days before)", Sets((SetGroup(one(3), reps=one(10), note="as on 2 days before"),))),
        ('3x10 "not to failure, 2 reps less"', Sets((TEN,))),
        ("A1. 3x10", Sets((TEN,))),
        ("3x10 RPE 7", Sets((SetGroup(one(3), reps=one(10), rpe=one(7)),))),
        ("3x10 @ 2 RIR", Sets((SetGroup(one(3), reps=one(10), rir=one(2)),))),
        ("3x10, tempo 30X1", Sets((SetGroup(one(3), reps=one(10), tempo="3-0-X-1"),))),
        ("3x90 s", Sets((SetGroup(one(3), hold_s=one(90)),))),
        ("3x1 min 30 s", Sets((SetGroup(one(3), hold_s=one(90)),))),
        ("2x20 + 2x20", Sets((SetGroup(one(4), reps=one(20)),))),
        ("every 2 min x 5 sets", Sets((), timing=Timing("emom", every_s=120, total_s=600))),
    ],
)  # fmt: skip
def test_what_is_there_in_another_way_is_in_its_place(line: str, sets: Sets) -> None:
    assert accounted(line, sets) is sets


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("4 X's 12-15", "figures that aren't read"),
        ("3 tri-sets (8 min)", "how many of what?"),
        ("12/9 rower calories", "one for men and one for women?"),
        ("10 squeezes x 6 s", "sets of 6 s, or each held for 6 s?"),
        ("20 short 1-second squeezes", "has figures that aren't read"),
        ("work to a good set of 4x6", "lost its figure"),
        ("5 s hold, 12 s release, 8 reps", "which of '5 s hold, 12 s release, 8 reps' is one set?"),
        ("max dips, 12/side bird dogs", "several exercises"),
        ("800 m run, 40 push-ups, 60 lunges", "several exercises"),
        ("hold 8 seconds, relax 4 seconds. Perform 15 repetitions", "'relax 4 seconds' has figures"),
        ("3x6 @ 75% + 1 max", "'1 max': of what?"),
        ("2 activation sets + 4-5 clusters", "how many reps are the sets before"),
        ("Last set: reduce weight 20%, repeat 1-2x", "how many sets are there?"),
        ("max 12 reps", "as many as possible?"),
        ("A) 3x8 B) 3x10", "'A' and 'B' are two exercises"),
        ("x4 rounds, 45 s rest", "how many of what?"),
        ("8, 20 s pause, 8, 20 s pause, max", "'pause': of what?"),
        ("3x9 (each leg) + 3x15 calf raises", "two exercises"),
        ("3x6 (as before), deadlift 1x6", "two exercises"),
        ("2x4 @ last week's 6RM + 5 kg", "no load that is known here"),
        ("60% 5x1, 70% 4x2, 80% 3x2", "is '5x1' 5 sets of 1, or 1 of 5?"),
        ("3x8 @ 70%, +5 kg", "added to 70%, or to the body's weight?"),
        ("3x4 (cluster: 2-1-1, 15 s)", "a tempo, or the parts of a cluster?"),
        ("3x12 @ 2-3/10 pain", "how much it may hurt"),
        ("3x12 @ 4-9", "leaves all open"),
        ("3x14 + 20 s hold at end", "once at the end?"),
        ("3x5/3/1 then FSL 5x5", "'then FSL': of what?"),
        ("20-40 reps push, 20-40 reps pull", "several exercises"),
        ("9 exercises, 20 s each", "what is '9 exercises'?"),
        ("3x4, then at least 2 reps", "'then at least 2 reps': of what?"),
        ("Max hang 4x, 3 min rest", "'hang 4x' has figures"),
        ("3x9-12 (RP 15 s x 2 on last set)", "'x 2 on last set' has figures"),
        ("1 x 14 + RP to 40 total", "'to 40 total' has figures"),
        ("Mon 3x4 heavy, Thu 3x4 light", "several days"),
        ("40% of max reps x 6", "'of max reps' has no place"),
        ("3-5 clusters x 3", "clusters x' has no place"),
        ("GTG: 6 sets of 40% of max throughout the day", "how many reps?"),
    ],
)
def test_words_that_lost_their_figure_are_asked_about(line: str, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("?", r"\?")):
        parse_sets(line)


def test_each_week_has_its_number_of_sets() -> None:
    with pytest.raises(ValueError, match="how many sets is '8-10'"):
        weeks_in("8-10 -> 10-12")


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("10 slow reps", '1x10, "slow reps"'),
        ("3x8 @ RPE 8/10", "3x8 @ RPE 8"),
        ("3x8 @ 7-8/10, rest 90 s", "3x8 @ RPE 7-8, rest 90 s"),
        ("3x8 RPE 7/8", "3x8 @ RPE 7-8"),
        ("6x6 @ 70% + 5 kg", "6x6 @ 70% 1RM + 5 kg"),
        ("4 / 8 / 12 / 8 reps", "1x4, 1x8, 1x12, 1x8"),
        ("80 squats in as few sets as possible", '80 total, "squats"'),
        ("6x3 row, rest 2 min. Last set near failure", '5x3, rest 2 min, "row", 1x3, rest 2 min, "row; near failure"'),
        ("2 reps (max effort)", '1x2, "max effort"'),
        ("6/6/4/AMRAP", "2x6, 1x4, 1xAMRAP"),
        ("3x5-7 @ RPE 8 (drop 4% each set)", '3x5-7 @ RPE 8, "drop 4% each set"'),
        ("3x9, add 2.5 kg when all 9 are done", '3x9, "add 2.5 kg when all 9 are done"'),
        ("2x14 at seat 4, pain up to 2/10", '2x14, "at seat 4; pain up to 2/10"'),
        ("3x6 @ 60% of 8RM", '3x6, "60% of 8RM"'),
        ("2x9 each position", '2x9, "each position"'),
        ("3x4+ at 50 kg. Last set AMRAP", "2x4 50 kg, 1x4+ 50 kg"),
        ("2-3 sets, 9-12 reps @ 4/2/1 tempo", "2-3x9-12, tempo 4-2-1"),
        ('8 reps per leg (on 20" box)', '1x8/side, "on 20 in box"'),
        ('8 reps (3" squeeze)', '1x8, "3 s squeeze"'),
        ("max effort s x 10 r", '10xAMRAP, "s", right side only'),
        ("18 Wdh. links, 18 Wdh. rechts", "1x18/side"),
        ("je 3x 40 Sekunden pro Bein", "3x40 s/side"),
        ("5x5, last week's weight", '5x5, "last week\'s weight"'),
        ("20 m each side", "1x20 m/side"),
        ("14 kg x 12, 12, 10, felt easy", '2x12 14 kg, "felt easy", 1x10 14 kg, "felt easy"'),
        ("5-4-3-2, climbing", '1x5, "climbing", 1x4, "climbing", 1x3, "climbing", 1x2, "climbing"'),
        ("3x10-12+ (drop set on last set)", "2x10-12, 1x10-12+, drop set"),
        ("hold 8 seconds. 2 sets of 12 reps, 2x per day", "2x12, hold 8 s, 2 times a day"),
        ("2 ramp-up sets (50% x 6, 70% x 3)", "warm-up 1x6 @ 50%; warm-up 1x3 @ 70%"),
        ("25 min to find a 2RM", 'work up to 2RM, "25 min"'),
        ("build to a heavy set of four", "work up to 4RM"),
        ("30-20-10 dips, timecap 6 min", 'for time, cap 6 min, 1x30, "dips", 1x20, "dips", 1x10, "dips"'),
        ("2 Sätze à 14 Wdh. pro Seite, Pause 75 Sek", "2x14/side, rest 75 s"),
        ("4 Sätze, 6-9 Wiederholungen, 1 Minute Pause dazwischen", "4x6-9, rest 60 s"),
        ("3 Durchgänge, jeweils 20-40 Sekunden", "3x20-40 s"),
        ("3 Sätze bis Muskelversagen, 2x pro Woche", "3xF, 2 times a week"),
        ("3x9 @ RPE 8, ca. 2 Wdh in Reserve", '3x9 @ RPE 8, RIR 2, "ca"'),
        ("3x8, pause 30 s in the stretch", '3x8, "pause 30 s in the stretch"'),
    ],
)  # fmt: skip
def test_what_agrees_is_read(line: str, read: str) -> None:
    sets = parse_sets(line)
    assert str(sets) == read
    assert parse_sets(read) == sets
