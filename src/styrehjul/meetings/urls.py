"""Addresses of the pages about meetings, matters and decisions."""

from __future__ import annotations

from django.urls import path

from styrehjul.meetings.views import (
    agenda,
    approval,
    calendar,
    decisions,
    holding,
    items,
    matters,
    meeting,
    minutes,
    partials,
)

app_name = "meetings"
M = "moeder/<int:pk>/"
I = f"{M}punkter/<int:item>/"  # noqa: E741 - beside M, for Item
urlpatterns = [
    path("moeder/", meeting.meetings, name="index"),
    path("moeder/ekstra/", calendar.extra, name="extra"),
    path(M, meeting.meeting, name="detail"),
    path(f"{M}indkald/", calendar.invite, name="invite"),
    path(f"{M}flyt/", calendar.move, name="move"),
    path(f"{M}aflys/", calendar.cancel, name="cancel"),
    path(f"{M}lokale/", calendar.room, name="room"),
    path(f"{M}svar/", calendar.reply, name="reply"),
    path(f"{M}punkter/nyt/", agenda.add_item, name="add_item"),
    path(f"{M}punkter/fast/", agenda.add_standing, name="add_standing"),
    path(f"{M}raekkefoelge/", agenda.reorder, name="reorder"),
    path(f"{M}forbered/", agenda.prepare, name="prepare"),
    path(f"{M}til-formanden/", agenda.send_to_chair, name="send_to_chair"),
    path(f"{M}godkend/", approval.approve, name="approve"),
    path(f"{M}retur/", approval.return_agenda, name="return_agenda"),
    path(f"{M}udsend/", approval.dispatch, name="dispatch"),
    path(f"{M}versioner/", approval.versions, name="versions"),
    path(f"{M}versioner/<int:number>/<slug:edition>/", approval.version_file, name="version_file"),
    path(f"{M}dagsorden.pdf", approval.agenda_pdf, name="agenda_pdf"),
    path(f"{M}samlet/", approval.reading_copy, name="reading_copy"),
    path(f"{M}start/", holding.start, name="start"),
    path(f"{M}afhold/", holding.hold, name="hold"),
    path(f"{M}afhold/deltagere/", holding.attendance, name="attendance"),
    path(f"{M}emner/", holding.add_topic, name="add_topic"),
    path(f"{M}emner/<int:topic>/videre/", holding.carry_topic, name="carry_topic"),
    path(f"{M}afslut/", holding.end, name="end"),
    path(f"{M}referat/", minutes.minutes, name="minutes"),
    path(f"{M}referat/godkend/", minutes.approve_minutes, name="approve_minutes"),
    path(f"{M}referat/retur/", minutes.return_minutes, name="return_minutes"),
    path(f"{M}referat.pdf", minutes.minutes_pdf, name="minutes_pdf"),
    path(I, items.item, name="item"),
    path(f"{I}ret/", items.edit, name="edit_item"),
    path(f"{I}klar/", items.make_ready, name="make_ready"),
    path(f"{I}retur/", items.return_item, name="return_item"),
    path(f"{I}tag-af/", agenda.remove_item, name="remove_item"),
    path(f"{I}bilag/", items.add_annex, name="add_annex"),
    path(f"{I}bilag/<int:annex>/", items.annex, name="annex"),
    path(f"{I}bilag/<int:annex>/fjern/", items.remove_annex, name="remove_annex"),
    path(f"{I}beslutning/", holding.record, name="record"),
    path(f"{I}udgaar/", holding.drop, name="drop_item"),
    path(f"{I}opfoelgning/", holding.follow_up, name="follow_up"),
    path("sager/", matters.matters, name="matters"),
    path("sager/<int:pk>/", matters.matter, name="matter"),
    path("beslutninger/", decisions.decisions, name="decisions"),
    path("beslutninger/<int:pk>/", decisions.decision, name="decision"),
    path("beslutninger/<int:pk>/gennemfoer/", decisions.resolve, name="resolve"),
    path("beslutninger/<int:pk>/virkninger/<int:effect>/frafald/", decisions.drop_effect, name="drop_effect"),
    path("projekter/<str:number>/beslutninger/", partials.project_decisions, name="project_decisions"),
    path("projekter/<str:number>/saet-paa-moede/", partials.put_on_meeting, name="put_on_meeting"),
]
