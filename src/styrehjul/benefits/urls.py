"""Addresses of benefits."""

from __future__ import annotations

from django.urls import path

from styrehjul.benefits import views
from styrehjul.benefits.views import course, figures, groups, links

app_name = "benefits"
urlpatterns = [
    path("maaling/<str:token>/", links.by_link, name="measure_by_link"),
    path("gevinster/", views.index, name="list"),
    path("gevinster/ny/", views.create, name="create"),
    path("gevinster/indstillinger/", views.change_settings, name="settings"),
    path("gevinster/projekt/<str:number>/", views.of_project, name="project_benefits"),
    path("gevinster/overblik/", figures.overview_page, name="overview"),
    path("gevinster/overblik/tal/", figures.inputs_page, name="inputs"),
    path("gevinster/overblik/metode/", figures.method, name="method"),
    path("gevinster/systemer/", figures.systems, name="systems"),
    path("gevinster/kort/", figures.benefit_map, name="map"),
    path("gevinster/kalibrering/", figures.calibration, name="calibration"),
    path("gevinster/grupper/", groups.index, name="groups"),
    path("gevinster/grupper/ny/", groups.create, name="create_group"),
    path("gevinster/grupper/<int:pk>/", groups.detail, name="group"),
    path("gevinster/grupper/<int:pk>/ret/", groups.change, name="change_group"),
    path("gevinster/grupper/<int:pk>/gevinster/", groups.members, name="group_members"),
    path("gevinster/<str:number>/forloeb/", course.course, name="course"),
    path("gevinster/<str:number>/forloeb/ret/", course.set_course, name="set_course"),
    path("gevinster/<str:number>/forloeb/loefte/", course.promise, name="promise"),
    path("gevinster/<str:number>/budget/ny/", course.propose, name="propose_budget"),
    path("gevinster/<str:number>/budget/<int:pk>/", course.move, name="move_budget"),
    path("gevinster/<str:number>/", views.detail, name="detail"),
    path("gevinster/<str:number>/ret/", views.change, name="change"),
    path("gevinster/<str:number>/maal/", views.measure, name="measure"),
    path("gevinster/<str:number>/tag-imod/", views.accept, name="accept"),
    path("gevinster/<str:number>/tag-imod/noter/", views.note, name="note"),
    path("gevinster/<str:number>/tag-ikke-imod/", views.decline, name="decline"),
    path("gevinster/<str:number>/planlaeg/", views.plan, name="plan"),
    path("gevinster/<str:number>/senere/", views.later, name="later"),
    path("gevinster/<str:number>/bortfald/", views.drop, name="drop"),
    path("gevinster/<str:number>/resultat/", views.end, name="end"),
    path("gevinster/<str:number>/foelg-igen/", views.reopen, name="reopen"),
    path("gevinster/<str:number>/maalinger/<int:pk>/ret/", views.correct, name="correct"),
    path("gevinster/<str:number>/maaledage/ny/", views.add_day, name="add_day"),
    path("gevinster/<str:number>/maaledage/foreslaaede/", views.suggest_days, name="suggest_days"),
    path("gevinster/<str:number>/maaledage/<int:pk>/fjern/", views.remove_day, name="remove_day"),
    path("gevinster/<str:number>/forandringer/ny/", views.add_change, name="add_change"),
    path("gevinster/<str:number>/forandringer/<int:pk>/kommet/", views.finish_change, name="finish_change"),
    path("gevinster/<str:number>/forandringer/<int:pk>/fjern/", views.remove_change, name="remove_change"),
    path("gevinster/<str:number>/projekter/nyt/", views.share, name="share"),
    path("gevinster/<str:number>/projekter/<int:pk>/fjern/", views.unshare, name="unshare"),
]
