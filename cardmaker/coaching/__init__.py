"""What a coach would want to know about a plan."""
