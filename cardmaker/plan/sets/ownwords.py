"""Sets read of a line put into English → the same, with their notes in the words the line had."""

import re
from collections.abc import Mapping
from dataclasses import replace

from cardmaker.plan.foreign import InEnglish
from cardmaker.plan.sets.record import SetGroup, Sets


def in_own_words(sets: Sets, text: str) -> Sets:
    """*sets* with each English phrase of their notes as the line of *text* had it, if that was put into English."""
    own = text.own if isinstance(text, InEnglish) else {}
    phrases = "|".join(re.escape(english) for english in sorted(own, key=len, reverse=True) if english)
    if not phrases or not (sets.note or any(group.note for group in sets.groups)):
        return sets
    pattern = re.compile(rf"(?<!\w)(?:{phrases})(?!\w)")
    groups = tuple(_noted(group, pattern, own) for group in sets.groups)
    return replace(sets, groups=groups, note=_words(sets.note, pattern, own))


def _noted(group: SetGroup, pattern: re.Pattern[str], own: Mapping[str, str]) -> SetGroup:
    return replace(group, note=_words(group.note, pattern, own)) if group.note else group


def _words(note: str, pattern: re.Pattern[str], own: Mapping[str, str]) -> str:
    return pattern.sub(lambda found: own[found[0]], note)
