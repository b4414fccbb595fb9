"""What the server runs."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "styrehjul.config.settings")
application = get_wsgi_application()


def end_with_parent() -> None:
    """A server that was killed outright must not leave processes behind that hold its port."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=end_with_parent, name="end-with-parent", daemon=True).start()
