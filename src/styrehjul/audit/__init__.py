"""Who did what, when: `run` opens a write, `store` saves a noun, `record` tells of something that is no save.

Import from the modules (`styrehjul.audit.unit`); this file imports nothing, so that models can load first.
"""
