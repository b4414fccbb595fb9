"""The API's addresses and the page of one's own keys."""
