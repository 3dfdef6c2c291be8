"""content.json -> a PDF set by WeasyPrint: weasyprint_peer.py FOLDER OUT.pdf [tagged]."""

import json
import sys
from html import escape
from pathlib import Path
from typing import Any

EFFORTS = {"easy": ("#BFDCDD", 0.38), "long": ("#7DB5BA", 0.52), "tempo": ("#2F7E89", 0.75), "fast": ("#0F4C5C", 1)}


def main() -> None:
    """Read the content, make HTML of it, set it."""
    folder, out, *tagged = sys.argv[1:]
    plan = json.loads(Path(folder, "content.json").read_text(encoding="utf-8"))
    page = Html(plan).document(Path(folder, "plan.css").read_text(encoding="utf-8"))

    from weasyprint import HTML

    HTML(string=page, base_url=folder + "/").write_pdf(out, pdf_tags=bool(tagged))


def el(tag: str, kind: str, *inner: str, style: str = "") -> str:
    """An element with a class."""
    styled = f' style="{style}"' if style else ""
    return f'<{tag} class="{kind}"{styled}>{"".join(inner)}</{tag}>'


def say(tag: str, kind: str, text: str) -> str:
    """An element with text, or nothing if there is none."""
    return el(tag, kind, escape(text)) if text else ""


def rich(parts: dict[str, Any]) -> str:
    """Text of which some parts are strong."""
    return "".join(f"<b>{escape(text)}</b>" if strong else escape(text) for text, strong in parts["parts"])


def field(label: str) -> str:
    """A labelled box to write in."""
    return el("div", "field", say("span", "", label))


def lines(count: int) -> str:
    """Lines to write on."""
    return el("div", "write", "<i></i>" * count)


def tab(thing: dict[str, Any], width: float) -> str:
    """The index tab."""
    return el("div", "tab", el("span", "", escape(thing["tab"]), style=f"margin-left:{thing['slot'] * width}mm;width:{width}mm"))


def chips(numbers: list[str], kind: str) -> str:
    """Numbers of cards."""
    return "".join(say("span", f"chip {kind}", number) for number in numbers)


def picture(pictures: list[dict[str, Any]]) -> str:
    """The figure's panes, side by side."""
    if not pictures:
        return ""
    panes = (f'<img src="{one["src"]}" alt="figure" style="width:{one["width"]}mm">' for one in pictures)
    return el("div", "figure", *panes)


class Html:
    """The pages of a plan as one HTML text."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan
        self.t = plan["labels"]

    def document(self, css: str) -> str:
        """All of it."""
        plan = self.plan
        sizes = {tuple(page["size"]) for page in plan["pages"]}
        named = "".join(f"@page s{w:g}x{h:g}{{size:{w}mm {h}mm;margin:0}}" for w, h in sizes)
        body = "".join(map(self.page, plan["pages"]))
        return (
            f'<!doctype html><html lang="{plan["language"]}"><meta charset="utf-8"><title>{escape(plan["title"])}</title>'
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
        return el("section", "page", places, marks, style=f"page:s{width:g}x{height:g};width:{width}mm;height:{height}mm")

    def place(self, place: dict[str, Any]) -> str:
        """A card or sheet, turned and put where it belongs."""
        kind, _, side = place["kind"].partition("-")
        thing = self.plan[kind][place["number"]]
        make = {"sheets": self.week, "gym": self.gym, "cards": self.front if side == "front" else self.back}[kind]
        width, height = thing["size"]
        across, down = {90: (height, 0.0), 180: (width, height), 270: (0.0, width)}.get(place["turn"], (0.0, 0.0))
        turn = f" rotate({place['turn']}deg)" if place["turn"] else ""
        move = f"transform:translate({place['x'] + across}mm,{place['y'] + down}mm){turn}"
        return el("div", f"card {kind}", make(thing), style=f"{move};width:{width}mm;height:{height}mm")

    # Week sheet --------------------------------------------------------------------------------------

    def week(self, sheet: dict[str, Any]) -> str:
        """A week sheet."""
        t, head = self.t, sheet["head"]
        coach = f"{t['coach']}: {head['coach']}" if head["coach"] else ""
        about = el("div", "about", say("div", "club", head["club"]), say("div", "", head["contact"]), say("div", "", coach))
        who = el("div", "who", say("span", "label", t["athlete"]), say("b", "", head["athlete"]), lines(1))
        title = el("div", "title", say("h1", "", head["title"]), say("p", "", sheet["subtitle"]))
        names = [say("span", name, t[name]) for name in ("day", "strength", "how")]
        names.insert(1, el("span", "run", escape(t["run"]), say("small", "", t["run_key"])))
        off = sum(1 for day in sheet["days"] if day["rest"])
        height = (sheet["size"][1] - 75 - 10.4 * off) / max(1, len(sheet["days"]) - off)
        days = "".join(self.rest(day) if day["rest"] else self.work(day, height) for day in sheet["days"])
        return (
            el("header", "", picture(sheet["pictures"]), title, about, who)
            + tab(sheet, 34.6)
            + el("div", "heads", *names)
            + el("div", "days", days)
            + self.foot(sheet)
        )

    def work(self, day: dict[str, Any], height: float) -> str:
        """A day with something to do; *height* is the row's, in mm."""
        t = self.t
        notes = "".join(el("p", "detail", rich(one)) for one in day["notes"])
        boxes = el("div", "fields", *(field(t[name]) for name in ("unit_distance", "min", "avg_hr", "effort_scale")))
        return el(
            "div", "day work last" if day["last"] else "day work",
            el("div", "name", say("h2", "", day["name"]), say("p", "", day["date"])),
            el("div", "runs", *map(self.run, day["runs"]), notes),
            el("div", "strengths", *map(self.strength, day["strength"])),
            el("div", "how", boxes, lines(day["lines"])),
            style=f"height:{height:.2f}mm",
        )  # fmt: skip

    def run(self, one: dict[str, Any]) -> str:
        """A run with its profile."""
        bars = "".join(
            el("i", "", style=f"width:{p['km'] * 6.1}mm;height:{EFFORTS[p['effort']][1] * 5.4}mm;background:{EFFORTS[p['effort']][0]}")
            for p in one["profile"]
        )
        distance = el("b", "", escape(one["distance"]), say("small", "", " " + one["unit"]))
        said = "".join(el("p", "detail", rich(line)) for line in one["lines"])
        tick = el("i", "tick") if one["tick"] else ""
        return el(
            "div", "session", tick, el("div", "line", distance, say("h3", "", one["title"])),
            el("div", "profile", bars) if bars else "", said,
        )  # fmt: skip

    def strength(self, one: dict[str, Any]) -> str:
        """A workout with the cards to take."""
        take = el("div", "take", say("span", "", self.t["take_cards"]), chips(one["cards"], "big"))
        said = "".join(el("p", "detail", rich(line)) for line in one["lines"])
        line = el("div", "line", say("span", "", one["note"]), say("h3", "", one["title"]))
        return el("div", "session", el("i", "tick"), line, take, say("p", "summary", one["summary"]), said)

    def rest(self, day: dict[str, Any]) -> str:
        """A day off."""
        tasks = "".join(el("i", "tick") + chips(one["cards"], "small") for one in day["strength"])
        return el(
            "div", "day rest last" if day["last"] else "day rest", say("h2", "", day["name"]), say("span", "date", day["date"]),
            el("span", "what", rich(day["rest"])), el("span", "tasks", tasks), lines(1),
        )  # fmt: skip

    def foot(self, sheet: dict[str, Any]) -> str:
        """Totals, the weeks' bars and tips."""
        t = self.t
        total = el("b", "", escape(sheet["total"]), say("small", "", " " + sheet["total_unit"]))
        listed = el("div", "", *(say("p", "", line) for line in sheet["total_lines"]))
        boxes = el("div", "fields", field(t["km_done"]), field(t["hours_sleep"]))
        sums = el("div", "sums", say("span", "label", t["week_total"]), el("div", "total", total, listed), boxes)
        most = max([bar["km"] for bar in sheet["bars"]] or [1]) or 1
        bars = "".join(
            el("span", "", escape(b["value"]), el("i", b["state"], style=f"height:{b['km'] / most * 12}mm"), escape(b["label"]))
            for b in sheet["bars"]
        )
        chart = el("div", "bars", say("span", "label", t["bars_head"]), el("div", "", bars)) if bars else ""
        tips = el("div", "tips", say("span", "label", t["tips"]), el("ul", "", *(say("li", "", tip) for tip in sheet["tips"])))
        return el("footer", "", sums, chart, tips if sheet["tips"] else "")

    # Cards -------------------------------------------------------------------------------------------

    def front(self, card: dict[str, Any]) -> str:
        """An exercise card's front."""
        t = self.t
        second = el("i", "ring") + say("span", "", card["secondary"]) if card["secondary"] else ""
        muscles = el("p", "muscles", el("i", "disc"), say("b", "", card["primary"]), second)
        head = el("div", "head", el("span", "chip number", escape(card["number"]), say("small", "", card["of"])), say("h1", "", card["name"]), muscles)
        cues = "".join(el("li", "", el("i", "key", str(i)), escape(cue)) for i, cue in enumerate(card["cues"], 1))
        breathing = el("p", "body", say("b", "", t["breathing"]), "&ensp;", escape(card["breathing"])) if card["breathing"] else ""
        cells = [(card["sets"], card["sets_label"])]
        cells += [(card[name], t[name]) for name in ("load", "effort", "rest", "tempo") if card[name]]
        strip = "".join(el("div", "", say("b", "", value), say("small", "", label)) for value, label in cells)
        return (
            tab(card, 12.8) + head + picture(card["pictures"]) + say("p", "start", card["start"])
            + el("ol", "cues", cues) + el("div", "foot", breathing, el("div", "strip", strip))
        )  # fmt: skip

    def back(self, card: dict[str, Any]) -> str:
        """An exercise card's back."""
        t = self.t
        target = el("p", "target", escape(t["target"]), " ", say("b", "", card["target"]))
        head = el("div", "head", say("span", "chip number", card["number"]), target, say("b", "name", card["name"]))
        wrong = "".join(
            el("li", "", el("i", "cross", "<i></i><i></i>"), escape(m["wrong"]), say("span", "", f" – {m['instead']}" if m["instead"] else ""))
            for m in card["mistakes"]
        )
        options = "".join(self.option(name, card[name]) for name in ("easier", "harder") if card[name])
        stop = el("p", "stop", el("i", "sign", "<i></i>"), say("b", "", t["stop_if"] + " "), escape(card["stop"]))
        other = (card["no_equipment"] or {}).get("text", "")
        return (
            el("div", "backside", head, self.log(card["log"]), say("p", "hint", card["hint"]), say("h2", "", t["mistakes"]),
               el("ul", "mistakes", wrong), el("div", "options", options), stop,
               el("p", "other", say("b", "", t["no_equipment"]), "&ensp;", escape(other)) if other else "")
        )  # fmt: skip

    def log(self, rows: list[dict[str, Any]]) -> str:
        """The table to write in."""
        names = (self.t["date"], self.t["set"] + " 1", "2", "3", "4")
        body = []
        for row in rows:
            targets = row["targets"] if any(row["targets"]) else row.get("short", [])
            cells = [*targets, "", "", "", ""][:4]
            body.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in (row["date"], *cells)) + "</tr>")
        return el("table", "log", "<tr>", *(say("th", "", name) for name in names), "</tr>", *body)

    def option(self, name: str, one: dict[str, str]) -> str:
        """An easier or a harder way."""
        card = el("span", "", escape(self.t["card"]), " ", say("span", "chip tiny", one["card"])) if one["card"] else ""
        return el("div", "", el("i", name), say("h2", "", self.t[name]), card, say("p", "", one["text"]))

    def gym(self, card: dict[str, Any]) -> str:
        """A gym card."""
        t = self.t
        head = el("div", "head", say("h1", "", card["title"]), say("span", "part", card["part"]), say("span", "time", card["duration"]), say("span", "date", t["date"]), lines(1))
        warm = el("p", "warm", el("i", "tick"), el("span", "", say("b", "", t["warm_up"]), "&ensp;", escape(card["warm_up"]))) if card["warm_up"] else ""
        pictures = [*card["pictures"], *[None] * len(card["rows"])]
        rows = "".join(self.gym_row(row, pane) for row, pane in zip(card["rows"], pictures, strict=False))
        notes = el("p", "notes", say("b", "", t["gym_notes"]), " ", escape(card["note"]))
        return tab(card, 18.8) + head + warm + el("div", "rows", rows) + notes + lines(card["lines"] - 1)

    def gym_row(self, row: dict[str, Any], pane: dict[str, Any] | None) -> str:
        """One exercise of a workout with its boxes."""
        image = f'<img src="{pane["src"]}" alt="" style="height:12.2mm">' if pane else ""
        boxes = "".join(
            el("i", "set", str(i + 1)) if i < row["set_count"] else el("i", "set more") for i in range(max(4, row["set_count"]))
        )
        said = el("div", "what", say("h2", "", row["name"]), el("p", "", say("b", "", row["sets"]), " ", say("small", "", row["sets_label"])), say("span", "", row["detail"]))
        bracket = el("i", "bracket") if row["joined"] else ""
        letter = el("div", "letter", bracket, say("b", "", row["letter"]), say("span", "chip tiny", row["number"]))
        return el("div", f"row {row['joined']}", letter, image, said, el("div", "boxes", boxes))


if __name__ == "__main__":
    main()
