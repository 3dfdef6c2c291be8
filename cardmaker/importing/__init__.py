"""Files that other programs or people made, tables, calendars, routines → plans, with all that couldn't be read."""
