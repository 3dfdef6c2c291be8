"""Studio as a folder of static files: the page, Pyodide, and one archive of Python code and data.

Python runs in the page, and asks for nothing else. Pyodide and the compiled part of pydantic come from registries, and
have to be those whose digests are here. The same versions give the same bytes.
"""

import hashlib
import io
import json
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

import cardmaker
from cardmaker.errors import NotFoundError, OutputError, SourceError
from cardmaker.paths import is_there, reason
from cardmaker.studio.archive import engine_files, files_below, unpacked, zipped
from cardmaker.studio.readyanswers import ready_answers
from cardmaker.studio.serve import PAGE

_ABOUT: Final = "engine.json"
_KEEPER: Final = "sw.js"
"""The service worker, by which a browser knows the build; it is in no list that makes up the build's digest."""
_LIBRARY: Final = "python_stdlib.zip"
_LOCK: Final = "pyodide-lock.json"
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
_COMPILE: Final = Path(__file__).with_name("compile.mjs")
_NO_PACKAGES: Final = (
    b'{"info":{"abi_version":"2026_0","arch":"wasm32","platform":"emscripten"},"packages":{}}\n'
)
"""A list of Pyodide's own packages, none of which is here."""
_UNUSED: Final = {
    "_pydatetime", "_pyio", "_pyrepl", "bdb", "cProfile", "compileall", "doctest", "ensurepip", "filecmp",
    "fileinput", "ftplib", "http", "idlelib", "imaplib", "mailbox", "modulefinder", "multiprocessing",
    "netrc", "optparse", "pdb", "pickletools", "plistlib", "poplib", "profile", "pstats", "py_compile",
    "pyclbr", "pydoc", "pydoc_data", "shelve", "smtplib", "socketserver", "sqlite3", "statistics", "symtable",
    "tabnanny", "timeit", "trace", "tracemalloc", "turtle", "unittest", "venv", "wave", "wsgiref", "xmlrpc",
    "zipapp",
}  # fmt: skip
"""What of Python's library is for servers, mail, tests, programmers, prompts and other processes: 0.5 MB to send."""
_CODECS: Final = (
    "mac_", "cp7", "cp8", "cp10", "cp11", "cp9", "iso8859_", "iso2022", "euc_", "koi8", "gb", "big5",
)  # fmt: skip
"""Encodings that nothing is read in here: 0.1 MB to send."""


def site_files(pyodide: Path) -> dict[str, bytes]:
    """The whole site, by names below its folder. *pyodide* is where Pyodide and pydantic-core were put.

    SourceError if something there is missing or isn't what it should be.
    """
    parts = dict(_pyodide_files(pyodide))
    code = {**dict(_core_files(pyodide)), **dict(engine_files())}
    parts[_LIBRARY], engine = compiled(parts, [_used(parts[_LIBRARY]), zipped(code)])
    parts[_LOCK] = _NO_PACKAGES
    files = {f"pyodide/{name}": data for name, data in parts.items()}
    files |= {name: path.read_bytes() for name, path in files_below(PAGE)}
    files |= {f"ready/{name}": data for name, data in ready_answers()}
    files["engine.zip"] = engine
    about = {
        "engine": "worker",
        "version": cardmaker.__version__,
        "pyodide": "pyodide/",
        "archive": "engine.zip",
        "files": {name: _digest(files[name]) for name in sorted(files) if name != _KEEPER},
    }
    build = about["build"] = _digest(json.dumps(about).encode())[:16]
    files[_KEEPER] = files[_KEEPER].replace(b"@BUILD@", build.encode())
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


def compiled(pyodide: Mapping[str, bytes], archives: Sequence[bytes]) -> list[bytes]:
    """Zips of Python files as that Python compiles them whose files are *pyodide*; not compressed.

    SourceError without node, which runs it.
    """
    node = shutil.which("node")
    if node is None:
        raise SourceError("node isn't installed, which compiles Python for the site; it comes with npm")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pyodide").mkdir()
        for part, data in pyodide.items():
            (folder / "pyodide" / part).write_bytes(data)
        for i, data in enumerate(archives):
            (folder / f"{i}.zip").write_bytes(data)
        done = subprocess.run([node, _COMPILE, folder], capture_output=True, text=True, check=False)
        if done.returncode:
            raise SourceError(f"node: Python couldn't be compiled for the site: {done.stderr.strip()[-300:]}")
        return [unpacked((folder / f"{i}.out.zip").read_bytes()) for i in range(len(archives))]


def _used(library: bytes) -> bytes:
    """Python's library without what a page has no use for."""
    with zipfile.ZipFile(io.BytesIO(library)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist() if not _is_unused(name)})


def _is_unused(name: str) -> bool:
    top, _, inner = name.partition("/")
    return top.removesuffix(".py") in _UNUSED or (top == "encodings" and inner.startswith(_CODECS))


def _pyodide_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for name, digest in _PYODIDE.items():
        found = next((place / name for place in _places(folder) if (place / name).is_file()), None)
        if found is None:
            raise SourceError(f"{folder}: no {name} of Pyodide {PYODIDE}; to get it: {HOW}")
        yield name, _checked(found, digest)


def _places(folder: Path) -> tuple[Path, ...]:
    """Where npm puts a package, and where it is by itself."""
    return folder, folder / "node_modules" / "pyodide", folder / "pyodide"


def _checked(path: Path, digest: str) -> bytes:
    data = path.read_bytes()
    if _digest(data) != digest:
        raise SourceError(f"{path}: not the file that was tested, or damaged; to get it: {HOW}")
    return data


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


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
