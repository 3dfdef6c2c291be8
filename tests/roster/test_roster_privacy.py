"""No athlete's data is where it needn't be: in others' files, in metadata, caches or what a run says."""

import io
import os
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.kit import Command

PLAN = "title: Week for {goal}\nweeks: [{tue: {run: 8 km easy}}]\n"
SECRETS = {
    "One": ("Xanthippe", "xan@club.example", "goalofone", "diagnosisofone"),
    "Two": ("Yolanda", "yol@club.example", "goaloftwo", "diagnosisoftwo"),
}
USED = (0, 2)
"""Name and goal are printed; address and a column that the plan doesn't use are not."""


def _texts(file: Path) -> str:
    """All that a PDF says: on pages, in its information, metadata and outline, and in every stream."""
    data = file.read_bytes()
    with pypdfium2.PdfDocument(data) as pdf:
        shown = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = (one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream))
        held = b"\n".join([*streams, *(repr(one).encode() for one in pdf.objects)])
    return shown + held.decode("latin-1") + data.decode("latin-1")


@pytest.fixture
def club(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan and a table of which much isn't to be printed, and caches in it."""
    rows = "".join(f"{','.join(secrets)}\n" for secrets in SECRETS.values())
    Path("plan.yaml").write_text(PLAN)
    Path("club.csv").write_text(f"Name,Email,Goal,Diagnosis\n{rows}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(in_folder / "caches"))
    return in_folder


def test_files_have_their_own_athlete_s_data_as_far_as_it_is_printed(command: Command, club: Path) -> None:
    done = command("build", "plan.yaml", "--roster", "club.csv", "--only", "sheets", "-o", "out")
    assert done.code == 0, done.err
    for path, own in zip(sorted(Path("out").glob("*.pdf")), SECRETS.values(), strict=True):
        text = _texts(path)
        kept = {secret for index, secret in enumerate(own) if index in USED}
        found = {secret for secrets in SECRETS.values() for secret in secrets if secret in text}
        assert found == kept, path


@pytest.mark.parametrize("more", [(), ("-v",)])
def test_nothing_is_left_in_caches_or_said(command: Command, club: Path, more: tuple[str, ...]) -> None:
    done = command("build", "plan.yaml", "--roster", "club.csv", "--only", "sheets", "-o", "out", *more)
    assert done.code == 0, done.err
    kept = b"".join(
        Path(folder, name).read_bytes() for folder, _, names in os.walk("caches") for name in names
    )
    said = kept.decode("latin-1") + done.out + done.err
    assert not [secret for secrets in SECRETS.values() for secret in secrets if secret in said]


def test_an_anonymous_manifest_has_nothing_but_names_of_files(command: Command, club: Path) -> None:
    wish = ("--anonymous", "--file-names", "{row}", "-o", "out")
    assert command("build", "plan.yaml", "--roster", "club.csv", "--only", "sheets", *wish).code == 0
    said = Path("out/manifest.json").read_text()
    assert not [secret for secrets in SECRETS.values() for secret in secrets if secret in said]
