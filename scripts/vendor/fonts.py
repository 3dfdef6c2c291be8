"""The printed pages' letters as fonts for the studio's page: shards joined, with kerning, in WOFF2.

Needs: pip install fonttools brotli. Writes cardmaker/studio/page/fonts/; run it after the shards have changed.
"""

import json
from pathlib import Path
from typing import Any

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

ROOT = Path(__file__).parents[2]
SHARDS = ROOT / "templates/fonts"
OUT = ROOT / "cardmaker/studio/page/fonts"
WEIGHTS = ("regular", "medium", "bold")
FILES = {
    "latin": ("latin", "western", "signs"),
    "more": ("latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext"),
}


def joined(weight: str, shards: tuple[str, ...]) -> TTFont:
    """The glyphs of the *shards* of a weight as one font, kerned as the printed pages are."""
    glyphs, metrics, cmap = {".notdef": Glyph()}, {".notdef": (500, 0)}, {}
    for shard in shards:
        font = TTFont(SHARDS / f"roboto-condensed-{weight}-{shard}.ttf")
        drawn = font.getGlyphSet()
        for code, name in sorted(font.getBestCmap().items()):
            if code in cmap:
                continue
            new = f"u{code:04X}"
            cmap[code] = new
            glyphs[new] = flat(drawn, name)
            metrics[new] = font["hmtx"][name]
    facts = json.loads((SHARDS / f"roboto-condensed-{weight}-latin.json").read_text())
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=facts["ascent"], descent=-facts["descent"])
    builder.setupNameTable({"familyName": "Roboto Condensed", "styleName": weight.title()})
    builder.setupOS2(
        usWeightClass=facts["weight"],
        sTypoAscender=facts["ascent"],
        sTypoDescender=-facts["descent"],
        sTypoLineGap=0,
        usWinAscent=facts["ascent"],
        usWinDescent=facts["descent"],
        sxHeight=facts["x_height"],
        sCapHeight=facts["cap_height"],
    )
    builder.setupPost(keepGlyphNames=False)
    kern(builder.font, weight, cmap)
    return builder.font


def flat(glyphs: Any, name: str) -> Glyph:
    """A glyph without components: those would need their own places in the joined font."""
    drawn = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(drawn)
    pen = TTGlyphPen(None)
    drawn.replay(pen)
    return pen.glyph()


def kern(font: TTFont, weight: str, cmap: dict[int, str]) -> None:
    """Class pairs of the printed pages, of those glyphs that are here."""
    facts = json.loads((SHARDS / f"roboto-condensed-{weight}-kerning.json").read_text())

    def named(group: str) -> str:
        names = [cmap[ord(one)] for one in group if ord(one) in cmap]
        return f"[{' '.join(names)}]" if names else ""

    left, right = [named(one) for one in facts["left"]], [named(one) for one in facts["right"]]
    lines = [
        f"pos {left[i]} {right[int(j)]} {much};"
        for i, row in enumerate(facts["rows"])
        for j, much in row.items()
        if left[i] and right[int(j)]
    ]
    if lines:
        scripts = "languagesystem DFLT dflt; languagesystem latn dflt;"
        body = "\n".join(lines)
        addOpenTypeFeaturesFromString(font, f"{scripts}\nfeature kern {{\n{body}\n}} kern;")


def main() -> None:
    """Write a file for each weight and each group of scripts."""
    OUT.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        for group, shards in FILES.items():
            font = joined(weight, shards)
            font.flavor = "woff2"
            font.save(OUT / f"{weight}-{group}.woff2")


if __name__ == "__main__":
    main()
