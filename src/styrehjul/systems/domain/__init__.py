"""The rules of systems, plain."""
