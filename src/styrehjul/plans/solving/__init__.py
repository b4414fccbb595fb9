"""The solver in a process of its own: what it may cost, how it is followed, how it is stopped."""
