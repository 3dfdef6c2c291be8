"""Strength prescriptions: their record, the notation they are written in, and what a line is read as."""

from cardmaker.plan.sets.record import MAX_SETS, ONE, Group, Load, Sets, Span, Timing

__all__ = ["MAX_SETS", "ONE", "Group", "Load", "Sets", "Span", "Timing"]
