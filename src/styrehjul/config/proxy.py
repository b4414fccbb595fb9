"""Who asks, and over what: as the proxies of our own tell it, and no further."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from styrehjul.config.headers import Respond


class ProxyMiddleware:
    """Puts the asker's true address in REMOTE_ADDR, and the scheme people use on the request.

    Each proxy of ours adds the address it saw at the end of X-Forwarded-For; so the asker stands as many places from
    the end as we have proxies, and what stands before that may be forged. The scheme is what STYREHJUL_URL says: with
    https set, the server is reached through TLS only, so no header needs to be believed.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.PROXY_HOPS and (address := forwarded_address(request.META.get("HTTP_X_FORWARDED_FOR", ""))):
            request.META["REMOTE_ADDR"] = address
        request.META.pop("HTTP_X_FORWARDED_FOR", None)
        request.META.pop("HTTP_X_FORWARDED_HOST", None)
        if settings.HTTPS:
            request.META["wsgi.url_scheme"] = "https"  # META is the WSGI environ, from which `scheme` is read
        return self.get_response(request)


def forwarded_address(header: str) -> str | None:
    """The address our outermost proxy saw, or None where the header is too short or no address."""
    parts = [part.strip() for part in header.split(",") if part.strip()]
    if len(parts) < settings.PROXY_HOPS:
        return None
    try:
        return str(ip_address(parts[-settings.PROXY_HOPS]))
    except ValueError:
        return None
