"""The outline painter: a frame as text."""

from cardmaker.frame import Art, Artwork, Image, Link, Path, Role
from cardmaker.paint import outline
from tests.paint.paint_kit import frame, group, put, rect, text

EXPECTED = """\
Frame 74×105
  H1
    5.5,8 'Squat' 16pt #15232B 13.02 wide, roboto-condensed-bold-latin
  Figure 'A squat'
    1,12 art 30×15, 1 paths
    Artifact
      0,12 path 0,0 4×4, 4 segments, fill #C4281A
  Table
    TR
      TH scope Row
        0,20 '5 → 6' 10pt +0.04em #15232B 8.76 wide, roboto-condensed-regular-latin, dejavu-sans-symbols
  Link
    0,40 link 20×4 https://example.org 'Film'
  0,50 image 10×8, 2d711642
  0,60 path -0.5,-0.5 11×1, 1 segments, stroke #8A979E 1 dashed 1/0.5 round
"""


def test_a_frame_reads_as_indented_text() -> None:
    art = Artwork(20, 10, (Path("M 0 0 L 20 10", stroke="#15232B", width=1),))
    picture = group(
        Role.FIGURE, put(Art(art, 30), 1, 2), group(Role.ARTIFACT, rect(0, 0, 4, 4), y=2), alt="A squat", y=10
    )
    cell = group(Role.TH, text("5 → 6", tracking_em=0.04), scope="Row")
    card = frame(
        group(Role.H1, text("Squat", 0.5, 8, weight="bold", size=16), x=5),
        picture,
        group(Role.TABLE, group(Role.TR, cell), y=20),
        group(Role.LINK, put(Link("https://example.org", 20, 4, "Film")), y=40),
        put(Image(b"x", 10, 8), 0, 50),
        put(Path("M 0 0 L 10 0", stroke="#8A979E", width=1, dash=(1.0, 0.5), round=True), 0, 60),
    )
    assert outline(card) == EXPECTED
