"""Exercise files → exercises to find, search and print."""

from cardmaker.library.index import IndexEntry
from cardmaker.library.library import Library, library_in, open_library

__all__ = ["IndexEntry", "Library", "library_in", "open_library"]
