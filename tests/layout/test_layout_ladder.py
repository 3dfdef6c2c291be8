"""The fit ladder: rungs are taken in order and add up, none more than must be, and the last one is reported."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

import pytest

from cardmaker import assets
from cardmaker.errors import DoesNotFitError, SeveralError
from cardmaker.frame import Art, Frame, Text
from cardmaker.geometry import Rect
from cardmaker.handout import ExerciseCard
from cardmaker.layout.cards import Studio, lay_out_card
from cardmaker.layout.ladder import FitSettings
from cardmaker.pipeline import Order
from cardmaker.theme.face import LadderStep, Side
from cardmaker.theme.shelf import Shelf
from cardmaker.theme.stock import load_stock
from cardmaker.wording.wording import load_wording
from tests.kit import make
from tests.layout.layout_kit import (
    book,
    box,
    cues,
    face_named,
    laid,
    pictured,
    shapes,
    sizes,
    squat,
    theme_named,
    words,
)

BOX = (
    "stack: [{text: '{a}', id: first}, {list: items, id: items}, {stack: [{text: z}], height: 10, id: foot}]"
)
CONTENT = {"a": "aa", "items": ({"text": "long one", "short": "one"}, {"text": "long two", "short": "two"})}
LADDER = """
- {short: [items]}
- {restyle: {text: small}}
- {drop: [first]}
- {shrink: {foot: 5}}
- {limit: {items: 1}}
"""


# Settings --------------------------------------------------------------------------------------------


def test_rungs_add_up() -> None:
    first = LadderStep(drop=("a",), restyle={"x": "y"}, figure=30, shrink={"s": 4})
    second = LadderStep(
        drop=("b",), short=("c",), restyle={"x": "z"}, limit={"c": 2}, shrink={"s": 3}, unlabelled=True
    )
    settings = FitSettings().after(first).after(second)
    assert settings == FitSettings(
        dropped=frozenset("ab"),
        short=frozenset("c"),
        restyle={"x": "z"},
        figure=30,
        unlabelled=True,
        shrink={"s": 3},
        limit={"c": 2},
    )
    assert FitSettings().after(LadderStep()) == FitSettings()


@pytest.mark.parametrize("name", sorted(path.stem for path in assets.templates("faces").glob("*.yaml")))
def test_what_a_face_shrinks_is_one_box(name: str) -> None:
    """A space of the same id, say, would be made as high as what is shrunk."""
    face = face_named(name)
    for side in filter(None, (face.front, face.back)):
        ids = [one.id for one in side.body.inner()]
        assert {ids.count(one) for step in side.ladder for one in step.shrink} <= {1}


@pytest.mark.parametrize(
    ("width", "height", "said", "first_size"),
    [
        (20, 25, ["aa", "long one", "long two", "z"], 1),
        (15, 34, ["aa", "one", "two", "z"], 1),
        (20, 24, ["aa", "one", "two", "z"], 0.5),
        (20, 17.5, ["aa", "one", "two", "z"], 0.5),
        (20, 17, ["one", "two", "z"], 0.5),
        (20, 15, ["one", "two", "z"], 0.5),
        (20, 10, ["one", "two", "z"], 0.5),
        (20, 9.9, ["one", "z"], 0.5),
    ],
)
def test_no_more_rungs_than_must_be(width: float, height: float, said: list[str], first_size: float) -> None:
    frame = laid(BOX, CONTENT, width, height, ladder=LADDER)
    assert [text for text, _, _ in words(frame)] == said
    assert sizes(frame)[0] == first_size


def test_below_the_last_rung_it_is_reported() -> None:
    with pytest.raises(DoesNotFitError) as caught:
        laid(BOX, CONTENT, 20, 7, ladder=LADDER)
    assert caught.value.field == "items"
    assert (caught.value.needed_mm, caught.value.available_mm) == (2.5, 2)


# A card ----------------------------------------------------------------------------------------------

MEASURES = {
    # face: stock, chip, what the strip's sets need next to a long load, smallest name
    "pocket": ("a7", (8.6, 11.6), (22, 12.2), 11),
    "small": ("poker", (7.2, 10.9), (19, 11.4), 9.5),
    "large": ("a6", (12.6, 17), (35.5, 18), 14),
}


def front(card: ExerciseCard, face: str = "pocket", theme: str = "classic") -> Frame:
    """A card's front, in the bundled type."""
    studio = Studio(theme_named(theme), book(), load_wording("en").labels)
    return lay_out_card(studio, face_named(face), card, load_stock(MEASURES[face][0]).size).front


def text_of(frame: Frame) -> list[str]:
    """All lines of a frame."""
    return [text for text, _, _ in words(frame)]


WORDS = ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet")


def longer(start: ExerciseCard) -> Iterator[ExerciseCard]:
    """The card with cues that grow word by word; their short forms have two words less, spelt backwards."""
    for length in range(3, 60):
        reported = [WORDS[n % 10] for n in range(length)]
        yield replace(start, cues=cues(5, " ".join(reported), " ".join(word[::-1] for word in reported[2:])))


@dataclass(frozen=True)
class Seen:
    """What of the ladder is seen on a card."""

    figure: float
    cue: float
    short: bool
    labels: bool


def seen(card: ExerciseCard, frame: Frame) -> Seen:
    """Look at a card."""
    lines = [placed.item for placed in frame.walk() if isinstance(placed.item, Text)]
    said = [line.content for line in lines]
    firsts = (card.cues[0].text.split()[0], card.cues[0].short.split()[0])
    cue = next(line for line in lines if line.content.split()[0] in firsts)
    short = cue.content.startswith(firsts[1])
    _, *figure = [p.item.height for p in frame.walk() if isinstance(p.item, Art)][1:]
    return Seen(max(figure), cue.size_pt, short, "Start" in said)


@pytest.mark.parametrize("face", MEASURES)
def test_each_thing_yields_only_when_those_before_it_have(face: str) -> None:
    looks: list[Seen] = []
    with pytest.raises(DoesNotFitError) as caught:
        for card in longer(pictured(squat())):
            frame = front(card, face)
            if not frame.losses:  # with fewer cues there is room again
                looks.append(seen(card, frame))
    assert caught.value.card == "card 'Squat', front"
    assert caught.value.needed_mm > caught.value.available_mm
    usual = seen(roomy := pictured(squat(cues=cues(3, "alpha", "bravo"))), front(roomy, face))
    for look in looks:
        if look.cue < usual.cue:
            assert look.short, "words get shorter before type is smaller"
        if not look.labels:
            assert look.cue < usual.cue
        assert look.figure >= 0.6 * usual.figure, "a picture stays a picture"
    assert looks[-1].short
    assert face != "small" or looks[-1].cue < usual.cue, "on others five lines more are more than that gives"


@pytest.mark.parametrize("theme", ["classic", "low-ink"])
@pytest.mark.parametrize("face", MEASURES)
def test_chip_strip_and_name_keep_their_measures(face: str, theme: str) -> None:
    _, chip, strip, least_name = MEASURES[face]
    for card in longer(
        pictured(squat(sets="3 × 8–12", load="2 × 17.5 kg", rest="90–120 s", tempo="3-1-1-0"))
    ):
        try:
            frame = front(card, face, theme)
        except DoesNotFitError:
            break
        plates = [shape.size for shape in surfaces(frame)]
        assert any(size == pytest.approx(chip, abs=0.51) for size in plates)
        assert any(w > strip[0] - 0.51 and h == pytest.approx(strip[1], abs=0.51) for w, h in plates)
        name = next(p.item for p in frame.walk() if isinstance(p.item, Text) and p.item.content == "Squat")
        assert name.size_pt >= least_name


def surfaces(frame: Frame) -> list[Rect]:
    """All closed shapes that have an area."""
    return [shape for shape in shapes(frame) if shape.width > 5 and shape.height > 5]


def test_tempo_is_on_the_back_alone() -> None:
    card = squat(
        sets="3 × 8–12", load="2 × 17.5 kg", effort="RPE 7–8", effort_label="RPE", effort_value="7–8",
        rest="90–120 s", tempo="3-1-1-0",
        target="3 × 8–12 · 2 × 17.5 kg · RPE 7–8 · rest 90–120 s · tempo 3-1-1-0",
    )  # fmt: skip
    studio = Studio(theme_named("classic"), book(), load_wording("en").labels)
    made = lay_out_card(studio, face_named("pocket"), card, load_stock("a7").size)
    assert made.back is not None
    assert "3-1-1-0" not in text_of(made.front)
    for field in ("2 × 17.5 kg", "7–8", "90–120 s"):
        assert field.replace(" ", "") in "".join(text_of(made.front)).replace(" ", ""), field
    assert any("tempo 3-1-1-0" in line for line in text_of(made.back))


@pytest.mark.parametrize("side", ["front", "back"])
@pytest.mark.parametrize("name", Shelf().names("faces"))
def test_last_resorts_come_last(name: str, side: str) -> None:
    """By the rungs themselves: words before type, type before labels; the log and when to stop always stay."""
    own: Side | None = getattr(face_named(name), side)
    kinds = (
        [kind.name for step in own.ladder for kind in fields(step) if getattr(step, kind.name)] if own else []
    )
    fronts = [kind for kind in ("short", "restyle", "unlabelled") if kind in kinds]
    if side == "front" and name in ("pocket", "small", "large", "grand"):
        assert "restyle" in fronts, "type yields"
        assert sorted(fronts, key=kinds.index) == fronts
        assert any(step.deck for step in own.ladder if step.restyle), "of all cards alike"
    dropped = {part for step in (own.ladder if own else ()) for part in step.drop}
    assert not dropped & {"cues", "log", "stop"}


# Many at once ----------------------------------------------------------------------------------------


def test_every_card_that_does_not_fit_is_reported(tmp_path: Path) -> None:
    own = "\n".join(
        f"  own-{n}: {{name: Own {n} {'W' * 54}, section: legs, primary: [quads], cues: [Go]}}"
        for n in range(3)
    )
    entries = "".join(f"\n      - own-{n}: 3x8" for n in range(3))
    plan = tmp_path / "plan.yaml"
    plan.write_text(f"title: P\nworkouts:\n  a:\n    exercises:{entries}\nexercises:\n{own}\n", "utf-8")
    with pytest.raises(SeveralError) as caught:
        make(plan, Order(stock="mini", parts=("cards",)))
    reported = str(caught.value).splitlines()
    assert [line.split(",")[0] for line in reported] == [
        f"{plan}:{9 + n}: exercises.own-{n}.name: card 'Own {n} {'W' * 54}'" for n in range(3)
    ]
    assert all("needs" in line and "has" in line and "larger stock" in line for line in reported)
    assert caught.value.exit_code == DoesNotFitError.exit_code


def test_title_of_a_single_endless_word(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(f"title: {'W' * 500}\nweeks: [{{mon: [{{run: 5 km easy}}]}}]\n", "utf-8")
    with pytest.raises(
        DoesNotFitError, match=r"plan.yaml:1: title: sheet 'This week': head.title needs \d+\.\d mm and has"
    ):
        make(plan)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (LadderStep(drop=("b",)), LadderStep(), False),
        (LadderStep(drop=("elsewhere",)), LadderStep(), True),
        (LadderStep(shrink={"b": 4}), LadderStep(limit={"b": 4}), False),
        (LadderStep(restyle={"small": "tiny"}), LadderStep(), False),
        (LadderStep(restyle={"elsewhere": "tiny"}), LadderStep(), True),
        (LadderStep(restyle={"figure-label": "tiny"}), LadderStep(), True),
        (LadderStep(unlabelled=True), LadderStep(), True),
        (LadderStep(figure=20), LadderStep(), True),
    ],
)
def test_what_a_rung_changes_in_a_box(first: LadderStep, second: LadderStep, same: bool) -> None:
    body = box("stack: [{text: '{a}', id: b}, {text: [{text: '{c}', style: small}]}]")
    assert (FitSettings().after(first).of(body) == FitSettings().after(second).of(body)) is same


@pytest.mark.parametrize(
    "step", [LadderStep(unlabelled=True), LadderStep(figure=20), LadderStep(restyle={"callout": "tiny"})]
)
def test_what_a_rung_changes_in_a_figure(step: LadderStep) -> None:
    body = box("stack: [{panel: {row: [{figure: '{figure}'}]}, surface: head}]")
    assert FitSettings().after(step).of(body) != FitSettings().of(body)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("{text: '{t.label} {note}'}", "note"),
        ("{text: ['{t.label}', {text: '{target}'}]}", "target"),
        ("{text: '{t.take_cards}'}", "take cards"),
        ("{text: 'plain'}", "text"),
        ("{text: '{note}', id: foot}", "foot"),
        ("{text: '{text}', each: tips}", "tips"),
        ("{list: '{cues}'}", "cues"),
        ("{list: cues}", "cues"),
        ("{qr: '{video}'}", "video"),
        ("{rule: ink}", "rule"),
        ("{stack: []}", "stack"),
    ],
)
def test_what_a_message_calls_a_box(text: str, called: str) -> None:
    assert box(text).called == called


@pytest.mark.parametrize(
    ("content", "losses"),
    [
        ({"a": "aa", "items": ()}, (("card 'Test'", "no first"),)),
        ({"a": "", "items": ("x", "y")}, (("card 'Test'", "not all items"),)),
        ({"a": "", "items": ("x",)}, ()),
    ],
)
def test_only_what_had_something_to_show_is_missed(
    content: dict[str, object], losses: tuple[tuple[str, str], ...]
) -> None:
    boxes = "stack: [{text: '{a}', id: first}, {list: items, id: items}, {stack: [{text: z}], height: 10, id: foot}]"
    ladder = "- {drop: [first], loses: no first}\n- {limit: {items: 1}, loses: not all items}\n- {shrink: {foot: 5}}"
    found = laid(boxes, content, 20, 10, ladder=ladder).losses
    assert tuple((loss.where, loss.what) for loss in found) == losses
