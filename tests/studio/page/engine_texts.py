"""What the engine may say, taken out of its source: messages as they are there, with {0}, {1} for what is filled in."""

import ast
import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import yaml

from tests.studio.page.page_kit import ROOT

_PACKAGE = ROOT / "cardmaker"
_ROOMS = (
    *(
        "coaching",
        "handout",
        "layout",
        "library",
        "picture",
        "pipeline",
        "plan",
        "press",
        "resolve",
        "roster",
    ),
    *("studio", "text", "theme", "training", "validation", "yaml12"),
)
_UNSEEN = (
    *(
        "layout/fields.py",
        "layout/fixed",
        "layout/proof.py",
        "layout/slots.py",
    ),  # templates of one's own, command line
    *(
        "library/index.py",
        "library/reading.py",
        "library/search.py",
        "picture/own_figure.py",
        "plan/starters",
    ),
    *("plan/overrides.py", "pipeline/order.py", "pipeline/ticketing.py", "pipeline/stocksheets.py"),
    *(
        "roster/filenames.py",
        "roster/grouping.py",
        "roster/locking.py",
        "roster/manifest.py",
        "roster/places.py",
    ),
    *(
        "roster/workers.py",
        "roster/sending.py",
        "studio/archive.py",
        "studio/compile.py",
        "studio/messages.py",
    ),
    *("studio/orders.py", "studio/readyanswers.py", "studio/serve.py", "studio/site.py", "theme/box.py"),
    *(
        "theme/face.py",
        "theme/fields.py",
        "theme/palette.py",
        "theme/parts.py",
        "theme/shelf.py",
        "text/faces.py",
    ),
)
"""What only speaks of templates of one's own, of options of the command line, or to programmers."""
_UNSHOWN = ("principle",)
"""Arguments of rules that only the command line shows."""
_SPEAKING = {
    "FieldFault",
    "Finding",
    "FrameLoss",
    "PartMistake",
    "Problem",
    "Remark",
    "Rule",
    "remark",
    "report",
}
_UNSPOKEN = {"AttributeError", "MessageError", "TypeError"}
"""What is raised for programmers."""
_LIKE_ONE = re.compile(
    r"; [a-z]+ |\bshould (be|have|look)\b|\bcould be\b|\bis read as\b|\bwrite\b|\bprinted\b|\bmore than\b"
)
"""What messages say and other texts of the source hardly do: a remedy, a question, what is wrong."""
_LOG = re.compile(r"%[sd.]")
_NOT_ONES = ("coaching/sources.py", "library/words.py", "plan/runs/phrasings", "studio/readings.py")
"""Modules with such words in citations, in patterns, in schemas of other files."""
_INNER = re.compile(r"\{\d+\}")
_NAMED = re.compile(r"\{(?:gt|ge|lt|le|multiple_of|min_length|max_length|pattern|char|name)\}")
_WORD = re.compile(r"[a-z]{3}")


def normal(text: str) -> str:
    """A message without what joins it to the one before, and with a number for a name that is filled in."""
    return re.sub(r"^[;:,.\s]+|\s+$", "", _NAMED.sub("{0}", text) if not _INNER.search(text) else text)


def places(text: str) -> list[str]:
    """The places of a message for what is filled in, in a translation also as {0!} and {0?some:none}."""
    return sorted(set(re.findall(r"\{(\d+)[}?!]", text)))


def _template(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    parts, number = [], 0
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(str(value.value))
        else:
            parts.append(f"{{{number}}}")
            number += 1
    return "".join(parts)


def _is_said(text: str) -> bool:
    """Whether it is words for people, more than one of them."""
    plain = _INNER.sub("", text)
    return (
        bool(_WORD.search(plain))
        and " " in normal(plain) + text.strip()
        and not re.search(r"\(\?|\\[bdsw]|\w\|\w", text)
    )


def _texts(tree: ast.AST) -> Iterator[str]:
    """The texts below a node, but not what is compared, looked up, or a part of another text; nor docstrings."""
    inner = {
        id(below)
        for node in ast.walk(tree)
        for below in ast.iter_child_nodes(node)
        if isinstance(below, ast.Constant)
        and (
            isinstance(node, ast.JoinedStr | ast.Compare | ast.Subscript | ast.Expr)
            or (isinstance(node, ast.keyword) and node.arg in _UNSHOWN)
        )
    }
    for node in ast.walk(tree):
        if id(node) not in inner and (text := _template(node)) and _is_said(text):
            yield text


@cache
def _trees() -> Sequence[tuple[str, ast.Module]]:
    return [
        (path.relative_to(_PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(_PACKAGE.rglob("*.py"))
    ]


def said_in_source() -> dict[str, str]:
    """The messages that the page can show, each with the module that says it."""
    found: dict[str, str] = {}
    for name, tree in _trees():
        if not name.startswith(_ROOMS) or name.startswith(_UNSEEN):
            continue
        silent = {text for node in ast.walk(tree) if _called(node) in _UNSPOKEN for text in _texts(node)}
        raised = [
            node for node in ast.walk(tree) if isinstance(node, ast.Raise) or _called(node) in _SPEAKING
        ]
        said = [text for node in raised for text in _texts(node)]
        if not name.startswith(_NOT_ONES):
            said += [text for text in _texts(tree) if _LIKE_ONE.search(text) and not _LOG.search(text)]
        found |= dict.fromkeys((normal(text) for text in said if text not in silent), name)
    return found


def _called(node: ast.AST) -> str:
    if isinstance(node, ast.Call):
        return str(getattr(node.func, "attr", getattr(node.func, "id", "")))
    return ""


def said_in_data() -> dict[str, str]:
    """What faces and sheets say they have no room for, and what the schema says of a plan's keys."""
    schema = json.loads((ROOT / "templates/plans/plan.schema.json").read_text(encoding="utf-8"))
    found = dict.fromkeys(_described(schema), "plan.schema.json")
    for kind in ("books", "faces", "screens", "sheets"):
        for path in sorted((ROOT / "templates" / kind).rglob("*.yaml")):
            for text in _losses(yaml.safe_load(path.read_text(encoding="utf-8"))):
                found |= dict.fromkeys(text.split("; "), path.name)
    return found


def written_anywhere() -> set[str]:
    """All texts of the source and of what templates and the schema say, also those that no page shows."""
    found = {normal(text) for _, tree in _trees() for node in ast.walk(tree) if (text := _template(node))}
    return found | {text for one in named_entries("stocks", *SHOWN) for text in one} | said_in_data().keys()


SHOWN = ("palettes", "persons", "plans", "themes")
"""Kinds of things that come with cardmaker and show in the page with what they say of themselves."""


def named_entries(*kinds: str) -> list[tuple[str, str]]:
    """Names of what comes with cardmaker, and what each is for; but of plans in other languages."""
    from cardmaker.theme.kinds import KINDS

    entries = [one for kind in kinds for one in KINDS[kind].templates()]
    return [
        (one.name or one.id, one.about) for one in entries if "language:" not in one.path.read_text("utf-8")
    ]


def _described(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("description"), str):
            yield node["description"]
        node = [*node.values()]
    for one in node if isinstance(node, list) else ():
        yield from _described(one)


def _losses(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from (node[key] for key in ("loses", "deck") if isinstance(node.get(key), str))
        node = [*node.values()]
    for one in node if isinstance(node, list) else ():
        yield from _losses(one)
