"""A browser as far as a form goes: what it sends carries a key of its own, as every form on our pages does."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.test import Client

KEY = "_key"


class FormClient(Client):
    """Django's test client, which sends a key with each form unless the test sends one itself."""

    def post(self, path: Any, data: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Send a form; what is no form (an interface's JSON, say) is sent as it is."""
        given = "content_type" in kwargs or args
        if not given and (data is None or (hasattr(data, "keys") and KEY not in data)):
            data = {KEY: str(uuid4()), **(data or {})}
        return super().post(path, data, *args, **kwargs)
