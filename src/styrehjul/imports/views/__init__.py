"""The pages of the imports."""
