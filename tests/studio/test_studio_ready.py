"""What a site brings along before Python is there: answers of the engine itself, whole, for every starter."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from cardmaker.studio import readyanswers
from cardmaker.studio.engine import Engine
from cardmaker.studio.readyanswers import ready_answers
from cardmaker.theme.kinds import KINDS


@pytest.mark.parametrize(
    "plans",
    [("laufwoche",), pytest.param(KINDS["plans"].names(), marks=pytest.mark.deep)],
    ids=["one plan", "all plans"],
)
def test_ready_answers_are_those_of_the_engine(
    plans: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of every starter in the deep run."""
    monkeypatch.setattr(readyanswers, "KINDS", {**KINDS, "plans": SimpleNamespace(names=lambda: plans)})
    found = {name: json.loads(data) for name, data in ready_answers()}
    assert {*found} == {
        *(f"{one}.json" for one in KINDS["languages"].names()),
        *(f"plan-{one}.json" for one in plans),
    }
    engine = Engine(tmp_path)

    def asked(name: str, args: dict[str, object]) -> object:
        return json.loads(engine.call(json.dumps({"name": name, "args": args}))[0])["ok"]

    assert found["de.json"]["exercises"] == asked("exercises", {"language": "de"})
    assert found["de.json"]["hello"]["png"] is False
    plan = found["plan-laufwoche.json"]
    assert plan["pages"] == asked("pages", {"text": plan["starter"]["text"]})
    page = plan["page"]
    name = page.pop("name")
    assert name == plan["pages"]["sides"][0]["name"] and page == asked("page", {"name": name})
    assert not [one for name, one in found.items() if name.startswith("plan-") and one["pages"]["findings"]]
