"""Words of a line that speak against its reading make it a question; like lines that are clear are read."""

import pytest

from cardmaker.plan.runs.notation import parse_run


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("3 x 12 min tempo, 4 min jog between, total 55 min", "total 55"),
        ("4 min @ 10k for roughly 9 km in total", "9 km in total"),
        ("21 km, 12 km of which at threshold", "of which"),
        ("5 min @ 10k, 3 min @ 5k (2 min rest) REPEAT", "REPEAT"),
        ("20 s fast, 40 s slow, nine times in a row", "times in a row"),
        ("7 x 300 m, 80 s rest after each, 6 min after the last rep, 3 x 150 m", "last rep"),
        ("Easy Run 45 min, pace 6:10-6:40", "pace 6:10"),
        ("4 miles at 10K pace with 75 seconds rest", "how often"),
        ("2 to 3 miles steady with 80 to 85 min easy", "more than fits"),
        ("14 km including 6 km at marathon pace, 3 km of which uphill", "part of a part"),
        ("9 miles easy. 4 of these miles at tempo", "of which"),
        ("50 minutes total (10 minute warmup, 40 minutes trails, 5 miles)", "more than fits"),
        ("6 laps (2400 m) easy", "6 laps (2400 m"),
        ("seven loops of a minute's jog and a 2-minute walk", "seven loops"),
        ("pyramid of 2 min / 4 min / 6 min / 4 min / 2 min with 90 s rest", "pyramid"),
    ],
)
def test_a_word_that_the_reading_contradicts_is_asked_about(line: str, said: str) -> None:
    with pytest.raises(ValueError, match="write") as refusal:
        parse_run(line)
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (
            "2 x 15 min tempo, 5 min jog between, 5 min easy (total 45 min)",
            "2 x 15 min tempo w/ 5 min jog / 5 min easy",
        ),
        ("11 miles total: 3 WU, 6 tempo, 2 CD", "3 mi wu / 6 mi tempo / 2 mi cd"),
        ("6 mi (10 km) with 3 mi (5 km) at LT", "6 mi with [3 mi threshold]"),
        ("AM 5 mi easy / PM 3 mi easy", "AM 5 mi easy; PM 3 mi easy"),
        ("7 km “of which 3 km uphill”, 2 km easy", "7 km “of which 3 km uphill” / 2 km easy"),
        ("1 km wu 4 x 500 m @ 5k 90 s rest 2 km cd", "1 km wu / 4 x 500 m @ 5k w/ 90 s rest / 2 km cd"),
        ("1 km wu 4 x 500 m @ 5k 2 min jog 2 km cd", "1 km wu / 4 x 500 m @ 5k w/ 2 min jog / 2 km cd"),
    ],
)
def test_what_agrees_is_read(line: str, read: str) -> None:
    assert str(parse_run(line)) == read
