"""What a number begins: sets, work, a load, a list, a time."""
