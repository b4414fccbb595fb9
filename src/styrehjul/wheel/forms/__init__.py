"""What is asked on the wheel."""
