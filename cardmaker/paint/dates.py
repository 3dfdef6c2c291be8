"""SOURCE_DATE_EPOCH → when a document says it was made."""

import os
from datetime import UTC, datetime

from cardmaker.errors import SettingError

_VARIABLE = "SOURCE_DATE_EPOCH"
_LATEST = 253402300799  # the last second of the year 9999


def source_date() -> datetime | None:
    """The date that the environment asks for; None if it asks for none.

    The clock is never asked, so that the same plan gives the same bytes on any day. SettingError if the
    variable isn't a number of seconds since 1970.
    """
    text = os.environ.get(_VARIABLE, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 20 and int(text) <= _LATEST):
        shown = text if len(text) <= 30 else f"{text[:30]}…"
        raise SettingError(
            f"{_VARIABLE}: '{shown}' is not a date; write whole seconds since 1970, such as 1767225600, or unset it"
        )
    return datetime.fromtimestamp(int(text), UTC)
