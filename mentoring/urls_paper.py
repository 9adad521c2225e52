"""The doors of paper: sheets, stacks of them, and slips for a wing; part of urls.py."""

from django.urls import path

from mentoring.views import guests, sheets, slips, stacks

urlpatterns = [
    path("sheets/", sheets.index, name="sheets-index"),
    path("sheets/find/", sheets.find, name="sheets-find"),
    path("sheets/delays/", sheets.delays, name="sheets-delays"),
    path("sheets/<slug:ref>/", sheets.detail, name="sheets-detail"),
    path("sheets/<slug:ref>/key/", sheets.key, name="sheets-key"),
    path("sheets/<slug:ref>/key/<slug:who_ref>/", sheets.key_for, name="sheets-key_for"),
    path("sheets/<slug:ref>/names/", guests.tell, name="guests-tell"),
    path("sheets/<slug:ref>/void/", sheets.void, name="sheets-void"),
    path("slips/", slips.index, name="slips-index"),
    path("slips/<slug:ref>/print/", slips.print_, name="slips-print"),
    path("stacks/print/", stacks.print_, name="stacks-print"),
    path("stacks/give-code/", stacks.give_code, name="stacks-give_code"),
    path("stacks/print/group/<slug:ref>/", stacks.print_register, name="stacks-print_register"),
    path("stacks/print/again/<slug:ref>/", stacks.print_again, name="stacks-print_again"),
    path("stacks/print/<slug:ref>/", stacks.print_for, name="stacks-print_for"),
    path("stacks/<slug:ref>/", stacks.detail, name="stacks-detail"),
    path("stacks/<slug:ref>/paper/", stacks.paper, name="stacks-paper"),
]
