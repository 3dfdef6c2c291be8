"""Template folders and a name as people say it → the file of a stock or paper; light enough for every start.

A stock sold cut to size is kept under its brand and its part number, `avery-5371`. It is found by these, by the
number alone where only one brand uses it, and by the numbers of products cut alike, which its file lists.
"""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from cardmaker import assets
from cardmaker.errors import CardmakerError, NotFoundError
from cardmaker.paths import listed
from cardmaker.spelling import closest
from cardmaker.yaml12 import load_yaml_file

FILE_SUFFIXES = (".yaml", ".yml")
_MOST_TOLD = 12


def stock_places(folders: Sequence[Path]) -> list[Path]:
    """Where stocks are looked for: a user's own folders first."""
    return [*(folder / "stocks" for folder in folders), assets.templates("stocks")]


def paper_places(folders: Sequence[Path]) -> list[Path]:
    """Where papers are looked for."""
    return [place / "papers" for place in stock_places(folders)]


def files_in(places: Sequence[Path]) -> Mapping[str, Path]:
    """The files of all places by id; the first place wins."""
    return {path.stem: path for place in reversed(places) for path in listed(place)}


def slug(name: str) -> str:
    """A name as files spell it: 'Avery 5371' → 'avery-5371'."""
    return "-".join(name.casefold().replace("_", " ").replace("/", " ").split())


def is_file_name(name: str) -> bool:
    """Whether a stock is named by its file rather than by its id."""
    return name.casefold().endswith(FILE_SUFFIXES)


def stock_id(name: str, folders: Sequence[Path] = ()) -> str | None:
    """The id of the stock that *name* means; None if there is none.

    NotFoundError if it is the part number of several brands.
    """
    return _meant(name, files_in(stock_places(folders)))


def find_stock(name: str, folders: Sequence[Path] = ()) -> Path:
    """The file of a stock; NotFoundError tells what may have been meant."""
    files = files_in(stock_places(folders))
    found = _meant(name, files)
    if found is None:
        raise NotFoundError(f"no stock '{name}'{hint('stock', name, files)}")
    return files[found]


def find_paper(name: str, folders: Sequence[Path] = ()) -> Path:
    """The file of a paper size; NotFoundError tells what there is."""
    files = files_in(paper_places(folders))
    path = files.get(name) or files.get(slug(name))
    if path is None:
        raise NotFoundError(f"no paper '{name}'{hint('paper', name, files)}")
    return path


def hint(kind: str, name: str, known: Collection[str]) -> str:
    """What to say after 'no stock …': the likely one, all there are, or where they are listed."""
    meant = closest(name, known)
    if meant:
        return f"; did you mean '{meant}'?"
    if len(known) > _MOST_TOLD:
        return f"; 'cardmaker list {kind}s' lists them"
    return f"; there are: {', '.join(sorted(known))}"


def _meant(name: str, files: Mapping[str, Path]) -> str | None:
    wanted = slug(name)
    ids = {id_.casefold(): id_ for id_ in files}
    if wanted in ids:
        return ids[wanted]
    by_part = [id_ for low, id_ in ids.items() if wanted == _part(low)]
    found = by_part or [
        id_ for id_, path in files.items() if any(wanted in (own, _part(own)) for own in _sold_as(path))
    ]
    if len(found) > 1:
        raise NotFoundError(f"'{name}' is a part of several brands; write {' or '.join(sorted(found))}")
    return found[0] if found else None


def _part(id_: str) -> str:
    """The part number within 'brand-part', which has a digit; '' for other ids."""
    _, _, part = id_.partition("-")
    return part if any(map(str.isdigit, part)) else ""


def _sold_as(path: Path) -> list[str]:
    """The other ids that a stock's file lists; none if there is something wrong with it."""
    try:
        data, _ = load_yaml_file(path)
    except CardmakerError:
        return []  # told when the stock is used
    others = data.get("also") if isinstance(data, dict) else None
    return [slug(str(other)) for other in others] if isinstance(others, list) else []
