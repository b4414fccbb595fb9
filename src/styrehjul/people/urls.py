"""Addresses of people, units, posts and roles, and of the first sign-in."""

from __future__ import annotations

from django.urls import path

from styrehjul.people import views

app_name = "people"
urlpatterns = [
    path("start/adgang/<str:token>/", views.access, name="access"),
    path("konto/sessioner/<int:pk>/slut/", views.end_session, name="end_session"),
    path("organisation/personer/ny/", views.new_person, name="new_person"),
    path("organisation/personer/<int:pk>/ret/", views.edit_person, name="edit_person"),
    path("organisation/personer/<int:pk>/rolle/", views.give_role, name="give_role"),
    path("organisation/roller/<int:pk>/slut/", views.end_role, name="end_role"),
    path("organisation/personer/<int:pk>/adgang/", views.make_address, name="make_address"),
    path("organisation/personer/<int:pk>/luk-konto/", views.close_account, name="close_account"),
    path("organisation/personer/<int:pk>/log-af/", views.end_all_sessions, name="end_all_sessions"),
    path("organisation/stillinger/ny/", views.edit_post, name="new_post"),
    path("organisation/stillinger/<int:pk>/ret/", views.edit_post, name="edit_post"),
]
