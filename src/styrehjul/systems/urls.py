"""Addresses of systems. `/systemer/` itself lies in the portfolio, which knows the projects that touch each system."""

from __future__ import annotations

from django.urls import path

from styrehjul.systems.views import contracts, register, tasks, watches

app_name = "systems"
urlpatterns = [
    path("systemer/nyt/", register.create, name="system_create"),
    path("systemer/<int:key>/ret/", register.change, name="system_change"),
    path("systemer/<int:key>/forbindelser/", register.ties, name="system_ties"),
    path("systemer/kontrakter/", contracts.contracts, name="contracts"),
    path("systemer/kontrakter/ny/", contracts.create, name="contract_create"),
    path("systemer/kontrakter/<int:key>/", contracts.contract, name="contract"),
    path("systemer/kontrakter/<int:key>/ret/", contracts.change, name="contract_change"),
    path("systemer/kontrakter/<int:key>/fordeling/", contracts.shares, name="contract_shares"),
    path("systemer/kontrakter/<int:key>/opsigelse/", contracts.notice, name="contract_notice"),
    path("systemer/leverandoerer/", contracts.suppliers, name="suppliers"),
    path("systemer/leverandoerer/<int:key>/", contracts.supplier, name="supplier"),
    path("systemer/opgaver/", tasks.tasks, name="tasks"),
    path("systemer/datoer/", watches.watches, name="watches"),
    path("systemer/datoer/indstillinger/", watches.settings, name="watch_settings"),
    path("systemer/datoer/<int:key>/", watches.watch, name="watch"),
]
