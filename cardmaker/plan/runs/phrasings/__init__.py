"""Ways to put a run, and the same in phrases that the grammar reads: tables, in the order they are tried."""
