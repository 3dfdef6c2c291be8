"""Python files in a zip → the same zip with what Python compiles them to; run by the Python that will load it.

It imports nothing of cardmaker, as `compile.mjs` runs it alone, in Pyodide.
"""

import importlib.util
import io
import marshal
import zipfile
from types import CodeType

_UNCHECKED = (1).to_bytes(4, "little")
"""Of the flags in a file's head: known by its source's digest, which nobody compares, as there is no source."""
_OPTIMIZE = 2
"""Without docstrings and assertions, as with `python -OO`: 0.9 MB less to send."""
_NO_PLACE = 0b1_1111_000
"""An entry of that table: its mark, the kind that has no place, and the number of instructions less one."""


def compiled_zip(data: bytes) -> bytes:
    """A zip in which each `.py` file is a `.pyc` file, in the same order."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made, "w") as other:
        for info in archive.infolist():
            name, content = info.filename, archive.read(info)
            if name.endswith(".py"):
                name, content = f"{name}c", bytecode(content, name)
            other.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def bytecode(source: bytes, name: str) -> bytes:
    """What a `.pyc` file holds, without the places of instructions in the source, which isn't there to look into."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=_OPTIMIZE)
    head = importlib.util.MAGIC_NUMBER + _UNCHECKED + importlib.util.source_hash(source)
    return head + marshal.dumps(_bare(code))


def _bare(code: CodeType) -> CodeType:
    inner = tuple(_bare(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_linetable=_nowhere(len(code.co_code) // 2), co_consts=inner)


def _nowhere(units: int) -> bytes:
    """A table of places for tracebacks, which says of so many instructions, eight at a time, that they have none."""
    whole, rest = divmod(units, 8)
    return bytes([_NO_PLACE | 7] * whole + [_NO_PLACE | (rest - 1)] * bool(rest))
