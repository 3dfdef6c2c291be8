"""What is done in a set: repetitions, times, distances, and the parts of those that differ."""
