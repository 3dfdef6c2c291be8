"""A PDF → what it takes to print it, in a few words."""

from typing import Final

from cardmaker.deliver.prints import Print

_TURNS: Final = {
    "long": "two-sided (flip on long edge)",
    "short": "two-sided (flip on short edge)",
    "none": "one-sided",
}
_CARDS: Final = {"cards": ("card", "cards"), "gym": ("gym card", "gym cards")}


def takes_of(one: Print) -> str:
    """'23 cards, 6 pages on 3 sheets of A4, two-sided (flip on long edge)'."""
    if one.document.for_screen:
        return f"{count_of(one.pages, 'page', 'pages')} for a phone, linked to one another"
    cards = [count_of(part.cards, *_CARDS[part.name]) for part in one.parts if part.cards]
    pages = count_of(one.pages, "page", "pages")
    paper = f"{count_of(one.sheets_of_paper, 'sheet', 'sheets')} of {', '.join(one.papers)}"
    turns = _TURNS[one.flip] if len(one.turns) == 1 else "some two-sided"
    return f"{', '.join([*cards, pages])} on {paper}, {turns}"


def count_of(number: int, one: str, many: str) -> str:
    """'1 page', '2 pages'."""
    return f"{number} {one if number == 1 else many}"
