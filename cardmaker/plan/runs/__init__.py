"""Runs: their notation and their written-out form → the record of a run, its totals and its reading."""
