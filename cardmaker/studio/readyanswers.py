"""What the engine answers before it is there: lists, starter plans and the first page of each, as files of the site.

They are the engine's own answers, so the page shows nothing that it would have to take back.
"""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cardmaker.errors import NotFoundError
from cardmaker.studio.engine import Engine
from cardmaker.studio.messages import written
from cardmaker.theme.kinds import KINDS


def ready_answers() -> Iterator[tuple[str, bytes]]:
    """Files by name: a language's `en.json` has answers by message, `plan-runners-week.json` those about a starter."""
    with tempfile.TemporaryDirectory() as folder:
        engine = Engine(Path(folder))
        for language in KINDS["languages"].names():
            yield (
                f"{language}.json",
                _json(
                    {
                        "hello": {**_answer(engine, "hello"), "png": False},
                        "catalogue": _answer(engine, "catalogue", language=language),
                        "exercises": _answer(engine, "exercises", language=language),
                    }
                ),
            )
        for plan in KINDS["plans"].names():
            yield f"plan-{plan}.json", _json(_plan(engine, plan))


def _plan(engine: Engine, name: str) -> dict[str, Any]:
    starter = _answer(engine, "starter", name=name)
    check = _answer(engine, "check", text=starter["text"])
    pages = _answer(engine, "pages", text=starter["text"])
    first = pages["sides"][0]["name"]
    return {
        "starter": starter,
        "check": check,
        "pages": pages,
        "page": {"name": first, **_answer(engine, "page", name=first)},
    }


def _answer(engine: Engine, message: str, /, **args: Any) -> dict[str, Any]:
    answer = json.loads(engine.call(written({"name": message, "args": args}))[0])
    if "ok" not in answer:
        raise NotFoundError(f"{message}: {answer['error']['message']}")
    found: dict[str, Any] = answer["ok"]
    return found


def _json(answers: dict[str, Any]) -> bytes:
    return written(answers).encode()
