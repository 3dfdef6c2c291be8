"""What phrases of a coach say together → the effort that is meant, and the words to keep."""

from functools import lru_cache
from typing import Final

from cardmaker.plan.runs.effortphrases import PHRASES, Phrase, phrase_of
from cardmaker.plan.runs.efforts import AIMED, HARDNESS, Effort

_LONGEST: Final = max(phrase.count(" ") for phrase in PHRASES) + 1


class ConflictError(ValueError):
    """Two efforts in one step."""


def merged(said: list[tuple[str, Phrase]]) -> tuple[Effort, str]:
    """The effort that phrases say together, and the words to keep: '' where our own name says it all."""
    if not said:
        return "", ""
    names = [phrase for _, phrase in said if phrase.sort == "name"]
    adjectives = [phrase for _, phrase in said if phrase.sort == "adjective"]
    kinds = [phrase for _, phrase in said if phrase.sort == "kind"]
    effort = _named(names, said) if names else ""
    for phrase in adjectives:
        effort = _coloured(effort, phrase.effort, said)
    if not effort:
        effort = next((phrase.effort for phrase in kinds if phrase.effort), "")
    words = [text for text, _ in said]
    if all(phrase.ours for _, phrase in said) and len({phrase.effort for _, phrase in said}) == 1:
        return effort, ""
    if effort in ("jog", "walk", "rest") and _only_recovery_more(said, effort):
        return effort, ""
    session = len({phrase.effort for _, phrase in said} & {effort, "tempo", "threshold", "interval"}) > 1
    if kinds or session:  # an aimed effort is printed after the words for the kind of run
        words = [text for text, phrase in said if not (phrase.ours and phrase.effort == effort)]
        return effort, " ".join(words)
    return effort, " ".join(words)


def _only_recovery_more(said: list[tuple[str, Phrase]], effort: str) -> bool:
    """'jog recovery' is a jog."""
    return all(phrase.ours and phrase.effort in (effort, "recovery", "rest") for _, phrase in said)


def _named(names: list[Phrase], said: list[tuple[str, Phrase]]) -> Effort:
    efforts = list(dict.fromkeys(phrase.effort for phrase in names))
    if len(efforts) > 1:
        efforts = [one for one in efforts if one not in ("recovery", "rest")] or efforts[:1]
    if "strides" in efforts:
        return "strides"  # '6 x 20 s strides at 5k effort'
    if len(efforts) > 1:
        efforts = _without_kinds(efforts)
    if "jog" in efforts and any(text.lower().startswith("float") for text, _ in said):
        return "jog"  # '1 km float @ MP + 30 s'
    if len(efforts) > 1 and "race" in efforts:
        return _race_or_pace(efforts, said)
    if len(efforts) > 1:
        efforts = [one for one in efforts if one != "easy" and one != "long"] or ["long"]
    if len(efforts) > 1:
        raise ConflictError(_conflict(said))
    return efforts[0]


def _without_kinds(efforts: list[Effort]) -> list[Effort]:
    """'Tempo 8 mi at marathon pace': a pace says more than the name of the session."""
    if any(effort in AIMED for effort in efforts):
        return [effort for effort in efforts if effort not in ("tempo", "threshold", "interval")]
    return [effort for effort in efforts if effort != "tempo" or "threshold" not in efforts]


def _race_or_pace(efforts: list[Effort], said: list[tuple[str, Phrase]]) -> Effort:
    """'marathon race' is a race, 'half marathon race pace' a pace."""
    if any(text.lower() in ("race", "racing", "a race") for text, _ in said):
        return "race"
    return next(one for one in efforts if one != "race")


def _coloured(effort: Effort, adjective: Effort, said: list[tuple[str, Phrase]]) -> Effort:
    if not effort:
        return adjective
    if adjective == "easy" and HARDNESS[effort] > HARDNESS["long"] and effort not in ("strides", "race"):
        raise ConflictError(_conflict(said))
    if adjective == "fast" and effort == "easy":
        raise ConflictError(_conflict(said))
    if effort in ("easy", "recovery") and adjective == "steady":
        return "steady" if effort == "easy" else effort
    if effort == "steady" and adjective == "fast":
        return "fast"
    return effort


def _conflict(said: list[tuple[str, Phrase]]) -> str:
    first, second = said[0][0], said[-1][0]
    return f"'{first}' and '{second}' in one step; write one effort, or two steps with ' / ', or '{first} to {second}'"


@lru_cache(1024)
def effort_of(said: str) -> Effort:
    """The effort that a coach's words say by themselves."""
    words = said.lower().split()
    found: list[tuple[str, Phrase]] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            text = " ".join(words[at : at + length])
            if phrase := phrase_of(text):
                found.append((text, phrase))
                at += length - 1
                break
        at += 1
    try:
        return merged(found)[0]
    except ConflictError:
        first, to, _ = said.partition(" to ")
        return effort_of(first) if to else ""  # '15k to half marathon pace'
