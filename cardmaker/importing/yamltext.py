"""Texts → lines of YAML as a person would write them: quotes only where they are needed, notes in blocks."""

from collections.abc import Iterator, Sequence

from cardmaker.unseen import without_unseen
from cardmaker.validation.fields import LONGEST
from cardmaker.yaml12.emitting import scalar
from cardmaker.yaml12.scalars import without_bad_characters


def fitting(text: str) -> tuple[str, list[str]]:
    """The beginning of a text that a note has room for, and what is left, in pieces of that length."""
    text = "\n".join(line for line in map(one_line, text.splitlines()) if line)
    pieces = []
    while len(text) > LONGEST:
        at = max(text.rfind(" ", 0, LONGEST), text.rfind("\n", 0, LONGEST))
        at = at if at > LONGEST // 2 else LONGEST
        pieces.append(text[:at].strip())
        text = text[at:].strip()
    pieces.append(text)
    return pieces[0], pieces[1:]


def listed(lines: Sequence[str], indent: str) -> Iterator[str]:
    """*lines* of a mapping as an entry of a list."""
    for index, line in enumerate(lines):
        for inner, text in enumerate(line.split("\n")):
            first = not index and not inner
            yield f"{indent}{'- ' if first else '  '}{text}".rstrip()


def note_lines(text: str) -> list[str]:
    """A note, on the line of its key or in a block; nothing for an empty one."""
    if "\n" in text:
        return ["note: |-", *(f"  {line}" for line in text.split("\n"))]
    return [f"note: {scalar(text)}"] if text else []


def one_line(text: str) -> str:
    """Text on one line, without what can't be printed or seen."""
    return " ".join(without_unseen(without_bad_characters(text)).split())
