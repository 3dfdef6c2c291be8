"""content.json -> a PDF set by WeasyPrint: weasyprint_peer.py FOLDER OUT.pdf [tagged]."""

import json
import sys
from html import escape
from pathlib import Path
from typing import Any

from card_html import CardHtml
from elements import el
from week_html import WeekHtml


def main() -> None:
    """Read the content, make HTML of it, set it."""
    folder, out, *tagged = sys.argv[1:]
    plan = json.loads(Path(folder, "content.json").read_text(encoding="utf-8"))
    page = Html(plan).document(Path(folder, "plan.css").read_text(encoding="utf-8"))

    from weasyprint import HTML

    HTML(string=page, base_url=folder + "/").write_pdf(out, pdf_tags=bool(tagged))


class Html:
    """The pages of a plan as one HTML text."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan
        self.sheets, self.cards = WeekHtml(plan["labels"]), CardHtml(plan["labels"])

    def document(self, css: str) -> str:
        """All of it."""
        plan = self.plan
        sizes = {tuple(page["size"]) for page in plan["pages"]}
        named = "".join(f"@page s{w:g}x{h:g}{{size:{w}mm {h}mm;margin:0}}" for w, h in sizes)
        body = "".join(map(self.page, plan["pages"]))
        title = escape(plan["title"])
        return (
            f'<!doctype html><html lang="{plan["language"]}"><meta charset="utf-8"><title>{title}</title>'
            f'<meta name="author" content="{escape(plan["author"])}"><meta name="description" content="Bench">'
            f"<style>{css}{named}</style><body>{body}"
        )

    def page(self, page: dict[str, Any]) -> str:
        """One side of a sheet."""
        width, height = page["size"]
        places = "".join(map(self.place, page["places"]))
        marks = "".join(
            f'<i class="mark" style="left:{x}mm;top:{y}mm;width:{max(w, 0.2)}mm;height:{max(h, 0.2)}mm"></i>'
            for x, y, w, h in page["marks"]
        )
        return el(
            "section",
            "page",
            places,
            marks,
            style=f"page:s{width:g}x{height:g};width:{width}mm;height:{height}mm",
        )

    def place(self, place: dict[str, Any]) -> str:
        """A card or sheet, turned and put where it belongs."""
        kind = place["kind"].partition("-")[0]
        thing = self.plan[kind][place["number"]]
        make = {
            "sheets-front": self.sheets.week,
            "cards-front": self.cards.front,
            "cards-back": self.cards.back,
            "gym-front": self.cards.gym,
        }[place["kind"]]
        width, height = thing["size"]
        across, down = {90: (height, 0.0), 180: (width, height), 270: (0.0, width)}.get(
            place["turn"], (0.0, 0.0)
        )
        turn = f" rotate({place['turn']}deg)" if place["turn"] else ""
        move = f"transform:translate({place['x'] + across}mm,{place['y'] + down}mm){turn}"
        return el("div", f"card {kind}", make(thing), style=f"{move};width:{width}mm;height:{height}mm")


if __name__ == "__main__":
    main()
