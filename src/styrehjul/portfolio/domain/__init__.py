"""Rules in plain Python: no Django, no clock, no request."""
