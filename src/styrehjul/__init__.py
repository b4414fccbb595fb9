"""Styrehjul: runs the cross-cutting digitalisation governance of a Danish municipality."""

__version__ = "0.1.0"
