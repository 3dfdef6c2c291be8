"""A workout in intervals.icu's text, '- 10m Z2' under headings such as 'Main set 6x' → a draft with one session."""

import re
from typing import Final

from cardmaker.importing.cells import CellReader
from cardmaker.importing.draft import Draft, DraftEntry
from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.runs.sports import Sport

_STEP: Final = re.compile(
    r"""-\s*(?P<cue>.*?)\s*(?<![\w.:])
    (?P<amount>(?:\d+(?:\.\d+)?(?:h|m(?!i|tr)|s|'|"|′|″))+(?:\d{1,2}(?![\d"″'′]))?|\d+(?:\.\d+)?\s?(?:km|mi|mtr|yrd|y(?!\w)))
    (?!\w)\s*(?P<aim>.*)""",
    re.VERBOSE,
)
_TIMES: Final = re.compile(r"(?:(?P<name>.*?)\s+)?(?P<count>\d{1,2})\s?x", re.IGNORECASE)
_PART: Final = re.compile(r"(\d+(?:\.\d+)?)(h|m|s|'|\"|′|″|$)")
_UNITS: Final = {"h": "h", "m": "min", "'": "min", "′": "min", "s": "s", '"': "s", "″": "s", "": "s"}
_LENGTHS: Final = {"mtr": "m", "yrd": "yd", "y": "yd"}
_BIKE: Final = re.compile(
    r"\brpm\b|\d\s?w\b|\bfreeride\b|\bftp\b|(?<!\d)\d{2,3}(?:-\d{2,3})?%(?!\s*(?:HR|LTHR|pace))",
    re.IGNORECASE,
)
_SWIM: Final = re.compile(r"/100\s?(?:m|y)\b|^\s*swim(?:ming)?\b", re.IGNORECASE | re.MULTILINE)
_ROLES: Final = (
    ("wu", re.compile(r"\bwarm(?!\s?down)", re.IGNORECASE)),
    ("cd", re.compile(r"\bcool|\bwarm\s?down", re.IGNORECASE)),
)
_MOST_LINES: Final = 400


class _Block(NamedTuple):
    """Steps under a heading, and how many times they are done."""

    name: str
    times: int
    steps: list[tuple[str, str, str]]


def is_intervals(content: str) -> bool:
    """Whether *content* is such a workout: most of its lines are steps, or head them."""
    lines = [line.strip() for line in content.splitlines() if line.strip()]
    steps = sum(bool(_STEP.fullmatch(line)) for line in lines[:_MOST_LINES])
    return bool(steps) and steps * 2 >= len(lines)


def read_intervals(content: str, cells: CellReader) -> Draft:
    """The draft of one workout, which is on the first day, as it says none."""
    draft = Draft()
    blocks = _blocks(draft, content)
    sport: Sport = "bike" if _BIKE.search(content) else "swim" if _SWIM.search(content) else "run"
    parts, notes = [], []
    for block in blocks:
        steps = [_step(cells, block.name, *step, sport) for step in block.steps]
        notes += [note for _, note in steps if note]
        notes += [block.name] if block.name and not any(role.search(block.name) for _, role in _ROLES) else []
        inner = [text for text, _ in steps]
        if block.times > 1:
            parts.append(f"{block.times} x ({' / '.join(inner)})")
        else:
            parts += inner
    line = " / ".join(parts)
    text = cells.runs.run(line, sport)
    if not text and parts:
        draft.remark("", f"kept as a note: '{line}': {cells.runs.why_not(line)}")
    if parts:
        note = "\n".join(dict.fromkeys(notes))
        draft.week(0).add(
            0, DraftEntry(sport, text, note=note) if text else DraftEntry("note", f"{line}\n{note}".strip())
        )
        draft.remark("", "a workout says no day; it is put on Monday, so move it")
    return draft


def _blocks(draft: Draft, content: str) -> list[_Block]:
    blocks: list[_Block] = []
    heading, count, fresh = "", 1, True
    for number, line in enumerate(map(str.strip, content.splitlines()), 1):
        if not line:
            count, heading, fresh = 1, "", True
        elif found := _STEP.fullmatch(line):
            if fresh or not blocks:
                blocks.append(_Block(heading, count, []))
                fresh = False
            blocks[-1].steps.append((found["cue"], found["amount"], found["aim"]))
        elif times := _TIMES.fullmatch(line):
            heading, count, fresh = times["name"] or "", max(1, int(times["count"])), True
        elif not line.startswith("-"):
            if heading:
                draft.keep(f"line {number}", heading)
            heading, count, fresh = line, 1, True
        elif said := line.lstrip("- "):
            draft.keep(f"line {number}", said)
    if heading and fresh:
        draft.keep("", heading)
    return blocks


def _step(cells: CellReader, name: str, cue: str, amount: str, aim: str, sport: Sport) -> tuple[str, str]:
    """One step as our runs have it, and the words that have no place in it."""
    far = _amount(amount)
    role = next((role for role, pattern in _ROLES if pattern.search(cue) or pattern.search(name)), "")
    target = _target(aim)
    for way in (
        f"{far} {role} {cue if not role else ''} {target}",
        f"{far} {role} {target}",
        f"{far} {cue}",
        f"{far} {role}",
    ):
        line = " ".join(way.split())
        if cells.runs.run(line, sport):
            left = [word for word in (cue, aim) if word and not _is_in(word, line, target, role)]
            return line, f"{far}: {' '.join(left)}" if left else ""
    return far, f"{far}: {cue} {aim}".strip()


def _is_in(word: str, line: str, target: str, role: str) -> bool:
    return (
        word in line
        or bool(target and target in line and _target(word) == target)
        or bool(role and re.fullmatch(r"(?:warm|cool)[\s-]?(?:up|down)", word, re.IGNORECASE))
    )


def _amount(text: str) -> str:
    """A time or distance; here 'm' is minutes and 'mtr' metres."""
    if found := re.fullmatch(r"(\d+(?:\.\d+)?)\s?(km|mi|mtr|yrd|y)", text):
        return f"{found[1]} {_LENGTHS.get(found[2], found[2])}"
    return " ".join(f"{number} {_UNITS[unit]}" for number, unit in _PART.findall(text) if number)


def _target(aim: str) -> str:
    """What to aim for: a zone, percent, watts or pace."""
    aim = re.sub(r"\s+pace\b", "", aim, flags=re.IGNORECASE) if ":" in aim or "Z" in aim else aim
    aim = re.sub(r"\b(Z\d(?:-Z?\d)?)\s+HR\b", r"\1", aim)
    if watts := re.match(r"(\d+)(?:\s?w?\s?-\s?(\d+))?\s?w\b", aim, re.IGNORECASE):
        return f"@ {'-'.join(filter(None, watts.groups()))} W{aim[watts.end() :]}"
    if share := re.fullmatch(r"(\d+)%?(?:-(\d+))?%(\s+\d+(?:-\d+)?\s?rpm)?", aim):
        return f"@ {'-'.join(filter(None, share.groups()[:2]))}% FTP{share[3] or ''}"
    return f"@ {aim}" if aim[:1].isdigit() else aim
