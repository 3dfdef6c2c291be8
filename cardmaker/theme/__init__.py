"""Colours, type, faces, sheets and stocks as validated data."""
