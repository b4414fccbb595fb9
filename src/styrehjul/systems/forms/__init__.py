"""What is asked about systems."""
