"""Bold: bars behind all heads, and nothing lost for them that classic keeps."""

import pytest

from cardmaker import assets
from cardmaker.frame import Frame, Path, Text
from cardmaker.pipeline import Job, Order
from cardmaker.theme.kinds import KINDS
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_stock
from cardmaker.theme.suiting import face_for, suits_some_face
from tests.kit import make
from tests.theme.theme_kit import PLANS, job

STOCKS = sorted({face_for(Shelf(), "exercise", load_stock(name)).id: name for name in KINDS["stocks"].names()
                 if suits_some_face(Shelf(), "exercise", load_stock(name), 0)}.items())  # fmt: skip


def bars(frame: Frame) -> list[Path]:
    """What is in the colour of the bars."""
    colour = Shelf().theme("bold").colours["primary"]
    return [one.item for one in frame.walk() if isinstance(one.item, Path) and one.item.fill == colour]


def test_stocks_for_all_common_faces() -> None:
    assert {"grand", "large", "mini", "pocket", "small", "tent", "wallet"} <= {face for face, _ in STOCKS}


@pytest.mark.parametrize(("face", "stock"), STOCKS)
def test_every_face_has_a_bar_behind_its_head(face: str, stock: str) -> None:
    exercises = ("squat", "bulgarian split squat")
    order = Order(theme="bold", stock=stock, parts=("cards",), exercises=exercises)
    (part,) = make(assets.templates("plans") / "runners-week.yaml", order).parts
    for side in part.sides:
        front = not side.name.endswith("-back")
        most = 2 if front and face != "tent" else 1  # a sign has no strip
        assert len(bars(side.frame)) >= most, f"{face}: {side.name}: head, and load and rest"


@pytest.mark.parametrize("plan", PLANS)
def test_bold_cards_keep_the_secondary_muscles(plan: str) -> None:
    def lost(made: Job) -> set[str]:
        fronts = [side.frame.text for part in made.parts if part.name == "cards" for side in part.sides[::2]]
        cards = zip(made.handout.exercises, fronts, strict=True)
        return {card.name for card, text in cards if card.secondary and card.secondary not in text}

    assert lost(job("bold", plan)) <= lost(job("classic", plan))


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("theme", ["bold", "high-contrast"])
def test_full_weeks_keep_their_tips(theme: str, plan: str) -> None:
    made = job(theme, plan)
    assert all("tips" in note for note in made.notes)
    for week, side in zip(made.handout.weeks, made.parts[0].sides, strict=False):
        assert sum(tip in side.frame.text for tip in week.tips) >= 2, week.name


@pytest.mark.parametrize("sheet", ["week-landscape", "week-portrait"])
def test_days_and_distances_of_bold_weeks_are_read_from_further_away(sheet: str) -> None:
    def size(theme: str, said: str) -> float:
        order = Order(theme=theme, parts=("sheets",), sheets=(sheet,))
        (part,) = make(assets.templates("plans") / "runners-week.yaml", order).parts
        items = (one.item for one in part.sides[0].frame.walk())
        return next(item.size_pt for item in items if isinstance(item, Text) and item.content == said)

    for said in ("Wed", "12.0", "Long run", "32.8"):
        assert size("bold", said) >= 1.12 * size("classic", said), said


@pytest.mark.parametrize("name", Shelf().names("themes"))
def test_a_race_is_on_the_ground_that_its_key_shows(name: str) -> None:
    theme = Shelf().theme(name)
    race, key = (theme.surfaces[one].fill for one in ("race", "fast"))
    assert not race or theme.colour(race) == theme.colour(key)
