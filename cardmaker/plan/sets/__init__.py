"""Strength prescriptions: their record, the notation they are written in, and what a line is read as."""

from cardmaker.plan.sets.record import MAX_SETS, ONE, Load, NumberRange, SetGroup, Sets, Timing

__all__ = ["MAX_SETS", "ONE", "Load", "NumberRange", "SetGroup", "Sets", "Timing"]
