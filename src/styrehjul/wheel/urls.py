"""Addresses of the wheel."""

from __future__ import annotations

from django.urls import path

from styrehjul.wheel.views import seminars
from styrehjul.wheel.views import wheel as views

app_name = "wheel"
urlpatterns = [
    path("aarshjul/", views.this_year, name="this_year"),
    path("aarshjul/abonnement/", views.subscription, name="subscription"),
    path("aarshjul/<int:year>/", views.year, name="year"),
    path("aarshjul/<int:year>/opret/", views.roll, name="roll"),
    path("aarshjul/<int:year>/moedeplan.pdf", views.plan, {"kind": "pdf"}, name="plan_pdf"),
    path("aarshjul/<int:year>/moedeplan.xlsx", views.plan, {"kind": "xlsx"}, name="plan_xlsx"),
    path("aarshjul/<int:year>/dialogmoede/", views.new_occurrence, name="new_occurrence"),
    path("aarshjul/<int:year>/flyt/<slug:body>/<slug:key>/", views.move_item, name="move_item"),
    path("aarshjul/aktivitet/<int:pk>/", views.occurrence, name="occurrence"),
    path("aarshjul/aktivitet/<int:pk>/ret/", views.change_occurrence, name="change_occurrence"),
    *(
        path(f"aarshjul/aktivitet/<int:pk>/{verb}/", views.end_occurrence, {"verb": verb}, name=name)
        for verb, name in (("afholdt", "hold"), ("udelad", "cancel"), ("tag-med", "restore"))
    ),
    path("aarshjul/aktivitet/<int:pk>/tid/", seminars.plan, name="plan_seminar"),
    path("aarshjul/aktivitet/<int:pk>/programpunkt/", seminars.new_point, name="seminar_point"),
    path("aarshjul/aktivitet/<int:pk>/opgave/", seminars.new_task, name="seminar_task"),
    path("aarshjul/aktivitet/<int:pk>/skridt/", seminars.step, name="seminar_step"),
    path("aarshjul/aktivitet/<int:pk>/deltag/", seminars.join, name="seminar_join"),
    path("aarshjul/aktivitet/<int:pk>/deltagere/", seminars.participants, name="seminar_participants"),
    path("aarshjul/seminaropgave/<int:pk>/", seminars.finish, name="finish_seminar_task"),
    path("aarshjul/seminaropgave/<int:pk>/ansvarlig/", seminars.give_task, name="give_seminar_task"),
    path("kalender/<str:token>.ics", views.feed, name="feed"),
]
