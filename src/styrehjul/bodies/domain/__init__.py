"""The rules of bodies in plain Python: no database, no request, no clock."""
