"""What clubs and their coaches write: lists with a recovery, wholes before a warm-up, sets of parts, asides."""

import pytest

from cardmaker.plan.runs.notation import parse_run

READ = [line.strip().split(" → ") for line in """
    1500 metres, 1000 metres, 500 metres, 250 metre recoveries → (1500 m, 1000 m, 500 m) w/ 250 m recovery
    500 m, 300 m, 100 m jog → (500 m, 300 m) w/ 100 m jog
    500, 700, 900, 300 jog → (500 m, 700 m, 900 m) w/ 300 m jog
    150 metre sprints/strides x 5, 150 metre recoveries → 5 x 150 m sprints/strides w/ 150 m recovery
    50 min tempo run, 10 min wu, 30 min tempo, 10 min cd → 10 min wu / 30 min tempo / 10 min cd
    10 min warm-up · 6×3 min/2 min · 5 min cool-down → 10 min wu / 6 x 3 min w/ 2 min / 5 min cd
    4, 2, 1 minute(s) x4, 1 minute recoveries → 4 x ((4 min, 2 min, 1 min) w/ 1 min recovery) w/ 1 min recovery
    30 min easy (HR 8 bpm higher than warm-up), 5 min cd → 30 min easy “HR 8 bpm higher than warm-up” / 5 min cd
    3 x 1 mile (7:20, 7:10, 7:00) → (1 mi in 7:20 min, 1 mi in 7:10 min, 1 mi in 7:00 min)
    4-2-1 km @ MP/HMP/5k → (4 km @ marathon, 2 km @ half, 1 km @ 5k)
    3 WU / 5 / 1 CD (km) → 3 km wu / 5 km / 1 km cd
    (5-3-1) (min) w/ 1 min jog → (5 min, 3 min, 1 min) w/ 1 min jog
    5 x hill reps (45 sec up, jog back) → 5 x 45 s uphill w/ jog back
    VO2: 5 x 600 @ 5k, jog 50-80% interval time → “VO2”: 5 x 600 m @ 5k w/ jog “50-80% interval time”
    Tempo 4 x 6 min @ T w/ 90 s → 4 x 6 min threshold w/ 90 s / “Tempo”
    8 x 100 m on 2:00, 400 m easy → 8 x 100 m on 2:00 then 400 m easy
    15 km in GA1 → 15 km GA1
    12 mi GA outside - target 7:50-8:00 pace → 12 mi GA @ 7:50-8:00/mi “outside”
    7 mi on tread - Recovery pace: 9:40-9:50 → 7 mi recovery @ 9:40-9:50/mi “on tread”
    9 mi w/5 at tempo pace (target 6:40-6:50) → 9 mi with [5 mi tempo pace @ 6:40-6:50/mi]
    two 3 mile tempo runs, separated by a mile recovery → 2 x 3 mi tempo w/ 1 mi recovery
    40 min easy finish/with strides → 40 min easy finishing with [strides]
    30 min jog with 5 light surges → 30 min jog with [5 x light surges]
    4 sets: 50s hill, 30s hill, 10s hill (jog down) → 4 x ((50 s hill, 30 s hill, 10 s hill) w/ jog down)
    5 x 500m: 300m @ T, last 200m @ mile pace → 5 x (300 m threshold / 200 m @ mile)
    5 x 2 km @ 4:00/km with equal-time jog → 5 x 2 km @ 4:00/km w/ 8:00 min jog
    5 x 2 km with equal-time jog → 5 x 2 km w/ jog “equal time”
    20 min tempo (comfortably hard - 7/10 effort) → 20 min tempo @ RPE 7 “comfortably hard”
    5×15-sec strides at 5K effort w/ 60 s walk → 5 x 15 s strides 5K effort w/ 60 s walk
    2 x 12 min @ MP/HMP effort, 3 min jog → 2 x 12 min MP/HMP effort w/ 3 min jog
    2 miles alternating: 400m @ HMP, 400m easy → 4 x (400 m @ half / 400 m easy)
    7mi (easy w/ 3mi MP) → 7 mi easy with [3 mi @ marathon]
    5 min wu, 20 min tempo, 5 min cd. Comfortably hard. → 5 min wu / 20 min tempo / 5 min cd “Comfortably hard”
    3 x 4 km (4:30, 3 min jog) → 3 x 4 km @ 4:30/km w/ 3 min jog
    4 x 2 km over/under: 1 km at 4:10, 1 km at 4:25 → 4 x (1 km @ 4:10/km “over/under” / 1 km @ 4:25/km “over/under”)
    14 miles with 25 minutes at tempo (6:55) → 14 mi with [25 min tempo @ 6:55/mi]
    7 x 800M @ 5K ("Interval") pace. Slow 400M jog → 7 x 800 m @ 5k “Interval pace” w/ 400 m Slow jog
    4 x 1600m @ 10k, then finish w/ 3 x 200m @ 5k → 4 x 1600 m @ 10k / 3 x 200 m @ 5k
    4k, 2k, 1k @ T, I, R (75s) → (4 km threshold, 2 km interval, 1 km repetition) w/ 75 s
    3 x 3k @ 3:50, 3:45, 3:40 → (3 km @ 3:50/km, 3 km @ 3:45/km, 3 km @ 3:40/km)
    1 mile wu, 15 min hard effort (approx. 7 minute pace) → 1 mi wu / 15 min hard effort @ 7:00/mi
    30mins run at 6mins.15secs/mile → 30 min @ 6:15/mi
    8 x 400 in sub 70 secs, 200 jog → 8 x 400 m in 70 s w/ 200 m jog
    Run hard 800m and jog 400m x 3 → 3 x (800 m fast / 400 m jog)
    4 mins (90s), 2 mins (60s), 4x 60m strides → 4 min / 90 s recovery / 2 min / 60 s recovery / 4 x 60 metres strides
    3 mile tempo: mile@hard, mile@moderate, mile@hard → 1 mi fast / 1 mi moderate / 1 mi fast / “tempo”
    Easy + 6 strides: 45 min → 45 min easy / 6 x strides
    40 min w/ 5 x 2' @ 10K (1' easy) starting at 10' → 40 min with [5 x 2 min @ 10k w/ 1 min easy] / “starting at 10'”
    Walk 3 min, run 40 sec × 6 sets → 6 x (3 min walk / 40 s)
    12mi - 2mi WU, 3x1600m w/ 3min jog, 2mi CD → 12 mi with [2 mi wu / 3 x 1600 m w/ 3 min jog / 2 mi cd]
    20 mins with 1 min hard 1 min easy, 5 min jog → 10 x (1 min fast / 1 min easy) then 5 min jog
    8 mi w/ 9 min tempo + 4 by 1:30 @ 10k (6:25) → 8 mi with [9 min tempo / 4 x 1:30 min @ 10k @ 6:25/mi]
    4 x1 mile @5:50 or faster w/2 mins. rest, 1 mile c/dwn → 4 x 1 mi @ 5:50/mi “or faster” w/ 2 min rest / 1 mi cd
    2x15' Z3 r'4' → 2 x 15 min Z3 w/ 4 min
    50 mins easy @9:20/mile or 5:48/km → 50 min easy @ 9:20/mi “5:48/km”
    50 min easy, last 15 min up to target pace → 50 min easy finishing with [15 min “up to target pace”]
    3 mi easy with 5 by 12 s sprints. Walk back after each effort → 3 mi easy with [5 x 12 s sprints w/ Walk back]
    3x2000m in 8min10 → 3 x 2000 m in 8:10 min
    6x (1min20 fast - 1min20 very easy) → 6 x (1:20 min fast / 1:20 min very easy)
    3 miles alternating 30s hard / 30s moderate → 3 mi fast “30 s fast / 30 s moderate”
    4 minutes x3, 2 minutes x3, 1 minute recoveries → 3 x 4 min w/ 1 min recovery / 3 x 2 min w/ 1 min recovery
    3, 3, 5, 5 minutes, 2 minute recoveries → (3 min, 3 min, 5 min, 5 min) w/ 2 min recovery
    5 minutes of effort with two minutes of recovery. Repeat set 3 times. → 3 x (5 min / 2 min recovery)
    1h10: 20' Z1 + 6x4' Z4 r2' + 15' Z1 → 1 h 10 min with [20 min Z1 / 6 x 4 min Z4 w/ 2 min / 15 min Z1]
    8M alternating miles easy/steady → 4 x (1 mi easy / 1 mi steady)
    7 x 600 m @ 10k / 600 m @ MP → 7 x (600 m @ 10k / 600 m @ marathon)
    7 x 600 m @ 10k / 700 m @ MP → 7 x 600 m @ 10k then 700 m @ marathon
    5 x 4 min tempo / 4 min steady → 5 x (4 min tempo / 4 min steady)
    6 x 300 m @ 5k / 100 m strides → 6 x 300 m @ 5k then 100 m strides
    over/unders: 3 x (2 km @ 10k / 2 km @ HM) → over-unders: 3 x (2 km @ 10k / 2 km @ half)
    9 x 75 s jog 2 min walk → 9 x 75 s jog w/ 2 min walk
    1-2 mi up, 30 min tempo, 1 mi down → 1-2 mi wu / 30 min tempo / 1 mi cd
    9 km, 54 min, 6:00 → 9 km @ 6:00/km in 54 min
    75m long run → 75 min long
    Morning: 4 x 1km at 10k pace (90 s rec). Afternoon: 20 mins → AM 4 x 1 km @ 10k w/ 90 s recovery; PM 20 min
    1-mile repeats x 4 @ 6:21 → 4 x 1 mi @ 6:21/mi
    Easy 4 miles / rest → rest or 4 mi easy
    6 x 400 m / rest → 6 x 400 m w/ rest
    Run 1/2mile (880yds) @ goal pace, walk 3 min, repeat 3 times → 3 x (0.5 mi race / 3 min walk)
    2 x (5 x 1 min hard/1 min easy) with 3 min jog → 2 x (5 x 1 min fast w/ 1 min easy) w/ 3 min jog
    5 x 4 minutes running, alternating with 2 minutes of walking → 5 x 4 min w/ 2 min walk
    20 seconds sprint followed by a 40-second walk, 6 to 8 repetitions → 6-8 x (20 s sprint / 40 s walk)
    6 Miles easy. Finish run with 5x 100m hill sprints → 6 mi easy finishing with [5 x 100 m hill sprints]
    Double: 40+20 min easy → AM 40 min “Double”; PM 20 min easy
    Easy 9 km + 5×12s hill sprints + gym PM → 9 km easy / 5 x 12 s hill sprints / “gym PM”
    1k @ 3:25, 600 @ 3:15 → 1 km @ 3:25/km / 600 m @ 3:15/km
    3km @ 4:55; 2km @ 4:45 → 3 km @ 4:55/km / 2 km @ 4:45/km
    400 x 5-7 w/ 80 s → 5-7 x 400 m w/ 80 s
    hill sprints 12 s x 5-7 → 5-7 x 12 s hill sprints
    seven to 9 repeats of a gradual hill → 7-9 x hill “gradual”
    14 mi, fast finish (last 3 mi at MP) → 14 mi fast finish finishing with [3 mi @ marathon]
    10 x 400 w/ 100 jog (82-84) → 10 x 400 m in 82-84 s w/ 100 m jog
    10 x 1' hard/1' float - 5k total → 5 km with [10 x 1 min fast w/ 1 min float]
    1 x 800 m - 8 min recovery - 1 x 400 m → 1 x 800 m then 8 min recovery / 1 x 400 m
    2 x 800 m - 12/15 min recovery → 2 x 800 m w/ 12-15 min recovery
    3 min effort - 3 min recovery - 5 x 1 min → 3 min “effort” / 3 min recovery / 5 x 1 min
    Run 3 min / Walk 1 min, Repeat this cycle 7 times → 7 x (3 min / 1 min walk)
    8 min wu. Main set (x 4): 2 min @ 4:50/km + 1 min easy. → 8 min wu / 4 x (2 min @ 4:50/km / 1 min easy)
    3 x (2 min @ 7:00/mi + 1 min @ 9:00/mi or 5:36/km) → 3 x (2 min @ 7:00/mi / 1 min @ 9:00/mi “5:36/km”)
    12 min walk, 20 min run, 12 min walk = 44 min → 12 min walk / 20 min / 12 min walk “= 44 min”
    8 min easy (2 min tempo, 1 min walk) x 5 → 8 min easy / 5 x (2 min tempo / 1 min walk)
    12 min jog, 6 x 30 s uphill, jog down then12 min jog → 12 min jog / 6 x 30 s uphill w/ jog down / 12 min jog
    11 mile training run or 10k race → 11 mi “training, or 10k race”
    5k race - aim for 24 min → 5 km race in 24 min
    6 km fartlek 1 min fast 3 min slow → 6 km fartlek “1 min fast, 3 min slow”
    5 x 3 min at 3 to 5km effort → 5 x 3 min @ 3k-5k effort
    Run 8 min easy, Hills: (45 s uphill, jog down) x 6 → 8 min easy / 6 x 45 s uphill w/ jog down
    9-10 miles total. 4 x 1 mi @ HMP w/ 2 min jog → 9-10 mi with [4 x 1 mi @ half w/ 2 min jog]
    9 mi total. 2 mi easy, 5 mi @ MP, 2 mi easy → 2 mi easy / 5 mi @ marathon / 2 mi easy
    10k/3 mile road race → 4.8-10 km race “10k/3 mile road race”
    5 mi (1 mi wu + 6x800m @ 7:00 + 1.2 mi cd) → 1 mi wu / 6 x 800 m @ 7:00/mi / 1.2 mi cd / “5 mi in all”
    10k time trial - target sub 46:00 → 10 km time trial in 46:00 min
    5k, all out - target ~23:10 → 5 km all out in 23:10 min
    8 x 1 min fast, 2m walk → 8 x 1 min fast w/ 2 min walk
    16 mi with 6 mi @ MP in the back half → 16 mi with [6 mi @ marathon “in the back half”]
    1 km wu · 3 x 2 km · 1 km cd · total ~8.5 km → 1 km wu / 3 x 2 km / 1 km cd “total ~8.5 km”
    9-11 km easy, every 3rd week with strides → 9-11 km easy “every 3rd week with strides”
    4 mi: 5 x 1 min @ MP · last light lift → 4 mi with [5 x 1 min @ marathon “last light lift”]
    2 km wu / 6-9 km @ marathon / cd → 2 km wu / 6-9 km @ marathon / cd
    2 km wu · 10 min @ Z4 (4:20/km) · 2 km cd → 2 km wu / 10 min Z4 @ 4:20/km / 2 km cd
    3 km wu · 7 km @ 4:20/km · 2 km cd · total 12 km → 3 km wu / 7 km @ 4:20/km / 2 km cd “12 km total”
    7 km easy, 5 x 100m strides (relaxed, 60s rest) → 7 km easy / 5 x 100 m strides w/ 60 s rest “relaxed”
    5k race · Target: sub-23:00 → 5 km race in 23:00 min
    4 km @ 1/2 marathon pace → 4 km @ half
    6 x 100m hill..rec jog → 6 x 100 m hill w/ jog recovery
""".strip().splitlines()]  # fmt: skip


@pytest.mark.parametrize(("line", "read"), READ)
def test_lines_of_clubs_are_read_part_by_part(line: str, read: str) -> None:
    assert str(parse_run(line)) == read


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("700 metres, 300 metres x 4, 100 metre recoveries", "all of it or the last"),
        ("Jog 3 min (RPE 4), run 2 min (RPE 7) x 5", "all of it or the last"),
        ("80 min hilly, 10 min wu, 3 x 8 min tempo, 10 min cd", "is it all of the run"),
        ("Continuous 500 metre reps with 200 jog recovery, 20 mins", "how many"),
        ("3 km wu / 3 x 2 km @ HM / 1 km easy / 1 km cd", "after each, or once"),
        ("2 mi easy / 4 x 1 mi @ T / 1 mi easy", "after each, or once"),
        ("6 x 100 m / 800 m easy", "after each or once"),
        ("12 G.A - target 7:30-7:45", "how far"),
        ("7:30-7:45", "hours or a pace"),
        ("4 x 2 km in 4:20, 2 min jog", "faster than anyone"),
        ("1 x 500 full out, rest 3 mins, 1 x 300 full out, rest 4 mins and repeat", "how often"),
        ("Run 4 x 2k 6 secs a lap slower than yesterday, jog 400m", "how much slower"),
        ("Walk 5 min, Run 2 min × 4", "all of it or the last"),
        ("4 x 90 min strides, 5 min walk", "how many, and in what"),
        ("9 km, 54 min, 5:00", "two parts"),
        ("6 min hard with 3 min jog. Repeat session 4 times", "how often"),
        ("20m easy", "20 min or 20 mi"),
        ("four-minute walk followed by a one-minute jog, six repetitions", "all of it or the last"),
        ("50' w/ 3 x (3',2',1') 10k/5k/3k effort", "write 3 with its unit"),
        ("5 x 700m: 300m fast, last 200m @ mile", "parts of each"),
        ("50 min R", "recovery or repetition"),
        ("15 km easy → last 5 km @ 4:20/km", "in all or more"),
        ("6 mi, 3 x 800 m @ 7:10/mi", "in all or more"),
        ("5 x 600 m @ 5:10", "time for 600 m or a pace"),
        ("4 x 1600 m @ 4:10", "time for 1600 m or a pace"),
        ("9 mi, 2 mi easy, 6 mi tempo", "in all or more"),
        ("7 mi with 5 x 15 s fast pick-ups (7:10)", "pace or the rest"),
        ("25 min out, turn and get back 1 to 2 min faster", "how long is that"),
    ],
)
def test_what_clubs_leave_open_is_asked(line: str, said: str) -> None:
    with pytest.raises(ValueError, match="write") as refusal:
        parse_run(line)
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    "line", ["16 km: 4 x 3 km @ MP / 1 km easy", "5 x 1 km @ MP / 1 km easy", "3 x 3 km @ MP, 1 km easy"]
)
def test_easy_stretches_of_one_meaning_are_not_asked_about(line: str) -> None:
    assert parse_run(line).parts
