"""The pages of the wheel."""
