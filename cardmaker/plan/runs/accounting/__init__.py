"""A line and the run that it was read as → whether each figure and word of the line has its place in the run."""
