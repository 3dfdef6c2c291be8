"""What the engine in a page is made of: the files of the packages that it imports, templates, and records of both.

They are those that are installed; what a page has no use for is left out.
"""

import io
import pickle
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import cardmaker
from cardmaker import assets
from cardmaker.errors import NotFoundError
from cardmaker.namedtuple import NamedTuple
from cardmaker.theme.kinds import KINDS

Wanted = Callable[[str], bool]


class _Needed(NamedTuple):
    """A package that the engine imports, and which of its files."""

    name: str
    wanted: Wanted


def _python(path: str) -> bool:
    return path.endswith(".py")


def _of_reportlab(path: str) -> bool:
    room, _, name = path.removesuffix(".py").partition("/")
    wanted = not name or (room in ("lib", "pdfbase", "pdfgen") and name not in _NOT_FOR_PAGES)
    return _python(path) and wanted


_NOT_FOR_PAGES: Final = {
    *("PyFontify", "codecharts", "corp", "fontfinder", "geomutils", "pygments2xpre"),
    *("randomtext", "sequencer", "styles", "testutils", "textsplit", "yaml"),
    *("_can_cmap_data", "_cidfontdata", "_glyphlist", "acroform", "cidfonts", "pdfform"),
    *("arciv", "attrmap", "normalDate", "pdfencrypt", "rparsexml", "validators"),
}
"""Modules of ReportLab for paragraphs, forms, old fonts and its own tests, which no page opens: 0.1 MB to send."""


def _of_babel(path: str) -> bool:
    if path in ("lists.py", "support.py", "units.py"):
        return False
    if path.startswith("locale-data/"):
        return path in {f"locale-data/{one}.dat" for one in ("root", *KINDS["languages"].names())}
    return (_python(path) and not path.startswith("messages/")) or path.endswith(".dat")


_NOT_WRITTEN: Final = (
    "currency", "unit", "compound_unit", "compact", "list", "meta_zones", "time_zones", "zone",
)  # fmt: skip
"""How entries begin that Babel has for money, measures, lists and places in time, none of which pages write."""
_NOT_ASKED: Final = {
    *("likely_subtags", "territory_languages", "territory_currencies", "territory_zones", "zone_territories"),
    *("meta_zones", "all_currencies", "windows_zone_mapping", "zone_aliases", "currency_fractions"),
    *("scripts", "variants"),
}


def _plain_babel(name: str, data: bytes) -> bytes:
    """A file as it is; of Babel's data, what pages write: 0.2 MB less to send."""
    if not (name.startswith("babel/") and name.endswith(".dat")):
        return data
    kept = {
        key: value
        for key, value in pickle.loads(data).items()  # of a package that is installed
        if key not in _NOT_ASKED and not str(key).startswith(_NOT_WRITTEN)
    }
    return pickle.dumps(kept, 2)


def _of_pydantic(path: str) -> bool:
    return _python(path) and not path.startswith(
        ("v1/", "_hypothesis", "color", "mypy", "experimental/pipeline")
    )


_NEEDED: Final = (
    _Needed("annotated_types", _python),
    _Needed("babel", _of_babel),
    _Needed("email_validator", _python),
    _Needed("idna", _python),
    _Needed("pydantic", _of_pydantic),
    _Needed("rapidfuzz", _python),
    _Needed("reportlab", _of_reportlab),
    _Needed("segno", lambda path: _python(path) and path != "cli.py"),
    _Needed("typing_extensions", _python),
    _Needed("typing_inspection", _python),
    _Needed("yaml", _python),
)
"""Those whose Python files alone will do; the compiled parts of some are only faster."""
_NO_PILLOW: Final = b'"""Pillow isn\'t in the page; ReportLab looks for it, and does without."""\n'
_LEFT_OUT: Final = (
    "cli/", "figure/", "mail/", "made/", "export/fit/", "studio/page/", "studio/serve.py", "studio/site.py",
    "studio/archive.py", "deliver/cutpaths.py", "deliver/destination.py", "importing/libraries.py",
    "layout/fixed/calibration.py", "pipeline/calibration.py", "pipeline/stocksheets.py", "plan/starters/",
    "cache/", "deliver/illustration.py", "deliver/printers.py", "deliver/profiles.py", "deliver/separate.py",
    "deliver/watch.py", "layout/fixed/diagram.py", "layout/fixed/front.py", "roster/manifest.py",
    "roster/places.py", "roster/run.py", "studio/bytecode.py", "studio/readyanswers.py",
)  # fmt: skip


def engine_files() -> Iterator[tuple[str, bytes]]:
    """All that goes into the archive, by names in it, but what is compiled for the page."""
    yield from ((name, _NO_PILLOW) for name in ("PIL/__init__.py", "PIL/Image.py"))
    for name, wanted in _NEEDED:
        for inner, path in _package(name):
            if wanted(inner.removeprefix(f"{name}/")):
                yield inner, _plain_babel(inner, path.read_bytes())
    for inner, path in files_below(Path(cardmaker.__file__).parent):
        if inner.endswith((".py", ".icc")) and not inner.startswith(_LEFT_OUT):
            yield f"cardmaker/{inner}", path.read_bytes()
    for folder_name in ("templates", "illustrations"):
        root = assets.bundled(folder_name)
        for inner, path in files_below(root):
            if not inner.startswith(("poses/", "body/")) and not inner.endswith((".png", ".md")):
                yield f"cardmaker/{folder_name}/{inner}", path.read_bytes()
    yield from _records()


def _records() -> Iterator[tuple[str, bytes]]:
    """Templates, exercises and extents of figures as they are read, so that a page need not work them out."""
    from cardmaker.pipeline.readyforms import make_extents
    from cardmaker.ready import filling
    from cardmaker.resolve.names import open_catalogue

    with tempfile.TemporaryDirectory() as folder:
        with filling(Path(folder)):
            open_catalogue().read_all()
            make_extents()
        for inner, path in files_below(Path(folder)):
            yield f"cardmaker/made/{inner}", path.read_bytes()


def _package(name: str) -> Iterator[tuple[str, Path]]:
    """The files of a package that is installed, by their names in an archive."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise NotFoundError(f"the package {name} isn't installed")
    origin = Path(spec.origin)
    if origin.name != "__init__.py":
        yield origin.name, origin
        return
    for inner, path in files_below(origin.parent):
        yield f"{name}/{inner}", path


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files in a folder and below, by their names in it, in an order that is always the same."""
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).as_posix()
        if path.is_file() and "__pycache__" not in inner and not path.name.startswith("."):
            yield inner, path


_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_MODE: Final = 0o100644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of files, not compressed, as whoever serves it does that."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr, info.create_system = _MODE, 3
            archive.writestr(info, files[name])
    return buffer.getvalue()


def unpacked(data: bytes) -> bytes:
    """An archive whose files are not compressed, which makes less of it once the server compresses the whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({info.filename: archive.read(info) for info in archive.infolist()})
