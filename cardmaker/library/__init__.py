"""Exercise files → exercises to find, search and print."""

from cardmaker.library.index import Entry
from cardmaker.library.library import Library, library_in, open_library

__all__ = ["Entry", "Library", "library_in", "open_library"]
