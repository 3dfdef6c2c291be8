"""Messages in, answers out: what the page asks of cardmaker, warm from one edit to the next.

The messages, their arguments and answers are in docs/studio-messages.md. What is made is made by the API alone, so
pages are those of `cardmaker build`; what was laid out before is kept by the workshop, whose stores are bounded.
"""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import cardmaker
from cardmaker.api import Workshop
from cardmaker.errors import CardmakerError
from cardmaker.log import note
from cardmaker.picture.own_picture import picture_in
from cardmaker.picture.plain import decodes_all
from cardmaker.studio import lookups, messages
from cardmaker.studio.drafting import Drafter, draws_dots
from cardmaker.studio.messages import MessageError, Reply
from cardmaker.studio.pasted import read_pasted
from cardmaker.studio.readings import read_line

MOST_PICTURES: Final = 64
MOST_BYTES: Final = 64 * 1024 * 1024
"""Of all pictures together, which are held in memory."""
_FAULT: Final = (
    "a fault in cardmaker itself, not in your plan; what you have written is safe. Please report it"
)

Message = Callable[..., Reply]


class Engine:
    """Answers messages about one plan, which lies in a *folder* that nothing it names leads out of."""

    def __init__(self, folder: Path, workshop: Workshop | None = None) -> None:
        self._workshop = workshop or Workshop()
        self.plans = plans = Drafter(self._workshop, folder)
        self._messages: dict[str, Message] = {
            "hello": self.hello,
            "check": plans.check,
            "weeks": plans.weeks,
            "warm": plans.warm,
            "pages": plans.pages,
            "page": plans.page,
            "areas": plans.areas,
            "pdf": plans.pdf,
            "reading": self.reading,
            "exercises": lookups.exercises,
            "figure": lookups.figure,
            "catalogue": lookups.catalogue,
            "schema": lookups.schema,
            "starter": lookups.starter,
            "table": self.table,
            "roster": plans.roster,
            "put": self.put,
            "drop": self.drop,
            "pictures": self.pictures,
        }

    def add(self, more: Mapping[str, Message]) -> None:
        """Answer other messages, too."""
        self._messages |= more

    def call(self, message: str, data: bytes = b"") -> tuple[str, list[bytes]]:
        """What a message is answered: a line of JSON, and the bytes of its files. Nothing is raised."""
        start = time.perf_counter()
        blobs: tuple[bytes, ...] = ()
        answer: dict[str, Any]
        try:
            reply = messages.answered(messages.read_message(message), self._messages, data)
            answer, blobs = {"ok": reply.data}, reply.files
        except (CardmakerError, MessageError) as refusal:
            answer = {"error": {"message": str(refusal), "fault": False}}
        except Exception as fault:  # the page goes on with what it has
            note("studio", "%r", fault, detail=True)
            answer = {"error": {"message": _FAULT, "fault": True, "kind": type(fault).__name__}}
        answer["ms"] = round((time.perf_counter() - start) * 1000, 1)
        return messages.written(answer), list(blobs)

    def hello(self) -> Reply:
        """What this engine is."""
        return Reply(
            {
                "version": cardmaker.__version__,
                "service": False,
                "folder": "",
                "plan": "",
                "png": draws_dots(),
            }
        )

    def reading(
        self, kind: str, words: str, units: str = "", language: str = "en", exercise: str = ""
    ) -> Reply:
        """What a line is read as, or why it isn't."""
        return Reply(read_line(self._workshop.names, kind, words, units, language, exercise))

    def table(self, text: str, units: str = "", language: str = "en") -> Reply:
        """What a pasted table is."""
        return Reply(read_pasted(self._workshop, text, units, language))

    def put(self, name: str, data: bytes = b"") -> Reply:
        """Keep a picture next to the plan."""
        if not name.strip() or not data:
            raise MessageError("put: a picture has a name and bytes")
        if not name.casefold().endswith(".svg") and not decodes_all():
            picture_in(data, name)  # which the page has to encode again
        others = {one: kept for one, kept in self.plans.files.items() if one != name}
        if len(others) >= MOST_PICTURES or sum(map(len, others.values())) + len(data) > MOST_BYTES:
            raise MessageError(
                f"put: at most {MOST_PICTURES} pictures of {MOST_BYTES // 2**20} MB together are kept; drop one"
            )
        self.plans.files = {**others, name: data}
        self.plans.forget()
        return Reply({"name": name, "size": len(data)})

    def drop(self, name: str) -> Reply:
        """Forget a picture."""
        self.plans.files = {one: data for one, data in self.plans.files.items() if one != name}
        self.plans.forget()
        return Reply({"name": name})

    def pictures(self) -> Reply:
        """The pictures that were put."""
        return Reply(
            {"pictures": [{"name": name, "size": len(data)} for name, data in self.plans.files.items()]}
        )
