"""Static TrueType families -> the subset shards, metrics and kerning in templates/fonts.

Run by an author when the character ranges or the fonts change; what it writes is committed:

    python -m tests.tools.build_fonts ROBOTO_CONDENSED_FOLDER DEJAVU_FOLDER templates/fonts

The first folder holds npm's @expo-google-fonts/roboto-condensed, unpacked; the second DejaVuSans.ttf.
Shards are fixed, so the font bytes in a document depend on the scripts in it and never on its words.
"""

import argparse
import hashlib
import io
import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

WEIGHTS = {
    "light": ("300Light", 300),
    "regular": ("400Regular", 400),
    "medium": ("500Medium", 500),
    "bold": ("700Bold", 700),
}

# In the order in which they are asked for a character. English needs the first alone. Each shard has blanks,
# so that they don't interrupt a run.
BLANKS = "20 a0 2000-200a"
RANGES = {
    "latin": (
        "21-7e a3 ab b0-b3 b5 b7 b9 bb-be d7 2010 2011 2013 2014 2018 2019 201c-201e 2020 2022"
        " 2026 2032 2033 20ac 2212 2248 2264 2265"
    ),
    "western": "a1-ff 131 152 153 160 161 178 17d 17e 2c6 2dc 2039 203a 201a",
    "latin-ext": "100-24f 259 2bc 2c7 2d8-2db 2dd 1e00-1e9f",
    "vietnamese": (
        "41 45 49 4f 55 59 61 65 69 6f 75 79 102 103 110 111 128 129 168 169 1a0 1a1 1af 1b0"
        " 300-304 306-30c 30f 323 327 328 1ea0-1ef9 20ab"
    ),
    "greek": "370-3ff",
    "cyrillic": "400-45f 490 491",
    "cyrillic-ext": "460-481 48a-48f 492-52f",
    "signs": "2015-2060 2070-209c 20a0-20bf 2100-214f 2150-218f 2202-22ff 25ca fb01-fb04",
}
SYMBOL_RANGES = {
    "symbols": "2190-2199 25a0 25a1 25b2 25b6 25bc 25c0 25cb 25cf 2605 2606 2610-2612 2665 2713 2717",
    "pictographs": (
        "2153-215e 21a9 21aa 21b0-21b3 21ba 21bb 21c4-21c6 21d0-21d5 2205 2208 221d 221f 2220 2227 2228 2261"
        " 226a 226b 22c5 2300 2302 231a 231b 2460-2473 25aa 25ab 25ac 25b3-25b5 25b7-25b9 25bd-25bf 25c1-25c3"
        " 25c6 25c7 25d0-25d3 25e6 25ef 2600-2604 260e 2639-263b 2640 2642 2660-2664 2666 2667 2669-266f 26a0"
        " 26a1 2709 2714-2716 2718 271a 2720 2726 2764 2776-277f 27a1"
    ),
}
# Marks the family has only by themselves: with these, letters it lacks can be put together.
MARKS = {
    "\u0302": "\u02c6",
    "\u0304": "\u00af",
    "\u0306": "\u02d8",
    "\u0307": "\u02d9",
    "\u0308": "\u00a8",
    "\u030a": "\u02da",
    "\u030b": "\u02dd",
    "\u030c": "\u02c7",
    "\u0327": "\u00b8",
    "\u0328": "\u02db",
}
SPACE_EMS = {"\u202f": 1 / 5, "\u205f": 4 / 18, "\u3000": 1.0}
DROPPED_TABLES = ["GSUB", "GPOS", "GDEF", "OS/2", "post", "name", "STAT", "gasp", "DSIG", "FFTM", "MATH"]


def characters(ranges: str) -> set[str]:
    """The characters of 'a0-ff 131' hexadecimal ranges."""
    found: set[str] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        found |= set(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return found


def covered(font: TTFont, wanted: Iterable[str]) -> set[str]:
    """Those of *wanted* that the font draws and that take room or sit on what does."""
    cmap = font.getBestCmap()
    ignorable = {"Cf", "Cc", "Me"}
    return {c for c in wanted if ord(MARKS.get(c, c)) in cmap and unicodedata.category(c) not in ignorable}


def cut(path: Path, wanted: set[str]) -> TTFont:
    """The font at 1000 units to the em with the wanted characters and nothing that a PDF has no use for."""
    options = subset.Options()
    options.hinting = options.glyph_names = options.recalc_timestamp = False
    options.layout_features, options.name_IDs = [], []
    options.notdef_outline = options.recalc_bounds = True
    options.drop_tables += DROPPED_TABLES
    font = TTFont(path, recalcTimestamp=False)
    for table in font["cmap"].tables:
        table.cmap |= {ord(mark): table.cmap[ord(alone)] for mark, alone in MARKS.items() if mark in wanted}
    subsetter = subset.Subsetter(options)
    # every space is drawn by the one glyph, and set apart by its advance
    subsetter.populate(text="".join(c for c in wanted if c == " " or unicodedata.category(c) != "Zs"))
    subsetter.subset(font)
    scale_upem(font, 1000)
    font["cmap"].tables = [t for t in font["cmap"].tables if (t.platformID, t.platEncID) == (3, 1)]
    for table in font["cmap"].tables:
        table.cmap = {code: name for code, name in table.cmap.items() if chr(code) in wanted}
    font["head"].created = font["head"].modified = 3_000_000_000
    return font


def tag_of(data: bytes) -> str:
    """The six letters that mark a subset in its name, from its bytes."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def describe(font: TTFont, source: TTFont, data: bytes, wanted: set[str], weight: int) -> dict[str, Any]:
    """What shaping and a FontDescriptor need, in 1/1000 em."""
    scale = 1000 / source["head"].unitsPerEm
    order, cmap = font.getReverseGlyphMap(), font.getBestCmap()
    gids = {chr(code): order[name] for code, name in cmap.items() if chr(code) in wanted}
    names, advances = source.getBestCmap(), source["hmtx"]
    spaces = {c: round(advances[names[ord(c)]][0] * scale) for c in wanted if unicodedata.category(c) == "Zs"}
    if " " in wanted:
        spaces |= {c: round(1000 * em) for c, em in SPACE_EMS.items()}
        spaces["\u2007"] = round(advances[names[ord("0")]][0] * scale)
    spaces.pop(" ", None)
    glyf, head = font["glyf"], font["head"]
    marks = {
        c: [(glyf[cmap[ord(c)]].xMin + glyf[cmap[ord(c)]].xMax) // 2, unicodedata.combining(c)]
        for c in gids
        if unicodedata.combining(c)
    }
    chars = sorted(gids, key=lambda c: (gids[c], c))
    return {
        "name": source["name"].getDebugName(6),
        "tag": tag_of(data),
        "weight": weight,
        "ascent": round(source["hhea"].ascent * scale),
        "descent": -round(source["hhea"].descent * scale),
        "cap_height": round(top(source, "H") * scale),
        "x_height": round(top(source, "x") * scale),
        "bbox": [head.xMin, head.yMin, head.xMax, head.yMax],
        "widths": [font["hmtx"][name][0] for name in font.getGlyphOrder()],
        "chars": "".join(chars),
        "gids": [gids[c] for c in chars],
        "spaces": dict(sorted(spaces.items())),
        "marks": dict(sorted(marks.items())),
    }


def top(font: TTFont, char: str) -> int:
    """How high a letter reaches, in the font's units."""
    return int(font["glyf"][font.getBestCmap()[ord(char)]].yMax)


def script(char: str) -> str:
    """The OpenType script whose kerning a character takes part in; '' for signs that go with any."""
    first = unicodedata.name(char, "").split(" ")[0]
    return {"LATIN": "latn", "GREEK": "grek", "CYRILLIC": "cyrl"}.get(first, "")


class Kerning:
    """The pair adjustments of a font's kern feature."""

    def __init__(self, font: TTFont) -> None:
        self.gpos = font["GPOS"].table
        self.scale = 1000 / font["head"].unitsPerEm
        scripts = {r.ScriptTag: r.Script for r in self.gpos.ScriptList.ScriptRecord}
        self.lookups = {tag: self._lookups(scripts[tag]) for tag in ("latn", "grek", "cyrl")}

    def _lookups(self, script_table: Any) -> list[Any]:
        indices: set[int] = set()
        for index in script_table.DefaultLangSys.FeatureIndex:
            record = self.gpos.FeatureList.FeatureRecord[index]
            if record.FeatureTag == "kern":
                indices |= set(record.Feature.LookupListIndex)
        return [[reader(table) for table in self.gpos.LookupList.Lookup[i].SubTable] for i in sorted(indices)]

    def value(self, tag: str, left: str, right: str) -> int:
        """What to add to the advance of glyph *left* before glyph *right*, in 1/1000 em."""
        total = 0.0
        for tables in self.lookups[tag]:
            found = (table(left, right) for table in tables)
            total += next((value for value in found if value is not None), 0)
        return round(total * float(self.scale))


def reader(table: Any) -> Any:
    """A function (left, right) -> adjustment, or None where the subtable says nothing."""
    lefts = set(table.Coverage.glyphs)
    if table.Format == 1:
        pairs = {
            (left, record.SecondGlyph): advance(record.Value1)
            for left, records in zip(table.Coverage.glyphs, table.PairSet, strict=True)
            for record in records.PairValueRecord
        }
        return lambda left, right: pairs.get((left, right))
    rows = [[advance(cell.Value1) for cell in row.Class2Record] for row in table.Class1Record]
    first, second = table.ClassDef1.classDefs, table.ClassDef2.classDefs
    return lambda left, right: rows[first.get(left, 0)][second.get(right, 0)] if left in lefts else None


def advance(value: Any) -> int:
    """The XAdvance of a ValueRecord."""
    return getattr(value, "XAdvance", 0) if value else 0


def kern_classes(font: TTFont, chars: set[str]) -> dict[str, Any]:
    """Kerning by classes of characters that behave alike: left[i] before right[j] moves by rows[i][j]."""
    kerning, cmap = Kerning(font), font.getBestCmap()
    marking = sorted(c for c in chars if unicodedata.category(c) != "Zs" and not unicodedata.combining(c))
    scripts = {c: script(c) for c in marking}
    after: dict[str, dict[str, int]] = {}
    before: dict[str, dict[str, int]] = {}
    for left in marking:
        for right in marking:
            tags = {scripts[left], scripts[right]} - {""} or {"latn"}
            if len(tags) == 1:
                value = kerning.value(min(tags), cmap[ord(left)], cmap[ord(right)])
                if value:
                    after.setdefault(left, {})[right] = before.setdefault(right, {})[left] = value
    lefts, rights = alike(after), alike(before)
    rows = [
        {str(j): after[group[0]][other[0]] for j, other in enumerate(rights) if other[0] in after[group[0]]}
        for group in lefts
    ]
    return {"left": lefts, "right": rights, "rows": rows}


def alike(table: dict[str, dict[str, int]]) -> list[str]:
    """The characters with equal rows, gathered."""
    groups: dict[tuple[tuple[str, int], ...], list[str]] = {}
    for char, row in table.items():
        groups.setdefault(tuple(sorted(row.items())), []).append(char)
    return ["".join(group) for group in groups.values()]


def dump(path: Path, data: Any) -> None:
    """Write compact JSON."""
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def shard(source: Path, ranges: str, weight: int, folder: Path, stem: str) -> set[str]:
    """Write one font file and its metrics; the characters it covers."""
    original = TTFont(source)
    wanted = covered(original, characters(ranges))
    font = cut(source, wanted)
    buffer = io.BytesIO()
    font.save(buffer)
    (folder / f"{stem}.ttf").write_bytes(buffer.getvalue())
    metrics = describe(TTFont(io.BytesIO(buffer.getvalue())), original, buffer.getvalue(), wanted, weight)
    dump(folder / f"{stem}.json", metrics)
    return wanted


def main() -> None:
    """Write every shard, the kerning of each weight, and the index."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("roboto", "dejavu", "folder"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    index: dict[str, Any] = {}
    for weight, (style, number) in WEIGHTS.items():
        source = args.roboto / style / f"RobotoCondensed_{style}.ttf"
        stem = f"roboto-condensed-{weight}"
        chars: set[str] = set()
        for block, ranges in RANGES.items():
            chars |= shard(source, f"{BLANKS} {ranges}", number, args.folder, f"{stem}-{block}")
        dump(args.folder / f"{stem}-kerning.json", kern_classes(TTFont(source), chars))
        index[weight] = {
            "shards": [*(f"{stem}-{b}" for b in RANGES), *(f"dejavu-sans-{b}" for b in SYMBOL_RANGES)],
            "kerning": f"{stem}-kerning",
        }
    for block, ranges in SYMBOL_RANGES.items():
        shard(args.dejavu / "DejaVuSans.ttf", ranges, 400, args.folder, f"dejavu-sans-{block}")
    dump(args.folder / "fonts.json", index)


if __name__ == "__main__":
    main()
