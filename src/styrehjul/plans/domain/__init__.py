"""The plan's rules and its mathematics in plain Python."""
