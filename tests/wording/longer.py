"""A language that nobody speaks: all English words with their letters accented, and 40 % longer.

Most languages need more room than English. What has room in this one has room in them. An exercise's words have limits,
which a translator has to meet in every language; here they go up to those, and no further. Words of more than twelve
letters say where they may break, as the words of every language should.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from cardmaker import assets
from cardmaker.errors import TemplateError
from cardmaker.library.exercise import (
    BREATHING_LIMIT,
    CUE_LIMIT,
    MISTAKE_LIMIT,
    NAME_LIMIT,
    SHORT_LIMIT,
    SIGN_LIMIT,
    START_LIMIT,
    STOP_LIMIT,
    WAY_LIMIT,
    WHY_LIMIT,
)
from cardmaker.yaml12 import parse_yaml

CODE: Final = "xx"
BY: Final = 1.4
_ACCENTED: Final = str.maketrans("aceinosuyACEINOSUYz", "äčéïñöšüýÄČÉÏÑÖŠÜÝž")
_SECTIONS: Final = ("units", "labels", "phrases", "efforts", "sections", "muscles")
_DATES: Final = ("days", "days_long", "months", "months_short")
_LONG: Final = 12
"""Letters in a word from which on it says where it may break."""
_BREAK: Final = "\N{SOFT HYPHEN}"
LISTS: Final = ("weeks_within_a_phase",)
"""What isn't printed."""


def longer(text: str, most: int = 0) -> str:
    """*text* with each word accented and longer by two fifths, its {names} as they are; of *most* letters, if given."""
    room = most - len(text) if most else len(text)
    own = ""
    for part in _parts(text):
        more = _more(part, room) if part[0].isalpha() else ""
        room -= len(more)
        own += (part if part[0] == "{" else part.translate(_ACCENTED)) + more
    return own


def _parts(text: str) -> Iterator[str]:
    """Words, and what is between them; what is in braces is one part."""
    part, inside = "", False
    for char in text:
        ends = not inside and (char == "{" or char.isalpha() != part[-1:].isalpha())
        if part and ends:
            yield part
            part = ""
        part += char
        inside = (inside or char == "{") and char != "}"
    if part:
        yield part


def _more(word: str, most: int) -> str:
    """What makes a word longer: its own letters once more, without the first."""
    letters = word[1:] or word
    more = letters[: min(most, int(len(word) * (BY - 1) + 0.8) * (len(word) > 1))].translate(_ACCENTED)
    return _BREAK * (len(word) + len(more) > _LONG and len(more) < most) + more


def _longer_mapping(words: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: value if key in LISTS else longer(value) if isinstance(value, str) else _longer_mapping(value)
        for key, value in words.items()
    }


def interface() -> dict[str, Any]:
    """The program's own words, as the language's file says them."""
    path = assets.templates("wording") / "en.yaml"
    english: Any = parse_yaml(path.read_text("utf-8"), path.name, TemplateError).data
    own = {key: value for key, value in english.items() if key != "dates_on_letter"}
    for section in (*_SECTIONS, "counts"):
        own[section] = _longer_mapping(english[section])
    dates = own["dates"]
    own["dates"] = dates | {key: [longer(name) for name in dates[key]] for key in _DATES}
    return own | {"name": "Longer", "language": CODE}


def exercise(words: Any) -> dict[str, Any]:
    """An exercise's words; its aliases, which aren't printed, are left out."""
    limits = {
        "name": NAME_LIMIT,
        "start": START_LIMIT,
        "breathing": BREATHING_LIMIT,
        "stop": STOP_LIMIT,
        "why": WHY_LIMIT,
    }
    limits |= dict.fromkeys(("easier", "harder", "no_equipment"), WAY_LIMIT)
    own: dict[str, Any] = {key: longer(words[key], limit) for key, limit in limits.items() if words.get(key)}
    own["cues"] = [
        {
            "text": longer(cue["text"], CUE_LIMIT),
            "short": longer(cue.get("short", ""), SHORT_LIMIT),
            "sign": longer(cue.get("sign", ""), SIGN_LIMIT),
        }
        for cue in words["cues"]
    ]
    own["mistakes"] = [
        {
            "wrong": longer(one["wrong"], MISTAKE_LIMIT - len(one["instead"])),
            "instead": one["instead"].translate(_ACCENTED),
        }
        for one in words["mistakes"]
    ]
    return own


def write(folder: Path) -> Path:
    """The language as a folder of templates, which it returns."""
    home = folder / "wording" / CODE
    home.mkdir(parents=True)
    home.with_suffix(".yaml").write_text(json.dumps(interface()), "utf-8")
    for path in sorted((assets.templates("wording") / "en").glob("*.yaml")):
        said = exercise(parse_yaml(path.read_text("utf-8"), path.name, TemplateError).data)
        (home / path.name).write_text(json.dumps(said), "utf-8")
    return folder
