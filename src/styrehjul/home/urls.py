"""Addresses of the pages over several packages."""

from __future__ import annotations

from django.conf import settings
from django.urls import path

from styrehjul.home import account, gallery, roles, setup, views

app_name = "home"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("opgaver/", views.todos, name="todos"),
    path("soeg/", views.search, name="search"),
    path("was", views.accessibility, name="accessibility"),
    path("konto/", account.account, name="account"),
    path("konto/paamindelser/", account.reminders, name="account_reminders"),
    path("start/", setup.index, name="setup"),
    path("start/mail/", setup.mail, name="setup_mail"),
    path("start/kommunen/", setup.about, name="setup_about"),
    path("start/trin/<slug:key>/", setup.step, name="setup_step"),
]
if settings.DEMO:
    urlpatterns += [
        path("demo/", roles.choose, name="roles"),
        path("demo/ind/", roles.enter, name="enter"),
    ]
if settings.DEMO or settings.DEBUG:
    urlpatterns += [path("ui/", gallery.show, name="gallery")]
