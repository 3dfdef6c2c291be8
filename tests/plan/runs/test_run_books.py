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
    ],
)
def test_books_with_two_meanings_are_asked_about(line: str, said: str) -> None:
    with pytest.raises(ValueError, match="write") as refusal:
        parse_run(line)
    assert said in str(refusal.value)
