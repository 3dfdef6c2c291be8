"""Long words of bundled languages say where they may break; what the guide to languages says is so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cardmaker import assets
from cardmaker.wording.wording import Wording, lacking_words, load_wording, wording_names
from cardmaker.yaml12 import load_yaml_file

GUIDE = assets.templates("wording") / "README.md"
MOST_LETTERS = 14
"""In a word without a break: what a day's column has room for in large print."""
UNPRINTED = {"weeks_within_a_phase"}
ROOMY = re.compile(r"calibrate_|front_|poster_|figure_alt|hint_|block_note")
"""Sentences on whole lines, and what is only read aloud."""


def narrow(words: Wording) -> Iterator[tuple[str, str]]:
    """What may be in a narrow column, by its key."""
    for section in ("labels", "phrases", "efforts", "sections", "muscles"):
        for key, text in getattr(words, section).items():
            if key not in UNPRINTED and not ROOMY.match(key):
                yield f"{section}.{key}", text


@pytest.mark.parametrize("language", wording_names())
def test_long_words_may_break(language: str) -> None:
    """If this fails, write a soft hyphen into the word, in double quotes: "Halb\\xADmarathon\\xADtempo"."""
    parts = [
        (key, part) for key, text in narrow(load_wording(language)) for part in re.findall(r"[^\W\d_]+", text)
    ]
    assert [(key, part) for key, part in parts if len(part) > MOST_LETTERS] == []


def test_the_guides_own_language_can_be_read(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n# mine/(wording/nl\.yaml)\n(.*?)```", GUIDE.read_text("utf-8"), re.S)
    assert example
    path = tmp_path / example[1]
    path.parent.mkdir()
    path.write_text(example[2], "utf-8")
    words = load_wording("nl", [tmp_path])
    assert words.count("runs", 3) == "3 lopen"
    assert words.dates.months[2] == "maart", "which its locale has"
    assert any(one.startswith("labels.tips") for one in lacking_words("nl", [tmp_path]))
    assert not any(one.startswith("labels.coach") for one in lacking_words("nl", [tmp_path]))


def test_the_guide_names_all_sections() -> None:
    english = load_yaml_file(assets.templates("wording") / "en.yaml")[0]
    assert isinstance(english, dict)
    named = set(re.findall(r"`(\w+)`", GUIDE.read_text("utf-8")))
    sections = {*english, "locale", "names_within", "notation"}
    assert sections - {"numbers", "dates", "dates_on_letter"} <= named
