"""Rules of running, each at its edges: what trips it, and what just doesn't."""

import re

import pytest

from cardmaker import assets
from tests.coaching.coaching_kit import advice, of, weeks

NO_WORKOUTS = ""


def of_km(*sizes: float) -> str:
    """A plan whose weeks have one easy run each, as long as *sizes*."""
    return weeks(
        *(f"{{tue: {{run: {km} km easy}}}}" if km else "{tue: rest}" for km in sizes), workouts=NO_WORKOUTS
    )


@pytest.mark.parametrize(
    ("sizes", "weeks_named"),
    [
        ((20, 22), []),
        ((20, 23), [2]),
        ((20, 22, 24.2, 26.6), []),
        ((20, 22, 26), [3]),
        ((30, 20, 30), []),  # back from a lighter week
        ((30, 20, 34), [3]),
        ((30, 20, 20, 20, 25), [5]),  # three lighter weeks are the habit now
        ((30, 20, 20, 30), []),  # two lighter weeks aren't yet
        ((5, 5.9), []),  # a step of less than a kilometre
        ((0, 20), []),  # a first week of running
        ((20,), []),
    ],
)
def test_a_week_grows_by_a_tenth(sizes: tuple[float, ...], weeks_named: list[int]) -> None:
    assert [int(one.split()[1]) for one in of("CM201", of_km(*sizes))] == weeks_named


def test_a_step_is_reported_in_figures() -> None:
    assert of("CM201", of_km(20, 25)) == ["week 2 has 25 km of running after 20 km, 25% more"]
    miles = of_km(20, 25).replace("title: Plan", "title: Plan\nunits: imperial")
    assert of("CM201", miles) == ["week 2 has 15.5 mi of running after 12.4 mi, 25% more"]


def test_weeks_by_time_are_compared_by_time() -> None:
    def minutes(*sizes: int) -> str:
        return weeks(*(f"{{tue: {{run: {size} min easy}}}}" for size in sizes), workouts=NO_WORKOUTS)

    assert of("CM201", minutes(120, 150)) == ["week 2 has 150 min of running after 120 min, 25% more"]
    assert of("CM201", minutes(60, 65)) == []
    assert of("CM201", minutes(30, 40)) == []  # a step of ten minutes, and of one more
    assert len(of("CM201", minutes(30, 41))) == 1


@pytest.mark.parametrize(
    ("sizes", "found"),
    [((20, 22, 26), 0), ((20, 22, 26.1), 1), ((20, 20, 27), 1), ((30, 20, 20, 30), 0), ((20, 27), 0)],
)
def test_two_weeks_grow_by_thirty_percent(sizes: tuple[float, ...], found: int) -> None:
    assert len(of("CM202", of_km(*sizes))) == found


@pytest.mark.parametrize(
    ("sizes", "found"),
    [
        ((10, 11), 0),
        ((10, 11.5), 1),
        ((10, 5, 5, 5, 11), 0),  # the longest is 28 days ago
        ((10, 5, 5, 5, 5, 8), 1),  # it is 35 days ago
        ((5, 5.9), 0),
        ((10,), 0),
    ],
)
def test_a_run_is_a_tenth_longer_than_the_longest_of_thirty_days(
    sizes: tuple[float, ...], found: int
) -> None:
    assert len(of("CM203", of_km(*sizes))) == found


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ("{mon: {run: 10 km easy}}, {repeat: 3, tue: rest}, {wed: {run: 12 km easy}}", 1),  # 30 days
        (
            "{mon: {run: 10 km easy}}, {repeat: 3, tue: rest}, {thu: {run: 12 km easy}}",
            0,
        ),  # 31: nothing to compare
    ],
)
def test_thirty_days_and_no_more(days: str, found: int) -> None:
    assert len(of("CM203", f"weeks: [{days}]")) == found


def test_the_bands_of_the_study_are_named() -> None:
    assert of("CM203", of_km(10, 12))[0].endswith("10 km")
    assert of("CM203", of_km(10, 13.1))[0].endswith("from 30 % on")
    assert of("CM203", of_km(10, 20.1))[0].endswith("more than twice as long")


def test_a_race_is_no_training_run() -> None:
    assert of("CM203", weeks("{sun: {run: 10 km easy}}", "{sun: {run: 21.1 km race}}", workouts="")) == []


@pytest.mark.parametrize(
    ("week", "found"),
    [
        ("{tue: {run: 6 x 400 m @ 5k w/ 200 m jog}, wed: {run: 6 km tempo}}", 1),
        ("{tue: {run: 6 x 400 m @ 5k w/ 200 m jog}, wed: {run: 6 km easy}, thu: {run: 6 km tempo}}", 0),
        (
            "{tue: {run: 6 km easy / 6 x 100 m strides}, wed: {run: 6 km tempo}}",
            0,
        ),  # strides make no hard day
        ("{tue: {run: 6 km steady}, wed: {run: 6 km tempo}}", 0),
    ],
)
def test_hard_days(week: str, found: int) -> None:
    assert len(of("CM204", weeks(week, workouts=""))) == found


def test_hard_days_of_several_weeks_are_one_remark() -> None:
    text = weeks("{repeat: 3, tue: {run: 6 km tempo}, wed: {run: 6 km tempo}}", workouts="")
    assert of("CM204", text) == ["Tuesday and Wednesday both have a hard run (weeks 1 to 3)"]


def test_hard_days_across_two_weeks() -> None:
    text = weeks("{sun: {run: 6 km tempo}}", "{mon: {run: 6 km tempo}}", workouts="")
    assert of("CM204", text) == ["Sunday and Monday both have a hard run (week 2)"]


@pytest.mark.parametrize(
    ("sunday", "found"),
    [
        ("rest", 0),
        ("{recovery: 20 min walk}", 0),
        ("{run: rest or 30 min easy}", 0),
        ("{run: 5 km easy}", 1),
        ("{strength: light}", 1),
    ],
)
def test_a_day_of_rest(sunday: str, found: int) -> None:
    text = weeks(f"{{mon-sat: {{run: 5 km easy}}, sun: {sunday}}}")
    assert len(of("CM205", text)) == found


def to_race(last: float, distance: int = 10, before: int = 4) -> str:
    """Weeks of 30 km, then one of *last* kilometres before a race on its last day."""
    week = "{tue: {run: 5 km tempo}, sat: {run: 25 km easy}}"
    return weeks(
        *[week] * before, f"{{tue: {{run: {last} km easy}}, sun: {{run: {distance} km race}}}}", workouts=""
    )


@pytest.mark.parametrize(
    ("last", "found"),
    [(17.7, 0), (17.9, 1), (12, 0), (11.7, 1), (30, 1)],  # 41 to 60 % less than 30 km
)
def test_the_taper_cuts_by_about_half(last: float, found: int) -> None:
    assert len(of("CM206", to_race(last))) == found


def test_what_is_no_race_to_taper_for() -> None:
    assert of("CM206", to_race(30, before=3)) == []  # the plan is too short
    assert of("CM206", to_race(30, distance=3)) == []


def test_a_race_early_in_its_week() -> None:
    text = weeks(*["{mon-fri: {run: 6 km easy}}"] * 5, "{wed: {run: 10 km race}}", workouts="")
    assert of("CM206", text) == [
        "the seven days before the race have only 40% less running: 18 km after 30 km in the hardest seven days; "
        "41% to 60% less works best"
    ]


@pytest.mark.parametrize(("weeks_before", "found"), [(0, 0), (1, 0), (2, 1)])
def test_a_taper_keeps_something_hard(weeks_before: int, found: int) -> None:
    hard, easy = "{sun: {run: 6 km tempo}}", "{sun: {run: 6 km easy}}"
    text = weeks(*[hard] * 4, *[easy] * weeks_before, "{sun: {run: 10 km race}}", workouts="")
    assert len(of("CM207", text)) == found


HEAVY = "workouts: {a: {exercises: [squat: 3x5 @ 80%]}, b: {exercises: [squat: 3x5 @ 79%]}}\n"


@pytest.mark.parametrize(
    ("week", "found"),
    [
        ("{sun: {run: 10 km race}, thu: {strength: a}}", 1),
        ("{sun: {run: 10 km race}, thu: {strength: b}}", 0),
        ("{sat: {strength: a}, sun: {run: 3 km race}}", 0),
        ("{sun: [{run: 10 km race}, {strength: a}]}", 0),
    ],
)
def test_heavy_lifting_before_a_race(week: str, found: int) -> None:
    assert len(of("CM208", weeks(week, workouts=HEAVY))) == found


def test_heavy_lifting_eight_days_before_is_no_matter() -> None:
    text = weeks("{sat: {strength: a}, sun: {strength: a}}", "{sun: {run: 10 km race}}", workouts=HEAVY)
    assert of("CM208", text) == ["Squat is heavy on Sunday of week 1, 7 days before the race"]


def test_an_athletes_page_speaks_of_no_injury() -> None:
    messages = [one.message for one in advice(of_km(10, 30, 60))]
    assert messages
    assert not any("injur" in message for message in messages)


def test_no_words_that_pages_are_made_of_speak_of_a_risk_of_injury() -> None:
    risk = re.compile(
        r"injur\w*[ -]risk|risk of (?:an )?injur|get (?:injured|hurt)|verletzungs(?:risiko|gefahr)",
        re.IGNORECASE,
    )
    assert risk.search("Injury risk is high") and risk.search("das Verletzungsrisiko")
    folders = ("wording", "plans", "sheets", "faces", "screens", "books")
    files = [path for name in folders for path in assets.templates(name).rglob("*.yaml")]
    assert len(files) > 300
    assert [path.name for path in files if risk.search(path.read_text("utf-8"))] == []
