"""What meetings' pages show, read with a constant number of queries and only as much as the reader may see."""
