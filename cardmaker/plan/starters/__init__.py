"""Weeks, a race and days → a starter plan that fits them: a base week and its progression, as text to change."""
