"""An SVG's style sheets, style attributes and plain attributes → the properties that hold for a node."""

import math
import re
from collections.abc import Iterator, Mapping

from cardmaker.namedtuple import NamedTuple
from cardmaker.picture.svg_source import Node

LIMIT_RULES = 500
LIMIT_TRIALS = 400_000
"""How often a rule may be held against an element."""

INHERITED = frozenset(
    (
        "color",
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-opacity",
        "stroke-width",
        "visibility",
        "marker-start",
        "marker-mid",
        "marker-end",
    )
)
OWN = frozenset(
    (
        "clip-path",
        "display",
        "filter",
        "mask",
        "mix-blend-mode",
        "opacity",
        "transform",
        "transform-origin",
    )
)
_KNOWN = INHERITED | OWN
_SIMPLE = re.compile(r"([.#]?)([A-Za-z_*][\w-]*)|\*")
_BRACE = re.compile(r"[{}]")
_FUNCTION = re.compile(r"rgba?\(([^()]*)\)")


class CssRule(NamedTuple):
    """Declarations for the nodes that carry all of the given name, id and classes."""

    weight: tuple[int, int, int, int]
    tag: str
    ids: frozenset[str]
    classes: frozenset[str]
    declarations: Mapping[str, str]

    def holds_for(self, node: Node, classes: frozenset[str]) -> bool:
        """Whether the rule speaks of a node."""
        return (
            self.tag in ("*", node.name)
            and self.classes <= classes
            and (not self.ids or self.ids == {node.attributes.get("id")})
        )


class StyleSheet:
    """The rules of a drawing, in order of their weight."""

    def __init__(self, texts: list[str]) -> None:
        """Read style sheets; ValueError if a rule is of a kind not known here, or they are too many."""
        self._rules: list[CssRule] = []
        self._trials = 0
        for text in texts:
            for selectors, body in _blocks(text):
                self._add(selectors, body)
        self._rules.sort(key=lambda rule: rule.weight)

    def declared(self, node: Node) -> dict[str, str]:
        """What is said of a node itself: attributes, then style sheets, then its style attribute.

        ValueError if there are too many rules for the number of nodes.
        """
        found = {key: value for key, value in node.attributes.items() if key in _KNOWN}
        if self._rules:
            self._trials += len(self._rules)
            if self._trials > LIMIT_TRIALS:
                raise ValueError("too many style rules for the number of elements")
            classes = frozenset(node.attributes.get("class", "").split())
            for rule in self._rules:
                if rule.holds_for(node, classes):
                    found.update(rule.declarations)
        if "style" in node.attributes:
            found.update(_declarations(node.attributes["style"]))
        return {key: plain for key, value in found.items() if (plain := value.strip())}

    def _add(self, selectors: str, body: str) -> None:
        declarations = _declarations(body)
        for selector in selectors.split(","):
            if not declarations or ":" in selector:
                continue
            if len(self._rules) >= LIMIT_RULES:
                raise ValueError(f"more than {LIMIT_RULES} style rules; simplify the drawing")
            self._rules.append(_rule(selector.strip(), len(self._rules), declarations))


def _rule(selector: str, position: int, declarations: Mapping[str, str]) -> CssRule:
    tag, ids, classes, at = "*", set(), set(), 0
    while part := _SIMPLE.match(selector, at):
        match part[1], part[2]:
            case "#", name:
                ids.add(name)
            case ".", name:
                classes.add(name)
            case _, name if at == 0:
                tag = name or "*"
            case _:
                break
        at = part.end()
    if not selector or at < len(selector):
        raise ValueError(f"the style rule '{selector[:40]}' isn't known here; save it with plain attributes")
    weight = (len(ids), len(classes), int(tag != "*"), position)
    return CssRule(weight, tag, frozenset(ids), frozenset(classes), declarations)


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The rules outside @-blocks: what each is for, and what it says."""
    text = _without_comments(text)
    at = 0
    while (opening := text.find("{", at)) >= 0:
        selectors = text[at:opening].rpartition(";")[2].strip()
        closing = text.find("}", opening)
        if closing < 0:
            return
        if selectors.startswith("@"):
            at = _end_of_block(text, opening)
        else:
            yield selectors, text[opening + 1 : closing]
            at = closing + 1


def _end_of_block(text: str, opening: int) -> int:
    depth = 0
    for brace in _BRACE.finditer(text, opening):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end()
    return len(text)


def _without_comments(text: str) -> str:
    first, *rest = text.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def _declarations(text: str) -> dict[str, str]:
    found = {}
    for declaration in text.split(";"):
        key, _, value = declaration.partition(":")
        key = key.strip().casefold()
        if key in _KNOWN:
            found[key] = value.replace("!important", "").strip()
    return found


def flat_colour(value: str, current: str, opacity: float) -> str | None:
    """A CSS colour as it looks on white paper at an opacity, '#RRGGBB'; None if it doesn't show.

    *current* is what currentColor means. ValueError if it isn't a colour.
    """
    value = value.strip().casefold()
    if value == "currentcolor":
        value = current.strip().casefold()
    if value in ("none", "transparent"):
        return None
    red, green, blue, alpha = _colour(value)
    alpha *= opacity
    if alpha <= 0:
        return None
    return "#" + "".join(f"{round(255 + (part - 255) * alpha):02X}" for part in (red, green, blue))


def _colour(value: str) -> tuple[float, float, float, float]:
    try:
        if value.startswith("#"):
            return _hex_colour(value[1:])
        if function := _FUNCTION.fullmatch(value):
            parts = function[1].replace(",", " ").replace("/", " ").split()
            red, green, blue = (_part(part, 255) for part in parts[:3])
            return red, green, blue, _part(parts[3], 1) if len(parts) > 3 else 1.0
        from PIL import ImageColor

        red, green, blue = ImageColor.getrgb(value)[:3]
    except ValueError:
        raise ValueError(f"colour '{value[:40]}'") from None
    return red, green, blue, 1.0


def _hex_colour(digits: str) -> tuple[float, float, float, float]:
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue, alpha = bytes.fromhex(digits + "ff" if len(digits) == 6 else digits)
    return red, green, blue, alpha / 255


def fraction(text: str) -> float:
    """An opacity, from 0 to 1; ValueError if it isn't one."""
    try:
        return _part(text.strip(), 1.0)
    except ValueError:
        raise ValueError(f"opacity '{text[:40]}'") from None


def _part(text: str, whole: float) -> float:
    number = float(text[:-1]) / 100 * whole if text.endswith("%") else float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return min(max(number, 0.0), whole)
