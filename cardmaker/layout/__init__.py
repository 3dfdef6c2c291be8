"""Handout and theme to frames: every mark placed before anything is drawn."""
