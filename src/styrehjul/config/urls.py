"""Every address: each package's own, the sign-in, and the product's pulse."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from styrehjul.config.pulse import csp_report, healthz

# The packages that have pages; high ones first, since `home` has the front page and nothing else that is common.
PACKAGES = (
    "home",
    "api",
    "imports",
    "wheel",
    "meetings",
    "briefings",
    "plans",
    "benefits",
    "portfolio",
    "knowledge",
    "strategy",
    "systems",
    "bodies",
    "people",
    "mail",
    "ui",
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("csp-rapport/", csp_report, name="csp_report"),
    *(
        path("", include(f"styrehjul.{package}.urls"))
        for package in PACKAGES
        if find_spec(f"styrehjul.{package}.urls") is not None
    ),
    path("konto/", include("styrehjul.people.account_urls")),
]
handler500 = "styrehjul.config.errors.server_error"
