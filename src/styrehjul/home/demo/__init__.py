"""The demo municipality: Norddjurs's kommissorium with two invented years of life in it, made by the real actions."""
