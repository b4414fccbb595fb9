"""What was learned in one place and can be used in another."""
