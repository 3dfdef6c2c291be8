"""What is missing on a page because a rung left it out: noted in the page's memo, by the ids of boxes."""

from collections.abc import Sequence
from typing import Any

from cardmaker.layout.ladder import FitSettings
from cardmaker.layout.scope import Scope

_Memo = dict[tuple[object, ...], Any]
_Noted = tuple[Scope, FitSettings]


def note_missing(memo: _Memo, box: str, scope: Scope, settings: FitSettings) -> None:
    """Remember that the box of this id shows less in a scope than it has."""
    memo.setdefault(("missing", box), []).append((scope, settings))


def noted_missing(memo: _Memo, box: str) -> Sequence[_Noted]:
    """Where it does, and on which rungs."""
    noted: Sequence[_Noted] = memo.get(("missing", box), ())
    return noted
