"""Addresses of what was learned."""

from __future__ import annotations

from django.urls import path

from styrehjul.knowledge import views

app_name = "knowledge"
urlpatterns = [
    path("videndeling/", views.index, name="list"),
    path("videndeling/ny/", views.create, name="create"),
    path("videndeling/<int:key>/ret/", views.change, name="change"),
]
