"""The rules of briefings, plain."""
