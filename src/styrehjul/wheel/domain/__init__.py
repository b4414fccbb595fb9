"""The rules of the yearly wheel in plain Python: no database, no request, no clock."""
