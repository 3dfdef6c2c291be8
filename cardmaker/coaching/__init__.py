"""What a coach would want to be told of a plan."""
