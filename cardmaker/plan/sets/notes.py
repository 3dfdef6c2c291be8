"""Words that the notation doesn't know → a note, up to where something known begins."""

from typing import Final

from cardmaker.plan.sets.draft import EXAMPLE, SetsDraft
from cardmaker.plan.sets.words import UNITS, listed

_ENDS: Final = (",", ";", "(", ")", "[", "]", "@")
_KEYWORDS: Final = ("rest", "rpe", "rir", "tempo")
# Behind such a word a weight isn't the one that is lifted: 'add 2.5 kg each week'.
_CHANGES: Final = frozenset(
    listed(
        "of add adding increase increasing decrease drop reduce plus minus up down by from until than last over "
        "under every if when to above below max go going each week session next start starting about aim not "
        "within without"
    )
)


def note(draft: SetsDraft, start: int | None = None) -> None:
    """Take words from *start*, or from here, as a note on the group being read."""
    cursor = draft.cursor
    first = cursor.place if start is None else start
    cursor.place = max(cursor.place, first + 1)
    if draft.group is None and not draft.held and not draft.timing and not _number_follows(draft, first):
        written = cursor.text[cursor.tokens[first].at :]
        raise ValueError(f"don't understand '{written}'; write sets like '{EXAMPLE}', then other words")
    changed = any(token.text in _CHANGES for token in cursor.tokens[first : cursor.place])
    while not cursor.ended and not _stops(draft, changed):
        changed = changed or cursor.peek().text in _CHANGES
        cursor.place += 1
    draft.remark(words(draft, first))


def words(draft: SetsDraft, first: int) -> str:
    """What is written from a token on up to here, in the coach's own words, with seconds spelt out."""
    tokens = draft.cursor.tokens[first : draft.cursor.place]
    text = draft.cursor.text
    pieces: list[str] = []
    for token in tokens:
        raw = {'"': " s", "'": " min"}.get(token.raw, token.raw) if token.kind == "word" else token.raw
        space = " " if pieces and text[token.at - 1] == " " else ""
        pieces.append(space + (token.text if token.kind == "quote" else raw))
    return "".join(pieces).replace('"', "'").strip()


def verbatim(draft: SetsDraft) -> str:
    """Take everything that is left, in the coach's own words."""
    first = draft.cursor.place
    draft.cursor.place = len(draft.cursor.tokens)
    return words(draft, first)


def _number_follows(draft: SetsDraft, first: int) -> bool:
    return any(token.kind in ("number", "clock") for token in draft.cursor.tokens[first:])


def _stops(draft: SetsDraft, changed: bool) -> bool:
    """Whether something known begins here."""
    cursor = draft.cursor
    token = cursor.peek()
    if token.kind == "sign" and token.text in _ENDS:
        return True
    if token.kind == "sign" and token.text == "-" and token.spaced and cursor.peek(1).spaced:
        return True
    if token.kind == "quote" or (token.kind == "word" and token.text in _KEYWORDS):
        return True
    if (
        token.text in ("+", "-")
        and token.spaced
        and not cursor.peek(1).spaced
        and cursor.peek(2).text in ("%", "kg", "lb")
    ):
        return True
    if token.kind == "number" and draft.group is None and not draft.timing:
        return token.spaced  # 'A1' is a label
    if token.kind != "number" or changed:
        return False
    if cursor.peek(1).text in ("sets", "set"):
        return True
    if cursor.peek(1).text == "x":
        return cursor.peek(2).kind == "number"
    start = cursor.place
    cursor.figures()
    unit = cursor.phrase(UNITS)
    cursor.place = start
    return unit in ("kg", "lb", "%", "rir", "rpe")
