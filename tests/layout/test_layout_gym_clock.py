"""Formats against the clock on gym cards: what they mean, clear of the format, and stations with their cues."""

from cardmaker import assets
from cardmaker.frame import Text
from cardmaker.pipeline import Order
from tests.kit import shared_workshop

STATIONS = {
    "Squat",
    "Push-up",
    "Mountain climber",
    "Walking lunge",
    "Plank",
    "Skipping rope",
    "Glute bridge",
    "Jumping jack",
}


def test_what_a_format_means_is_clear_of_its_descenders() -> None:
    made = shared_workshop().make(assets.templates("plans") / "club-circuit.yaml", Order(parts=("gym",)))
    texts = [one for one in made.parts[0].sides[0].frame.walk() if isinstance(one.item, Text)]
    lines = [(one.y, one.item.size_pt, one.item.content) for one in texts if isinstance(one.item, Text)]
    meaning, small, _ = next(line for line in lines if line[2].startswith("each round"))
    above, large, _ = max(line for line in lines if line[0] < meaning - 0.1 and line[1] > small)
    descender, ascender = 0.22 * large * 0.3528, 0.75 * small * 0.3528
    assert meaning - ascender - (above + descender) >= 1


def test_stations_have_a_cue_below_their_names_and_a_line_for_notes() -> None:
    made = shared_workshop().make(assets.templates("plans") / "club-circuit.yaml", Order(parts=("gym",)))
    frame = made.parts[0].sides[0].frame
    lines = [(one.x, one.y) for one in frame.walk() if isinstance(one.item, Text) and one.item.size_pt > 8]
    names = [
        (one.x, one.y) for one in frame.walk() if isinstance(one.item, Text) and one.item.content in STATIONS
    ]
    assert len(names) == len(STATIONS)
    for x, y in names:
        assert any(abs(left - x) < 0.1 and 3 < base - y < 6 for left, base in lines), "its cue"
    assert any(one.item.content.startswith("Notes") for one in frame.walk() if isinstance(one.item, Text))
