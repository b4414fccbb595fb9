"""How rows of a file become proposed changes. Plain Python."""
