"""The arithmetic of training: race equivalents, training paces, the most that can be lifted, heart rates, plates."""
