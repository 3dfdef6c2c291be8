"""content.json -> a PDF set by Typst: typst_peer.py FOLDER OUT.pdf [tagged]."""

import sys

import typst

folder, out, *tagged = sys.argv[1:]
typst.compile(
    f"{folder}/plan.typ",
    output=out,
    root=folder,
    font_paths=typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[f"{folder}/fonts"]
    ),
    sys_inputs={"content": "content.json"},
    pdf_tags=bool(tagged),
)
