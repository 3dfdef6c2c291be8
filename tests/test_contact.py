"""A club's contact leads to its address wherever it is printed."""

from io import BytesIO
from pathlib import Path

import page as validation
import pikepdf
import pytest

from tests.kit import Command

PLAN = """\
title: Plan
club: {{name: Club, contact: {contact}}}
weeks:
  - thu: [run: 5 km easy]
  - thu: [run: 6 km easy]
"""


def leads_to(data: bytes) -> set[str]:
    """The addresses that the pages' links open."""
    with pikepdf.open(BytesIO(data)) as pdf:
        links = [link for leaf in pdf.pages for link in leaf.obj.get("/Annots", ()) if "/A" in link]
        return {str(link.A.URI) for link in links}


@pytest.mark.parametrize(
    "options",
    ["--sheet week-landscape", "--sheet week-portrait", "--for screen", "--book pocket", "--book booklet"],
)
@pytest.mark.parametrize(
    ("contact", "addresses"),
    [
        ("club@example.org", {"mailto:club@example.org"}),
        ("example.org/club", {"https://example.org/club"}),
        ("the notice board", set()),
    ],
)
def test_contact_leads_to_its_address(
    options: str, contact: str, addresses: set[str], command: Command, in_folder: Path
) -> None:
    (in_folder / "club.yaml").write_text(PLAN.format(contact=contact), encoding="utf-8")
    command("build", "club.yaml", *options.split(), "-o", "club.pdf")
    data = (in_folder / "club.pdf").read_bytes()
    assert leads_to(data) == addresses
    assert validation.is_pdf_compliant_bytes(data, profile="ua1")
