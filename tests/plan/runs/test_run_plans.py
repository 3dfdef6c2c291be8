"""What plans on the web write: paces in brackets, totals behind a comma, ranges from where to where, races."""

import pytest

from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.record import Whole
from cardmaker.plan.runs.spans import remainder_of

READ = [line.strip().split(" → ") for line in """
    4 miles @ 13:40-14:00 pace → 4 mi @ 13:40-14:00/mi
    9 mi, last 2 mi at goal pace (8:15-8:30) → 9 mi finishing with [2 mi race @ 8:15-8:30/mi]
    3 mi at MP pace (12:40) → 3 mi @ marathon @ 12:40/mi
    3 mi at MP (in 19:30) → 3 mi @ marathon in 19:30 min
    5 km at MP pace (24:00) → 5 km @ marathon in 24:00 min
    3 x 2 km @ 10k pace (7:40) w/ 2 min jog → 3 x 2 km @ 10k in 7:40 min w/ 2 min jog
    12 min Z1 16 x 20 s Z6 recovery 1 min Z1 10 min Z1 → 12 min Z1 / 16 x 20 s Z6 w/ 1 min Z1 recovery / 10 min Z1
    6 x 400 m recovery 90 s 8 min easy → 6 x 400 m w/ 90 s / 8 min easy
    4 x 1 min hard 1 min easy 2 min easy → 4 x (1 min fast / 1 min easy / 2 min easy)
    6 x 600 m (9 km in total with warm-up and cool-down) → 9 km with [6 x 600 m]
    Fartlek workout: run 3 min fast, then jog 1 min; repeat five times → Fartlek workout: 5 x (3 min fast / 1 min jog)
    Warm-up: walk 5 min. Workout: run 18 min. Cool-down: walk 5 min → 5 min wu walk / 18 min / 5 min cd walk
    1 mile warm-up, 5 mile tempo and 1 mile cool-down, for 7 miles total → 1 mi wu / 5 mi tempo / 1 mi cd
    alternate 60 s of running, with 90 s of walking, for a total of 25 min → 10 x (60 s / 90 s walk)
    Tempo run of 12 + 18 min → (12 min tempo, 18 min tempo)
    2 km easy + 8 + 12 min tempo → 2 km easy / (8 min tempo, 12 min tempo)
    3 1600 meter repeats w/ 400 m jog → 3 x 1600 m w/ 400 m jog
    fartlek, 2 km wu/cd, 5 km → fartlek: 2 km wu / 5 km fartlek / 2 km cd
    10 km easy then 8-10 km hard → 10 km easy / 8-10 km fast
    5 x 1 km @ 4:10/km, 400 m rest 5:10/km → 5 x 1 km @ 4:10/km w/ 400 m rest @ 5:10/km
    5 x 1 km, 2 min rest, 4:10/km → 5 x 1 km @ 4:10/km w/ 2 min rest
    marathon race + 1 km wu → 1 km wu / 42.195 km race
    HM race, 2 km wu, 1 km cd → 2 km wu / 21.0975 km race / 1 km cd
    20 min steady @ marathon pace (GMP) + 20 s/mi → 20 min steady marathon pace + 20 s/mi
    12 min a bit faster than conversational pace → 12 min “a bit faster than conversational pace”
    9 km tempo, last 2 km easy → 9 km tempo finishing with [2 km easy]
    16 km 1:30 Std 5:38/km → 16 km @ 5:38/km
    6 x 1 km, 4 min rest 88-92% → 6 x 1 km @ 88-92% w/ 4 min rest
    6 x 1 km w/ 3 min jog @ 85-90% HRmax → 6 x 1 km @ 85-90% HRmax w/ 3 min jog
    6 x 1 km w/ 3 min jog 60-65% → 6 x 1 km w/ 3 min jog @ 60-65%
    6 x 1 km @ 10k w/ 1 km @ 88% MP → 6 x 1 km @ 10k w/ 1 km @ 88% marathon
    8 x 800 m @ 3:20 [400 m jog interval] → 8 x 800 m in 3:20 min w/ 400 m jog interval
    9 miles with light fartlek of 6 x 45 s fast, 2 min easy → 9 mi “light fartlek” with [6 x 45 s fast w/ 2 min easy]
    start off with easy running, about 2 miles → 2 mi easy
    10 min easy, 6 x 1 km @ 10k, 5-10 min easy → 10 min easy / 6 x 1 km @ 10k then 5-10 min easy
    10 min wu, 6 x 1 km, 3 min walk, 5-10 min cd → 10 min wu / 6 x 1 km w/ 3 min walk / 5-10 min cd
    20 min 10k → 20 min @ 10k
    4 km wu, 5 x 1 km w/ 400 m jog, 3 km → 4 km wu / 5 x 1 km w/ 400 m jog / 3 km
    half marathon 1:55 h → 21.0975 km race in 1 h 55 min
    marathon, 3:45 → 42.195 km race in 3 h 45 min
    HM 1:40:30 → 21.0975 km race in 100:30 min
    8 km race, goal 38 min → 8 km race in 38 min
    Long run, first 14 km easy, final 6 km @ MP → 14 km easy / 6 km @ marathon / “Long run”
    20 km: first 14 km easy, last 6 km @ MP → 14 km easy / 6 km @ marathon
    Tempo: 8 km total. Warm up 2 km, then 4 km @ T, cool down 2 km → Tempo: 2 km wu / 4 km threshold / 2 km cd
    12 x 400 m @ 5k (~5 miles w/ jogs) → 5 mi with [12 x 400 m @ 5k]
    5-6 miles (5km pace + 25 secs) → 5-6 mi @ 5k + 25 s
    2 mi wu, 4 x 1 km w/ 90 s jog, 2 mi cd (8 total) → 2 mi wu / 4 x 1 km w/ 90 s jog / 2 mi cd “8 mi total”
    WU: 12' MS: 20' @ Zone 3 CD: 10' → 12 min wu / 20 min Zone 3 / 10 min cd
    3 km 4 x 1 km @ 10k → 3 km / 4 x 1 km @ 10k
    9 km 6 x 100 m strides → 9 km / 6 x 100 m strides
    8 miles (7:12mm) → 8 mi @ 7:12/mi
    8 miles at 7 minute miling → 8 mi @ 7:00/mi
    44 min. Warm up 10 min, 4 x 5 min @ T (1 min), cd 10 min → 10 min wu / 4 x 5 min threshold w/ 1 min / 10 min cd
    10 min. Warm-up, 20 min tempo → 10 min wu / 20 min tempo
    8 x (1 min @ 12 km/h / 1 min @ 8 km/h), 5 min walk → 8 x (1 min @ 12 km/h / 1 min @ 8 km/h) then 5 min walk
    4 x .25 mi @ 5k, .5 mi easy → 4 x 0.25 mi @ 5k w/ 0.5 mi easy
    .5 km easy / 10 km @ 4:50/km → 0.5 km easy / 10 km @ 4:50/km
    6 mi alternations, 1 mi @ MP / 1 mi easy → 3 x (1 mi @ marathon / 1 mi easy)
    9 km easy through mile 4 → 9 km easy “through mile 4”
    14 km @ 4:50-5:00/km (7:45-8:05 per 1 mile) → 14 km @ 4:50-5:00/km “7:45-8:05 per 1 mile”
    14 km (5:20→5:00) → 14 km @ 5:00-5:20/km
    5 km | 6 x 100 m strides → 5 km / 6 x 100 m strides
    Walk for 4 minutes, then run for 45 minutes. Walk for 5 minutes to cool down → 4 min walk / 45 min / 5 min cd walk
    Walk for 6 min to warm up. Run for 20 min. Walk for 4 min → 6 min wu walk / 20 min / 4 min walk
    run 4 min, walk 1 min for 20 min → 4 x (4 min / 1 min walk)
    run 4 min, walk 1 min. Run for 20 min → 4 min / 1 min walk / 20 min
    Run 6 min (effort level 5), walk 2 min (effort level 2). Repeat once more → 2 x (6 min @ RPE 5 / 2 min walk @ RPE 2)
    Run 6 min, walk 2 min. Repeat twice more (total: 24 min) → 3 x (6 min / 2 min walk)
    50 min easy. During your run do 5 x 20 s strides → 50 min easy with [5 x 20 s strides]
    9 miles, 1:15:00 including 5 x 20 s strides → 9 mi in 1 h 15 min with [5 x 20 s strides]
    3 x 4 x 800 m. 90 s rest after each 800 m and 5 min rest between sets → 3 x (4 x 800 m w/ 90 s rest) w/ 5 min rest
    5 x 1 km @ 10k with 2 min jog after each km → 5 x 1 km @ 10k w/ 2 min jog
    1st 6 km easy, 2nd 6 km @ MP → 6 km easy “1st” / 6 km @ marathon “2nd”
    9-12 hills, 100 m, @ 90% effort → 9-12 x 100 m hills @ 90% effort
    9 hills of 150 yards → 9 x 150 yd hills
    5 min wu, 8 min run, 2 min walk, repeat run/walk 3 times, 5 min cd → 5 min wu / 3 x (8 min / 2 min walk) / 5 min cd
    2 km | 5 x 1 km @ 10k w/ 400 m jog | 2 km → 2 km / 5 x 1 km @ 10k w/ 400 m jog / 2 km
    E 9 km → 9 km easy
    4 x 3 min hard 2 min jog 12 min easy → 4 x 3 min fast w/ 2 min jog / 12 min easy
    3 km easy 3 x 2 km MP 1 km jog 3 km easy → 3 km easy / 3 x 2 km @ marathon w/ 1 km jog / 3 km easy
    12 km: 1 km easy 1 km hard alternating → 6 x (1 km easy / 1 km fast)
    200, 800, mile, 800, 200 @ 5k → (200 m @ 5k, 800 m @ 5k, 1 mi @ 5k, 800 m @ 5k, 200 m @ 5k)
    mile, 1200, 800 w/ 400 jog → (1 mi, 1200 m, 800 m) w/ 400 m jog
    400/800/1 mile/800/400 → 400 m / 800 m / 1 mi / 800 m / 400 m
    2 x (mile, 800, 400) → 2 x ((1 mi, 800 m, 400 m))
    80 min easy, 15 min @ MP in the middle → 80 min easy with [15 min @ marathon “in the middle”]
    70 min easy; 10 min fast halfway through → 70 min easy with [10 min fast “halfway through”]
    9 km easy (plus 5 x 100 m) → 9 km easy / 5 x 100 m
    45 min (+ 20 min jog) → 45 min / 20 min jog
    6mi continuous mile cutdowns → 6 mi “continuous mile cutdowns”
    4 x mile cutdowns → 4 x 1 mi “cutdowns”
    9 km easy, 4 x 20 s strides at the end → 9 km easy / 4 x 20 s strides “at the end”
    Intervals—5 x 400 m @ 5k w/ 200 m jog → Intervals: 5 x 400 m @ 5k w/ 200 m jog
    Speed—3x5min, 3x4min w/ 80 s jog → Speed: 3 x 5 min w/ 80 s jog / 3 x 4 min w/ 80 s jog
    Hills — min of 5 to max of 9 x 60 s uphill, jog down → Hills: 5-9 x 60 s uphill w/ jog down
    6-9 x 150-200m hills – very slow jog down → 6-9 x 150-200 m hills w/ very slow jog down
    Warm-up then 4-6 min brisk run Cool Down → wu / 4-6 min brisk / cd
    6 x 20/40 strides → 6 x 20 s strides w/ 40 s
    8 x 20/40s → 8 x 20 s w/ 40 s
    10 min | 6 x 3 min hard w/ 2 min easy | 10 min → 10 min / 6 x 3 min fast w/ 2 min easy / 10 min
    6 x (400 m @ 5k, 200 m @ mile), 3 min walk → 6 x (400 m @ 5k / 200 m @ mile) w/ 3 min walk
""".strip().splitlines()]  # fmt: skip


@pytest.mark.parametrize(("line", "read"), READ)
def test_lines_of_plans_are_read_part_by_part(line: str, read: str) -> None:
    assert str(parse_run(line)) == read


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2 mi at goal pace (12:50)", "time for 2 mi or a pace"),
        ("12 km with first 2 km easy, running 4-5 km, 10-12 km hard", "where in it"),
        ("10 km, 8-10 km hard", "where in it"),
        ("20 min tempo with 4 min easy and 5 min cool-down", "hold them or add them"),
        ("do 3- to 4-minute hill repeats", "how many"),
        ("Interval: 600 meter, 2 min rust, 7 keer", "7 keer"),
        ("15 km 58 min 4:50/km SD", "one stretch or two"),
        ("3mile, 4GP", "or so many pick-ups"),
        ("12 km 4 x 1 km @ 10k w/ 2 min jog", "in all or more"),
        (
            "Duration: 55 mins. Warm-up: 10 mins, 5 x 6 min hard w/ 1 min easy. Cool-down: 30 mins",
            "holds more than itself",
        ),
        ("50 min 8km", "one stretch or two"),
        ("Walk 5 min, run 50 min, walk 5 min. During your run do 5 x 1 min fast", "of what"),
        ("Speedwork | 5M (inc 4 x 800m, 200m jog) | 5K | 55 mins | 8/10", "all of it, or more"),
        ("M 9 km", "or the day"),
        ("T: 25 min", "or the day"),
        ("9 km easy, 2 km fast at the end", "of what"),
        ("9 km | 5 x 1 km @ 10k w/ 400 m jog", "part of it, or run as well"),
        ("7.0 MI · ~55:00 · 4 × 1 MI @ 7:00 / MI", "part of it, or run as well"),
        ("50 min • 5 x 3 min hard w/ 2 min easy", "part of it, or run as well"),
        ("4 x 1 km @ 10k, 400 m jog, 9 km", "all of it, or more"),
        ("2 min 10k / 2 x 45 s mile / 2 min 10k / 1 min recovery between all intervals", "between what"),
        ("5 x 1 km, 400 m rest 5:10/km", "pace of the repeats"),
    ],
)
def test_what_plans_leave_open_is_asked(line: str, said: str) -> None:
    with pytest.raises(ValueError, match="write") as refusal:
        parse_run(line)
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    ("line", "hard"), [("9 km tempo, last 2 km easy", 7.0), ("12 km @ MP with first 2 km easy", 10.0)]
)
def test_a_hard_run_that_ends_or_begins_easily_is_hard_else(line: str, hard: float) -> None:
    (whole,) = parse_run(line).parts
    assert isinstance(whole, Whole)
    rest = remainder_of(whole)
    assert (rest.amount.value, rest.effort) == (hard, whole.step.effort)
