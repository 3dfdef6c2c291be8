"""A plan file → a Plan: models, the notations of sets and runs, every mistake with its line."""
