"""Rows of tables pasted as one line, turns as beginners list them, and what is said twice or is nobody's pace."""

import pytest

from cardmaker.plan.runs.notation import parse_run

READ = [line.strip().split(" → ") for line in """
    Easy run | 4 mi | 40-48 mins | 10-12 /mi → 4 mi easy @ 10:00-12:00/mi in 40-48 min
    Long run | 16 km | 6:10-6:30 → 16 km long @ 6:10-6:30/km
    Long run | 12 miles | 1:54 | 9:30 → 12 mi long @ 9:30/mi in 1 h 54 min
    Long run | 18 km | 1:48:00 | easy pace → 18 km long easy pace in 1 h 48 min
    Thu | Easy | 7 km | 45 min | HR 130-142 → 7 km easy @ 130-142 bpm in 45 min “Thu”
    Steady | 5M | 7:40 | 38 mins | 5/10 → 5 mi steady @ 7:40/mi @ RPE 5 in 38 min
    14 km | 1:17 Std | 5:30 min/km | LD | 70-75% → 14 km @ 5:30/km @ 70-75% in 1 h 17 min “LD”
    Tempo 3 km @ 6:00/km inside 6 km total → 6 km with [3 km tempo @ 6:00/km]
    80-100 min long, last quarter at marathon pace → 80-100 min long finishing with [20-25 min @ marathon]
    1:30 @ 5k; 2:00 @ 10k; 0:45 @ mile; 5:00 cd → 1:30 min @ 5k / 2:00 min @ 10k / 45 s @ mile / 5:00 min cd
    Tempo | 7 km | Zone 3 → 7 km Zone 3 / “Tempo”
    6 x 800 (0:03:10) (90 s rest) → 6 x 800 m in 3:10 min w/ 90 s rest
    3 x 1200 m (ideally 5:00) (2 min rest) → 3 x 1200 m in 5:00 min w/ 2 min rest
    5 x 2 min; warm-up: 9 min + 3 strides; cool-down: 8 min → 9 min wu / 3 x strides / 5 x 2 min / 8 min cd
    3 sets of 4 x 500 m w/ 1 min rest & 5 min jog b/t sets → 3 x (4 x 500 m w/ 1 min rest) w/ 5 min jog
    14m warm up, 4 x 1 km @ T w/ 2m jog, 9m cool down → 14 min wu / 4 x 1 km threshold w/ 2 min jog / 9 min cd
    9 km: Tempo – WU: 2 km easy; Main: 5 km @ 6:10/km; CD: 2 km → Tempo: 2 km wu / 5 km tempo @ 6:10/km / 2 km cd
    Tempo: 25 min @ LT (WU 12-14 / CD 9) → Tempo: 12-14 min wu / 25 min threshold / 9 min cd
    Zone 2, 138-150 bpm, 50 min easy → 50 min easy @ 138-150 bpm “Zone 2”
    9 km under 52 min → 9 km in 52 min
    5 min walk; Alternate: 60 s running, 90 s walking; Repeat for 20 min → 5 min walk / 8 x (60 s / 90 s walk)
    Long run, 110 min on trail, Zone 1 → 110 min Zone 1 long “on trail”
    75 min | 11 km → 11 km in 75 min
    Easy · 9 km · 54 min → 9 km easy in 54 min
    Tempo\t9 km\t5:00/km\t45:00 → 9 km tempo @ 5:00/km in 45:00 min
    Tempo   9 km   5:00/km → 9 km tempo @ 5:00/km
    6 x 600 m, 300 m jog | 5:00/km | 9 km incl. easy wu and cd → 9 km with [6 x 600 m @ 5:00/km w/ 300 m jog]
    6 x 600 m w/ 300 m jog. Total 9 km incl. warm-up and cool-down → 9 km with [6 x 600 m w/ 300 m jog]
    4:00 walk 6:00 run 4:00 walk → 4:00 min walk / 6:00 min / 4:00 min walk
    20:00 of 3:00 run 2:00 walk → 4 x (3:00 min / 2:00 min walk)
    36:00 of 5:30 run :30 walk → 6 x (5:30 min / 30 s walk)
    24 min with 5 min jog / 1 min walk → 4 x (5 min jog / 1 min walk)
    4 x 3 km easy, in between 3 x 1 km tempo → 3 x (3 km easy / 1 km tempo) then 3 km easy
    7 km easy, strides (6 x 200 m), 1 min walk between the strides → 7 km easy / 6 x 200 m strides w/ 1 min walk
    Long run, 17 km at an easy pace → 17 km long easy pace
    Long run progressive, 80-100 min → 80-100 min progressive long to tempo
    2 recovery runs 8 mi; 5 mi (8K); 3 mi (5K) → AM 5 mi recovery “2 runs”; PM 3 mi recovery
    3 mi wu, 6 mi tempo, 2 mi cd = 11 mi → 3 mi wu / 6 mi tempo / 2 mi cd “= 11 mi”
    9 km easy / 9 km easy → 9 km easy / 9 km easy
    Steady | 9 km | 00:49:30 | 05:30 → 9 km steady @ 5:30/km in 49:30 min
    Easy 7 km 00:56:00 08:00 with the group → 7 km easy @ 8:00/km in 0 h 56 min “with the group”
    3 km warm-up, 4 km tempo, cool 2k → 3 km wu / 4 km tempo / 2 km cd
    5 x 3 x 300m with 45 s between each rep and 4 min between sets → 5 x (3 x 300 m w/ 45 s rest) w/ 4 min rest
    4 x 1 mi at 10M race pace w/ 90 s jog → 4 x 1 mi @ 10 mile pace w/ 90 s jog
    25 min fartlek with short surges (20, 40, 60 secs) → 25 min fartlek “with short surges (20, 40, 60 secs)”
    16 x 0:20 hard, 0:40 rest (16:00 total) → 16 x 0:20 min fast w/ 0:40 min rest
    35 min easy (with 5 runs this week, keep it gentle) → 35 min easy “with 5 runs this week, keep it gentle”
    35 min easy, including 3 to 5 brisker efforts of 90 seconds duration → 35 min easy with [3-5 x 90 s fast]
    wu, then 20 min (alternating 3 min quick and 2 min slow) cool down → wu / 4 x (3 min fast / 2 min easy) / cd
    """.strip().splitlines()]  # fmt: skip


@pytest.mark.parametrize(("line", "read"), READ)
def test_rows_and_turns_are_read_part_by_part(line: str, read: str) -> None:
    run = parse_run(line)
    assert str(run) == read
    assert parse_run(read) == run


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("50 km | 6:40 | Long", "its pace, its time, or more to run"),
        ("7:30 min | Easy | 8 km", "write '8 km @ 7:30/km'"),
        ("Intervals | 11 km | 6 x 800 m @ 3:20 | 65 min", "all of it, or more"),
        ("Threshold | 6M (inc 3M LT) | 1/2M | 48 mins (20 mins LT) | 9/10", "the same run, or more"),
        ("8 x 2 min @ 5k; recovery is 1 min except #3; 2 min recovery after #3", "as a rule"),
        ("Option to race the club 10K / 60 min easy", "as a rule"),
        ("4 x 4 min hard w/ 2 min jog. 16 min of real quality", "what they come to"),
        ("4 x 1 mi @ T (90 s jog) - ~4 miles T", "what they come to"),
        ("40 min E (9:50-10:40)", "a pace needs its unit"),
        ("3 x 9 min T (8:25), 2 min jog", "a pace needs its unit"),
        ("6 x 800 m @ 4:20", "the time for 800 m or a pace"),
        ("5 x 2 km easy, in between 2 x 1 km fast", "between which"),
        ("Easy 9 km, 9 km easy", "the same run, or run twice"),
        ("2 km wu, 5 km tempo, 2 km cd, 9 km", "all of it, or more"),
        ("6 x 800 m w/ 400 m jog, 2 km easy / 11 km with warm-up and cool-down", "all of it, or more"),
        ("5 mi easy + 4 strides (5 mi easy)", "how many, and in what"),
        ("5 km @ 24:00/km", "how long all of it takes"),
        ("9 km in 11 min", "faster than anyone"),
        ("6 x 1 km @ 3:20/mi w/ 90 s jog", "pace of another unit"),
        ("8 km in 3 h", "slower than anyone walks"),
        ("8 km gradual acceleration 65%-75%-85%", "each part with its own"),
        ("36 min easy w/ 3 min jog, 2 min hard", "write '36 min easy with [3 min jog / 2 min fast]'"),
    ],
)
def test_a_figure_that_may_be_anothers_is_asked_about(line: str, said: str) -> None:
    with pytest.raises(ValueError, match="write") as refusal:
        parse_run(line)
    assert said in str(refusal.value)
