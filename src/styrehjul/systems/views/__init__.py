"""The pages of systems that need nothing above them."""
