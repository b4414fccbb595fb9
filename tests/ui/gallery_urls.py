"""The product's addresses with the gallery, which is otherwise only there in the demo and while developing."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from styrehjul.config.urls import handler500
from styrehjul.config.urls import urlpatterns as shipped
from styrehjul.home.gallery import show


def shell(request: HttpRequest) -> HttpResponse:
    """An empty page as somebody signed in sees it, with everything that the header can show."""
    facts = {
        "person": "Karen Holm",
        "role_text": "sekretær",
        "task_count": 9,
        "municipality": "Norddjurs Kommune",
        "kommissorium_from": date(2027, 1, 1),
        "section": "moeder",
        "stands_in_for": ["styregruppen"],
    }
    return render(request, "base.html", {"shell": facts})


urlpatterns = [path("ui/", show), path("ui/skal/", shell), *shipped]

__all__ = ["handler500", "urlpatterns"]
