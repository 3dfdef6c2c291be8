"""A table of athletes and a plan → each athlete's own plan, and its file."""
