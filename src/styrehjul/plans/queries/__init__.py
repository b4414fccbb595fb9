"""What is read about the plans."""
