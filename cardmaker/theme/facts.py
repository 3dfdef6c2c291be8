"""A template's name → what there is to know of it before using it, a label and a text for each fact."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

Facts = Iterator[tuple[str, str]]


def facts(kind: str, name: str, folders: Sequence[Path]) -> Facts:
    """The facts of one template; none for kinds of which a list says everything. TemplateError if it isn't right."""
    found = _FACTS.get(kind)
    return found(name, tuple(folders)) if found else iter(())


def _theme(name: str, folders: tuple[Path, ...]) -> Facts:
    from cardmaker.theme.colour import contrast
    from cardmaker.theme.shelf import Shelf

    theme = Shelf(folders).theme(name)
    if theme.extends:
        yield "extends", theme.extends
    yield "meant for", theme.medium
    sizes = [style.min for styles in theme.type.values() for style in styles.values()]
    yield "least type", f"{min(sizes):g} pt"
    if theme.stocks:
        yield "cards", ", ".join(f"{kind} cards on {stock}" for kind, stock in theme.stocks.items())
    paper = theme.colours["paper"]
    yield "on paper", f"{paper}, where text has a contrast of {theme.contrast:g} : 1 at least"
    said = (f"{token} {colour} {contrast(colour, paper):.1f}" for token, colour in theme.colours.items())
    yield "colours", ", ".join(said)


def _face(name: str, folders: tuple[Path, ...]) -> Facts:
    from cardmaker.theme.kinds import KINDS
    from cardmaker.theme.shelf import Shelf
    from cardmaker.theme.stock import load_stock

    suits = Shelf(folders).face(name).suits
    stocks = [
        stock for stock in KINDS["stocks"].names(folders) if suits.includes(*load_stock(stock, folders).size)
    ]
    yield "stocks", ", ".join(stocks)


_FACTS: Mapping[str, Callable[[str, tuple[Path, ...]], Facts]] = {
    "theme": _theme,
    "face": _face,
}
