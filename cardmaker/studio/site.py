"""Studio as a folder of static files: the page, Pyodide, and one archive of Python code and data.

Python runs in the page, and asks for nothing else. Pyodide and the compiled part of pydantic come from registries, and
have to be those whose digests are here. The same versions give the same bytes.
"""

import hashlib
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

import cardmaker
from cardmaker import assets
from cardmaker.errors import NotFoundError, OutputError, SourceError
from cardmaker.paths import is_there, reason
from cardmaker.studio.lookups import catalogue
from cardmaker.studio.serve import PAGE
from cardmaker.theme.kinds import KINDS

_ABOUT: Final = "engine.json"
PYODIDE: Final = "314.0.7"
_PYODIDE: Final[Mapping[str, str]] = {
    "pyodide.mjs": "6f1d60f7bf529beb300f0f47983c921d3982363640ba20af0e38efdddbc66109",
    "pyodide.asm.mjs": "f7cdc8ece80678ceb712f8e65ebe6d3a83203a180c399865f49612a051693635",
    "pyodide.asm.wasm": "cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6",
    "python_stdlib.zip": "fa1957e5777068fc4f7437f96d860ae2fbe9c19732ba06c84e004ec16dd7dd7a",
    "pyodide-lock.json": "5dc2fc119108bc148c7457dc86e7675b5c87e1cafd420b9c34c1eaef7b36c010",
}
"""The files of Pyodide that a page loads, with their SHA-256."""
CORE: Final = "2.50.5"
_CORE_WHEEL: Final = f"pydantic_core-{CORE}-cp314-cp314-pyemscripten_2026_0_wasm32.whl"
_CORE_DIGEST: Final = "b2910ec0fa5aeb9bef70156f2b79f4783978fdcfaa7b2f1b5d1814458d2e79a1"
HOW: Final = (
    f"npm install --prefix FOLDER pyodide@{PYODIDE} && pip download -d FOLDER --no-deps --only-binary :all:"
    " --platform pyemscripten_2026_0_wasm32 --python-version 3.14 --implementation cp --abi cp314"
    f" pydantic-core=={CORE}"
)
"""What gets both into a folder."""
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_MODE: Final = 0o100644 << 16

Wanted = Callable[[str], bool]


class _Needed(NamedTuple):
    """A package that the engine imports, and which of its files."""

    name: str
    wanted: Wanted


def _python(path: str) -> bool:
    return path.endswith(".py")


def _of_reportlab(path: str) -> bool:
    return _python(path) and ("/" not in path or path.split("/")[0] in ("lib", "pdfbase", "pdfgen"))


def _of_babel(path: str) -> bool:
    if path.startswith("locale-data/"):
        return path in {f"locale-data/{one}.dat" for one in ("root", *KINDS["languages"].names())}
    return (_python(path) and not path.startswith("messages/")) or path.endswith(".dat")


def _of_pydantic(path: str) -> bool:
    return _python(path) and not path.startswith(("v1/", "_hypothesis", "mypy"))


_NEEDED: Final = (
    _Needed("annotated_types", _python),
    _Needed("babel", _of_babel),
    _Needed("email_validator", _python),
    _Needed("idna", _python),
    _Needed("pydantic", _of_pydantic),
    _Needed("rapidfuzz", _python),
    _Needed("reportlab", _of_reportlab),
    _Needed("segno", _python),
    _Needed("typing_extensions", _python),
    _Needed("typing_inspection", _python),
    _Needed("yaml", _python),
)
"""Those whose Python files alone will do; the compiled parts of some are only faster."""
_NO_PILLOW: Final = b'"""Pillow isn\'t in the page; ReportLab looks for it, and does without."""\n'
_LEFT_OUT: Final = ("cli/", "figure/", "mail/", "made/", "studio/page/", "studio/serve.py", "studio/site.py")


def site_files(pyodide: Path) -> dict[str, bytes]:
    """The whole site, by names below its folder. *pyodide* is where Pyodide and pydantic-core were put.

    SourceError if something there is missing or isn't what it should be.
    """
    files = {f"pyodide/{name}": data for name, data in _pyodide_files(pyodide)}
    files |= {name: path.read_bytes() for name, path in _below(PAGE)}
    files["engine.zip"] = _archive(dict(_engine_files(pyodide)))
    about = {
        "engine": "worker",
        "version": cardmaker.__version__,
        "pyodide": "pyodide/",
        "archive": "engine.zip",
        "files": {name: _digest(files[name]) for name in sorted(files)},
    }
    about["build"] = _digest(json.dumps(about).encode())[:16]
    files[_ABOUT] = json.dumps(about, indent=1).encode() + b"\n"
    return dict(sorted(files.items()))


def export(folder: Path, pyodide: Path) -> int:
    """Write the site into a folder that is new, empty or holds one, and take away what that had besides; its files.

    OutputError if the folder holds something else, or can't be written.
    """
    from cardmaker.deliver.files import write_files

    old = _exported(folder)
    files = site_files(pyodide)
    try:
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OutputError(f"{folder}: {reason(fault)}") from None
    write_files({folder / name: data for name, data in files.items()})
    for name in old - files.keys():
        (folder / name).unlink(missing_ok=True)
    return len(files)


def _exported(folder: Path) -> set[str]:
    """The files of the site that is in a folder."""
    if not is_there(folder):
        return set()
    if not folder.is_dir():
        raise OutputError(f"{folder}: this is a file; name a folder for the site")
    try:
        about = json.loads((folder / _ABOUT).read_text("utf-8"))
        found = {name for name in about["files"] if not {"..", ""} & {*name.split("/")}}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        if any(folder.iterdir()):
            raise OutputError(f"{folder}: holds something else than a site; name a new folder") from None
        return set()
    return found


def _pyodide_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for name, digest in _PYODIDE.items():
        found = next((place / name for place in _places(folder) if (place / name).is_file()), None)
        if found is None:
            raise SourceError(f"{folder}: no {name} of Pyodide {PYODIDE}; to get it: {HOW}")
        data = _checked(found, digest)
        yield name, _unpacked(data) if name.endswith(".zip") else data


def _places(folder: Path) -> tuple[Path, ...]:
    """Where npm puts a package, and where it is by itself."""
    return folder, folder / "node_modules" / "pyodide", folder / "pyodide"


def _checked(path: Path, digest: str) -> bytes:
    data = path.read_bytes()
    if _digest(data) != digest:
        raise SourceError(f"{path}: not the file that was tested, or damaged; to get it: {HOW}")
    return data


def _engine_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """All that goes into the archive."""
    yield from _core_files(folder)
    yield from ((name, _NO_PILLOW) for name in ("PIL/__init__.py", "PIL/Image.py"))
    for name, wanted in _NEEDED:
        for inner, path in _package(name):
            if wanted(inner.removeprefix(f"{name}/")):
                yield inner, path.read_bytes()
    for inner, path in _below(Path(cardmaker.__file__).parent):
        if inner.endswith((".py", ".icc")) and not inner.startswith(_LEFT_OUT):
            yield f"cardmaker/{inner}", path.read_bytes()
    for folder_name in ("templates", "illustrations"):
        root = assets.bundled(folder_name)
        for inner, path in _below(root):
            if not inner.startswith(("poses/", "body/")) and not inner.endswith((".png", ".md")):
                yield f"cardmaker/{folder_name}/{inner}", path.read_bytes()
    yield from _records()
    for language in KINDS["languages"].names():
        kept = json.dumps(catalogue(language), ensure_ascii=False, sort_keys=True).encode()
        yield f"cardmaker/studio/catalogue.{language}.json", kept


def _core_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    installed = version("pydantic-core")
    if installed != CORE:
        raise NotFoundError(f"the site is made with pydantic-core {CORE}, and {installed} is installed")
    wheel = folder / _CORE_WHEEL
    if not wheel.is_file():
        raise SourceError(f"{folder}: no {_CORE_WHEEL}; to get it: {HOW}")
    with zipfile.ZipFile(io.BytesIO(_checked(wheel, _CORE_DIGEST))) as archive:
        for name in archive.namelist():
            if name.startswith("pydantic_core/") and name.endswith((".py", ".so")):
                yield name, archive.read(name)


def _records() -> Iterator[tuple[str, bytes]]:
    """Templates and exercises as they are read, so that a page need not read them."""
    from cardmaker.ready import filling
    from cardmaker.resolve.names import open_catalogue

    with tempfile.TemporaryDirectory() as folder:
        with filling(Path(folder)):
            open_catalogue().read_all()
        for inner, path in _below(Path(folder)):
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
    for inner, path in _below(origin.parent):
        yield f"{name}/{inner}", path


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files in a folder and below, by their names in it, in an order that is always the same."""
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).as_posix()
        if path.is_file() and "__pycache__" not in inner and not path.name.startswith("."):
            yield inner, path


def _archive(files: Mapping[str, bytes]) -> bytes:
    """A zip of files, not compressed, as whoever serves it does that."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr, info.create_system = _MODE, 3
            archive.writestr(info, files[name])
    return buffer.getvalue()


def _unpacked(data: bytes) -> bytes:
    """An archive whose files are not compressed, which makes less of it once the server compresses the whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _archive({info.filename: archive.read(info) for info in archive.infolist()})


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
