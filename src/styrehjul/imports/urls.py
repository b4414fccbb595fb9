"""Addresses of the imports."""

from __future__ import annotations

from django.urls import path

from styrehjul.imports import views

app_name = "imports"
urlpatterns = [
    path("start/import/", views.index, name="index"),
    path("start/import/<slug:slug>/", views.upload, name="upload"),
    path("start/import/<slug:slug>/<uuid:file>/", views.preview, name="preview"),
]
