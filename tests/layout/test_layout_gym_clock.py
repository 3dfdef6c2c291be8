"""Formats against the clock on gym cards: what they mean is in a line of its own, clear of the format."""

from cardmaker import assets
from cardmaker.api import Workshop
from cardmaker.frame import Text
from cardmaker.pipeline import Order


def test_what_a_format_means_is_clear_of_its_descenders() -> None:
    made = Workshop().make(assets.templates("plans") / "club-circuit.yaml", Order(parts=("gym",)))
    texts = [one for one in made.parts[0].sides[0].frame.walk() if isinstance(one.item, Text)]
    lines = [(one.y, one.item.size_pt, one.item.content) for one in texts if isinstance(one.item, Text)]
    meaning, small, _ = next(line for line in lines if line[2].startswith("each round"))
    above, large, _ = max(line for line in lines if line[0] < meaning - 0.1 and line[1] > small)
    descender, ascender = 0.22 * large * 0.3528, 0.75 * small * 0.3528
    assert meaning - ascender - (above + descender) >= 1
