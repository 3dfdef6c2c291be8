"""Clauses behind the work: rest, effort, tempo, sides, techniques. Each takes what it knows, or nothing."""
