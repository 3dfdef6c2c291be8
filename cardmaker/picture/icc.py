"""An ICC file from a print shop → its bytes, once it is known to say how CMYK inks look on paper.

Headers and tags as in ISO 15076-1.
"""

from pathlib import Path
from struct import error, unpack_from

from cardmaker.errors import SourceError
from cardmaker.paths import look, reason, short_path
from cardmaker.record import record

LIMIT_MB = 32
_HEADER = 128
_MODELS = {"RGB ": "RGB", "GRAY": "grey", "Lab ": "Lab", "XYZ ": "XYZ"}
_CLASSES = {
    "mntr": "a monitor",
    "scnr": "a scanner or camera",
    "link": "a link between devices",
    "spac": "a colour space",
    "abst": "an effect",
    "nmcl": "named colours",
}
_ASK = "ask the print shop for the ICC profile of its press and paper"


@record
class OutputProfile:
    """How inks look on a paper: what the profile calls itself, its bytes, and the file they are from."""

    name: str
    data: bytes
    file: str = ""


def read_output_profile(path: Path, where: str = "") -> OutputProfile:
    """Read a printer's CMYK profile; SourceError begins with *where*, and says what is wrong with the file."""
    subject = f"{where}{short_path(path)}"
    found = look(path).kind
    if found in ("folder", "other"):
        what = "this is a folder; name an ICC file in it" if found == "folder" else f"not a file; {_ASK}"
        raise SourceError(f"{subject}: {what}")
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LIMIT_MB << 20 else b""
    except FileNotFoundError:
        raise SourceError(f"{subject}: no such file; {_ASK}") from None
    except (OSError, ValueError) as fault:
        raise SourceError(f"{subject}: can't be read: {reason(fault)}") from None
    if size > LIMIT_MB << 20:
        raise SourceError(f"{subject}: larger than {LIMIT_MB} MB; {_ASK}")
    if unfit := _unfit(data):
        raise SourceError(f"{subject}: {unfit}; {_ASK}")
    return OutputProfile(_name(data) or path.stem, data, subject)


def _unfit(data: bytes) -> str:
    """What makes it unfit for printing with; '' if nothing."""
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp":
        return "not an ICC profile"
    (length,) = unpack_from(">I", data)
    if length != len(data):
        return f"damaged: it says that it is {length} bytes long, and is {len(data)}"
    kind, model = (data[at : at + 4].decode("latin-1") for at in (12, 16))
    if kind != "prtr":
        return f"the profile of {_CLASSES.get(kind, 'something else')}, not of a printer"
    if model != "CMYK":
        return f"a profile for {_MODELS.get(model, repr(model.strip()))}, not for CMYK"
    if data[8] > 4:
        return f"of ICC version {data[8]}; PDF/X-4 takes versions up to 4"
    missing = sorted({"A2B0", "B2A0"} - _tags(data).keys())
    return f"it has no table {' and '.join(missing)}, so that colours can't be converted" if missing else ""


def _tags(data: bytes) -> dict[str, bytes]:
    """The tags that lie within the file."""
    (count,) = unpack_from(">I", data, _HEADER)
    tags = {}
    for at in range(_HEADER + 4, min(len(data) - 11, _HEADER + 4 + 12 * count), 12):
        name, offset, length = unpack_from(">4sII", data, at)
        if offset + length <= len(data):
            tags[name.decode("latin-1")] = data[offset : offset + length]
    return tags


def _name(data: bytes) -> str:
    """What the profile calls itself, in printable characters; '' if it doesn't say."""
    described = _tags(data).get("desc", b"")
    try:
        if described[:4] == b"desc":
            (length,) = unpack_from(">I", described, 8)
            text = described[12 : 12 + length].decode("ascii", "replace")
        elif described[:4] == b"mluc":
            length, offset = unpack_from(">II", described, 20)
            text = described[offset : offset + length].decode("utf-16-be", "replace")
        else:
            return ""
    except error:
        return ""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:120]
