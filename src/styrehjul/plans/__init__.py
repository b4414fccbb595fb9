"""The year's action plan (indsatsplan): what is to be done, with what, and the best composition of it."""
