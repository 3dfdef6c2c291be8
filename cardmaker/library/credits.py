"""What is known of whose a picture is → whether it may be printed, and whether its author has to be named."""

import re
from collections.abc import Mapping
from pathlib import Path

from cardmaker import assets
from cardmaker.paths import is_file
from cardmaker.record import record

FILE = "credits.yaml"

_ASKING = r"(cc[ -]?by|gfdl|gnu free documentation|free art|fal-1)"
_FREED = r"(cc[ -]?0|public domain|pdm|unlicense|0bsd)"


@record
class Credit:
    """Who made a picture, and under which licence it may be passed on; '' where that isn't known."""

    author: str = ""
    licence: str = ""

    @property
    def line(self) -> str:
        """Author and licence in a line, as far as they are known."""
        return ", ".join(filter(None, (self.author, self.licence)))

    @property
    def asks(self) -> bool:
        """Whether the licence lets the picture be printed only where its author is named."""
        return bool(re.match(_ASKING, self.licence, re.IGNORECASE))

    @property
    def lacking(self) -> tuple[str, ...]:
        """Which of author and licence are still missing: the author isn't needed where nobody has any rights."""
        needed = ("licence",) if re.match(_FREED, self.licence, re.IGNORECASE) else ("author", "licence")
        return tuple(part for part in needed if not getattr(self, part))


def bundled_credits() -> Mapping[str, Credit]:
    """Author and licence of each bundled illustration, by the name of its file."""
    return read_credits(assets.illustrations() / FILE)


def read_credits(path: Path) -> Mapping[str, Credit]:
    """The credits in one file; none if there is no such file, TemplateError if it isn't YAML."""
    from cardmaker.yaml12 import load_yaml_file

    if not is_file(path):
        return {}
    data, _ = load_yaml_file(path)
    known = data.items() if isinstance(data, dict) else ()
    return {
        str(name): Credit(str(credit.get("author") or ""), str(credit.get("licence") or ""))
        for name, credit in known
        if isinstance(credit, dict)
    }
