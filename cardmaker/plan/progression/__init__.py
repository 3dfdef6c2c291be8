"""A base week, phases and what changes a week → every week written out. Imported where a plan uses it."""
