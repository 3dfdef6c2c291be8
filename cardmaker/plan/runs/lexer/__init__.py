"""Takes the text of a run apart. Each class reads more than the one that it is built on; `lexer` has the whole."""
