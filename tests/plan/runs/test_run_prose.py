"""Runs in sentences: what is read of each, part by part; what has a second meaning is asked about."""

import pytest

from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.phrasings import prose
from cardmaker.plan.runs.reading import reading_of
from cardmaker.plan.runs.record import Repeat

READ = [line.strip().split(" → ") for line in """
    jog for a minute, then walk for a minute and a half, repeat 6 times → 6 x (1 min jog / 1.5 min walk)
    an hour and a half easy → 1.5 h easy
    twenty to 25 minutes easy → 20-25 min easy
    5 mi easy with four 20-second strides → 5 mi easy with [4 x 20 s strides]
    three 1200s @ 5k w/ 3 min jog → 3 x 1200 m @ 5k w/ 3 min jog
    300x600x900x600x300 @ 5k w/ 2 min jog → (300 m @ 5k, 600 m @ 5k, 900 m @ 5k, 600 m @ 5k, 300 m @ 5k) w/ 2 min jog
    Complete 9 min jog, 1 min walk → 9 min jog / 1 min walk
    Fit in 5 x 15 s hills → 5 x 15 s hills “Fit in”
    50 min, adding in 5 x 20 s strides during the final 9 min. → 50 min with [5 x 20 s strides “during the final 9 min”]
    A long run of 2 hours → 2 h long
    1 long run of 90 min → 90 min long
    12 km easy, or, rest. → rest or 12 km easy
    Intervals (e.g., 5 x 1 km @ 10k w/ 2 min jog) → 5 x 1 km @ 10k “e.g.” w/ 2 min jog
    Easy run + core (40 min easy, no hills) → 40 min easy “no hills, core”
    3 x 8 min tempo. Between each effort there is a 2 min jog. → 3 x 8 min tempo w/ 2 min jog
    4 x 1 mi threshold with 1 minute rest after each interval → 4 x 1 mi threshold w/ 1 min rest
    6 x 2 min alternating easy/hard → 3 x (2 min easy / 2 min fast)
    9 x alternating 2 min run and 1 min walk → 9 x (2 min / 1 min walk)
    3 min walk alternating with 2 min jog, 5 times → 5 x (3 min walk / 2 min jog)
    4 min run and 1 min walk, all of it 5 times → 5 x (4 min / 1 min walk)
    300, 600, 300 m @ 3k with 60, 90 s rest → 300 m @ 3k / 60 s rest / 600 m @ 3k / 90 s rest / 300 m @ 3k
    1-2-1 km, 200-400-200 m jog → 1 km / 200 m jog / 2 km / 400 m jog / 1 km / 200 m jog
    8 km total: incl. 6 x 300 m fast → 8 km with [6 x 300 m fast]
    6 x 300 m @ 3k, jog = 200 m → 6 x 300 m @ 3k w/ 200 m jog
    Start with a 4 minute warm-up walk and finish with a 6 minute cool-down walk → 4 min wu walk / 6 min cd walk
    warm up 2 km, then 3 km tempo, cool down with an easy, 1 km jog → 2 km wu / 3 km tempo / 1 km cd easy jog
    2 km warm-up and cool down with 5 x 600 m → 2 km wu / 5 x 600 m / 2 km cd
    10 min easy (6 x 2 min fast, 1 min jog), 5 min easy → 10 min easy / 6 x 2 min fast w/ 1 min jog / 5 min easy
    40 min mixed pace → 40 min “mixed pace”
    8 x 40 s (mile/3k pace), 80 s jog → 8 x 40 s mile/3k pace w/ 80 s jog
    3 x 1 km, 2 min rest, 4 min between sets, 4 x 300 m → 3 x 1 km w/ 2 min rest / 4 min rest / 4 x 300 m
    4-6(1 min hard (mile effort), 2 min easy) → 4-6 x (1 min fast “mile effort” / 2 min easy)
    8 km, 44:00, 5:30/km → 8 km @ 5:30/km
    40 min @ 60 to 70 % HRmax → 40 min @ 60-70% HRmax
    20 min easy, RPE 3 of 10 → 20 min easy @ RPE 3
    30 min tempo with 10k pace → 30 min tempo @ 10k
    40 - 60 min easy, 4:50 - 5:10/km → 40-60 min easy @ 4:50-5:10/km
    7 x 1,000 @ 10k → 7 x 1000 m @ 10k
    12 x 300 @ Rep 60 seconds rest → 12 x 300 m repetition w/ 60 s rest
    4 x 300 @ Rep 3 x 600 @ I w/ 2 min rest → 4 x 300 m repetition w/ 2 min rest / 3 x 600 m interval w/ 2 min rest
    60 min easy, of which the last 15 minutes were run at 4:30/km → 60 min easy finishing with [15 min @ 4:30/km]
    5 x 1 km, 3 min jog, 3:40/km → 5 x 1 km @ 3:40/km w/ 3 min jog
    Ladders of 600's. 3 x 600 @ 5k → 3 x 600 m @ 5k “Ladders of 600's”
    2 minutes: the most that zone 4 allows → 2 min zone 4 “the most that, allows”
    4 x 8 s hill sprints full recovery → 4 x 8 s hill sprints w/ full recovery
    Run (70 min) - 3 km warm-up, 6 km tempo, 2 km cool-down → 70 min with [3 km wu / 6 km tempo / 2 km cd]
    Tempo: 18 mins (4 mins), 12 mins → Tempo: 18 min tempo / 4 min recovery / 12 min tempo
    Cross train / 4 mile jog → 4 mi jog / “Cross train”
    Easy Run Distance: 6 mi Pace: 9:10 → 6 mi easy @ 9:10/mi
    Distance: 6 mi Pace: Warm; 3 mi @ 7:30; Cool → 6 mi with [3 mi @ 7:30/mi “Warm, Cool”]
    9 mi, inc 3 mi tempo just inside 21:30 → 9 mi with [3 mi tempo in 21:30 min]
    9 mi, inc 3 mi tempo, 3 min jog into 6 x 300 m → 9 mi with [3 mi tempo / 3 min jog / 6 x 300 m]
    6 x 400 @3KP-5KP → 6 x 400 m @ 3KP-5KP
    10 km, 1 km 4:30 / 1 km 5:10 alternating → 5 x (1 km @ 4:30/km / 1 km @ 5:10/km)
    5x(3' hard/1' easy) 4' jog 5x1' → 5 x (3 min fast / 1 min easy) then 4 min jog / 5 x 1 min
    9 km steady with 5 x 20 s hard interspersed between → 9 km steady with [5 x 20 s fast “interspersed between”]
    8 all-out 10-second hill repetitions → 8 x 10 s all-out hill
    Workout 3: 4 min jog, 2 min walk → 4 min jog “Workout 3” / 2 min walk
    5 km tempo where I averaged 4:10/km → 5 km tempo @ 4:10/km “where I averaged”
    2 x (4,3,2) minutes hard, 1 min jog between reps → 2 x ((4 min fast, 3 min fast, 2 min fast) w/ 1 min jog)
    40 min E with 6x15s ST → 40 min easy with [6 x 15 s strides]
    5 km tempo, finished with a 2 km jog cool down → 5 km tempo / 2 km cd jog
    1hr 20 steady → 1 h 20 min steady
    300,300,600,600,300 equal jog → (300 m, 300 m, 600 m, 600 m, 300 m) w/ equal jog
    40 min/tempo → 40 min tempo
    5(2:00 hill+2:00 jog) → 5 x (2:00 min hill / 2:00 min jog)
    8x300mx100m → 8 x 300 m w/ 100 m
    Conclude your run with 5 x 100 m strides → 5 x 100 m strides “Conclude your run with”
    2 x (3 x 300m @ 1500m) 100m jog between 300s, 400m between sets → 2 x (3 x 300 m @ 1500m pace w/ 100 m jog) w/ 400 m
    Grass or track -6 x 2 min w/ 1 min jog → Grass or track: 6 x 2 min w/ 1 min jog
    9 miles with a fast finish: make the last 2 miles quick → 9 mi fast finish finishing with [2 mi fast]
    50 minutes easy; include 6 x 20 s strides → 50 min easy with [6 x 20 s strides]
    25 minutes tempo sandwiched between 10 minutes of easy running → 10 min easy / 25 min tempo / 10 min easy
    30 min easy, barefoot if you like → 30 min easy “barefoot, if you like”
    Two miles easy, one mile easy → 2 mi easy / 1 mi easy
    50 min tempo* → 50 min tempo
    10 km race (goal: below 45 min) → 10 km race “goal: below 45 min”
    5 min easy. 12 min ‘tempo’ run. 5 min easy → 5 min easy / 12 min tempo / 5 min easy
    Long, slow 14 mi run → 14 mi long run slow
    Race a half marathon. Try your drinks! → 21.0975 km race “Try your drinks!”
    5 x 1 mi session, timed, with 4 min rest → 5 x 1 mi “timed” w/ 4 min rest
    4 M (miles) run, timed → 4 mi “timed”
    9 miles. I want to stay at 9:30 min/mile → 9 mi @ 9:30/mi “I, want to stay”
    9 miles, staying between a 9:30 and a 10:00 min/mile pace → 9 mi @ 9:30-10:00/mi “staying”
    1 mi wu, 4 mi tempo (6:50 avg.), 1 mi cd → 1 mi wu / 4 mi tempo @ 6:50/mi / 1 mi cd
    12 x 300 m, target pace 4:05 → 12 x 300 m @ 4:05/km
    fartlek with 2-4-6-4-2 min → (2 min fartlek, 4 min fartlek, 6 min fartlek, 4 min fartlek, 2 min fartlek)
    first 8 min easy, next 16 min tempo, last 8 min easy → 8 min easy / 16 min tempo / 8 min easy
    9 km, first 3 km easy, then 3 km steady, and the last 3 km tempo → 3 km easy / 3 km steady / 3 km tempo
    5 x 600 m w/ 200 m jog = 4 km → 5 x 600 m w/ 200 m jog “= 4 km”
    3-5 miles easy or Off Day → rest or 3-5 mi easy
    5 x 600m @AnT pace w/ 80 sec rest → 5 x 600 m threshold pace w/ 80 s rest
    5 km steady, Finish w/ 5 x 9 s sprints w/ 1 min jog → 5 km steady finishing with [5 x 9 s sprints w/ 1 min jog]
    4 x 15 s strides (~4:50/km pace with 1 min jog between) → 4 x 15 s strides @ 4:50/km w/ 1 min jog
    3 x 4 min fast, 2 min jog between each interval (~8:30/km) → 3 x 4 min fast w/ 2 min jog @ 8:30/km
    1 mile easy, 2 miles target Event Day pace → 1 mi easy / 2 mi race
    Tempo run 3 to 4 miles at 85 percent effort → 3-4 mi tempo @ 85% effort
    Long, slow run of 70 to 80 minutes → 70-80 min long slow
    Hilly run 50 minutes. Optional: 20 minutes of XT → 50 min Hilly “Optional: 20 minutes of XT”
    Longrun (12 to 16 km) → 12-16 km long
    5.5 km (HR: 70-80%) → 5.5 km @ 70-80% HRmax
    21 km, not faster than 5:50/km → 21 km @ 5:50/km “or slower”
    35 min run at an even tempo → 35 min “even tempo”
    3 miles INT → 3 mi “intervals”
    6 miles - Intervals → 6 mi “intervals”
    Run slow-and-easy 6 minutes → 6 min easy
    5 x 700 m, 1m20s recovery → 5 x 700 m w/ 1:20 min recovery
    1- to 1.5-hr easy jog → 1-1.5 h easy jog
    walk 2.5 min (150s), jog 4 min → 2.5 min walk “(150 s)” / 4 min jog
    6 min walk, repeat 3 times: jog 2 min, walk 1 min → 6 min walk / 3 x (2 min jog / 1 min walk)
    12 km easy, 30-60 s /km slower than race pace → 12 km easy “30-60 s/km slower than race pace”
""".strip().splitlines()]  # fmt: skip


@pytest.mark.parametrize(("line", "read"), READ, ids=[line for line, _ in READ])
def test_a_sentence_is_read_part_by_part(line: str, read: str) -> None:
    assert str(parse_run(line)) == read


@pytest.mark.parametrize(
    ("line", "usual", "read"),
    [
        ("4 E + 8 M + 2 E", "mi", "4 mi easy / 8 mi @ marathon / 2 mi easy"),
        ("8M easy", "", "8 mi easy"),
        ("2 easy + 3 @ tempo + 1 easy", "mi", "2 mi easy / 3 mi tempo / 1 mi easy"),
        ("6 + 4 x 100", "mi", "6 mi / 4 x 100 m"),
    ],
)
def test_an_m_among_letters_of_paces_is_no_mile(line: str, usual: str, read: str) -> None:
    assert str(parse_run(line, usual=usual)) == read


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("6 x 600 m, 90 s jog, except after the third, 3 min", "except"),
        ("4 x 1 km w/ 2 min rest if your goal is 4:30 a km", "if your goal is 4"),
        ("1 min fast every 5 minutes", "how long is all of it"),
        ("3 x 6 min hills (8 km)", "how far all of it is"),
        ("2 x 4 x 600 m. 300 m fast, 300 m jog", "what of it is run in each"),
        ("five circuits of 3 min hard and 2 min easy around the park, 5 min walk", "circuits"),
        ("5 E + 10 M + 5 E", "write 5 with its unit"),
        ("70 min. 3 km warm-up, 30 min tempo, 2 km cool-down", "is it all of the run"),
        ("6 x 200 recovery", "what is repeated"),
        ("5 x 8 minutes easy + 3 minutes at goal", "after each, or once"),
        ("6 mi steady. 2 min slower than yesterday", "how much slower"),
        ("10 km with 45 min as the goal", "the goal"),
        ("40 min CT", "cross-training"),
        ("25 min tempo with 6 min", "how is it run"),
        ("5 min jog, then 15 min at the same effort as the 20 min", "as the 20"),
        ("6 x 300 @ 3k. These 300s w/ 200 m jog", "These 300"),
        ("Run 4 x 400 quicker than your 800m efforts, 400 m jog", "than your 800m efforts"),
        ("Jog 8 minutes, walk 1 minute until you are home", "in all"),
        ("4 mile - half a mile fast, half a mile slow", "in all or more"),
        ("7 x 2 min tempo into 1 min fast, 1 min jog", "in each, or once"),
        ("5 x 4 min (4 km)", "how far all of it is"),
        ("easy long run, finishing with the last 5 miles at marathon pace", "of what"),
        ("4 x 6 min, 2 min jog. For the 6 min reps, aim for 10k pace.", "For the 6 min reps"),
        ("25 min steady run = 4 km at easy pace", "'='"),
        ("5 minutes steady run followed by 200m reps with 100m jog", "how many"),
        ("After the run 2 mi cool-down. Before it 1 mi warm-up", "run first"),
        ("300, 600, 900 m, recovery 60, 90, 120 secs", "list of recoveries"),
        ("ladder: 1 mile, 1 each of 400 m, 600 m, 900 m", "each after the other"),
        ("5 x 2 min fast w/ 1 min jog, Option for 6 x 60 s hills", "as a rule"),
        ("5 x 600 m, last 100 m fast", "of what"),
        ("first 5 min easy, 15 min tempo, last 5 min easy", "write each part"),
        ("easy run for 25 min for some, 50 min for others", "this plan's runner"),
        ("15 min tempo, then a few 90 s repeats", "how many"),
        ("6 miles on the track with 200s and 400s", "how many of each"),
        ("90 min easy (no more than 20 km)", "no more than 20 km"),
        ("40 min easy. 5 miles", "the same run"),
        ("5 miles easy, 40 min", "the same run"),
        ("5 miles, keeping to a 9:00 pace or 10:00 min/mile", "no pace"),
    ],
)
def test_what_a_sentence_leaves_open_is_asked(line: str, said: str) -> None:
    with pytest.raises(ValueError, match="write") as refusal:
        parse_run(line)
    assert said in str(refusal.value)


def test_lists_of_other_lengths_than_their_recoveries_stay_as_they_are() -> None:
    found = prose.PROSE[-3].put("300, 600, 900, 600 m with 60, 90 s rest")
    assert found == "300, 600, 900, 600 m with 60, 90 s rest"


@pytest.mark.parametrize(
    ("line", "normal_form"),
    [
        ("Double: 9 km + 5 km", "AM 9 km “Double” / PM 5 km"),
        ("double day, 6 mi easy and 4 mi easy", "AM 6 mi easy “double” / PM 4 mi easy"),
        ("2 sets of 12 min tempo followed by 10 min cool-down", "2 x 12 min tempo / 10 min cd"),
    ],
)
def test_doubles_are_two_runs_and_a_cool_down_is_in_no_set(line: str, normal_form: str) -> None:
    found = parse_run(line)
    assert [one.parts for one in found.sessions()] == [one.parts for one in parse_run(normal_form).sessions()]


def test_what_follows_sets_may_be_in_each_of_them() -> None:
    with pytest.raises(ValueError, match="each of the 3 sets, or done once") as refusal:
        parse_run("three sets of a 5 min interval with 2 min jog, followed by six 1 min intervals")
    assert "'3 x (5 min interval, 6 x 1 min)'" in str(refusal.value)


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("5 x 4 min, 6 x 200 m, 80 s rest between intervals", 80),
        ("3 x 800 m + 4 x 2 min with 90 s rest between reps", 90),
        ("5 x 4 min, 6 x 200 m w/ 200 m jog between", None),
        ("5 x 4 min, 6 x 200 m, 80 s rest", None),
    ],
)
def test_a_rest_between_intervals_is_that_of_both_lists(line: str, first: int | None) -> None:
    before, last = parse_run(line).parts
    assert isinstance(before, Repeat)
    assert isinstance(last, Repeat)
    assert last.recovery
    assert (before.recovery.duration.exact if before.recovery else None) == first


@pytest.mark.parametrize(
    ("line", "part"),
    [("Hill repeats: 8 x 40 s uphill", "8 x 40 s hills"), ("5 x 2 min uphill @ 5k", "5 x 2 min 5k")],
)
def test_repeats_uphill_are_hills_unless_their_pace_is_said(line: str, part: str) -> None:
    assert reading_of(parse_run(line))["parts"] == [part]


def test_repeats_behind_a_session_of_a_length_are_in_it() -> None:
    found = parse_run("50 min threshold run - 3 x 8 min @ 10k, 2 min jog")
    assert found.duration.exact == 50 * 60
    after = parse_run("20 min tempo run - 4 x 20 s strides")
    assert after.duration.least > 20 * 60
