"""Addresses of the documents: items in Word, copies, excerpts, and what is handed to the records system."""

from __future__ import annotations

from django.urls import path

from styrehjul.meetings.views import word

M = "moeder/<int:pk>/"
I = f"{M}punkter/<int:item>/"  # noqa: E741 - beside M, for Item
DOCUMENTS = [
    path(f"{I}word/", word.upload, name="word_upload"),
    path(f"{I}word/skabelon/", word.template, name="word_template"),
    path(f"{I}word/<uuid:file>/", word.preview, name="word_preview"),
    path(f"{I}word/papir/<int:paper>/", word.paper, name="paper"),
]
