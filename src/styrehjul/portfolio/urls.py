"""Addresses of the portfolio."""

from __future__ import annotations

from django.urls import path

from styrehjul.portfolio.views import cards, lists, proposals

app_name = "portfolio"
urlpatterns = [
    path("projekter/", lists.index, name="list"),
    path("projekter/nyt/", proposals.propose, name="propose"),
    path("projekter/lokalt/", proposals.register_local, name="register_local"),
    path("projekter/omraader/", lists.areas, name="areas"),
    path("projekter/aendringer/", lists.changes, name="changes"),
    path("projekter/<str:number>/", cards.detail, name="detail"),
    path("projekter/<str:number>/ret/", proposals.edit, name="edit"),
    path("projekter/<str:number>/status/", cards.status, name="status"),
    path("projekter/<str:number>/<slug:slug>/", cards.steer, name="steer"),
]
