"""A pose file → a Pose: what the positions have in common is merged in, left and right are separate."""

from pathlib import Path
from typing import Any

from cardmaker.errors import Problem, TemplateError
from cardmaker.figure.anatomy import SIDES
from cardmaker.figure.pose import Pose
from cardmaker.textfile import source_name
from cardmaker.validation import validate
from cardmaker.yaml12 import Lines, load_yaml_file

POSITIONS = ("start", "middle", "finish")
_WAYS = {
    "legs": (("foot",), ("hip", "abd", "rot"), ("thigh", "shank", "sole")),
    "arms": (("hand",), ("shoulder", "abd", "rot"), ("upper", "fore", "out", "fore_out")),
}


def read_pose(path: Path) -> Pose:
    """Read a pose; TemplateError with every mistake and its line."""
    data, lines = load_yaml_file(path)
    name = source_name(path)
    if not isinstance(data, dict):
        raise TemplateError([Problem(name, 1, "", "not a pose; see poses/README.md")])
    return validate(Pose, _with_positions(data, name, lines), name, lines)


def _with_positions(data: dict[str, Any], name: str, lines: Lines) -> dict[str, Any]:
    common = _mapping(data.get("common"), name, lines, "common")
    written = {key: data[key] for key in POSITIONS if key in data}
    if not written:
        raise TemplateError([Problem(name, 1, "", "has no position; write start and finish")])
    rest = {key: value for key, value in data.items() if key not in POSITIONS and key != "common"}
    positions = {key: _position(common, _mapping(value, name, lines, key)) for key, value in written.items()}
    return {**rest, "positions": positions}


def _mapping(value: object, name: str, lines: Lines, field: str) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise TemplateError([Problem(name, lines.at((field,)), field, "should be a mapping")])
    return value


def _position(common: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for key in {**common, **own}:
        if key in _WAYS:
            merged[key] = _limbs(key, common.get(key), own.get(key))
        elif isinstance(common.get(key), dict) and isinstance(own.get(key), dict):
            merged[key] = {**common[key], **own[key]}
        else:
            merged[key] = own.get(key, common.get(key))
    for limb in _WAYS:
        merged.setdefault(limb, {side: {} for side in SIDES})
    return merged


def _limbs(limb: str, common: object, own: object) -> object:
    if not isinstance(common or {}, dict) or not isinstance(own or {}, dict):
        return own or common
    layers = [layer for layer in (common, own) if isinstance(layer, dict)]
    unknown = {key: value for layer in layers for key, value in layer.items() if key not in (*SIDES, "both")}
    result: dict[str, Any] = dict(unknown)
    for side in SIDES:
        limb_data: dict[str, Any] = {}
        for layer in layers:
            for key in ("both", side):
                if isinstance(layer.get(key), dict):
                    limb_data = _overlaid(limb, limb_data, layer[key])
        result[side] = limb_data
    return result


def _overlaid(limb: str, under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """What is written later wins; a limb written another way (foot, angles, directions) forgets the earlier way."""
    ways = _WAYS[limb]
    new = {i for i, way in enumerate(ways) if any(key in over for key in way)}
    kept = {
        key: value
        for key, value in under.items()
        if not new or not any(key in way for i, way in enumerate(ways) if i not in new)
    }
    return {**kept, **over}
