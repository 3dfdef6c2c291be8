"""A plan → files for other programs: calendars, tables, workouts for watches."""
