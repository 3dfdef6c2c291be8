"""`python -m cardmaker` → the same as the command `cardmaker`."""

from cardmaker.cli.main import main

main()
