"""Characters -> measured glyphs and broken lines."""
