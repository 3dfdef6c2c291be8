"""Small pieces of HTML that sheets and cards are made of."""

from html import escape
from typing import Any


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
    return el(
        "div",
        "tab",
        el("span", "", escape(thing["tab"]), style=f"margin-left:{thing['slot'] * width}mm;width:{width}mm"),
    )


def chips(numbers: list[str], kind: str) -> str:
    """Numbers of cards."""
    return "".join(say("span", f"chip {kind}", number) for number in numbers)


def picture(pictures: list[dict[str, Any]]) -> str:
    """The figure's panes, side by side."""
    if not pictures:
        return ""
    panes = (f'<img src="{one["src"]}" alt="figure" style="width:{one["width"]}mm">' for one in pictures)
    return el("div", "figure", *panes)
