"""Addresses of briefings."""

from __future__ import annotations

from django.urls import path

from styrehjul.briefings import views

app_name = "briefings"
urlpatterns = [
    path("strategi/orienteringer/", views.index, name="briefings"),
    path("strategi/orienteringer/ny/", views.begin, name="begin"),
    path("strategi/orienteringer/modtagere/", views.receivers_page, name="receivers"),
    path("strategi/orienteringer/<uuid:uuid>/", views.briefing_page, name="briefing"),
    path("strategi/orienteringer/<uuid:uuid>/send/", views.send_page, name="send"),
    path("strategi/orienteringer/<uuid:uuid>/skridt/", views.step, name="step"),
    path("strategi/orienteringer/<uuid:uuid>/laest/", views.read, name="read"),
    path("strategi/orienteringer/<uuid:uuid>/orientering.pdf", views.document, name="document"),
]
