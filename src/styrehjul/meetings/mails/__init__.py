"""The mails that meetings promise, a file per subject; what they share is `post.py`."""
