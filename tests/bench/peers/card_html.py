"""An exercise or gym card's content -> HTML."""

from html import escape
from typing import Any

from elements import el, lines, picture, say, tab


class CardHtml:
    """Cards in the language of the labels."""

    def __init__(self, labels: dict[str, str]) -> None:
        self.t = labels

    def front(self, card: dict[str, Any]) -> str:
        """An exercise card's front."""
        t = self.t
        second = el("i", "ring") + say("span", "", card["secondary"]) if card["secondary"] else ""
        muscles = el("p", "muscles", el("i", "disc"), say("b", "", card["primary"]), second)
        head = el(
            "div",
            "head",
            el("span", "chip number", escape(card["number"]), say("small", "", card["of"])),
            say("h1", "", card["name"]),
            muscles,
        )
        cues = "".join(
            el("li", "", el("i", "key", str(i)), escape(cue)) for i, cue in enumerate(card["cues"], 1)
        )
        breathing = (
            el("p", "body", say("b", "", t["breathing"]), "&ensp;", escape(card["breathing"]))
            if card["breathing"]
            else ""
        )
        cells = [(card["sets"], card["sets_label"])]
        cells += [(card[name], t[name]) for name in ("load", "effort", "rest", "tempo") if card[name]]
        strip = "".join(el("div", "", say("b", "", value), say("small", "", label)) for value, label in cells)
        return (
            tab(card, 12.8)
            + head
            + picture(card["pictures"])
            + say("p", "start", card["start"])
            + el("ol", "cues", cues)
            + el("div", "foot", breathing, el("div", "strip", strip))
        )

    def back(self, card: dict[str, Any]) -> str:
        """An exercise card's back."""
        t = self.t
        target = el("p", "target", escape(t["target"]), " ", say("b", "", card["target"]))
        head = el(
            "div", "head", say("span", "chip number", card["number"]), target, say("b", "name", card["name"])
        )
        wrong = "".join(
            el(
                "li",
                "",
                el("i", "cross", "<i></i><i></i>"),
                escape(m["wrong"]),
                say("span", "", f" – {m['instead']}" if m["instead"] else ""),
            )
            for m in card["mistakes"]
        )
        options = "".join(self.option(name, card[name]) for name in ("easier", "harder") if card[name])
        stop = el(
            "p", "stop", el("i", "sign", "<i></i>"), say("b", "", t["stop_if"] + " "), escape(card["stop"])
        )
        other = (card["no_equipment"] or {}).get("text", "")
        return el(
            "div",
            "backside",
            head,
            self.log(card["log"]),
            say("p", "hint", card["hint"]),
            say("h2", "", t["mistakes"]),
            el("ul", "mistakes", wrong),
            el("div", "options", options),
            stop,
            el("p", "other", say("b", "", t["no_equipment"]), "&ensp;", escape(other)) if other else "",
        )

    def log(self, rows: list[dict[str, Any]]) -> str:
        """The table to write in."""
        names = (self.t["date"], self.t["set"] + " 1", "2", "3", "4")
        body = []
        for row in rows:
            targets = row["targets"] if any(row["targets"]) else row.get("short", [])
            cells = [*targets, "", "", "", ""][:4]
            body.append(
                "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in (row["date"], *cells)) + "</tr>"
            )
        return el("table", "log", "<tr>", *(say("th", "", name) for name in names), "</tr>", *body)

    def option(self, name: str, one: dict[str, str]) -> str:
        """An easier or a harder way."""
        card = (
            el("span", "", escape(self.t["card"]), " ", say("span", "chip tiny", one["card"]))
            if one["card"]
            else ""
        )
        return el("div", "", el("i", name), say("h2", "", self.t[name]), card, say("p", "", one["text"]))

    def gym(self, card: dict[str, Any]) -> str:
        """A gym card."""
        t = self.t
        head = el(
            "div",
            "head",
            say("h1", "", card["title"]),
            say("span", "part", card["part"]),
            say("span", "time", card["duration"]),
            say("span", "date", t["date"]),
            lines(1),
        )
        warm = (
            el(
                "p",
                "warm",
                el("i", "tick"),
                el("span", "", say("b", "", t["warm_up"]), "&ensp;", escape(card["warm_up"])),
            )
            if card["warm_up"]
            else ""
        )
        pictures = [*card["pictures"], *[None] * len(card["rows"])]
        rows = "".join(self.gym_row(row, pane) for row, pane in zip(card["rows"], pictures, strict=False))
        notes = el("p", "notes", say("b", "", t["gym_notes"]), " ", escape(card["note"]))
        return tab(card, 18.8) + head + warm + el("div", "rows", rows) + notes + lines(card["lines"] - 1)

    def gym_row(self, row: dict[str, Any], pane: dict[str, Any] | None) -> str:
        """One exercise of a workout with its boxes."""
        image = f'<img src="{pane["src"]}" alt="" style="height:12.2mm">' if pane else ""
        boxes = "".join(
            el("i", "set", str(i + 1)) if i < row["set_count"] else el("i", "set more")
            for i in range(max(4, row["set_count"]))
        )
        said = el(
            "div",
            "what",
            say("h2", "", row["name"]),
            el("p", "", say("b", "", row["sets"]), " ", say("small", "", row["sets_label"])),
            say("span", "", row["detail"]),
        )
        bracket = el("i", "bracket") if row["joined"] else ""
        letter = el(
            "div", "letter", bracket, say("b", "", row["letter"]), say("span", "chip tiny", row["number"])
        )
        return el("div", f"row {row['joined']}", letter, image, said, el("div", "boxes", boxes))
