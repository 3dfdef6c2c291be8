"""The definition of sRGB (IEC 61966-2-1) → an ICC profile, so that a file's colours mean the same everywhere.

Run by an author if the figures should ever change; what it writes is committed:

    python -m tests.tools.build_srgb cardmaker/paint/srgb.icc

The profile is a matrix and a curve, of version 4.3 (ISO 15076-1), adapted to the D50 white that profiles use. It
has no clock in it, so it is the same bytes each time.
"""

import sys
from pathlib import Path
from struct import pack

_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
# Bradford's adaptation from D65 to D50, by rows.
_ADAPTATION = (
    1.0478112,
    0.0228866,
    -0.0501270,
    0.0295424,
    0.9904844,
    -0.0170491,
    -0.0092345,
    0.0150436,
    0.7521316,
)
# Y = (a·X + b)^g from d on, c·X below: parametric curve of type 3.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_HEADER = 128


def profile() -> bytes:
    """The profile's bytes, about half a kilobyte."""
    curve = b"para" + bytes(4) + pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _words("sRGB"),
        b"cprt": _words("No copyright"),
        b"wtpt": _xyz(_WHITE),
        b"chad": b"sf32" + bytes(4) + _fixed(*_ADAPTATION),
        **{name: _xyz(primary) for name, primary in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    places: dict[bytes, int] = {}
    offset, body = _HEADER + 4 + 12 * len(tags), b""
    for data in tags.values():
        if data not in places:
            places[data] = offset + len(body)
            body += data + bytes(-len(data) % 4)
    table = pack(">I", len(tags)) + b"".join(
        name + pack(">II", places[data], len(data)) for name, data in tags.items()
    )
    return _header(_HEADER + len(table) + len(body)) + table + body


def _header(size: int) -> bytes:
    made = pack(">6H", 2000, 1, 1, 0, 0, 0)
    return (
        pack(">I4xI", size, 0x04300000)
        + b"mntrRGB XYZ "
        + made
        + b"acsp"
        + bytes(28)
        + _fixed(*_WHITE)
        + bytes(_HEADER - 80)
    )


def _fixed(*values: float) -> bytes:
    """Numbers as s15Fixed16."""
    return b"".join(pack(">i", round(value * 65536)) for value in values)


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*values)


def _words(text: str) -> bytes:
    """A multi-localised text with one entry, in English."""
    data = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + pack(">II", 1, 12) + b"enUS" + pack(">II", len(data), 28) + data


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(profile())
