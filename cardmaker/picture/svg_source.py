"""The bytes of an SVG file → a tree of plain nodes, once it is sure that reading on is safe."""

from dataclasses import dataclass, field
from xml.parsers import expat

from cardmaker.errors import PictureError

LIMIT_BYTES = 1_000_000
LIMIT_NODES = 20_000
LIMIT_DEPTH = 64
LIMIT_ATTRIBUTE = 10_000
"""How long an attribute may be that isn't an outline: work on these may be multiplied by <use>."""

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_OUTLINES = ("d", "points")
_REFUSED = {
    "script": "a script",
    "foreignObject": "foreign content",
    "image": "a picture inside it",
    "handler": "a script",
    "iframe": "foreign content",
}


@dataclass(slots=True)
class Node:
    """An SVG element: its name and attributes without namespaces, what is inside, and its pieces of text."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Node"] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of its own text."""
        return "".join(self.texts)


def parse_source(data: bytes, name: str) -> Node:
    """Read the elements of an SVG; those of other vocabularies are left out.

    PictureError if the file is too large, isn't XML, isn't SVG, or could do anything but draw: a document
    type with entities, scripts, foreign content, references to other files.
    """
    if len(data) > LIMIT_BYTES:
        raise PictureError(f"{name}: larger than {LIMIT_BYTES // 1_000_000} MB; simplify the drawing")
    return _Reader(name).read(data)


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._nodes = 0
        self._depth = 0
        self._foreign = 0
        self._open: list[Node] = []
        self._root: Node | None = None
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def read(self, data: bytes) -> Node:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            raise PictureError(f"{self._name}:{error.lineno}: not a whole SVG file ({what})") from None
        except (ValueError, LookupError) as error:
            raise PictureError(f"{self._name}: can't be read as XML ({error})") from None
        if self._root is None:
            raise PictureError(f"{self._name}: not an SVG drawing; save it as SVG, PNG or JPEG")
        return self._root

    def _doctype(self, *_: object) -> None:
        raise self._refusal("has a document type (DOCTYPE) in it; save it as plain SVG")

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise self._refusal("refers to a style sheet outside; save it as plain SVG")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._nodes += 1
        self._depth += 1
        if self._nodes > LIMIT_NODES:
            raise self._refusal(f"has more than {LIMIT_NODES} elements; simplify the drawing")
        if self._depth > LIMIT_DEPTH:
            raise self._refusal(f"is nested more than {LIMIT_DEPTH} deep; ungroup the drawing")
        namespace, _, local = tag.rpartition(" ")
        if local in _REFUSED:
            raise self._refusal(f"has {_REFUSED[local]}; save it as plain SVG, or as PNG")
        if self._foreign or namespace not in (SVG, ""):
            self._foreign += 1
            return
        node = Node(local, self._plain(local, attributes), self._parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(node)
        elif local == "svg":
            self._root = node
        else:
            raise PictureError(f"{self._name}: not an SVG drawing but <{local}>; save it as SVG, PNG or JPEG")
        self._open.append(node)

    def _plain(self, local: str, attributes: dict[str, str]) -> dict[str, str]:
        plain = {}
        for key, value in attributes.items():
            namespace, _, attribute = key.rpartition(" ")
            if namespace not in ("", SVG, _XLINK):
                continue
            if attribute.casefold().startswith("on") or value.lstrip().casefold().startswith("javascript:"):
                raise self._refusal(f"has a script ({_short(attribute)}); save it as plain SVG, or as PNG")
            if len(value) > LIMIT_ATTRIBUTE and attribute not in _OUTLINES:
                raise self._refusal(
                    f"has {len(value):,} letters in {_short(attribute)}; simplify the drawing"
                )
            if attribute == "href" and local != "a" and not value.strip().startswith("#"):
                raise self._refusal(f"refers to something outside, {_short(value)}; embed it or remove it")
            if _leads_outside(value):
                raise self._refusal(f"refers to something outside, {_short(value)}; embed it or remove it")
            plain[attribute] = value
        return plain

    def _end(self, _tag: str) -> None:
        self._depth -= 1
        if self._foreign:
            self._foreign -= 1
            return
        node = self._open.pop()
        if node.name == "style" and _leads_outside(node.text):
            raise self._refusal("has a style that refers to something outside; remove it")

    def _characters(self, text: str) -> None:
        if self._open and not self._foreign and self._open[-1].name == "style":
            self._open[-1].texts.append(text)

    def _refusal(self, message: str) -> PictureError:
        return PictureError(f"{self._name}:{self._parser.CurrentLineNumber}: {message}")


def _leads_outside(text: str) -> bool:
    """Whether a style asks for another file; url(#…) stays inside."""
    if "(" not in text and "@" not in text:
        return False
    first, *targets = text.casefold().split("url(")
    strange = any(not target.lstrip(" \t\r\n\"'").startswith("#") for target in targets)
    return strange or "@import" in first or any("@import" in target for target in targets)


def _short(value: str) -> str:
    value = " ".join(value.split())
    return f"'{value}'" if len(value) <= 40 else f"'{value[:39]}…'"
