"""What the server runs."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "styrehjul.config.settings")
application = get_wsgi_application()
# The pages are read in now and not while the first person waits.
get_resolver().url_patterns  # noqa: B018 - the reading is what is wanted


def end_with_parent() -> None:
    """A server that was killed outright must not leave processes behind that hold its port."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=end_with_parent, name="end-with-parent", daemon=True).start()
