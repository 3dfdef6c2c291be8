"""The bundled font shards -> one TrueType file for each weight, as the peers need it.

Typst and Pango choose a font for a whole run of text, so shards of one family are no use to them. The files made
here hold the shards' outlines and their kerning (as a GPOS feature, for the peers shape with it as we do), have
no hinting, and are smaller than the family's own: nothing that a peer would have to read for naught.
"""

import json
from pathlib import Path
from typing import Any

from cardmaker.assets import templates

FAMILY = "Roboto Condensed"
WEIGHTS = {"regular": 400, "medium": 500, "bold": 700}
SHARDS = ("latin", "western", "latin-ext", "signs")


def write_fonts(folder: Path) -> None:
    """Write RobotoCondensed-<weight>.ttf for each weight into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    for weight, number in WEIGHTS.items():
        _merged(weight, number).save(folder / f"RobotoCondensed-{weight}.ttf")


def _merged(weight: str, number: int) -> Any:
    """All glyphs of the shards in one font; a character that two shards have is taken from the first."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.filterPen import DecomposingFilterPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTFont

    source = templates("fonts")
    outlines: dict[str, Any] = {}
    widths: dict[str, tuple[int, int]] = {}
    cmap: dict[int, str] = {}
    metrics = json.loads((source / f"roboto-condensed-{weight}-latin.json").read_text(encoding="utf-8"))
    for shard in SHARDS:
        font = TTFont(source / f"roboto-condensed-{weight}-{shard}.ttf")
        glyphs = font.getGlyphSet()
        wanted = {code: name for code, name in font.getBestCmap().items() if code not in cmap}
        names = {name: f"u{code:04X}" for code, name in wanted.items()}
        if not outlines:
            names = {".notdef": ".notdef", **names}
        for old, new in names.items():
            pen = TTGlyphPen(None)
            glyphs[old].draw(DecomposingFilterPen(pen, glyphs))
            outlines[new] = pen.glyph()
            widths[new] = (round(glyphs[old].width), 0)
        cmap |= {code: names[name] for code, name in wanted.items()}
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(list(outlines))
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=metrics["ascent"], descent=metrics["descent"])
    builder.setupOS2(
        usWeightClass=number,
        sTypoAscender=metrics["ascent"],
        sTypoDescender=metrics["descent"],
        sCapHeight=metrics["cap_height"],
        sxHeight=metrics["x_height"],
        usWinAscent=1100,
        usWinDescent=300,
    )
    style = weight.capitalize()
    builder.setupNameTable(
        {
            "familyName": f"{FAMILY} {style}" if weight == "medium" else FAMILY,
            "styleName": "Regular" if weight == "medium" else style,
            "typographicFamily": FAMILY,
            "typographicSubfamily": style,
            "uniqueFontIdentifier": f"{FAMILY} {style} bench",
            "fullName": f"{FAMILY} {style}",
            "psName": f"RobotoCondensed-{style}",
        }
    )
    builder.setupPost()
    kerning = source / f"roboto-condensed-{weight}-kerning.json"
    builder.addOpenTypeFeatures(_kern_feature(json.loads(kerning.read_text(encoding="utf-8")), cmap))
    return builder.font


def _kern_feature(kerning: dict[str, Any], cmap: dict[int, str]) -> str:
    """The class kerning as an OpenType feature."""

    def group(chars: str) -> str:
        return " ".join(dict.fromkeys(cmap[ord(c)] for c in chars if ord(c) in cmap))

    lefts, rights = [group(chars) for chars in kerning["left"]], [group(chars) for chars in kerning["right"]]
    lines = [f"@L{i} = [{names}];" for i, names in enumerate(lefts) if names]
    lines += [f"@R{i} = [{names}];" for i, names in enumerate(rights) if names]
    lines.append("feature kern {")
    for i, row in enumerate(kerning["rows"]):
        lines += [f"pos @L{i} @R{j} {value};" for j, value in row.items() if lefts[i] and rights[int(j)]]
    lines.append("} kern;")
    return "\n".join(lines)
