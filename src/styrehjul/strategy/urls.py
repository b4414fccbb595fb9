"""Addresses of the strategy, its goals, measures and partnerships."""

from __future__ import annotations

from django.urls import path

from styrehjul.strategy.views import goals, measures, partnerships, strategies

app_name = "strategy"
urlpatterns = [
    path("strategi/", strategies.home, name="home"),
    path("strategi/strategier/ny/", strategies.create, name="strategy_create"),
    path("strategi/strategier/<int:key>/", strategies.strategy_page, name="strategy"),
    path("strategi/strategier/<int:key>/ret/", strategies.change, name="strategy_change"),
    path("strategi/uden-indsatser/", strategies.idle_goals, name="idle_goals"),
    path("strategi/uden-maal/", strategies.loose, name="loose"),
    path("strategi/knyt/", strategies.tie_effort, name="tie"),
    path("strategi/maal/nyt/", goals.create, name="goal_create"),
    path("strategi/maal/<int:key>/", goals.goal_page, name="goal"),
    path("strategi/maal/<int:key>/ret/", goals.change, name="goal_change"),
    path("strategi/maal/<int:key>/forbind/", goals.relate, name="relate"),
    path("strategi/forbindelser/<int:key>/fjern/", goals.unrelate, name="unrelate"),
    path("strategi/maal/<int:key>/maalepunkt/", measures.create, name="measure_create"),
    path("strategi/maalepunkter/<int:key>/ret/", measures.change, name="measure_change"),
    path("strategi/maalepunkter/<int:key>/afslut/", measures.end, name="measure_end"),
    path("strategi/maalepunkter/<int:key>/vaerdi/", measures.enter, name="enter_value"),
    path("strategi/vaerdier/<int:key>/ret/", measures.correct, name="correct_value"),
    path("strategi/partnerskaber/", partnerships.index, name="partnerships"),
    path("strategi/partnerskaber/nyt/", partnerships.create, name="partnership_create"),
    path("strategi/partnerskaber/<int:key>/", partnerships.partnership_page, name="partnership"),
    path("strategi/partnerskaber/<int:key>/ret/", partnerships.change, name="partnership_change"),
    path("strategi/partnerskaber/<int:key>/forlaeng/", partnerships.renew, name="partnership_renew"),
    path("strategi/partnerskaber/<int:key>/afslut/", partnerships.end, name="partnership_end"),
]
