"""content.json -> the pages we print, set by WeasyPrint: weasyprint_peer.py FOLDER OUT.pdf [tagged]."""

import json
import sys
from collections.abc import Callable
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

ASCENT, DESCENT = 0.928, 0.244
"""Of the fonts that fonts.py writes, to the size of the type: how far they reach above and below the baseline."""
MM_PER_PT = 25.4 / 72
TAGS = {
    "H1": "h1",
    "H2": "h2",
    "H3": "h3",
    "P": "p",
    "L": "ul",
    "LI": "li",
    "Figure": "figure",
    "Sect": "section",
}


def main() -> None:
    """Read the content, make HTML of it, set it."""
    folder, out, *tagged = sys.argv[1:]
    plan = json.loads(Path(folder, "content.json").read_text(encoding="utf-8"))
    page = document(plan, Path(folder, "plan.css").read_text(encoding="utf-8"))

    from weasyprint import HTML

    HTML(string=page, base_url=folder + "/").write_pdf(out, pdf_tags=bool(tagged))


def document(plan: dict[str, Any], css: str) -> str:
    """The pages of a plan as one HTML text."""
    sizes = {tuple(page["size"]) for page in plan["pages"]}
    named = "".join(f"@page {_name(w, h)}{{size:{w}mm {h}mm;margin:0}}" for w, h in sizes)
    frames = [_joined(frame["items"]) for frame in plan["frames"]]
    pages = "".join(_page(page, plan["frames"], frames) for page in plan["pages"])
    return (
        f'<!doctype html><html lang="{plan["language"]}"><meta charset="utf-8">'
        f"<title>{escape(plan['title'])}</title>"
        f'<meta name="author" content="{escape(plan["author"])}"><meta name="description" content="Bench">'
        f"<style>{css}{named}</style><body>{pages}"
    )


def _name(width: float, height: float) -> str:
    return f"s{round(width * 10)}x{round(height * 10)}"


def _page(page: dict[str, Any], frames: list[dict[str, Any]], inner: list[str]) -> str:
    """One side of a sheet: cards and sheets, turned and put where they belong, and marks."""
    width, height = page["size"]
    places = []
    for one in page["places"]:
        wide, high = frames[one["frame"]]["size"]
        across, down = {90: (high, 0.0), 180: (wide, high), 270: (0.0, wide)}.get(one["turn"], (0.0, 0.0))
        turn = f" rotate({one['turn']}deg)" if one["turn"] else ""
        move = f"transform:translate({one['x'] + across}mm,{one['y'] + down}mm){turn}"
        places.append(
            f'<div class="card" style="{move};width:{wide}mm;height:{high}mm">{inner[one["frame"]]}</div>'
        )
    style = f"page:{_name(width, height)};width:{width}mm;height:{height}mm"
    return f'<div class="page" style="{style}">{"".join(places)}{_joined(page["marks"])}</div>'


def _joined(items: list[dict[str, Any]]) -> str:
    """Items in their order; curves that follow one another are one drawing."""
    parts = []
    for kind, some in groupby(items, key=lambda item: item["kind"]):
        if kind == "curve":
            parts.append(_drawing("".join(map(_curve, some))))
        else:
            parts += map(KINDS[kind], some)
    return "".join(parts)


def _group(group: dict[str, Any]) -> str:
    inner = _joined(group["items"])
    tag = TAGS.get(group["role"], "div")
    spoken = f' aria-label="{escape(group["alt"])}"' if group["alt"] else ""
    return f"<{tag}{spoken}>{inner}</{tag}>"


def _text(text: dict[str, Any]) -> str:
    return f'<div class="t" style="{_at(text)}{_type(text)}">{_runs(text)}</div>'


def _at(text: dict[str, Any]) -> str:
    """Where its first line's box begins, which has the baseline where it is to be."""
    x, y = text["at"]
    if text["rising"]:
        return f"left:{x}mm;top:{y}mm;transform:rotate(-90deg) translateY({-_above(text):.3f}mm);"
    return f"left:{x}mm;top:{y - _above(text):.3f}mm;"


def _above(text: dict[str, Any]) -> float:
    size = text["size"] * MM_PER_PT
    return float(_leading(text) / 2 + size * (ASCENT - DESCENT) / 2)


def _leading(text: dict[str, Any]) -> float:
    return float(text["leading"] or text["size"] * MM_PER_PT * 1.2)


def _type(text: dict[str, Any]) -> str:
    wide = f"width:{text['width']}mm;white-space:normal;" if text["width"] else ""
    spread = f"letter-spacing:{text['tracking']}em;" if text["tracking"] else ""
    return f"font-size:{text['size']}pt;line-height:{_leading(text):.3f}mm;{wide}{spread}"


def _runs(text: dict[str, Any]) -> str:
    return "".join(
        f'<span style="font-weight:{run["weight"]};color:{run["fill"]}">{escape(run["text"])}</span>'
        for run in text["runs"]
    )


def _table(table: dict[str, Any]) -> str:
    x, y = table["at"]
    columns = "".join(f'<col style="width:{width}mm">' for width in table["columns"])
    rows = []
    for index, (height, row) in enumerate(zip(table["rows"], table["cells"], strict=True)):
        tag = "th" if table["head"] and index == 0 else "td"
        cells = "".join(f"<{tag}>{_joined(cell)}</{tag}>" for cell in row)
        rows.append(f'<tr style="height:{height}mm">{cells}</tr>')
    width = f"width:{sum(table['columns']):.3f}mm"
    return f'<table style="left:{x}mm;top:{y}mm;{width}">{columns}{"".join(rows)}</table>'


def _picture(picture: dict[str, Any]) -> str:
    x, y = picture["at"]
    return f'<img src="{picture["src"]}" alt="" style="left:{x}mm;top:{y}mm;width:{picture["width"]}mm">'


def _line(line: dict[str, Any]) -> str:
    """A level or upright line is a bar, any other one a curve."""
    (x1, y1), (x2, y2) = line["from"], line["to"]
    if line["dash"] or (x1 != x2 and y1 != y2):
        return _drawing(_curve({**line, "data": f"M {x1} {y1} L {x2} {y2}"}))
    (x, y), half = line["at"], line["width"] / 2
    left, top = x + min(x1, x2) - (half if x1 == x2 else 0), y + min(y1, y2) - (half if y1 == y2 else 0)
    size = f"width:{abs(x2 - x1) or line['width']:.3f}mm;height:{abs(y2 - y1) or line['width']:.3f}mm"
    return f'<i style="left:{left:.3f}mm;top:{top:.3f}mm;{size};background:{line["stroke"]}"></i>'


def _rect(rect: dict[str, Any]) -> str:
    (x, y), (width, height), half = rect["at"], rect["size"], rect["width"] / 2 if rect["stroke"] else 0
    filled = f";background:{rect['fill']}" if rect["fill"] else ""
    kind = "dashed" if rect["dash"] else "solid"
    border = f";border:{rect['width']}mm {kind} {rect['stroke']}" if rect["stroke"] else ""
    size = f"width:{width + 2 * half:.3f}mm;height:{height + 2 * half:.3f}mm"
    return f'<i style="left:{x - half:.3f}mm;top:{y - half:.3f}mm;{size}{filled}{border}"></i>'


def _curve(curve: dict[str, Any]) -> str:
    x, y = curve["at"]
    ends = ' stroke-linecap="round" stroke-linejoin="round"' if curve["round"] else ""
    dash = f' stroke-dasharray="{" ".join(map(str, curve["dash"]))}"' if curve["dash"] else ""
    rule = ' fill-rule="evenodd"' if curve["even_odd"] else ""
    line = (
        f' stroke="{curve["stroke"]}" stroke-width="{curve["width"]}"{ends}{dash}' if curve["stroke"] else ""
    )
    moved = f' transform="translate({x} {y})"' if x or y else ""
    return f'<path d="{curve["data"]}" fill="{curve["fill"] or "none"}"{line}{rule}{moved}/>'


def _drawing(paths: str) -> str:
    return f'<svg width="1mm" height="1mm" viewBox="0 0 1 1">{paths}</svg>'


KINDS: dict[str, Callable[[dict[str, Any]], str]] = {
    "group": _group,
    "text": _text,
    "table": _table,
    "picture": _picture,
    "line": _line,
    "rect": _rect,
}

if __name__ == "__main__":
    main()
