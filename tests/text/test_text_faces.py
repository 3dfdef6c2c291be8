"""The metrics next to each font file say what the file says."""

import hashlib
import json
import unicodedata

import pytest
from fontTools.ttLib import TTFont

from cardmaker import assets
from cardmaker.text.faces import face

FOLDER = assets.templates("fonts")
INDEX = json.loads((FOLDER / "fonts.json").read_bytes())
KEYS = sorted({key for entry in INDEX.values() for key in entry["shards"]})


def test_the_index_names_every_file_and_each_exists() -> None:
    kernings = {entry["kerning"] for entry in INDEX.values()}
    assert {path.stem for path in FOLDER.glob("*.ttf")} == set(KEYS)
    assert {path.stem for path in FOLDER.glob("*.json")} == {*KEYS, *kernings, "fonts"}
    assert set(INDEX) == {"light", "regular", "medium", "bold"}


def test_licences_are_next_to_the_fonts() -> None:
    assert (
        "SIL OPEN FONT LICENSE"
        in (FOLDER / "LICENSE-Roboto-Condensed.txt").read_text(encoding="utf-8").upper()
    )
    assert "Bitstream" in (FOLDER / "LICENSE-DejaVu.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", KEYS)
def test_metrics_agree_with_the_font(key: str) -> None:
    known, font = face(key), TTFont(FOLDER / f"{key}.ttf")
    order = font.getGlyphOrder()
    assert font["head"].unitsPerEm == 1000
    assert known.widths == tuple(font["hmtx"][name][0] for name in order)
    assert known.gids == {chr(code): order.index(name) for code, name in font.getBestCmap().items()}
    head = font["head"]
    assert known.bbox == (head.xMin, head.yMin, head.xMax, head.yMax)
    assert (known.ascent, known.descent) == (font["hhea"].ascent, -font["hhea"].descent)


@pytest.mark.parametrize("key", KEYS)
def test_a_shard_is_small_and_unhinted(key: str) -> None:
    data = (FOLDER / f"{key}.ttf").read_bytes()
    assert set(TTFont(FOLDER / f"{key}.ttf").keys()) == {
        *("GlyphOrder", "head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf")
    }
    assert len(data) < 20_000


def test_the_tag_comes_from_the_bytes_and_is_unique() -> None:
    tags = {}
    for key in KEYS:
        digest = hashlib.sha256((FOLDER / f"{key}.ttf").read_bytes()).digest()
        tags[key] = "".join(chr(65 + byte % 26) for byte in digest[:6])
        assert face(key).tag == tags[key]
    assert len(set(tags.values())) == len(KEYS)


@pytest.mark.parametrize("weight", INDEX)
def test_figures_are_tabular_and_blanks_have_their_widths(weight: str) -> None:
    latin = face(INDEX[weight]["shards"][0]).advances
    figures = {latin[figure] for figure in "0123456789"}
    assert len(figures) == 1
    assert latin["\u2007"] == figures.pop()
    assert latin["\u00a0"] == latin[" "]
    assert 0 < latin["\u200a"] < latin["\u2009"] < latin["\u2003"] and latin["\u202f"] == 200


def test_a_glyph_is_copied_as_the_plainest_of_its_characters() -> None:
    latin = face("roboto-condensed-regular-latin")
    assert latin.characters[latin.glyphs["\u00a0"]] == " "
    assert latin.characters[latin.glyphs["A"]] == "A"
    assert all(unicodedata.name(char) for char in latin.characters.values())
