"""Text that may be YAML or JSON → plain data, and the parts of it that are of the kind looked for."""

import json
import re
from functools import lru_cache
from typing import Any, Final

from cardmaker.errors import ProblemsError
from cardmaker.yaml12 import parse_yaml

_MAPPING: Final = re.compile(r"^[\w-]+:(?:\s|$)", re.MULTILINE)


@lru_cache(4)
def data_of(text: str) -> Any:
    """What *text* says as JSON or YAML; None if it is neither."""
    begun = text.lstrip("\ufeff \t\r\n")
    try:
        if begun[:1] in ("{", "["):
            return json.loads(begun)
        if _MAPPING.search(begun) and not begun.startswith("BEGIN:"):
            return parse_yaml(begun, "").data
    except (ValueError, RecursionError, ProblemsError):
        return None
    return None


def mapping(value: object) -> dict[str, Any]:
    """*value* if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def mappings(value: object) -> list[dict[str, Any]]:
    """The mappings in a list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def text(value: object) -> str:
    """A text or number as text; '' for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def number(value: object) -> float | None:
    """A number, or one in a text; None for anything else."""
    try:
        found = float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else None
    except ValueError:
        return None
    return found if found is not None and abs(found) < 1e9 else None
