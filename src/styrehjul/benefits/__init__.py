"""What becomes better, who owns it, and when it is measured."""
