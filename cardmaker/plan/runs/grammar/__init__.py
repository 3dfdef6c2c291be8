"""The grammar of runs. Each class reads more than the one that it is built on; `parts` has the whole."""
