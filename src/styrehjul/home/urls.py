"""Addresses of the pages over several packages."""

from __future__ import annotations

from django.conf import settings
from django.urls import path

from styrehjul.home import gallery, roles, views

app_name = "home"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("opgaver/", views.todos, name="todos"),
    path("soeg/", views.search, name="search"),
    *(path(f"{section}/", views.not_yet, {"section": section}, name=section) for section in views.NOT_YET),
    path("was", views.accessibility, name="accessibility"),
]
if settings.DEMO:
    urlpatterns += [
        path("demo/", roles.choose, name="roles"),
        path("demo/ind/", roles.enter, name="enter"),
    ]
if settings.DEMO or settings.DEBUG:
    urlpatterns += [path("ui/", gallery.show, name="gallery")]
