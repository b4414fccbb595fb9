"""Addresses of the documents: items in Word, copies, excerpts, and what is handed to the records system."""

from __future__ import annotations

from django.urls import path

from styrehjul.meetings.views import annexes, copies, filing, word

M = "moeder/<int:pk>/"
I = f"{M}punkter/<int:item>/"  # noqa: E741 - beside M, for Item
DOCUMENTS = [
    path("moeder/ikke-journaliseret/", filing.missing, name="not_filed"),
    path(f"{M}dagsorden.docx", copies.agenda_word, name="agenda_word"),
    path(f"{M}referat.docx", copies.minutes_word, name="minutes_word"),
    path(f"{M}journalisering/", filing.filing, name="filing"),
    path(f"{M}esdh/<slug:kind>/<int:number>/<slug:edition>/", filing.package_file, name="package"),
    path("beslutninger/udskrift.pdf", copies.excerpts, name="excerpts"),
    path("beslutninger/<int:pk>/udskrift.pdf", copies.excerpt, name="excerpt"),
    path(f"{I}word/", word.upload, name="word_upload"),
    path(f"{I}word/skabelon/", word.template, name="word_template"),
    path(f"{I}word/<uuid:file>/", word.preview, name="word_preview"),
    path(f"{I}word/papir/<int:paper>/", word.paper, name="paper"),
]
# An item that waits for a meeting has its annexes and its Word file too.
W = "sager/venter/<int:item>/"
NO_MEETING = {"pk": None}
WAITING = [
    path(f"{W}bilag/", annexes.add, NO_MEETING, name="waiting_add_annex"),
    path(f"{W}bilag/<int:annex>/", annexes.annex, NO_MEETING, name="waiting_annex"),
    path(f"{W}bilag/<int:annex>/fjern/", annexes.remove, NO_MEETING, name="waiting_remove_annex"),
    path(f"{W}word/", word.upload, NO_MEETING, name="waiting_word_upload"),
    path(f"{W}word/skabelon/", word.template, NO_MEETING, name="waiting_word_template"),
    path(f"{W}word/<uuid:file>/", word.preview, NO_MEETING, name="waiting_word_preview"),
    path(f"{W}word/papir/<int:paper>/", word.paper, NO_MEETING, name="waiting_paper"),
]
