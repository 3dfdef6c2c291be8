"""An exercise's id or a pose file → the pose, the muscles its card names, and the SVG drawn from both."""

from collections.abc import Sequence
from pathlib import Path

from cardmaker import assets
from cardmaker.figure.person import USUAL
from cardmaker.figure.pose import Pose
from cardmaker.figure.reading import read_pose
from cardmaker.figure.scene import draw_pose
from cardmaker.figure.svg import svg_text
from cardmaker.paths import is_file
from cardmaker.yaml12 import load_yaml_file


def pose_file(exercise: str) -> Path:
    """Where the pose of an exercise lies."""
    return assets.illustrations() / "poses" / f"{exercise}.yaml"


def poses() -> list[str]:
    """The ids of all exercises that have a pose, sorted."""
    return sorted(path.stem for path in pose_file("x").parent.glob("*.yaml"))


def exercise_file(exercise: str, folders: Sequence[Path] = ()) -> Path | None:
    """The exercise's own file, in one of the template *folders* or bundled; None if there is none."""
    places = [*(folder / "exercises" for folder in folders), assets.templates("exercises")]
    return next((path for place in places if is_file(path := place / f"{exercise}.yaml")), None)


def muscles_of(exercise: str, folders: Sequence[Path] = ()) -> tuple[list[str], list[str]]:
    """The primary and the secondary muscles that the exercise's own file names; none without a file."""
    path = exercise_file(exercise, folders)
    if path is None:
        return [], []
    data, _ = load_yaml_file(path)
    if not isinstance(data, dict):
        return [], []
    primary, secondary = (data.get(level) or [] for level in ("primary", "secondary"))
    return [str(muscle) for muscle in primary], [str(muscle) for muscle in secondary]


def draw_exercise(
    exercise: str, path: Path | None = None, folders: Sequence[Path] = (), person: str = USUAL
) -> str:
    """Draw an exercise from its pose file (or from *path*), with the exercise's muscles, or the pose's; → SVG.

    *person* is one of people.yaml; NotFoundError if it isn't.
    """
    pose = read_pose(path or pose_file(exercise))
    return svg_text(draw_pose(pose, *muscles_shown(pose, exercise, folders), person))


def muscles_shown(
    pose: Pose, exercise: str, folders: Sequence[Path] = ()
) -> tuple[Sequence[str], Sequence[str]]:
    """The muscles a figure shows: what the pose says itself, else what the exercise says."""
    if pose.primary or pose.secondary:
        return pose.primary, pose.secondary
    return muscles_of(exercise, folders)
