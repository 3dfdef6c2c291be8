"""A pattern, '{name}-{plan}', and the athletes of a roster → the names of their files, all different."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from cardmaker.errors import NotFoundError
from cardmaker.roster.columns import placeholder
from cardmaker.roster.entry import RosterEntry

PATTERN: Final = "{name}-{plan}"
_FIELD: Final = re.compile(r"\{([^{}]*)\}")
_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_LONGEST: Final = 150
"""Bytes without the suffix; file systems take 255, encrypted ones 143 characters."""


def file_names(pattern: str, plan: str, entries: Sequence[RosterEntry], suffix: str = ".pdf") -> list[str]:
    """A name for each athlete's file, safe on every file system; a name that is taken gets a number.

    NotFoundError for a part of the pattern that is no column, and isn't 'plan' or 'row'.
    """
    taken: set[str] = set()
    made = []
    for entry in entries:
        stem = safe_stem(
            _filled(pattern, {**entry.words, "name": entry.name, "plan": plan, "row": str(entry.line)})
        )
        name, number = stem, 1
        while _alike(name) in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(_alike(name))
        made.append(f"{name}{suffix}")
    return made


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    def word(found: re.Match[str]) -> str:
        name = placeholder(found[1])
        if name not in words:
            there = ", ".join(f"{{{one}}}" for one in sorted(words))
            raise NotFoundError(f"--file-names: no {{{found[1]}}}; there are {there}")
        return words[name]

    return _FIELD.sub(word, pattern)


def safe_stem(text: str) -> str:
    """*text* as the name of a file: no signs that a system keeps for itself, no blanks, not too long."""
    text = unicodedata.normalize("NFC", text)
    text = "".join("" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") else char for char in text)
    text = re.sub(r"\s+", "-", _UNSAFE.sub("-", text).strip())
    text = re.sub(r"-{2,}", "-", text).strip("-. ")
    while len(text.encode()) > _LONGEST:
        text = text[:-1]
    text = text.strip("-. ") or "athlete"
    return f"_{text}" if _DEVICES.match(text) else text


def _alike(name: str) -> str:
    """What two names have in common that some file system takes for one."""
    return unicodedata.normalize("NFKD", name).casefold()
