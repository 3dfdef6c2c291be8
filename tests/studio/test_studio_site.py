"""The static site: all that the engine needs and no more, the same bytes each time, and nothing that wasn't tested."""

import io
import json
import marshal
import os
import shutil
import subprocess
import sys
import traceback
import zipfile
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any

import pytest

import cardmaker
from cardmaker.errors import OutputError, SourceError
from cardmaker.studio import archive, site
from cardmaker.studio.archive import unpacked
from cardmaker.studio.bytecode import compiled_zip

MODULES = """
import json, sys, tempfile
from pathlib import Path
from cardmaker import assets
from cardmaker.studio.engine import Engine
engine = Engine(Path(tempfile.mkdtemp()))
text = (assets.templates("plans") / "runners-week.yaml").read_text("utf-8")
people = "Name\\t10 km\\tEmail\\nRunner A\\t49:30\\ta@club.example\\n"
for name, args in [
    ("pages", {"text": text}), ("page", {"name": "sheets-01-this-week"}), ("check", {"text": "titel: x"}),
    ("pdf", {"text": text, "order": {"medium": "screen"}}), ("reading", {"kind": "run", "words": "5 km easy"}),
    ("catalogue", {"language": "de"}), ("exercises", {"words": "sqat"}), ("figure", {"exercise": "squat"}),
    ("table", {"text": people}), ("pages", {"text": text, "athlete": {"table": people, "row": 2}}),
]:
    assert "ok" in json.loads(engine.call(json.dumps({"name": name, "args": args}))[0]), name
print(*sorted({str(m.__file__) for m in [*sys.modules.values()] if getattr(m, "__file__", None)}), sep="\\n")
"""


def zipped(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, name * 99)
    return data.getvalue()


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with stand-ins for what comes from registries, and their digests; nothing is made or compiled."""
    folder = tmp_path / "parts"
    (folder / "node_modules" / "pyodide").mkdir(parents=True)
    digests = {}
    for name in site._PYODIDE:
        data = (
            zipped("abc.py", "unittest/case.py", "pdb.py", "encodings/cp1125.py")
            if name.endswith(".zip")
            else name.encode()
        )
        (folder / "node_modules" / "pyodide" / name).write_bytes(data)
        digests[name] = sha256(data).hexdigest()
    wheel = zipped("pydantic_core/__init__.py", "pydantic_core/core.so", "pydantic_core-1.dist-info/RECORD")
    (folder / site._CORE_WHEEL).write_bytes(wheel)
    monkeypatch.setattr(site, "_PYODIDE", digests)
    monkeypatch.setattr(site, "_CORE_DIGEST", sha256(wheel).hexdigest())
    monkeypatch.setattr(site, "version", lambda _: site.CORE)
    monkeypatch.setattr(archive, "_records", lambda: iter(()))
    monkeypatch.setattr(site, "ready_answers", lambda: iter([("en.json", b"{}")]))
    monkeypatch.setattr(site, "compiled", lambda _, archives: [*map(unpacked, archives)])
    return folder


def archived(files: dict[str, bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(files["engine.zip"]))


def test_two_sites_are_equal_and_list_their_files(parts: Path) -> None:
    files = site.site_files(parts)
    assert files == site.site_files(parts)
    about = json.loads(files["engine.json"])
    assert (
        about["engine"] == "worker"
        and about["archive"] in files
        and f"{about['pyodide']}pyodide.mjs" in files
    )
    assert about["files"] == {
        name: sha256(data).hexdigest() for name, data in files.items() if name not in ("engine.json", "sw.js")
    }
    assert {"index.html", "worker.mjs", "ready/en.json"} <= files.keys()
    assert f'const BUILD = "{about["build"]}";'.encode() in files["sw.js"]
    assert json.loads(files["pyodide/pyodide-lock.json"])["packages"] == {}


def test_the_archive_has_all_that_the_engine_imports(parts: Path) -> None:
    """Found by having it answer; what is compiled is left out, as each of these goes on without, or comes by itself."""
    done = subprocess.run([sys.executable, "-c", MODULES], capture_output=True, text=True, check=True)
    with archived(site.site_files(parts)) as archive:
        names = set(archive.namelist())
    outside = [path for path in done.stdout.splitlines() if "site-packages" in path and path.endswith(".py")]
    inside = [path.partition("site-packages/")[2] for path in outside]
    ends = (
        "PIL/",
        "pypdfium2",
        "pytz/",
        "pydantic_core/",
        "rl_accel",
        "__editable__",
        "_distutils",
        "a_tree",
    )
    assert len(inside) > 100
    assert [name for name in inside if name not in names and not name.startswith(ends)] == []
    assert "cardmaker/studio/engine.py" in names and "cardmaker/templates/plans/runners-week.yaml" in names


def test_the_archive_has_nothing_that_a_page_has_no_use_for(parts: Path) -> None:
    with archived(site.site_files(parts)) as archive:
        names = archive.namelist()
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert names == sorted(names) and {info.date_time for info in archive.infolist()} == {
            (1980, 1, 1, 0, 0, 0)
        }
    with zipfile.ZipFile(io.BytesIO(site.site_files(parts)["pyodide/python_stdlib.zip"])) as library:
        assert library.namelist() == ["abc.py"]
    first = {name.split("/")[0] for name in names}
    assert not {"click", "numpy", "shapely", "pypdfium2", "python_calamine", "icalendar"} & first
    assert not [
        name for name in names if "/cli/" in name or "__pycache__" in name or name.endswith((".pyc", ".mjs"))
    ]


def test_compiled_files_say_the_same_and_have_no_places() -> None:
    source = b"'words'\ndef f(x):\n    'more'\n    return [y for y in x if y > 1][0]\n"
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as made:
        made.writestr("a/b.py", source)
        made.writestr("a/c.txt", b"text")
    with zipfile.ZipFile(io.BytesIO(compiled_zip(plain.getvalue()))) as found:
        assert found.namelist() == ["a/b.pyc", "a/c.txt"] and found.read("a/c.txt") == b"text"
        data = found.read("a/b.pyc")
    assert data[:4] == MAGIC_NUMBER and int.from_bytes(data[4:8], "little") == 1  # by a digest, unchecked
    room: dict[str, Any] = {}
    exec(marshal.loads(data[16:]), room)
    assert room.get("__doc__") is None and room["f"].__doc__ is None and room["f"]([0, 2]) == 2
    with pytest.raises(IndexError) as fault:
        room["f"]([])
    assert "a/b.py" in "".join(traceback.format_exception(fault.value))  # which reads the table of places


def test_without_node_the_site_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SourceError, match="node isn't installed"):
        site.compiled({}, [])


@pytest.mark.parametrize("broken", ["pyodide.asm.wasm", "wheel"])
@pytest.mark.parametrize("how", ["missing", "changed"])
def test_what_was_not_tested_is_refused(parts: Path, broken: str, how: str) -> None:
    file = parts / site._CORE_WHEEL if broken == "wheel" else parts / "node_modules" / "pyodide" / broken
    if how == "missing":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(SourceError, match=f"to get it: npm install .*pyodide@{site.PYODIDE} .*{site.CORE}"):
        site.site_files(parts)


def test_an_export_takes_the_place_of_an_older_one_and_of_nothing_else(parts: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    count = site.export(folder, parts)
    about = json.loads((folder / "engine.json").read_text("utf-8"))
    (folder / "old.mjs").write_text("//")
    (folder / "own.txt").write_text("mine")
    about["files"] |= {"old.mjs": "", "../parts/pyodide": ""}
    (folder / "engine.json").write_text(json.dumps(about), "utf-8")
    assert site.export(folder, parts) == count
    assert not (folder / "old.mjs").exists() and (folder / "own.txt").read_text() == "mine"
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("mine")
    with pytest.raises(OutputError, match="something else than a site"):
        site.export(other, parts)
    with pytest.raises(OutputError, match="this is a file"):
        site.export(other / "letter.txt", parts)


SPEAKS = """
import json
from cardmaker.wording.formats import _dates, plural_forms
from cardmaker.wording.languages import own_name
from babel import Locale
for code in ("en", "de"):
    locale = Locale.parse(code)
    print(json.dumps([own_name(code), _dates(locale), plural_forms(locale), locale.number_symbols["latn"]["decimal"]]))
"""


def test_what_is_left_of_babel_says_all_that_pages_need(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_records", lambda: iter(()))
    for name, data in archive.engine_files():
        if name.startswith("babel/"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(data)
    whole, plain = (
        subprocess.run(
            [sys.executable, "-c", SPEAKS],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": f"{path}{os.pathsep}{Path(cardmaker.__file__).parents[1]}"},
        ).stdout
        for path in ("", tmp_path)
    )
    assert "Deutsch" in plain and plain == whole
