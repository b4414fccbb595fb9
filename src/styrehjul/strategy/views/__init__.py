"""Pages of the strategy, a file per subject."""
