"""Goals that the municipality's efforts serve."""
