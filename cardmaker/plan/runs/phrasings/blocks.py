"""A workout of an app's text, '- 10m Z1 4x - 4m Z4 - 2m Z1 Cooldown - 10m Z1', whose lines are all in one."""

import re
from typing import Final

from cardmaker.namedtuple import NamedTuple
from cardmaker.patterns import Pattern

_SEVERAL: Final = Pattern(r"(?:^|\s)- [^-]*?\d+ ?(?:m|s|h|km)\b.*\s- [^-]*?\d+ ?(?:m|s|h|km)\b", "- ")
_BEGINS: Final = re.compile(r"(?:^|\s+)-\s+")
_COUNT_ALONE: Final = re.compile(r"(?:^|\s)- ?(\d{1,2}x)\s+(?=- )", re.IGNORECASE)
_STEP: Final = re.compile(
    r"(?P<cue>[a-z][a-z ]*? )?"
    r"(?P<amount>(?:\d+h)?(?:\d{1,3}m(?:\d{1,2}s)?|\d{1,3}s|\d+(?:\.\d+)?(?:km|mi)|\d+mtr|\d+h))"
    r"(?:\s+(?P<aim>\d{2,3}(?:-\d{2,3})?%(?: (?:hr|lthr|pace|ftp|mmp|threshold))*|z[1-7](?:-z?[1-7])?(?: (?:pace|hr))*"
    r"|\d{1,2}:\d\d(?:-\d{1,2}:\d\d)?/(?:km|mi)(?: pace)?|easy|steady|hard|fast|jog|walk|rest))?"
    r"(?:\s+(?P<head>warm ?-?up|main ?set|intervals?|work|cool ?-?down|warm ?-?down))?(?:\s+(?P<times>\d{1,2}) ?x)?",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(
    r"(?P<head>warm ?-?up|main ?set|intervals?|work)?:?\s*(?:(?P<times>\d{1,2}) ?x)?", re.IGNORECASE
)
_PART: Final = re.compile(r"(\d+(?:\.\d+)?)(mtr|km|mi|h|m|s)")
_UNITS: Final = {"h": "h", "m": "min", "s": "s", "km": "km", "mi": "mi", "mtr": "m"}
"""'m' is minutes there, and 'mtr' metres."""


class _Step(NamedTuple):
    """A step as runs have it, and how hard it is: per cent, or ten for each zone."""

    text: str
    hard: float


class _Block(NamedTuple):
    """Steps under a heading, and how many times they are done."""

    head: str
    times: int
    steps: list[_Step]


def in_blocks(text: str) -> str:
    """The steps of an app's workout, with those under 'Nx' repeated; other texts as they are."""
    if not _SEVERAL.search(text.lower()):
        return text
    first, *lines = _BEGINS.split(_COUNT_ALONE.sub(r" \1 ", text.strip()))
    heading = _HEAD.fullmatch(first.strip())
    found = [_STEP.fullmatch(line.strip().rstrip(",;/")) for line in lines]
    if heading is None or len(found) < 3 or not all(found):
        return text
    blocks = [_Block(_role(heading), int(heading["times"] or 1), [])]
    for step in filter(None, found):
        blocks[-1].steps.append(_read(step))
        if step["head"] or step["times"]:
            blocks.append(_Block(_role(step), int(step["times"] or 1), []))
    parts = [part for at, block in enumerate(blocks) for part in _parts(block, at + 1 == len(blocks))]
    return " / ".join(parts)


def _role(heading: re.Match[str]) -> str:
    word = (heading["head"] or "").lower()
    return "wu" if word.startswith("warm") and "down" not in word else "cd" if "down" in word else ""


def _read(found: re.Match[str]) -> _Step:
    amount = " ".join(f"{number} {_UNITS[unit]}" for number, unit in _PART.findall(found["amount"].lower()))
    aim = re.sub(r" pace$", "", found["aim"] or "", flags=re.IGNORECASE)
    if aim[-1:] == "%" and found["aim"][-4:].lower() == "pace":
        aim += " threshold pace"
    figures = re.match(r"z?(\d+)", aim, re.IGNORECASE)
    hard = 0.0 if not figures or ":" in aim else float(figures[1]) * (10 if aim[0] in "zZ" else 1)
    sign = "@ " if aim[:1].isdigit() else ""
    return _Step(" ".join(filter(None, (amount, (found["cue"] or "").strip(), f"{sign}{aim}".strip()))), hard)


def _parts(block: _Block, last: bool) -> list[str]:
    """A block's steps as parts of a run. Of the last block, which no heading ends, turns of hard and easy repeat."""
    texts = [f"{step.text} {block.head}".strip() for step in block.steps]
    if block.times == 1 or not texts:
        return texts
    several = len(texts)
    if last and several > 2:
        first, second, *behind = block.steps
        several = 2
        if first.hard <= second.hard or any(step.hard >= first.hard for step in behind):
            raise ValueError(
                f"what of it {block.times} times? write '{block.times} x ({' / '.join(texts[:2])}) / {texts[-1]}'"
            )
    return [f"{block.times} x ({' / '.join(texts[:several])})", *texts[several:]]
