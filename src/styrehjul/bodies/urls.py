"""Addresses of the organisation, bodies, the kommissorium and rights."""

from __future__ import annotations

from django.urls import path

from styrehjul.bodies.views import editing, kommissorium, organisation, people, rights, seats

app_name = "bodies"
urlpatterns = [
    path("organisation/", organisation.index, name="organisation"),
    path("organisation/organer/<slug:code>/", organisation.body, name="body"),
    path("organisation/organer/<slug:code>/plads/<slug:key>/besaet/", seats.fill, name="fill_seat"),
    path("organisation/organer/<slug:code>/plads/<slug:key>/aftale/", seats.agree, name="agree"),
    path("organisation/organer/<slug:code>/overdrag/", seats.delegate_chair, name="delegate_chair"),
    path("organisation/organer/<slug:code>/stedfortraeder/", seats.delegate_secretary, name="delegate_secretary"),
    path("organisation/pladser/<int:pk>/ret/", seats.change, name="change_holding"),
    path("organisation/pladser/<int:pk>/afslut/", seats.end, name="end_holding"),
    path("organisation/samtykker/<int:pk>/", seats.consent, name="consent"),
    path("organisation/aftaler/<int:pk>/traek-tilbage/", seats.withdraw, name="withdraw"),
    path("organisation/overdragelser/<int:pk>/slut/", seats.end_delegation, name="end_delegation"),
    path("organisation/enheder/ny/", people.edit_unit, name="new_unit"),
    path("organisation/enheder/<int:pk>/", organisation.units, name="unit"),
    path("organisation/enheder/<int:pk>/ret/", people.edit_unit, name="edit_unit"),
    path("organisation/stillinger/", organisation.posts, name="posts"),
    path("organisation/stillinger/<int:pk>/indehaver/", people.change_post_holder, name="change_post_holder"),
    path("organisation/personer/", organisation.people, name="people"),
    path("organisation/personer/<int:pk>/", people.person, name="person"),
    path("organisation/personer/<int:pk>/forlader/", people.leave, name="leave"),
    path("organisation/personer/<int:pk>/overdragelse/", people.handover, name="handover"),
    path("kommissorium/", kommissorium.show, name="kommissorium"),
    path("kommissorium/udgaver/<int:number>/", kommissorium.show, name="version"),
    path("kommissorium/udgaver/<int:number>/hent/", kommissorium.download, name="download"),
    path("kommissorium/forskel/", kommissorium.difference, name="difference"),
    path("kommissorium/ret/", editing.overview, name="draft"),
    path("kommissorium/ret/begynd/", editing.begin, name="draft_begin"),
    path("kommissorium/ret/kasser/", editing.discard, name="draft_discard"),
    path("kommissorium/ret/i-kraft/", editing.put_in_force, name="draft_apply"),
    path("kommissorium/ret/fil/", editing.file, name="draft_file"),
    path("kommissorium/ret/organ/nyt/", editing.new_body, name="draft_new_body"),
    path("kommissorium/ret/organ/<int:place>/", editing.body, name="draft_body"),
    path("kommissorium/ret/felter/", editing.row, {"where": ""}, name="draft_document"),
    path("kommissorium/ret/felter/<path:where>/", editing.row, name="draft_row"),
    path("kommissorium/ret/fjern/<path:where>/", editing.remove, name="draft_remove"),
    path("kommissorium/ret/flyt/<path:where>/", editing.move, name="draft_move"),
    path("rettigheder/", rights.rights, name="rights"),
]
