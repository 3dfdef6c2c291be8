"""Long words are broken where their parts meet, and within those between syllables."""

import re
from itertools import accumulate

import pytest

from cardmaker import assets
from cardmaker.text.syllables import joints, syllables
from cardmaker.text.wrap import StyledText, wrap
from cardmaker.yaml12 import load_yaml_file
from tests.text.monospace import Monospace

COMPOUNDS = """
    Abduktoren|maschine Ausfall|schritte Außen|rotation Bank|drücken Bein|schwingen Brust|wirbel|säule
    Ein|armiges Endgradige Exzentrisches Fahr|rad|ergo|meter Fersen|rutschen Front|knie|beuge Hackenschmidt
    Hyper|extension Knie|streckung Kurz|hantel|rudern Rücken|strecken Schlitten|schieben Schräg|bank|drücken
    Schulter|drücken Schwimm|technik Schwung|drücken Stand|um|setzen Trizeps|strecken Unter|arm|stütz
    Vierfüßler|stand aus|einander|ziehen Über|kopf|drücken Ober|schenkel
"""


def broken(word: str, places: tuple[int, ...], sign: str) -> str:
    """A word with a sign at places."""
    return sign.join(word[start:end] for start, end in zip((0, *places), (*places, len(word)), strict=True))


@pytest.mark.parametrize("marked", COMPOUNDS.split())
def test_parts_of_compounds_are_known(marked: str) -> None:
    word = marked.replace("|", "")
    assert broken(word, joints(word), "|") == marked


@pytest.mark.parametrize(
    "marked", ["Schul-ter-drü-cken", "Vier-füß-ler-stand", "End-gra-dige", "Knie-stre-ckung"]
)
def test_syllables_begin_as_words_do(marked: str) -> None:
    word = marked.replace("-", "")
    assert broken(word, syllables(word), "-") == marked


@pytest.mark.parametrize(
    "word", ["Darm", "Gerade", "Arm", "Band", "Abstand", "drücken", "Schwarm", "walking", "3x10"]
)
def test_parts_have_three_letters_and_no_word_is_taken_for_another(word: str) -> None:
    assert joints(word) == ()


def test_long_names_in_the_library_have_parts_or_syllables() -> None:
    """At 9 letters a line, no name is broken in the middle of a syllable."""
    names = [load_yaml_file(path)[0] for path in assets.templates("wording").glob("de/*.yaml")]
    words = {
        word
        for data in names
        if isinstance(data, dict)
        for word in re.findall(r"[^\W\d_]+", str(data["name"]))
    }
    assert len(words) > 100
    for word in words:
        lines = wrap([StyledText(word, "", "")], 4.5, Monospace())
        parts = [
            "".join(char for s, _ in line.parts for run in s.runs for char in run.text) for line in lines
        ]
        ends = accumulate(len(part.rstrip("-")) for part in parts[:-1])
        assert set(ends) <= set(syllables(word)), parts
