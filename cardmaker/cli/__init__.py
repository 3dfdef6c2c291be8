"""The command line: it parses, calls, reports and chooses the exit code."""
