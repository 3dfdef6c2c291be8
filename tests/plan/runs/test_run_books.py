"""Sessions of books and logs: totals said twice, shares of a pace in turn, times that go with a pace."""

import pytest

from cardmaker.plan.runs.notation import parse_run

READ = [line.strip().split(" → ") for line in """
    Race pace 8 mi 3 x 1 km 2 x 800 m All intervals @ 10K pace (jog 400 m) → 8 mi race with [3 x 1 km @ 10k w/ 400 m jog / 2 x 800 m @ 10k w/ 400 m jog]
    Recovery 4 mi 5 x 80 m strides → 4 mi recovery with [5 x 80 metres strides]
    Endurance 9 km 6 x 100 m strides → 9 km Endurance with [6 x 100 m strides]
    Recovery 4 mi, 5 x 80 m strides → 4 mi recovery / 5 x 80 metres strides
    6 mile steady run 6 mi → 6 mi steady “6 mi in all”
    Recovery 4-5 mi PM 3 mi → AM 4-5 mi recovery; PM 3 mi recovery
    12 km easy through hilly woods → 12 km easy “through hilly woods”
    6 mi easy or easy to moderate with 4 x 20 s strides → 6 mi easy “or easy to moderate” with [4 x 20 s strides]
    2 x (2 km, 1 km) at 90% 5k with 90 s walk between all → 2 x ((2 km @ 5k @ 90% 5k, 1 km @ 5k @ 90% 5k) w/ 90 s walk) w/ 90 s walk
    3 x (1 km at HM, 500 m at 10k) all with 1 min rest → 3 x ((1 km @ half, 500 m @ 10k) w/ 1 min rest) w/ 1 min rest
    8 mi easy with 10 x (1 min fast, 2 min easy run) (~110-112% MP) → 8 mi easy with [10 x (1 min fast @ 110-112% marathon / 2 min easy)]
    6-4-2-3 mi at 90-93-96% MP → (6 mi @ marathon @ 90% marathon, 4 mi @ marathon @ 93% marathon, 2-3 mi @ marathon @ 96% marathon)
    5-4-3 km at 98-100% MP with 1 km at 90% MP (optional 2 km at end) → (5 km @ marathon @ 98-100% marathon, 4 km @ marathon @ 98-100% marathon, 3 km @ marathon @ 98-100% marathon) w/ 1 km @ 90% marathon “optional 2 km at end”
    1 mi wu 4 mi @ HMP 1 mi cd (6 mi) → 1 mi wu / 4 mi @ half / 1 mi cd “6 mi total”
    14 mi long, last 3 miles faster than MP → 14 mi long finishing with [3 mi @ marathon “faster than MP”]
    12-14 long run with a plan, consisting of: 8 miles easy 4-6 miles at MP → long run with a plan: 12-14 mi long with [8 mi easy / 4-6 mi @ marathon]
    15K to half marathon race (total 15-17 mi) → 15-17 mi with [15-21.1 km race “15K to half marathon race”]
    7 km easy 42 min, 6:00/km → 7 km easy @ 6:00/km
    7 km easy, 42 min, 6:00/km → 7 km easy @ 6:00/km
    6 x 600 (2:00, 90 s) → 6 x 600 m in 2:00 min w/ 90 s rest
    2x(5x300) 50, 45"/3' → 2 x (5 x 300 m in 50 s w/ 45 s) w/ 3 min
    6 x 800 from 3:30 down to 3:10 → 6 x 800 m in 3:10-3:30 min “from 3:30 to 3:10”
    5 x 300 m @ mile r 100 m jog → 5 x 300 m @ mile w/ 100 m jog
    V02max 5 x 2 min w/ 2 min jog → 5 x 2 min V02max w/ 2 min jog
    VO₂max 8 mi 4 × 1,000 m @ 5K pace (jog 400 m) → 8 mi VO₂max with [4 x 1000 m @ 5k w/ 400 m jog]
    6 mi speed: 4 x 100 m strides 10% of race distance @ race pace → 6 mi “speed” with [4 x 100 m strides “10% of race distance @ race pace”]
    5 mi mi easy → 5 mi easy
    2 mi Warm Up, 9 mi Tempo @ Goal MP, 1 mi Cool Down, (9 mi) → 2 mi wu / 9 mi Tempo Goal MP / 1 mi cd “(9 mi)”
    AM: 3 mi easy / PM: 5-6 mi at 95–98% MP → AM 3 mi easy; PM 5-6 mi @ marathon @ 95-98% marathon
    Recovery 5 mi / General aerobic + speed 9 mi w/ 6 x 80 m strides → 5 mi recovery / 9 mi General aerobic “speed” with [6 x 80 metres strides]
    Recovery 5 mi gen aerobic 9 mi with 6 x 100m strides p.m. → AM 5 mi recovery; PM 9 mi gen aerobic with [6 x 100 m strides]
    Recovery 4 mi a.m. + speed 7 mi p.m 6 x 100m strides → AM 4 mi recovery; PM 7 mi “speed” with [6 x 100 m strides]
    Recovery 5 mi a.m V02max 9 mi 5x800m at 5k pace → AM 5 mi recovery; PM 9 mi V02max with [5 x 800 m @ 5k]
    Recovery 3 mi a.m gen aerobic + speed 7 mi 6 x 100m strides p.m → AM 3 mi recovery; PM 7 mi gen aerobic “speed” with [6 x 100 m strides]
    Recovery 3 mi VO₂max 9 mi w/ 5 x 600 m @ 5K race pace; jog 50 to 90% interval time between → 3 mi recovery / 9 mi VO₂max with [5 x 600 m @ 5k w/ jog “50-90% interval time”]
    Lactate threshold 10 mi: 26 min change-of-pace tempo run: 4 min fast, 4 min steady, followed by 3 x (2 min fast, 4 min steady) → 10 mi threshold with [4 min fast “26 min change-of-pace tempo run” / 4 min steady / 3 x (2 min fast / 4 min steady)]
    5K tune-up race 9 mi Recovery 3 mi → 9 mi with [5 km tune-up race] / 3 mi recovery
    Half marathon goal race 17 mi → 17 mi with [21.0975 km race]
    Half marathon tune-up race 17 mi → 17 mi with [21.0975 km race “tune-up”]
    Goal half marathon → 21.0975 km race
    2 Recovery runs 7 mi: 4 mi (6K) 3 mi (5K) → AM 4 mi recovery “2 runs”; PM 3 mi recovery
    Marathon Pace Run 15 mi miles with 6 mi miles at MP → 15 mi @ marathon with [6 mi @ marathon]
    Recovery 4 mi A.M / Lactate 8 mi P.M with 3 mi LT → AM 4 mi recovery; PM 8 mi threshold with [3 mi threshold]
    9 mi easy + 3 mi progressing easy to 92% 5k → 9 mi easy / 3 mi easy “progressing to 92% 5k”
    10 km race, 16 km → 16 km with [10 km race]
    8-10M gradual acceleration, with last 2M at 10K pace → 8-10 mi gradual acceleration finishing with [2 mi @ 10k]
    40min with last 8min at the pace you hope to run 5K at, no faster → 40 min finishing with [8 min @ 5k] / “no faster”
    5x300m at 5K effort with 300m jog recovery. Total ~2mi. → 5 x 300 m @ 5k w/ 300 m jog recovery “Total ~2mi”
    6×60s uphill at hard effort jog-down recovery → 6 x 60 s uphill hard effort w/ jog-down recovery
    4 x 800m @ I pace (LTHR 102-104%), 300m jog recovery → 4 x 800 m interval @ 102-104% LTHR w/ 300 m jog recovery
    20km total: First 14km @ E pace, final 6km @ M pace → 14 km easy / 6 km @ marathon
    12km total: 0-5km: Easy (Zone 2), 5-9km: Steady, 9-12km: Tempo → 5 km Zone 2 “0-5 km” / 4 km steady “5-9 km” / 3 km tempo “9-12 km”
    2m WU @ 9:10 — 3 miles tempo @ 8:00 — 1m CD @ 9:10 → 2 mi wu @ 9:10/mi / 3 mi tempo @ 8:00/mi / 1 mi cd @ 9:10/mi
    steady with the group 50-60 min → 50-60 min steady “with the group”
    5 x 1 km @ 4:20-25/km w/ 90 s jog → 5 x 1 km @ 4:20-4:25/km w/ 90 s jog
    Intervals warm-up 12 min, 5 x 90 s fast w/ 90 s jog → Intervals: 12 min wu / 5 x 90 s fast w/ 90 s jog
    2 x 3 km with pace 4:30 w/ 3 min jog → 2 x 3 km @ 4:30/km w/ 3 min jog
    Easy run time: 25 min → 25 min easy
    Race pace 9 mi 2 sets of (1,200 m, 800 m) All intervals @ 10K race pace (jog 50-90% interval time recovery) → 9 mi race with [2 x ((1200 m @ 10k, 800 m @ 10k) w/ jog “50-90% interval time”) w/ jog “50-90% interval time”]
    VO₂max 9 mi 3 × 800 m3 × 400 m All intervals @ 5K race pace (jog 300 m) → 9 mi VO₂max with [3 x 800 m @ 5k w/ 300 m jog / 3 x 400 m @ 5k w/ 300 m jog]
    Recovery + speed 5 mi with 4 x 100 m strides PM 3 mi → AM 5 mi recovery “speed” with [4 x 100 m strides]; PM 3 mi recovery
    2 mi @ WU + 8 x 300 @ R w/ 300 RI @ WU + 2 mi @ CD → 2 mi wu / 8 x 300 m repetition w/ 300 m RI / 2 mi cd
    8 x 1 min hard, 1 min easy in a 45 minute run → 45 min with [8 x 1 min fast w/ 1 min easy]
    2 mile WU, 20 minutes MP, 2 miles easy (~9 miles) → 2 mi wu / 20 min @ marathon / 2 mi easy “9 miles total”
    4 x 2000 m - 4:20 min/km - 3 min rest → 4 x 2000 m @ 4:20/km w/ 3 min rest
    6km easy with 3 race-pace strides → 6 km easy with [3 x strides “race-pace”]
    40' Z2 + 5x20"/40" strides → 40 min Z2 / 5 x 20 s strides w/ 40 s
    20 × 300 m short rest → 20 x 300 m w/ rest “short”
    Tempo 9km — 2km WU, 5km @ LT pace, 2km CD → Tempo: 2 km wu / 5 km LT pace / 2 km cd
    Intervals 9km — 2km WU, 5×600m @ 10K pace, 2km CD → Intervals: 9 km with [2 km wu / 5 x 600 m @ 10k / 2 km cd]
    VO2max 10 miles w/ 2x1,200m, 3x800m @ 3k-5k race pace (jog 400 m) → 10 mi VO2max with [2 x 1200 m @ 3k-5k race pace w/ 400 m jog / 3 x 800 m @ 3k-5k race pace w/ 400 m jog]
    6 milesEasy → 6 mi easy
    General aerobic + speed7 miles w/ 6x100m strides → 7 mi General aerobic “speed” with [6 x 100 m strides]
    Goal half marathon 13.1mi → 21.0975 km race “13.1mi in all”
    18 km, the first half easy, the second at marathon pace → 9 km easy / 9 km @ marathon
    3-4 mi: first half at 65%, second half at 80% → 3-4 mi with [1.5-2 mi @ 65% / 1.5-2 mi @ 80%]
    5 x 1200 m at 8 seconds slower than 10k pace, 400 m jog → 5 x 1200 m @ 10k + 8 s w/ 400 m jog
    13 mi, last 3 mi faster than MP → 13 mi finishing with [3 mi @ marathon “faster than MP”]
    4 x 25 s strides. RI = 90 s jog → 4 x 25 s strides w/ 90 s jog
    8 x 300 m @ 5k, rest = 45 s → 8 x 300 m @ 5k w/ 45 s rest
    1 x 7 min EASY-MOD → 1 x 7 min EASY-MOD
    35 min easy incorporating 5 x 30 s quick → 35 min easy with [5 x 30 s fast]
    6 km w/ 3 x 4 min @ tempo (RPE 7). 90 s jog between. → 6 km with [3 x 4 min tempo @ RPE 7 w/ 90 s jog]
    3 mi easy + 5-6 short strides → 3 mi easy / 5-6 x strides “short”
    300 metres x 9 (x 12 for the endurance group) 150 metre recoveries → 9 x 300 m “x 12 for the endurance group” w/ 150 m recovery
    5-7 x 600 m. Or as a fartlek: 2 min on, 90 s off → 5-7 x 600 m “Or as a fartlek: 2 min on, 90 s off”
    2 x 2 km @ LT, 2 x 1 km @ 10k, 500 m jog between all reps → 2 x 2 km threshold w/ 500 m jog / 2 x 1 km @ 10k w/ 500 m jog
    4-3-2-1 km at 104, 106, 108, 110-112% MP with 3 min walk/jog → (4 km @ marathon @ 104% marathon, 3 km @ marathon @ 106% marathon, 2 km @ marathon @ 108% marathon, 1 km @ marathon @ 110-112% marathon) w/ 3 min walk/jog
    6 x 600 m slightly faster than your race pace → 6 x 600 m race “slightly faster than your race pace”
    5 x 1200 m progressing 102-105% MP with 90 s jog → 5 x 1200 m @ marathon @ 102-105% marathon “progressing” w/ 90 s jog
    6 x 1 km w/ 2 min jog, 90% HRmax, 2 km cd → 6 x 1 km @ 90% HRmax w/ 2 min jog / 2 km cd
    9 x 500 m, 90 s rest, RPE 8 → 9 x 500 m @ RPE 8 w/ 90 s rest
    9 x 500 m w/ 200 m jog @ 65% HRmax → 9 x 500 m w/ 200 m jog @ 65% HRmax
    5 x 900 m @ 5k (equal time recovery) → 5 x 900 m @ 5k w/ recovery “equal time”
    4 x 5 min @ 10k (equal time jog) → 4 x 5 min @ 10k w/ 5 min jog
    80 min Z2, walk the steep hills → 80 min Z2 “walk the steep hills”
    Rest of 6 mi → rest or 6 mi
    3 x (2 mi at HMP on/ 1 mi easy) → 3 x (2 mi @ half / 1 mi easy)
    Third marathon → 42.195 km race “the Third”
    11 km 5:05 min/km 75-80% → 11 km @ 5:05/km @ 75-80%
""".strip().splitlines()]  # fmt: skip  # noqa: E501


@pytest.mark.parametrize(("line", "read"), READ)
def test_books_are_read_part_by_part(line: str, read: str) -> None:
    assert str(parse_run(line)) == read


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Di 8 km easy, Do 10x400", "under its own day"),
        ("7 km easy 42 min", "the same run, or another"),
        ("Run 5K -- 30 to 40 min", "the same run, or another"),
        ("5 km: 5 km easy / 30 min jog", "the same run"),
        ("4.5 miles 35-45 mins", "one stretch or two"),
        ("1 mi wu, 5 x 1 km @ I pace (5:35-5:50), 300 m jog, 1 mi cd", "the pace of a mile"),
        ("60 min E + 2 x 4 S w/ 2 min rest", "4 threshold"),
    ],
)
def test_books_with_two_meanings_are_asked_about(line: str, said: str) -> None:
    with pytest.raises(ValueError, match="write") as refusal:
        parse_run(line)
    assert said in str(refusal.value)


def test_rest_with_what_else_is_done_is_no_run() -> None:
    with pytest.raises(ValueError, match="a day without a run is written 'rest'"):
        parse_run("Rest with massage and sauna")
