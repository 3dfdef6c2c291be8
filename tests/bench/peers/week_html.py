"""A week sheet's content -> HTML."""

from html import escape
from typing import Any

from elements import chips, el, field, lines, picture, rich, say, tab

EFFORTS = {
    "easy": ("#BFDCDD", 0.38),
    "long": ("#7DB5BA", 0.52),
    "tempo": ("#2F7E89", 0.75),
    "fast": ("#0F4C5C", 1),
}


class WeekHtml:
    """Week sheets in the language of the labels."""

    def __init__(self, labels: dict[str, str]) -> None:
        self.t = labels

    def week(self, sheet: dict[str, Any]) -> str:
        """A week sheet."""
        t, head = self.t, sheet["head"]
        coach = f"{t['coach']}: {head['coach']}" if head["coach"] else ""
        about = el(
            "div",
            "about",
            say("div", "club", head["club"]),
            say("div", "", head["contact"]),
            say("div", "", coach),
        )
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
        boxes = el(
            "div", "fields", *(field(t[name]) for name in ("unit_distance", "min", "avg_hr", "effort_scale"))
        )
        return el(
            "div",
            "day work last" if day["last"] else "day work",
            el("div", "name", say("h2", "", day["name"]), say("p", "", day["date"])),
            el("div", "runs", *map(self.run, day["runs"]), notes),
            el("div", "strengths", *map(self.strength, day["strength"])),
            el("div", "how", boxes, lines(day["lines"])),
            style=f"height:{height:.2f}mm",
        )

    def run(self, one: dict[str, Any]) -> str:
        """A run with its profile."""
        bars = "".join(
            el(
                "i",
                "",
                style=f"width:{part['km'] * 6.1}mm;height:{rise * 5.4}mm;background:{colour}",
            )
            for part in one["profile"]
            for colour, rise in [EFFORTS[part["effort"]]]
        )
        distance = el("b", "", escape(one["distance"]), say("small", "", " " + one["unit"]))
        said = "".join(el("p", "detail", rich(line)) for line in one["lines"])
        tick = el("i", "tick") if one["tick"] else ""
        return el(
            "div",
            "session",
            tick,
            el("div", "line", distance, say("h3", "", one["title"])),
            el("div", "profile", bars) if bars else "",
            said,
        )

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
            "div",
            "day rest last" if day["last"] else "day rest",
            say("h2", "", day["name"]),
            say("span", "date", day["date"]),
            el("span", "what", rich(day["rest"])),
            el("span", "tasks", tasks),
            lines(1),
        )

    def foot(self, sheet: dict[str, Any]) -> str:
        """Totals, the weeks' bars and tips."""
        t = self.t
        total = el("b", "", escape(sheet["total"]), say("small", "", " " + sheet["total_unit"]))
        listed = el("div", "", *(say("p", "", line) for line in sheet["total_lines"]))
        boxes = el("div", "fields", field(t["km_done"]), field(t["hours_sleep"]))
        sums = el(
            "div", "sums", say("span", "label", t["week_total"]), el("div", "total", total, listed), boxes
        )
        most = max([bar["km"] for bar in sheet["bars"]] or [1]) or 1
        bars = "".join(
            el(
                "span",
                "",
                escape(b["value"]),
                el("i", b["state"], style=f"height:{b['km'] / most * 12}mm"),
                escape(b["label"]),
            )
            for b in sheet["bars"]
        )
        chart = el("div", "bars", say("span", "label", t["bars_head"]), el("div", "", bars)) if bars else ""
        tips = el(
            "div",
            "tips",
            say("span", "label", t["tips"]),
            el("ul", "", *(say("li", "", tip) for tip in sheet["tips"])),
        )
        return el("footer", "", sums, chart, tips if sheet["tips"] else "")
