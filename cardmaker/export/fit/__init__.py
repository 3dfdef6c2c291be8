"""A plan → workouts for watches as FIT files: what is planned as steps, and the steps as bytes."""
