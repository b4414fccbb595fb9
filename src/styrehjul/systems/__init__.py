"""The municipality's it-systems."""
