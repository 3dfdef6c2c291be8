"""A small printer's profile to test with: four ideal inks, lut8 tables (ICC.1:2001-04), a few kilobytes."""

from functools import cache
from itertools import product
from struct import pack

_WHITE = (0.9642, 1.0, 0.8249)
_TO_XYZ = ((0.4361, 0.3851, 0.1431), (0.2225, 0.7169, 0.0606), (0.0139, 0.0971, 0.7141))
_FROM_XYZ = ((3.1339, -1.6169, -0.4906), (-0.9788, 1.9161, 0.0335), (0.0719, -0.2290, 1.4052))
_FORWARD, _BACK = 5, 13


def _lab(rgb: tuple[float, ...]) -> tuple[float, ...]:
    linear = [value**2.2 for value in rgb]
    xyz = [
        sum(a * b for a, b in zip(row, linear, strict=True)) / w
        for row, w in zip(_TO_XYZ, _WHITE, strict=True)
    ]
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _rgb(lightness: float, a: float, b: float) -> tuple[float, ...]:
    y = (lightness + 16) / 116
    parts = (y + a / 500, y, y - b / 200)
    xyz = [(t**3 if t > 0.2069 else (t - 16 / 116) / 7.787) * w for t, w in zip(parts, _WHITE, strict=True)]
    linear = (sum(m * v for m, v in zip(row, xyz, strict=True)) for row in _FROM_XYZ)
    return tuple(min(1.0, max(0.0, value)) ** (1 / 2.2) for value in linear)


def _inks(rgb: tuple[float, ...]) -> tuple[float, ...]:
    black = (1 - max(rgb)) * 0.8
    return (*((1 - black - value) / (1 - black) if black < 1 else 0.0 for value in rgb), black)


def _byte(value: float) -> int:
    return min(255, max(0, round(value)))


def _lut8(inputs: int, outputs: int, grid: int, table: bytes) -> bytes:
    head = b"mft1" + bytes(4) + bytes([inputs, outputs, grid, 0])
    matrix = b"".join(pack(">i", value << 16) for value in (1, 0, 0, 0, 1, 0, 0, 0, 1))
    return head + matrix + bytes(range(256)) * inputs + table + bytes(range(256)) * outputs


def _a2b() -> bytes:
    table = bytearray()
    for *cmy, k in product([n / (_FORWARD - 1) for n in range(_FORWARD)], repeat=4):
        lightness, a, b = _lab(tuple((1 - ink) * (1 - k) for ink in cmy))
        table += bytes([_byte(lightness * 2.55), _byte(a + 128), _byte(b + 128)])
    return _lut8(4, 3, _FORWARD, bytes(table))


def _b2a() -> bytes:
    table = bytearray()
    for lightness, a, b in product([n / (_BACK - 1) * 255 for n in range(_BACK)], repeat=3):
        inks = _inks(_rgb(lightness / 2.55, a - 128, b - 128))
        table += bytes(_byte(255 * ink) for ink in inks)
    return _lut8(3, 4, _BACK, bytes(table))


@cache
def profile(
    kind: bytes = b"prtr", model: bytes = b"CMYK", name: str = "Test press", without: str = ""
) -> bytes:
    """The whole file; parts of it may be made wrong."""
    words = name.encode("ascii") + b"\0"
    tags = {
        b"desc": b"desc" + bytes(4) + pack(">I", len(words)) + words + bytes(78),
        b"cprt": b"text" + bytes(4) + b"No copyright\0",
        b"wtpt": b"XYZ " + bytes(4) + b"".join(pack(">i", round(v * 65536)) for v in _WHITE),
        b"A2B0": _a2b(),
        b"B2A0": _b2a(),
    }
    tags.pop(without.encode(), None)
    offset, body, table = 132 + 12 * len(tags), b"", pack(">I", len(tags))
    for tag, data in tags.items():
        table += tag + pack(">II", offset + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = 128 + len(table) + len(body)
    white = b"".join(pack(">i", round(v * 65536)) for v in _WHITE)
    head = (
        pack(">I4xI", size, 0x02400000) + kind + model + b"Lab " + pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp"
    )
    return head + bytes(28) + white + bytes(48) + table + body
