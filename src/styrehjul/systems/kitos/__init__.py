"""Kitos, the municipalities' register of systems and contracts, as its public API v2 tells it. Nothing here writes."""
