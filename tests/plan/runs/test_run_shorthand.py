"""What clubs and apps write in short: signs for recoveries, times in brackets, titles of several runs, turns, climb."""

import pytest

from cardmaker.plan.runs.notation import parse_run

READ = [line.strip().split(" → ") for line in """
    3 x 300 (50-52) off 300 walk → 3 x 300 m in 50-52 s w/ 300 m walk
    2 sets of 3 x 300 (50-52) off 300 walk → 2 x (3 x 300 m in 50-52 s w/ 300 m walk)
    6 x 300 (300j) → 6 x 300 m w/ 300 m jog
    5 x (500 m, 300 m) 3 min → 5 x (500 m / 300 m) w/ 3 min
    3 x (500+300) 45s/4min → 3 x ((500 m, 300 m) w/ 45 s) w/ 4 min
    4 x 2 km @ HMP (1 km float @ MP+15) → 4 x 2 km @ half w/ 1 km float MP + 15 s
    40/20 x 12 @ 5k pace → 12 x 40 s @ 5k w/ 20 s
    8 x 20 s hill strides, full rec → 8 x 20 s hill strides w/ full rec
    8 x 20 s hills, recovery as needed → 8 x 20 s hills w/ recovery “as needed”
    7 x 300 w/ good recovery → 7 x 300 m w/ recovery “good”
    6 x 90 s hills (jb) → 6 x 90 s hills w/ jb
    3 x (40sec on/20 sec off) + 8' tempo → 3 x (40 s on / 20 s off) then 8 min tempo
    3 x (40on/20off) → 3 x (40 s on / 20 s off)
    Easy run + strides: 35 mins + 5 x 15s → Easy run + strides: 35 min easy / 5 x 15 s strides
    Easy + hills: 35 min easy, 5 x 40 s → Easy + hills: 35 min easy / 5 x 40 s hills
    Long run - 1h45 hilly → 1 h 45 min hilly long
    6:00 warm up, 5 x 2:00 hard w/ 1:30 jog → 6:00 min wu / 5 x 2:00 min fast w/ 1:30 min jog
    25-35 min run/walk 60s/30s → 25-35 min run/walk “60 s / 30 s walk”
    run 3/walk 1 for 40 min → 10 x (3 min / 1 min walk)
    run 9/1 walk for 8 mi → 8 mi run/walk “9/1”
    run:walk 4:1 for 35 min → 35 min run/walk “4:1”
    6k alt 1k @ 4:00, 1k @ 4:30 → 3 x (1 km @ 4:00/km / 1 km @ 4:30/km)
    8 km (1 km @ 5:20 / 1 km @ 4:50) → 4 x (1 km @ 5:20/km / 1 km @ 4:50/km)
    40 min with 4 x 1 min @ 5k in the middle (90s jog) → 40 min with [4 x 1 min @ 5k “in the middle” w/ 90 s jog]
    45 min easy w/ 4x20sec pickups last 10min → 45 min easy with [4 x 20 s pickups “last 10min”]
    18 km D+ 700m, w/ 4 x 6' uphill Z4 → 18 km 700 m climb with [4 x 6 min uphill Z4]
    Trail 16-18km/700-900m → 16-18 km Trail 700-900 m climb
    Hills 8 x 2' (3' jog), 1h15 total → 1 h 15 min with [8 x 2 min Hills w/ 3 min jog]
    30 min easy, 30 min tempo, 20 min easy, 1h20 total → 30 min easy / 30 min tempo / 20 min easy
    10K RACE (14 km total w/ wu & cd) → 14 km with [wu / 10 km race / cd]
    Tempo 5k @ 4:45-4:50 (w-up + c-down 2k each) → 2 km wu / 5 km tempo @ 4:45-4:50/km / 2 km cd
    half marathon race (goal 1:50 h) → 21.0975 km race in 1 h 50 min
    9 km steady @ 5:05/km (+/- 5s) → 9 km steady @ 5:05/km “(+/- 5s)”
    Threshold 4x6min, 60sec rec. lactate 2.5-3.0 → 4 x 6 min threshold w/ 60 s recovery / “lactate 2.5-3.0”
    40 min @ 1% incl, 10.5kph → 40 min @ 10.5 km/h “@ 1% incl”
    B2B 1: 30k trail, 900 m gain → 30 km trail 900 m climb “B2B 1”
    5 mi w/ 4 CDs & 3 AGs → 5 mi “w/ 4 CDs, 3 AGs”
    8 km with 4 flings → 8 km “with 4 flings”
    5 k easy - no breaks :) → 5 km easy “no breaks, :)”
    5 x 1 km - 1' [3:40-3:45] → 5 x 1 km in 3:40-3:45 min w/ 1 min
    8 x 400m - 70s (74-76) → 8 x 400 m in 74-76 s w/ 70 s
    3 x 15' - 3' @ HMP → 3 x 15 min @ half w/ 3 min
    3 x 6 min threshold - 80 sec jog - 5 x hills → 3 x 6 min threshold w/ 80 s jog / 5 x hills
    Fartlek: 6 x (3 min on, 2 min off) in 7 miles → Fartlek: 7 mi Fartlek with [6 x (3 min on / 2 min off)]
    7 mi easy, 6 x 80m strides in last 2 miles → 7 mi easy with [6 x 80 metres strides “in last 2 miles”]
    6 x 2 mins, 90s jog rec. 2M w/u, 1M c/d → 2 mi wu / 6 x 2 min w/ 90 s jog / 1 mi cd
    12 x 150m (50m walk), flat out → 12 x 150 m flat out w/ 50 metres walk
    3 x 1 mi @ LT (6:40/mi), 2 min jog btwn → 3 x 1 mi threshold @ 6:40/mi w/ 2 min jog
    6 km easy (no faster than 6:50/km), 6:50/km → 6 km easy @ 6:50/km “@ 6:50/km or slower”
    Tempo 9km: 3km easy, 4km at 5:10/km, 2km easy → 3 km easy / 4 km tempo @ 5:10/km / 2 km easy
    Jog 4, walk 1, repeat 6 times → 6 x (4 min jog / 1 min walk)
    24 min: 2 min run, 1 min walk alternating → 8 x (2 min / 1 min walk)
    20 min: 2 min run, 1 min walk alternating → 20 min “2 min / 1 min walk”
    10 km starting @ 5:40 finishing @ 4:50 → 10 km @ 4:50-5:40/km
    9 mi progressive (start 9:10, finish 8:00) → 9 mi progressive easy to tempo @ 8:00-9:10/mi
    Cut-down 7mi, 8:10 -> 7:00 → 7 mi Cut-down @ 7:00-8:10/mi
    4k - 1k @ 5:00, 1k @ 5:30 x2 → 2 x (1 km @ 5:00/km / 1 km @ 5:30/km)
    5 x 3' (4:15 cycle) → 5 x 3 min on 4:15
    8x400 (cycle 2:30) → 8 x 400 m on 2:30
    5 x 3:00/1:30 @ 5k → 5 x 3:00 min @ 5k w/ 1:30 min
    Easy – 5 miles (:30-1:30 slower than MP) → 5 mi easy “:30-1:30 slower than MP”
    Mile repeats: 4 x 1mi @ 7:10/mi, 2 mins rest → 4 x 1 mi @ 7:10/mi “Mile repeats” w/ 2 min rest
    Key run 3: 12 miles @ PMP + 20 → 12 mi PMP + 20 s “Key run 3”
    Marathon: 3:50 goal → 42.195 km race in 3 h 50 min
    Run 0:45 Z1-Z2 + 5x0:20 strides → 0 h 45 min Z1-Z2 / 5 x 0:20 min strides
    Steady: 2 x 15min @ 150-156, 5min easy → Steady: 2 x 15 min steady @ 150-156 bpm then 5 min easy
    9mi @ 8:10-8:20, avg HR ~140 → 9 mi @ 8:10-8:20/mi @ 140 bpm
    Easy 45mins @ RPE 3-4, finishing w/ 5 x 15s strides → 45 min easy @ RPE 3-4 finishing with [5 x 15 s strides]
    Walk 40 min, hills → 40 min walk “hills”
    2k @ 3:40, 2 x 1k @ 3:20, all off 2 min jog → 1 x 2 km @ 3:40/km w/ 2 min jog / 2 x 1 km @ 3:20/km w/ 2 min jog
    3 km warm-up and 1 km cool-down, 4 x 1 km → 3 km wu / 4 x 1 km / 1 km cd
    2mi WU, 4mi @ 7:00, 2mi CD, total 8mi → 2 mi wu / 4 mi @ 7:00/mi / 2 mi cd “8mi total”
    2mi wu, 2x2mi @ T (2:00 jog), 2mi cd (~8.5mi) → 2 mi wu / 2 x 2 mi threshold w/ 2:00 min jog / 2 mi cd “8.5mi total”
    30 km easy; gels @ 8, 16, 24 → 30 km easy / “gels @ 8, 16, 24”
    (am) 25 min easy (pm) 6 x 1000 @ T/90s → AM 25 min easy; PM 6 x 1000 m threshold w/ 90 s
    HM Race (target: sub 1:40) → 21.0975 km race in 1 h 40 min
    7mi GA w/ 8 x 10 sec uphill sprint + 6 x 90m strides → 7 mi GA with [8 x 10 s uphill sprint / 6 x 90 metres strides]
    1k, 2k, 1k @ HM, 90" r → (1 km @ half, 2 km @ half, 1 km @ half) w/ 90 s rest
    60' easy, 12 x (20" fast/40" slow) in the middle → 60 min easy “in the middle” with [12 x (20 s fast / 40 s easy)]
    Fartlek 40', 10 x 1'/1' → 40 min Fartlek with [10 x 1 min w/ 1 min]
    5 x 700 m à 2:40, P: 2' → 5 x 700 m in 2:40 min w/ 2 min
    4x500 (1:35) 200 jog → 4 x 500 m in 1:35 min w/ 200 m jog
    8 min @ MP, 4 min @ HMP, 2 min @ 5k – 90 s between each → (8 min @ marathon, 4 min @ half, 2 min @ 5k) w/ 90 s
    Incline walk 40min 8% → 40 min walk “Incline, 8%”
    3 x 7' (2' jog.) → 3 x 7 min w/ 2 min jog
    Run 20 mins, v. easy → 20 min very easy
    3 sets: 500, 300, 200 (100 jog, 500 between sets) → 3 x ((500 m, 300 m, 200 m) w/ 100 m jog) w/ 500 m
    2 x (1 km @ 10k, 300 m @ 5k) (60s/4min) → 2 x ((1 km @ 10k, 300 m @ 5k) w/ 60 s) w/ 4 min
    3 x (600/200/600) (1'/5') → 3 x ((600 m, 200 m, 600 m) w/ 1 min) w/ 5 min
    Long run 3h - nutrition practice - 900m D+ → 3 h long 900 m climb “nutrition practice”
    5x4min (75s) → 5 x 4 min w/ 75 s
    1.5 min (90 s) jog, 20 min easy → 1.5 min jog “(90 s)” / 20 min easy
    6km recovery after race → 6 km recovery “after race”
    Mile x 3 @ 6:40 w/ 2:30 → 3 x 1 mi @ 6:40/mi w/ 2:30 min
    18 km easy, 5:40-6:00 → 18 km easy @ 5:40-6:00/km
    5x600m @ 5k, 1:45 r → 5 x 600 m @ 5k w/ 1:45 min rest
    40 mins - run 3 / walk 1 → 10 x (3 min / 1 min walk)
    3 miles at conversational pace (10:30ish) → 3 mi conversational pace @ 10:30/mi
    6 mi @ 8:00-8:15ish → 6 mi @ 8:00-8:15/mi
    20ish min easy → 20 min easy
    9 km tempo, 1.5 km easy before and after → 1.5 km wu / 9 km tempo / 1.5 km cd
    9 km tempo, before and after 1.5 km easy → 1.5 km wu / 9 km tempo / 1.5 km cd
    Club session or 4 mi easy → 4 mi easy “Club session or”
    10 x 300 (40s) sub-T → 10 x 300 m sub-T w/ 40 s
    Recovery jog 6k @ 6:40+ → 6 km Recovery jog @ 6:40/km “or slower”
    run 2 min, walk 90 s, run 4 min, walk 2 min, run 2 min → 2 min / 90 s walk / 4 min / 2 min walk / 2 min
    40 min EP/Z1/EASY → 40 min Z1 “EP, EASY”
    40 min treadmill 6.2 mph, 2% → 40 min @ 6.2 mph “treadmill, 2%”
    5x1000m (4:20) 2:15 → 5 x 1000 m in 4:20 min w/ 2:15 min
    15' + 5x(1'-2') + 10' → 15 min / 5 x (1 min / 2 min) then 10 min
    Half: 1:50:00 → 21.0975 km race in 1 h 50 min
    W/up 2M, 4 x 1M @ T (75s), w/down 1M → 2 mi wu / 4 x 1 mi threshold w/ 75 s / 1 mi cd
    120m strides x5 → 5 x 120 m strides
    15 km race: goal 66 min → 15 km race in 66 min “goal”
    1km @4:10, 1km @4:00, 2min jog between → (1 km @ 4:10/km, 1 km @ 4:00/km) w/ 2 min jog
    45 min easy, every 5 min 20 s fast → 45 min easy “every 5 min 20 s fast”
    10 x (2 min Zone 5/1 minutes Zone 1) → 10 x (2 min Zone 5 / 1 min Zone 1)
    20' Z1 + 3x5' Z4/2' Z1 + 10' Z1 → 20 min Z1 / 3 x 5 min Z4 w/ 2 min Z1 / 10 min Z1
    Fartlek 10 x (1'/1') → 10 x (1 min Fartlek / 1 min easy)
    w/u, 3 x 8 mins @ T (2 min rec), c/d. ~9 miles → wu / 3 x 8 min threshold w/ 2 min recovery / cd “9 miles total”
    4 x 5 mins (90 secs) 15 min w/u 10 min c/d → 15 min wu / 4 x 5 min w/ 90 s / 10 min cd
    Wk 3: 3 x 1 mi @ T → 3 x 1 mi threshold “Wk 3”
    14 km: 2 km easy + 3 x 3 km HMP/1 km easy → 2 km easy / 3 x 3 km @ half w/ 1 km easy
    2/5/8/5/2 min tempo, 2 min jog → (2 min tempo, 5 min tempo, 8 min tempo, 5 min tempo, 2 min tempo) w/ 2 min jog
    Run 4 / walk 2 x 6 → 6 x (4 min / 2 min walk)
    Time on feet 4-5hrs → 4-5 h “Time on feet”
    5 mi @TP → 5 mi tempo “TP”
    40 min @ EP → 40 min easy “EP”
    3 x 1 mi @ 10KGP → 3 x 1 mi @ 10k
    20 min @ CP → 20 min CP
    6 x 3 min @ MAS w/ 2 min jog → 6 x 3 min MAS w/ 2 min jog
    3 x 10 min @ LT2, 2 min rec → 3 x 10 min LT2 w/ 2 min recovery
    mile intervals 3-4 @ 8:00 → 3-4 x 1 mi @ 8:00/mi
    6x800: 2 mi WU, 6 x 800 m @ 5k w/ 400 m jog, 2 mi CD → 2 mi wu “6x800” / 6 x 800 m @ 5k w/ 400 m jog / 2 mi cd
    3 x 8 min @ threshold, recovery 2 min moderate → 3 x 8 min threshold w/ 2 min recovery “moderate”
    30 min w/ 5 min brisk / 4 min steady / 3 min hard → 30 min with [5 min brisk / 4 min steady / 3 min fast]
    40 min w/ 5 min tempo / 3 min 10k / 1 min 5k → 40 min with [5 min tempo / 3 min @ 10k / 1 min @ 5k]
    10 mi w/ 3 mi MP / 2 mi HMP / 1 mi 10k → 10 mi with [3 mi @ marathon / 2 mi @ half / 1 mi @ 10k]
    8 mi tempo run - 2 mi easy, 4 mi tempo, 2 mi easy → 2 mi easy / 4 mi tempo / 2 mi easy
    12 km progression - 4 km easy, 4 km steady, 4 km tempo → 4 km easy / 4 km steady / 4 km tempo / “progression”
    20 mi long run - 10 mi easy, 10 mi MP → 10 mi easy / 10 mi @ marathon / “long run”
    8 mi easy, 4 mi tempo, 4 mi easy → 8 mi easy / 4 mi tempo / 4 mi easy
    10 km | tempo | 5:10 → 10 km tempo @ 5:10/km
    Intervals | 6 x 800 m | 3:20 | 90 s → 6 x 800 m in 3:20 min w/ 90 s
    5 x 1 km | 4:00 | 2:00 → 5 x 1 km in 4:00 min w/ 2:00 min rest
    - 10m 60% - 4x - 3m 95% - 2m 60% - 10m 55% → 10 min @ 60% / 4 x (3 min @ 95% / 2 min @ 60%) then 10 min @ 55%
    Easy 7 km, comfortable, 00:49:00, 7:00/km → 7 km Easy comfortable @ 7:00/km
    30 min fartlek, warm-up and cool-down included → 30 min fartlek “warm-up and cool-down included”
    8 mi *easy* + 4 x 100 m strides → 8 mi easy / 4 x 100 m strides
""".strip().splitlines()]  # fmt: skip


@pytest.mark.parametrize(("line", "read"), READ)
def test_shorthand_is_read_part_by_part(line: str, read: str) -> None:
    assert str(parse_run(line)) == read


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("3 x 2000 m, TP 3 min", "after each, or once"),
        ("3 sets (800 @ 5k, 400 @ 3k, 200 fast) 60s/30s, 3min b/w sets", "no place"),
        ("30 min easy, 30 min tempo, 1h20 total, 30 min easy", "1h20 total"),
        ("25 min steady run = 4 km at easy pace", "said twice"),
        ("5 x (400 m / 90 s rest) easy 6 min, 2 min", "a part of its own, or of another"),
        ("3h Sat + 2h Sun", "under its own day"),
        ("Sa: 10 km locker, So: 20 km lang", "under its own day"),
        ("12k, 4k each @ 5:30, 5:00, 4:30", "how fast which part is"),
        ("4x1k w/ 2' (3:30, 3:25, 3:20, 3:15)", "how fast another is"),
        ("40k training run, ~1500m, aim 5h30", "climb, or more to run"),
        ("30k trail, 1200m", "climb, or more to run"),
        ("Power hike: 6 x 4' @ 12%, 2' flat", "after each, or once"),
        ("1k @ 5:00, 1k @ 5:30 x2", "both or the last"),
        ("Mon: off / Tue: 8k", "under its own day"),
        ("3 x 3k @ 3:50, 3:45 (3' jog)", "how fast which part is"),
        ("90 min MTB", "cross-training"),
        ("4 x 800 m, 3:00 (5:40-5:50 ish)", "how fast another is"),
        ("5 mi progression (9:10, 8:50, 8:30, 8:10)", "how fast it is run"),
        ("12 km negative split (34:00/32:00)", "how fast it is run"),
        ("Aqua jog 30 min: 8 x 1 min hard / 1 min easy", "cross-training"),
        ("two sessions of 25 min", "on one day"),
    ],
)
def test_what_shorthand_leaves_open_is_asked(line: str, said: str) -> None:
    with pytest.raises(ValueError, match="write") as refusal:
        parse_run(line)
    assert said in str(refusal.value)
