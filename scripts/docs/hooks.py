"""What mkdocs calls while it builds the site: generated pages and pictures go in, and what pages include.

See mkdocs.yml; `mkdocs serve` shows the site while you write.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from scripts.docs import gallery, plan_reference, printing, rooms, rules, template_reference, texts

ROOT = Path(__file__).parents[2]
_WORK = tempfile.TemporaryDirectory(prefix="cardmaker-docs-")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages and pictures that are made rather than written."""
    drawn = Path(tempfile.mkdtemp(dir=_WORK.name))
    for place, text in pages(drawn):
        files.append(File.generated(config, place, content=text))
    files.append(File.generated(config, "rooms.svg", content=rooms.svg(rooms.floors(), rooms.rooms_graph())))
    for place, path in pictures(files, drawn):
        files.append(File.generated(config, place, abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, *, page: Any, **_: object) -> str:
    """Put in what a page includes, and lead its links to files of the repository to their pages."""
    place = page.file.src_uri
    written = texts.with_included(markdown, place)
    return (
        texts.relinked(written, f"docs/{place}", place, strict=False)
        if not page.file.generated_by
        else written
    )


def pages(drawn: Path) -> Iterator[tuple[str, str]]:
    """All generated pages; pictures of theirs go into the folder *drawn*."""
    yield from plan_reference.pages()
    yield from template_reference.pages()
    yield from rules.pages()
    yield from gallery.pages(drawn / "gallery" / "pictures")
    printing.draw(drawn / "printing")


def pictures(files: Files, drawn: Path) -> Iterator[tuple[str, Path]]:
    """All pictures: those drawn for the site, and those of the repository that pages show."""
    for path in sorted(drawn.rglob("*.svg")):
        yield path.relative_to(drawn).as_posix(), path
    written = [file for file in files.documentation_pages() if file.abs_src_path]
    shown = texts.pictures(
        texts.with_included(Path(str(file.abs_src_path)).read_text("utf-8"), file.src_uri) for file in written
    )
    for name in sorted(shown):
        yield f"{texts.PICTURES}/{name}", ROOT / name
