"""Words that the notation doesn't know → a note, up to where something known begins."""

import re
from typing import Final

from cardmaker.plan.sets.draft import EXAMPLE, SetsDraft
from cardmaker.plan.sets.noteends import CHANGES, ends_note
from cardmaker.plan.sets.tokens import SetsToken
from cardmaker.plan.sets.words import SIDES

_SETS: Final = r"\b\d+ (?:[a-z-]+ ){0,2}sets?\b"
_UNIT_WORDS: Final = ("sec", "secs", "seconds", "min", "mins", "minutes", "kg", "lb", "lbs", "reps")
_JOINS: Final = ("at", "with", "w/", "mit", "bei")
_BY_INCHES: Final = (
    "box",
    "boxes",
    "step",
    "steps",
    "platform",
    "deficit",
    "plate",
    "plates",
    "block",
    "blocks",
)


def note(draft: SetsDraft, start: int | None = None) -> None:
    """Take words from *start*, or from here, as a note on the group being read."""
    cursor = draft.cursor
    first = cursor.place if start is None else start
    cursor.place = max(cursor.place, first + 1)
    if draft.group is None and not draft.held and not draft.timing and not _sets_follow(draft, first):
        written = cursor.text[cursor.tokens[first].at :]
        raise ValueError(f"don't understand '{written}'; write sets like '{EXAMPLE}', then other words")
    changed = any(token.text in CHANGES for token in cursor.tokens[first : cursor.place])
    while not cursor.ended and not ends_note(draft, changed, first):
        changed = changed or (cursor.peek().text in CHANGES and not cursor.see(SIDES))
        cursor.place += 1
    said = cursor.tokens[first : cursor.place]
    if not changed:
        _check(draft, said)
    joined = _joins(said) if _load_follows(draft) else 0
    cursor.place -= joined  # '5x5 weighted pull-ups at 80%'
    draft.remark(words(draft, first))
    cursor.place += joined


def _joins(said: tuple[SetsToken, ...]) -> int:
    """How many words at the end join what is said with the load behind it: 'pull-ups at', 'rows with a'."""
    ends = [token.text for token in said[-2:]]
    many = 2 if ends[-1] in ("a", "an") and ends[0] in _JOINS else int(ends[-1] in _JOINS)
    return many if many < len(said) else 0


def _load_follows(draft: SetsDraft) -> bool:
    """Whether '80%', '20 kg' is here, said of sets that have no load yet."""
    cursor = draft.cursor
    group = draft.group or {}
    start = cursor.place
    found = cursor.figures() is not None and cursor.peek().text in ("%", "kg", "kgs", "lb", "lbs")
    cursor.place = start
    return found and "reps" in group and not group.keys() & {"load", "percent"}


def _check(draft: SetsDraft, said: tuple[SetsToken, ...]) -> None:
    """Refuse words in which a number of sets would be lost, or which say it of another exercise."""
    cursor = draft.cursor
    texts = [token.text for token in said]
    if len(texts) == 1 and texts[0] in _UNIT_WORDS and draft.groups:
        raise ValueError(
            f"what is '{said[0].raw}' said of? write it right behind its number, '30 {said[0].raw}'"
        )
    if "superset" in texts and draft.groups and cursor.peek().kind == "number":
        raise ValueError("a superset is two entries; write the sets of each exercise on a line of its own")
    if draft.groups and (lost := re.search(_SETS, cursor.text[said[0].at : said[-1].end], re.IGNORECASE)):
        raise ValueError(f"don't understand '{lost[0]}' behind words; write each group of sets after a comma")
    for here, following in zip(said, [*said[1:], cursor.peek()], strict=True):
        if here.text == "x" and following.kind == "number":
            if not draft.groups and following.end == len(cursor.text.rstrip()):
                n = following.raw
                raise ValueError(f"is 'x {n}' sets or repetitions? write '{n}x10' or '1x{n}'")
            raise ValueError(
                f"don't understand '{cursor.text[here.at :]}' behind words; write sets first, like '{EXAMPLE}'"
            )


def words(draft: SetsDraft, first: int) -> str:
    """What is written from a token on up to here, in the coach's own words, with seconds spelt out."""
    tokens = draft.cursor.tokens[first : draft.cursor.place]
    text = draft.cursor.text
    pieces: list[str] = []
    for before, token, behind in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False):
        inches = (behind is not None and behind.text in _BY_INCHES) or "elevated" in text[: token.at].lower()
        raw = (
            {'"': " in" if inches else " s", "'": " min"}.get(token.raw, token.raw)
            if token.kind == "word"
            else token.raw
        )
        space = text[before.end : token.at] if before else ""
        pieces.append(space + (token.text if token.kind == "quote" else raw))
    return "".join(pieces).replace('"', "'").strip()


def verbatim(draft: SetsDraft) -> str:
    """Take everything that is left, in the coach's own words."""
    first = draft.cursor.place
    draft.cursor.place = len(draft.cursor.tokens)
    return words(draft, first)


def _sets_follow(draft: SetsDraft, first: int) -> bool:
    """Whether a number is behind the words, or 'to failure'."""
    behind = draft.cursor.tokens[first:]
    return behind[-1].text in ("failure", "versagen", "exhaustion") or any(
        token.kind in ("number", "clock") for token in behind
    )
