"""What has been read of a prescription so far: groups of sets, and what waits for the next one."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets.cursor import Cursor
from cardmaker.plan.sets.record import ONE, NumberRange

EXAMPLE: Final = "3x8-12 @ RPE 7, rest 90 s"
Found = dict[str, Any]

_NAMES: Final = {
    "rest_s": "rest",
    "rpe": "RPE",
    "rir": "RIR",
    "per": "side",
    "hold_s": "hold",
    "pause_s": "pause",
    "change": "change of load",
}
_OF_LAST: Final = Pattern(r"\b(?:last|final|letzte[nr]?)\b", "last|final|letzte", re.IGNORECASE)
AIMS: Final = ("load", "percent", "percent_of", "gain", "rpe", "rir")
"""How heavy sets are: their load, or their effort."""
LISTED: Final = ("load", "percent", "rpe", "rir")


@dataclass(slots=True)
class SetsDraft:
    """Groups as dictionaries of their fields, in order; *held* goes to the next, *whole* to all."""

    cursor: Cursor
    groups: list[Found] = field(default_factory=list)
    held: Found = field(default_factory=dict)
    whole: Found = field(default_factory=dict)
    timing: Found | None = None
    """The fields of a format against the clock."""
    gap: str = ""
    """The last separator, '' directly behind what was read before."""
    depth: int = 0
    """Inside how many brackets."""
    segment: int = 0
    """How many semicolons came before; what comes after one isn't said of the groups before it."""
    chain: int = 0
    """A number for each bare list, which its groups share."""

    @property
    def group(self) -> Found | None:
        """The group being read."""
        return self.groups[-1] if self.groups else None

    def start(self, found: Found) -> None:
        """Begin a group with *found*, and with what was held for it."""
        held, self.held = self.held, {}
        role = held.get("role", "")
        note = "; ".join(filter(None, [held.pop("note", ""), found.pop("note", "")]))
        for name in found.keys() & held.keys():
            if found[name] != held[name]:
                raise ValueError(twice(name))
        place = {"segment": self.segment, "depth": self.depth}
        self.groups.append({**place, **held, **found, **({"note": note} if note else {})})
        if role == "warm-up":
            self.held["role"] = role

    def start_list(self, founds: list[Found]) -> None:
        """Begin a group for each of a bare list, which belong together."""
        self.chain += 1
        held = dict(self.held)
        for found in founds:
            self.held = dict(held)
            self.start({**found, "chain": self.chain})

    def give(self, name: str, value: object, *, ahead: bool = False) -> None:
        """Set a field of the group being read, or of the next one if there is none yet or it is *ahead*."""
        target = self.held if ahead or self.group is None else self.group
        if target.get(name, value) != value or (name in target and name in LISTED):
            raise ValueError(twice(name))
        target[name] = value

    def remark(self, text: str) -> None:
        """Keep words that the notation doesn't know."""
        text = text.strip(" ,;:./|").rstrip("-").removesuffix(" w")
        text = text.removesuffix(" +").rstrip()
        if text[:1] == "-" and not text[1:2].isdigit():  # '-2.5 kg a week' is less each week
            text = text.lstrip(" ,;:.-/")
        if not text or text == "a":  # 'with a 24 kg kettlebell'
            return
        targets = [self.held] if self.group is None else self._alike(self.group, text)
        for target in targets:
            if text not in target.get("note", "").split("; "):
                target["note"] = "; ".join(filter(None, [target.get("note", ""), text]))

    def _alike(self, group: Found, text: str) -> list[Found]:
        """The groups that words behind *group* are said of: all of a bare list, but for words on its last set."""
        chain = group.get("chain")
        if chain is None or group.get("split") or _OF_LAST.search(text):
            return [group]
        return [found for found in self.groups if found.get("chain") == chain]

    def give_list(self, name: str, values: list[object], written: str) -> None:
        """Set a field set by set: of all groups, or of the last if they are as many."""
        for start in (self._since(), len(self.groups) - 1):
            run = self.groups[start:] if self.groups else []
            if run and sum(_count(found) for found in run) == len(values):
                if any(name in found for found in run):
                    raise ValueError(twice(name))
                self.groups[start:] = [
                    {**found, name: value} for found, value in zip(_singly(run), values, strict=True)
                ]
                return
        count = sum(_count(found) for found in self.groups[self._since() :])
        if not self.groups:
            raise ValueError(f"how many sets? write them before '{written}'")
        sets = f"{count} set" + ("s" if count != 1 else "")
        raise ValueError(
            f"{sets} and {len(values)} values, '{written}'; give one for each set, or one for all"
        )

    def _since(self) -> int:
        """Where the working groups of this segment begin."""
        own = [n for n, found in enumerate(self.groups) if found["segment"] == self.segment]
        own = [n for n in own if self.groups[n].get("role") != "warm-up"] or own
        return own[0] if own else 0

    def split_last(self) -> Found:
        """Part the last set from the group being read, and give it."""
        if self.group is None:
            raise ValueError(f"the last set of how many? write sets before it, like '{EXAMPLE}'")
        if _count(self.group) > 1:
            last = dict(self.group)
            self.group["sets"] = NumberRange(*(end - 1 for end in self.group["sets"]))
            self.groups.append({**last, "sets": ONE})
        return self.groups[-1]


def twice(name: str) -> str:
    """The message for a field that is given two times."""
    return f"the {_NAMES.get(name, name)} is given twice"


def _count(found: Found) -> int:
    return int(found.get("sets", ONE).high)


def _singly(run: list[Found]) -> list[Found]:
    """Each set of *run* as a group of its own."""
    return [{**found, "sets": ONE} for found in run for _ in range(_count(found))]
