"""The doors to people and concerns: noun first, verb last."""

from django.urls import path

from people.views import (
    concern_notes,
    concerns,
    contact_points,
    held_texts,
    identifications,
    locations,
    permissions,
    persons,
    text_choices,
    texts,
)

app_name = "people"
urlpatterns = [
    path("", persons.index, name="persons-index"),
    path("add/", persons.add, name="persons-add"),
    path("concerns/", concerns.index, name="concerns-index"),
    path("concerns/raise/", concerns.raise_, name="concerns-raise"),
    path("concerns/mine/", concerns.mine, name="concerns-mine"),
    path("concerns/<slug:ref>/", concerns.detail, name="concerns-detail"),
    path("concerns/<slug:ref>/acknowledge/", concerns.acknowledge, name="concerns-acknowledge"),
    path("concerns/<slug:ref>/triage/", concerns.triage, name="concerns-triage"),
    path("concerns/<slug:ref>/refer/", concerns.refer, name="concerns-refer"),
    path("concerns/<slug:ref>/manage/", concerns.manage, name="concerns-manage"),
    path("concerns/<slug:ref>/close/", concerns.close, name="concerns-close"),
    path("concerns/<slug:ref>/notes/add/", concern_notes.add, name="concern_notes-add"),
    path("asking/", identifications.index, name="identifications-index"),
    path("reminders/", text_choices.own, name="text_choices-own"),
    path("texts/", texts.index, name="texts-index"),
    path("texts/held/", held_texts.index, name="held_texts-index"),
    path("texts/held/<slug:ref>/release/", held_texts.release, name="held_texts-release"),
    path("texts/<slug:ref>/", texts.detail, name="texts-detail"),
    path("texts/<slug:ref>/handle/", texts.handle, name="texts-handle"),
    path("texts/<slug:ref>/resume/", texts.resume, name="texts-resume"),
    path("<slug:ref>/", persons.detail, name="persons-detail"),
    path("<slug:ref>/edit/", persons.edit, name="persons-edit"),
    path("<slug:ref>/history/", persons.history, name="persons-history"),
    path("<slug:ref>/move/", locations.record, name="locations-record"),
    path("<slug:ref>/asked/", identifications.record, name="identifications-record"),
    path("<slug:ref>/contact/add/", contact_points.add, name="contact_points-add"),
    path("<slug:ref>/contact/<slug:point_ref>/check/", contact_points.verify, name="contact_points-verify"),
    path("<slug:ref>/contact/<slug:point_ref>/code/", contact_points.send_code, name="contact_points-send_code"),
    path("<slug:ref>/contact/<slug:point_ref>/code/take/", contact_points.take_code, name="contact_points-take_code"),
    path("<slug:ref>/contact/<slug:point_ref>/end/", contact_points.end, name="contact_points-end"),
    path("<slug:ref>/reminders/", text_choices.choose, name="text_choices-choose"),
    path("<slug:ref>/texts/", texts.person, name="texts-person"),
    path("<slug:ref>/sharing/give/", permissions.give, name="permissions-give"),
    path("<slug:ref>/sharing/<slug:permission_ref>/withdraw/", permissions.withdraw, name="permissions-withdraw"),
]
