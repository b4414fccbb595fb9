"""The demo's post office."""

from __future__ import annotations

from django.urls import path

from styrehjul.mail import views

app_name = "mail"
urlpatterns = [
    path("demo/post/", views.folder, name="folder"),
    path("demo/post/<str:name>/", views.message, name="message"),
    path("demo/post/<str:name>/fil/<int:number>/", views.attachment, name="attachment"),
    path("demo/post/<str:name>/kilde/", views.source, name="source"),
]
