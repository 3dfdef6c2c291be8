"""Files → a zip that is always the same, not compressed; and other zips made into such a one."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

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
