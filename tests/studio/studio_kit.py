"""What tests of Studio share: an engine that is warm, and how it is asked."""

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from cardmaker import assets
from cardmaker.studio.engine import Engine

SMALL = """\
title: Spring
weeks:
  - mon: {run: 5 km easy}   # a remark
    tue: [{strength: legs}]
workouts:
  legs:
    exercises:
      - squat: 3x10
      - lunge: 3x8
"""


@cache
def engine() -> Engine:
    """One for all tests of a process: it is to be right whatever it did before."""
    return Engine(Path(tempfile.mkdtemp(prefix="studio-")))


def said(name: str, data: bytes = b"", /, **args: Any) -> tuple[dict[str, Any], list[bytes]]:
    """The whole answer to a message, and its files."""
    line, blobs = engine().call(json.dumps({"name": name, "args": args}), data)
    answer: dict[str, Any] = json.loads(line)
    return answer, blobs


def ask(name: str, data: bytes = b"", /, **args: Any) -> dict[str, Any]:
    """What a message is answered that is to be understood."""
    answer, _ = said(name, data, **args)
    assert "ok" in answer, answer
    found: dict[str, Any] = answer["ok"]
    return found


def refused(name: str, /, **args: Any) -> str:
    """Why a message is refused, which is no fault of cardmaker's."""
    error: dict[str, Any] = said(name, **args)[0]["error"]
    assert not error["fault"]
    return str(error["message"])


def plan(name: str) -> str:
    """The text of a bundled plan."""
    return (assets.templates("plans") / f"{name}.yaml").read_text("utf-8")
