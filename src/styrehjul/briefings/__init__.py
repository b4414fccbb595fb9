"""Briefings (orienteringer): one text to the executive board and the chiefs' forum, made from what has happened."""
