"""Addresses of the imports."""

from __future__ import annotations

from django.urls import path

from styrehjul.imports.views import columns, files, kitos, preview, runs

app_name = "imports"
urlpatterns = [
    path("systemer/systemer.xlsx", kitos.listed, name="systems_file"),
    path("systemer/kitos/", kitos.index, name="kitos"),
    path("systemer/kitos/forbindelse/", kitos.change, name="kitos_settings"),
    path("systemer/kitos/forbindelse/proev/", kitos.test, name="kitos_test"),
    path("systemer/kitos/hent/", kitos.ask, name="kitos_ask"),
    path("systemer/kitos/hentning/<uuid:uuid>/", kitos.run_page, name="kitos_run"),
    path("systemer/kitos/hentning/<uuid:uuid>/svar/", kitos.settle, name="kitos_settle"),
    path("systemer/kitos/<int:key>/samme/", kitos.tie, name="kitos_tie"),
    path("systemer/kitos/<int:key>/set/", kitos.seen, name="kitos_seen"),
    path("start/import/", files.index, name="index"),
    path("start/import/koersel/<uuid:uuid>/", runs.run_page, name="run"),
    path("start/import/koersel/<uuid:uuid>/fortryd/", runs.undo, name="undo"),
    path("start/import/<slug:slug>/", files.upload, name="upload"),
    path("start/import/<slug:slug>/<uuid:file>/", preview.preview, name="preview"),
    path("start/import/<slug:slug>/<uuid:file>/kolonner/", columns.columns, name="columns"),
    path("start/import/<slug:slug>/<uuid:file>/profil/", preview.keep_profile, name="keep_profile"),
]
