"""Addresses of the plans."""

from __future__ import annotations

from django.urls import path

from styrehjul.plans.views import compose, following, plans, runs

app_name = "plans"
urlpatterns = [
    path("indsatsplan/", plans.current, name="current"),
    path("indsatsplan/<int:year>/", plans.plan_page, name="plan"),
    path("indsatsplan/<int:year>/udkast/", plans.draft, name="draft"),
    path("indsatsplan/<int:year>/rammer/", plans.sizes, name="sizes"),
    path("indsatsplan/<int:year>/aktivitet/", plans.activity, name="activity"),
    path("indsatsplan/<int:year>/foreslaa/", plans.propose, name="suggest"),
    path("indsatsplan/<int:year>/overtag/", plans.overtake, name="take_over"),
    path("indsatsplan/<int:year>/versioner/", following.versions, name="versions"),
    path("indsatsplan/<int:year>/versioner/sammenlign/", following.compare, name="versions_compare"),
    path("indsatsplan/<int:year>/versioner/<int:number>.pdf", following.paper, name="paper"),
    path("indsatsplan/linje/<uuid:uuid>/", plans.line, name="line"),
    path("indsatsplan/linje/<uuid:uuid>/flyt/", following.move, name="move"),
    path("indsatsplan/aktivitet/<uuid:uuid>/<slug:how>/", following.mark, name="mark"),
    path("indsatsplan/beregninger/", runs.index, name="runs"),
    path("indsatsplan/beregninger/ny/<int:year>/", compose.compose_page, name="compose"),
    path("indsatsplan/beregninger/sammenlign/", runs.compare, name="compare"),
    path("indsatsplan/beregninger/<uuid:uuid>/", runs.detail, name="run"),
    path("indsatsplan/beregninger/<uuid:uuid>/stop/", runs.stop, name="run_stop"),
    path("indsatsplan/beregninger/<uuid:uuid>/naermere/", runs.closer, name="run_closer"),
]
