"""Addresses of the API, and of one's own keys to it."""

from __future__ import annotations

from django.urls import path

from styrehjul.api.views import keys, openapi, projects

app_name = "api"
urlpatterns = [
    path("api/v1/openapi.json", openapi.openapi, name="openapi"),
    path("api/v1/projects", projects.projects, name="projects"),
    path("api/v1/projects/<uuid:uuid>", projects.project, name="project"),
    path("api/v1/projects/<uuid:uuid>/status", projects.status, name="project_status"),
    path("api/v1/projects/<uuid:uuid>/commands", projects.command, name="project_command"),
    path("konto/adgangsnoegler/", keys.tokens, name="tokens"),
    path("konto/adgangsnoegler/<uuid:uuid>/tilbage/", keys.revoke, name="revoke"),
]
