"""How deep and how large a document may be: far above any plan, and low enough for a quick answer."""

DEPTH_LIMIT = 40
TOO_DEEP = (
    f"nested more than {DEPTH_LIMIT} deep; look for brackets that aren't closed, or lines indented too far"
)
NODE_LIMIT = 100_000
"""How many values a document may have; what an alias repeats counts each time."""
