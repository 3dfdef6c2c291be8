"""Frames in, sheets of paper out: grids, imposition, duplex and cut marks."""
