"""A pose file → a line for each thing in it that can't be: where it is, which joint, what, and a remedy."""

import re
from pathlib import Path
from typing import Final

from cardmaker.errors import Problem
from cardmaker.figure.checks import PoseFault, check_pose
from cardmaker.figure.reading import read_pose
from cardmaker.textfile import source_name
from cardmaker.yaml12 import Lines, load_yaml_file

_LEGS: Final = ("hip", "thigh", "knee", "shank", "ankle", "foot", "toes")
_ARMS: Final = ("shoulder", "upper_arm", "elbow", "forearm", "wrist", "hand", "grip")
_JOINT: Final = re.compile(r"(?:the )?(" + "|".join((*_LEGS, *_ARMS, "neck", "head", "trunk", "spine", "pelvis", "bar"))
                           + r")(?:[ _]([RL])\b)?")  # fmt: skip
_CLASH: Final = re.compile(r" cm into (?:the trunk|the head|\w+_[RL])$")
_REMEDIES: Final = {
    "reach": "bring the pelvis nearer, or the target",
    "length": "this is a fault of the rig: please report it",
    "range": "bend it less, or turn the limb with rot, pole or elbow",
    "through": "raise it, or move the prop",
    "clash": "lead it past with wide, out, elbow or knee_out, or place the hand or foot elsewhere",
    "support": "give heel or ball the height of what it stands on; in mid-air write airborne: true",
    "bar": "give both hands the same x and z, clear of the legs",
    "balance": "move the pelvis over the feet, or the feet under it",
    "bare": "write barefoot: true",
    "close": "read its place off the squares, which --grid draws without 'close', too",
    "signs": "read its place off the squares, or lead it out of the body with off",
    "mirror": "this is a fault of the rig: please report it",
    "slips": "write its place once, under common",
    "sides": "change it, or the feet or hips",
}


def faults_of(path: Path) -> list[Problem]:
    """What is impossible in a pose, in the order of its lines; TemplateError if the file isn't a pose."""
    pose = read_pose(path)
    data, lines = load_yaml_file(path)
    name = source_name(path)
    found = [_problem(fault, name, data, lines) for fault in check_pose(pose)]
    return sorted(dict.fromkeys(found), key=lambda problem: problem.line)


def _problem(fault: PoseFault, name: str, data: object, lines: Lines) -> Problem:
    found = _JOINT.match(fault.message)
    joint, side = (found[1], found[2] or "") if found else ("", "")
    position = fault.position.split("–")[-1]
    line = next((lines.at(path) for path in _places(position, joint, side) if _there(data, path)), 1)
    field = f"{fault.position}.{joint}{f'_{side}' if side else ''}" if joint else fault.position
    remedy = _REMEDIES["clash" if _CLASH.search(fault.message) else fault.rule]
    return Problem(name, line, field, f"{fault.message}; {remedy} ({fault.rule})")


def _places(position: str, joint: str, side: str) -> list[tuple[str, ...]]:
    """Where a joint may be written, the most particular place first."""
    limb = "legs" if joint in _LEGS else "arms" if joint in _ARMS else {"head": "neck"}.get(joint, joint)
    sides = (side, "both") if side else ("both",)
    near = [(where, limb, one) for where in (position, "common") for one in sides]
    return [*near, (position, limb), ("common", limb), (position, "pelvis"), (position,)]


def _there(data: object, path: tuple[str, ...]) -> bool:
    for step in path:
        if not isinstance(data, dict) or step not in data:
            return False
        data = data[step]
    return True
