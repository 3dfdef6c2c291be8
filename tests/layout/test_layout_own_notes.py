"""The foot of A5 backs: notes, and a physiotherapist's words only for a plan of therapy; how fronts are filled."""

import pytest

from cardmaker.frame import Frame, Text
from cardmaker.layout.cards import LaidOutCard, Studio, lay_out_card
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_stock
from cardmaker.theme.suiting import face_for
from cardmaker.wording.wording import load_wording
from tests.layout.layout_kit import book, resolved, theme_named

PLAN = (
    "title: {title}\ncoach: Maya Lind\nweeks: [{{mon: {{strength: a}}}}]\n"
    "workouts:\n  a:\n    note: {note}\n    exercises: [squat: 3x8]\n"
)
PHYSIO = ("Note from your physio", "Pain allowed up to", "Next visit")


def card(
    stock: str, theme: str = "classic", title: str = "10 km", note: str = "Slow, never into pain."
) -> LaidOutCard:
    """The squat of a plan."""
    own, look = load_stock(stock), theme_named(theme)
    face = face_for(Shelf(), "exercise", own, least_pt=look.least_pt)
    studio = Studio(look, book(), load_wording("en").labels)
    [squat] = resolved(PLAN.format(title=title, note=note)).exercises
    return lay_out_card(studio, face, squat, own.size)


def lines(frame: Frame | None) -> list[tuple[str, float, float]]:
    """Every line of text with its height on the page and its size."""
    assert frame is not None
    return [(one.item.content, one.y, one.item.size_pt) for one in frame.walk() if isinstance(one.item, Text)]


@pytest.mark.parametrize(
    ("stock", "theme"), [("a5", "classic"), ("index-5x8", "classic"), ("a5", "large-print")]
)
@pytest.mark.parametrize(
    ("title", "note", "therapy"),
    [
        ("10 km", "Slow, never into pain.", False),
        ("Prehab for runners", "Ten minutes.", False),
        ("Home", "Pain above 3 of 10? Halve it.", True),
        ("Knee rehab", "Daily.", True),
        ("Blatt der Physiotherapie", "Daily.", True),
    ],
)
def test_backs_have_a_physiotherapists_note_only_for_a_plan_of_therapy(
    stock: str, theme: str, title: str, note: str, therapy: bool
) -> None:
    said = " ".join(text for text, _, _ in lines(card(stock, theme, title, note).back))
    assert [words in said for words in PHYSIO] == [therapy] * 3
    assert ("Maya Lind" in said) == (not therapy)


@pytest.mark.parametrize("stock", ["a5", "index-5x8"])
def test_breathing_follows_how_to_set_up_and_why_is_as_large_as_the_steps(stock: str) -> None:
    said = lines(card(stock).front)
    heads = {text.strip(): y for text, y, _ in said if text.strip() in ("Set up", "Breathing")}
    start = [text for text, y, _ in said if heads["Set up"] < y < heads["Breathing"]]
    step = next(size for text, _, size in said if "feet" in text.lower())
    last = max(y for text, y, _ in said if text in start)
    assert heads["Breathing"] - last < 11
    assert next(size for text, _, size in said if text.startswith("Why")) == step
