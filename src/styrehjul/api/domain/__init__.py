"""The rules of the API in plain Python."""
