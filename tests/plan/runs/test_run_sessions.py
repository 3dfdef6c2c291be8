"""Sessions as books list them: a name, how far in all, and what is in it, with hardly a sign between."""

import pytest

from cardmaker.plan.runs.notation import parse_run

READ = [line.strip().split(" → ") for line in """
    8 miles, consisting of: 2 mile warm up 3 x 1 mile at HMP with 2 minutes rest 2 mile warm down 8 miles → 8 mi with [2 mi wu / 3 x 1 mi @ half w/ 2 min rest / 2 mi cd]
    10 miles, consisting of: 2 mi wu, 3 mi @ HMP, 3 min jog, 3 mi @ HMP, 2 mi cd → 10 mi with [2 mi wu / 3 mi @ half / 3 min jog / 3 mi @ half / 2 mi cd]
    5-6 mile easy run 6 mi → 5-6 mi easy “6 mi in all”
    GA + speed 8 mi w/ 6 x 100 m strides 8 mi → 8 mi GA “speed” with [6 x 100 m strides]
    1.5 mi wu, 8 x 400 m @ 5k w/ 400 m jog, 1.5 mi cd, (7 mi) → 1.5 mi wu / 8 x 400 m @ 5k w/ 400 m jog / 1.5 mi cd “7 mi total”
    2 mi total, 1 mi tempo → 2 mi with [1 mi tempo]
    Threshold 8 mi 22 min tempo run → 8 mi threshold with [22 min tempo]
    LT, 8 mi, 22 min tempo run → 8 mi threshold with [22 min tempo]
    VO2max 9 mi 3 x 1,200 m, 2 x 800 m All intervals @ 5k (jog 50-90% interval time) → 9 mi VO2max with [3 x 1200 m @ 5k w/ jog “50-90% interval time” / 2 x 800 m @ 5k w/ jog “50-90% interval time”]
    LT 9 mi 12 min LT interval (jog 3 min recovery) 8 min LT interval → 9 mi threshold with [12 min LT interval / 3 min jog / 8 min LT interval]
    2 recovery runs 9 mi → 9 mi recovery “2 runs”
    2 recovery runs 9 mi 5 mi 4 mi → AM 5 mi recovery “2 runs”; PM 4 mi recovery
    Recovery AM 4 mi PM 5 mi → AM 4 mi recovery; PM 5 mi recovery
    Recovery AM 4 mi LT PM 9 mi with 20 min at LT pace → AM 4 mi recovery; PM 9 mi threshold with [20 min LT pace]
    Tempo run 1 mi easy; 4 mi at MP; 1 mi easy → Tempo run: 1 mi easy / 4 mi @ marathon / 1 mi easy
    Track repeats 1,200 m; 800 m; 400 m (200 m jog) → Track repeats: (1200 m, 800 m, 400 m) w/ 200 m jog
    2 mi wu; 800 m @ 10k; 1600 m @ HMP; 400 m jog between intervals; 1 mi cd → 2 mi wu / (800 m @ 10k, 1600 m @ half) w/ 400 m jog / 1 mi cd
    3 x (3 min @ 5k, 2 min @ 5k) with 1-2 min jog → 3 x (3 min @ 5k / 1 min jog / 2 min @ 5k / 2 min jog)
    8 mi easy with 30 min of (30 s @ 5k, 2.5 min easy) → 8 mi easy with [10 x (30 s @ 5k / 2.5 min easy)]
    8 mi easy with 32 min of (30 s @ 5k, 2.5 min easy) → 8 mi easy with [32 min fartlek “(30 s @ 5k, 2.5 min easy)”]
    8K or 10K tune-up race 10 mi → 10 mi with [8-10 km race “8K or 10K tune-up race”]
    8K or 10K race → 8-10 km race “8K or 10K race”
    5k goal race 9 mi → 9 mi with [5 km goal race]
    5 x 300 m @ 800 m to mile race pace w/ 300 m jog → 5 x 300 m @ mile “800 m to mile race pace” w/ 300 m jog
    5 x 400 1-mile pace → 5 x 400 m @ mile “1-mile pace”
    1-4 mi easy or day off → rest or 1-4 mi easy
    8 mi on hills at regular run pace → 8 mi “on hills, at regular run pace”
    2 mi wu; 6 mi starting at MP, increasing pace 5 s/mi after each mile; 1 mi cd → 2 mi wu / 6 mi @ marathon “increasing pace 5 s/mi after each mile” / 1 mi cd
    Session II, Workout time: 25 min → 25 min “Session II”
    Recovery 5 mi a.m. 4 mi p.m. → AM 5 mi recovery; PM 4 mi recovery
    Recovery 5 mi am / LT 9 mi w/ 4 mi at LT → AM 5 mi recovery; PM 9 mi threshold with [4 mi threshold]
    Recovery 5 mi Medium-long run 12 mi → 5 mi recovery / 12 mi Medium-long run
    Recovery 5 mi GA + speed 9 mi 8 x 100 m strides → 5 mi recovery / 9 mi GA “speed” with [8 x 100 m strides]
    Warm up 1 mi tempo 3 mi → 1 mi wu / 3 mi tempo
    15k to half marathon tune-up race → 15-21.1 km race “15k to half marathon tune-up race”
    Half marathon (13.1 mi) → 21.0975 km race “13.1 mi in all”
    3-2-1 km at 86-88-90% 5k → (3 km @ 5k @ 86% 5k, 2 km @ 5k @ 88% 5k, 1 km @ 5k @ 90% 5k)
    2 km wu, 5 km at MP (start slower & increase the pace every 2 km) 1 km cd → 2 km wu / 5 km @ marathon “start slower & increase the pace every 2 km” / 1 km cd
""".strip().splitlines()]  # fmt: skip  # noqa: E501


@pytest.mark.parametrize(("line", "read"), READ)
def test_sessions_are_read_part_by_part(line: str, read: str) -> None:
    assert str(parse_run(line)) == read


@pytest.mark.parametrize("line", ["4 mi easy 5", "10 miles, consisting of: 4 mi wu, 6 mi tempo, 2 mi cd"])
def test_figures_that_fit_nowhere_are_asked_about(line: str) -> None:
    with pytest.raises(ValueError, match=r"of what|holds more than itself"):
        parse_run(line)


def test_a_total_in_brackets_is_one_only_if_it_is_enough() -> None:
    assert parse_run("2 mi wu, 3 mi tempo, 1 mi cd (6 mi)").distance.exact == pytest.approx(6 * 1609.344)
    assert "total" not in str(parse_run("2 mi wu, 3 mi tempo, 2 km cd (1.2 mi)"))
