"""What is asked about the strategy and its goals, a file per subject."""
