"""The site's generated pages: each says what its source says, and nothing of it is lost."""

import json
import re
from pathlib import Path

import pytest
import yaml

pytest.importorskip("grimp", reason="needs the docs extra")

from scripts.docs import gallery, plan_reference, rooms, template_reference, texts

ROOT = Path(__file__).parents[2]
REFERENCE = {**dict(plan_reference.pages()), **dict(template_reference.pages())}


def test_every_key_of_the_schema_is_in_the_plan_reference() -> None:
    schema = json.loads((ROOT / "templates" / "plans" / "plan.schema.json").read_text("utf-8"))
    keys = {
        *schema["properties"],
        *(key for part in schema["$defs"].values() for key in part.get("properties", {})),
    }
    page = REFERENCE["reference/plan.md"]
    assert len(keys) > 40
    assert [key for key in sorted(keys) if f"| `{key}` |" not in page] == []
    assert [name for name in schema["$defs"] if f"\n## {name}\n" not in page] == []


def test_every_link_within_the_reference_leads_somewhere() -> None:
    for place, page in REFERENCE.items():
        headings = {heading.lower() for heading in re.findall(r"^## (\w+)$", page, flags=re.M)}
        assert set(re.findall(r"\]\(#(\w+)\)", page)) <= headings, place


@pytest.mark.parametrize("key", ["if", "unless", "list", "text", "min_height"])
def test_boxes_are_documented_as_files_spell_them(key: str) -> None:
    assert f"| `{key}` |" in REFERENCE["reference/boxes.md"]
    assert "| `when` |" not in REFERENCE["reference/boxes.md"]


@pytest.mark.parametrize("name", ["classic", "night"])
def test_what_a_theme_says_is_in_the_reference(name: str) -> None:
    theme = yaml.safe_load((ROOT / "templates" / "themes" / f"{name}.yaml").read_text("utf-8"))
    assert [key for key in theme if f"| `{key}` |" not in REFERENCE["reference/themes.md"]] == []


def test_the_gallery_has_each_folder_of_templates() -> None:
    folders = {path.name for path in (ROOT / "templates").iterdir() if any(path.glob("*.yaml"))}
    assert folders == {kind.folder for kind in gallery.KINDS}


def test_a_template_is_shown_with_its_picture_and_its_source(tmp_path: Path) -> None:
    (kind,) = [kind for kind in gallery.KINDS if kind.folder == "palettes"]
    page = gallery.page(kind, tmp_path / "palettes")
    for path in (ROOT / "templates" / "palettes").glob("*.yaml"):
        assert f"## {path.stem}" in page and f"pictures/palettes/{path.stem}.svg" in page
        assert (tmp_path / "palettes" / f"{path.stem}.svg").read_text("utf-8").startswith("<svg")
    assert "    name: Line art" in page


def test_rooms_are_all_in_the_picture_and_arrows_lead_down() -> None:
    rows, graph = rooms.floors(), rooms.rooms_graph()
    floor = {room: number for number, row in enumerate(rows) for room in row}
    assert {"cli", "paint", "errors"} <= set(floor)
    picture = rooms.svg(rows, graph)
    assert all(f">{room}</text>" in picture for room in floor)
    arrows = list(rooms.drawn(graph))
    assert arrows
    assert [(one, other) for one, other in arrows if one in floor and floor[one] >= floor[other]] == []


def test_arrows_that_others_imply_are_left_out() -> None:
    assert list(rooms.drawn({"a": {"b", "c"}, "b": {"c"}, "c": set()})) == [("a", "b"), ("b", "c")]


TEXT = """\
# Top

One [link](templates) and a [picture](illustrations/guide.png).

## Part

Words.

```sh
# no heading
[no](link)
```

### Deeper

More.

## Next
"""


def test_a_section_ends_where_the_next_begins() -> None:
    found = texts.section(TEXT, "Part")
    assert found.startswith("Words.") and found.endswith("More.\n")
    assert "# no heading" in found and "\n## Deeper\n" in found


def test_a_heading_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="Nowhere"):
        texts.section(TEXT, "Nowhere")


def test_links_lead_to_pages_but_not_in_code() -> None:
    found = texts.relinked(TEXT, "README.md", "reference/x.md")
    assert "[link](../gallery/index.md)" in found
    assert "[picture](../pictures/illustrations/guide.png)" in found
    assert "[no](link)" in found


def test_a_link_to_what_has_no_page_is_an_error() -> None:
    with pytest.raises(LookupError, match=r"README\.md: the site has no page for cardmaker/frame\.py"):
        texts.relinked("[x](cardmaker/frame.py)", "README.md", "index.md")
