"""Runs in the notation → title, distance, profile, the lines that describe them, and their form for a small cell."""

import pytest

from cardmaker.handout import Rich
from cardmaker.plan.quantity import Extent
from cardmaker.plan.runs.notation import parse_run
from cardmaker.resolve.running import Runner
from tests.resolve.resolve_kit import EN, spaced

METRIC = Runner(EN, "metric")
IMPERIAL = Runner(EN, "imperial")
INTERVALS = "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd"


def marked(lines: tuple[Rich, ...]) -> list[str]:
    """Lines with stars about what is strong."""
    return [spaced("".join(f"*{text}*" if strong else text for text, strong in line.parts)) for line in lines]


@pytest.mark.parametrize(
    ("text", "title", "amount", "short", "effort"),
    [
        ("6 km easy", "Easy run", "6.0 km", "Easy", "easy"),
        ("8 km", "Easy run", "8.0 km", "Easy", "easy"),
        ("5 km recovery", "Easy run", "5.0 km", "Recovery", "easy"),
        ("40 min easy", "Easy run", "40 min", "Easy", "easy"),
        ("100 min long", "Long run", "1:40 h", "Long", "long"),
        ("12 km long", "Long run", "12.0 km", "Long", "long"),
        ("8 km steady", "Steady run", "8.0 km", "Steady", "long"),
        ("30 min walk", "Walk", "30 min", "Walk", "easy"),
        ("4 km tempo", "Tempo", "4.0 km", "4 km tempo", "tempo"),
        ("1.6 km wu / 4 km tempo / 1.6 km cd", "Tempo", "7.2 km", "4 km tempo", "tempo"),
        ("10 km marathon", "Tempo", "10.0 km", "10 km M pace", "tempo"),
        (INTERVALS, "Intervals", "7.6 km", "6 × 400 m", "fast"),
        ("6 x 2 min easy w/ 1 min walk", "Run and walk", "18 min", "6 × 2 min / 1 min walk", "easy"),
        ("6 x 2 min fast w/ 1 min walk", "Intervals", "18 min", "6 × 2 min / 1 min walk", "fast"),
        ("6 x 1 min fast w/ 1 min jog", "Intervals", "12 min", "6 × 1 min", "fast"),
        ("8 x 1:30 min fast w/ 1 min jog", "Intervals", "20 min", "8 × 1:30 min", "fast"),
        ("2 x (3 x 400 m @ 5k w/ 60 s rest) w/ 3 min rest", "Intervals", "2.4 km", "2 × (3 × 400 m)", "fast"),
        (
            "3 km easy / 5 x 100 m strides w/ 100 m walk",
            "Easy run, strides",
            "4.0 km",
            "Easy + strides",
            "easy",
        ),
        ("10 km race", "Race", "10.0 km", "Race 10 km", "fast"),
        ("2 km wu / 5 km race", "Race", "7.0 km", "Race 5 km", "fast"),
        ("2 km wu / 20 min tempo", "Tempo", "≈6.0 km", "20 min tempo", "tempo"),
        ("8 km @ 5:00/km", "Easy run", "8.0 km", "Easy", "easy"),
        ("8 mi general aerobic", "General aerobic", "12.9 km", "General aerobic", "easy"),
        ("40 min fartlek", "Fartlek", "40 min", "40 min fartlek", "tempo"),
        ("10 km Z2", "Z2", "10.0 km", "Z2", "easy"),
        ("30–34 km long", "Long run", "30–34 km", "Long", "long"),
        ("8 mi with 4 mi at LT", "Tempo", "12.9 km", "6.4 km threshold", "tempo"),
        ("8 km with 6 x 100 m strides w/ 100 m jog", "Easy run, strides", "8.0 km", "Easy + strides", "easy"),
        ("400-800-400 @ 5k w/ 400 m jog", "Intervals", "2.4 km", "3 × 400–800 m", "fast"),
        ("10 km progression", "Progression", "10.0 km", "Progression", "tempo"),
        ("Hills: 8 x 90 s w/ jog down", "Hills", "12+ min", "8 × 90 s", "fast"),
        ("20 min tempo @ 4:00/km", "Tempo", "5.0 km", "20 min tempo at 4:00/km", "tempo"),
    ],
)
def test_run_in_words(text: str, title: str, amount: str, short: str, effort: str) -> None:
    run = parse_run(text)
    assert METRIC.title(run) == title
    assert " ".join(METRIC.amount(run)) == amount
    assert spaced(METRIC.short(run)) == short
    assert METRIC.measure(run).effort == effort


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("6 km easy", []),
        ("8 km @ 5:00/km", ["*8 km at 5:00/km*"]),
        (
            INTERVALS,
            ["2 km warm-up", "*6 × 400 m at 5k pace*, 200 m jog after each", "2 km cool-down"],
        ),
        (
            "1.6 km wu / 4 km tempo / 1.6 km cd",
            ["1.6 km warm-up", "*4 km tempo*", "1.6 km cool-down"],
        ),
        (
            "2 x (3 x 400 m @ 5k w/ 60 s rest) w/ 3 min rest",
            ["*2 × (3 × 400 m at 5k pace, 60 s rest after each)*, 3 min rest after each"],
        ),
        ("4 x (600 m fast / 200 m jog)", ["*4 × (600 m fast + 200 m jog)*"]),
        ("2 km steady wu / 5 km tempo", ["2 km warm-up, steady", "*5 km tempo*"]),
        ("8 mi with 4 mi at LT", ["12.9 km with *6.4 km threshold*"]),
        ("20 km long, last 5 km @ marathon", ["20 km long finishing with *5 km at marathon pace*"]),
        ("400-800-400 @ 5k w/ 400 m jog", ["*400–800–400 m at 5k pace*, 400 m jog between"]),
        ("1-2-1 min @ 5k w/ equal jog", ["*1–2–1 min at 5k pace*, as much jog after each"]),
        ("8 km on the river loop", ["on the river loop"]),
        ("rest or 5 km easy", ["or rest"]),
        ("6 km @ HMP + 10 s", ["*6 km at half-marathon pace + 10 s*"]),
        ("30 min @ 140-150 bpm", ["*30 min at 140–150 bpm*"]),
        ("6 x 800 m in 3:10 w/ 400 m jog", ["*6 × 800 m in 3:10 min*, 400 m jog after each"]),
        ("5 km half @ 4:30/km", ["*5 km at half-marathon pace at 4:30/km*"]),
    ],
)
def test_how_to_run_it(text: str, lines: list[str]) -> None:
    assert marked(METRIC.lines(parse_run(text))) == lines


@pytest.mark.parametrize(
    ("text", "amount", "lines"),
    [
        ("10 km easy", "6.2 mi", []),
        ("5 mi easy", "5.0 mi", []),
        ("1.6 km wu / 4 km tempo", "3.5 mi", ["1 mi warm-up", "*2.5 mi tempo*"]),
        ("8 km @ 5:00/km", "5.0 mi", ["*5 mi at 8:03/mi*"]),
        (
            INTERVALS,
            "4.7 mi",
            [
                "1.2 mi warm-up",
                "*6 × 400 m at 5k pace*, 200 m jog after each",
                "1.2 mi cool-down",
            ],
        ),
        ("2 km wu / 10 km race", "7.5 mi", ["1.2 mi warm-up", "*10 km race*"]),
    ],
)
def test_imperial(text: str, amount: str, lines: list[str]) -> None:
    run = parse_run(text)
    assert " ".join(IMPERIAL.amount(run)) == amount
    assert marked(IMPERIAL.lines(run)) == lines


def test_miles_for_a_metric_reader() -> None:
    run = parse_run("1 mi wu / 3 x 1 mi @ 7:15/mi w/ 2 min jog")
    assert marked(METRIC.lines(run)) == [
        "1.6 km warm-up",
        "*3 × 1 mi at 4:30/km*, 2 min jog after each",
    ]


def test_profile_follows_the_run() -> None:
    profile = METRIC.profile(parse_run("1 km wu / 2 x 400 m @ 5k w/ 60 s rest / 1 km cd"))
    assert [(stretch.km, stretch.effort, stretch.gap) for stretch in profile] == [
        (1.0, "easy", False),
        (0.4, "fast", False),
        (0.0, "easy", True),
        (0.4, "fast", False),
        (0.0, "easy", True),
        (1.0, "easy", False),
    ]


@pytest.mark.parametrize("text", [INTERVALS, "6 km easy", "10 km race", "5 x 1 km tempo w/ 400 m jog"])
def test_profile_is_as_long_as_the_run(text: str) -> None:
    run = parse_run(text)
    assert sum(stretch.km for stretch in METRIC.profile(run)) * 1000 == pytest.approx(run.distance_m)


def test_run_by_time_is_drawn_but_its_length_isnt_given() -> None:
    run = parse_run("40 min easy")
    known = METRIC.measure(run)
    assert (known.metres.most, known.seconds) == (None, Extent(2400, 2400))
    assert known.km == pytest.approx(2400 / 360)
    assert METRIC.amount(run) == ("40", "min")


def test_strides_do_not_make_an_easy_run_hard() -> None:
    easy = METRIC.measure(parse_run("5 km easy / 6 x 100 m strides w/ 100 m jog"))
    alone = METRIC.measure(parse_run("6 x 100 m strides w/ 100 m jog"))
    assert (easy.effort, alone.effort) == ("easy", "easy")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(2400, "40 min"), (5940, "99 min"), (6000, "1:40 h"), (7230, "2:00 h"), (29, "0 min")],
)
def test_clock(seconds: float, said: str) -> None:
    assert " ".join(METRIC.clock(Extent(seconds, seconds))) == said
