"""An exercise's id → its pose, the muscles its card names, and the SVG drawn from both."""

from pathlib import Path

from cardmaker import assets
from cardmaker.figure.reading import read_pose
from cardmaker.figure.scene import draw_pose
from cardmaker.figure.svg import svg_text
from cardmaker.yaml12 import load_yaml_file


def pose_file(exercise: str) -> Path:
    """Where the pose of an exercise lies."""
    return assets.illustrations() / "poses" / f"{exercise}.yaml"


def poses() -> list[str]:
    """The ids of all exercises that have a pose, sorted."""
    return sorted(path.stem for path in pose_file("x").parent.glob("*.yaml"))


def muscles_of(exercise: str) -> tuple[list[str], list[str]]:
    """The primary and the secondary muscles that the exercise's own file names; none without a file."""
    path = assets.templates("exercises") / f"{exercise}.yaml"
    if not path.is_file():
        return [], []
    data, _ = load_yaml_file(path)
    return list(data.get("primary") or []), list(data.get("secondary") or [])


def draw_exercise(exercise: str, path: Path | None = None) -> str:
    """Draw an exercise from its pose file (or from *path*); → SVG."""
    primary, secondary = muscles_of(exercise)
    return svg_text(draw_pose(read_pose(path or pose_file(exercise)), primary, secondary))
