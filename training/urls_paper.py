"""The doors of paper: tests on answer sheets, and modules to take along; part of urls.py."""

from django.urls import path

from training.views import answer_sheets, handouts

urlpatterns = [
    path("answer-sheets/", answer_sheets.index, name="answer_sheets-index"),
    path("answer-sheets/find/", answer_sheets.find, name="answer_sheets-find"),
    path("answer-sheets/give/", answer_sheets.give, name="answer_sheets-give"),
    path("answer-sheets/<slug:ref>/", answer_sheets.detail, name="answer_sheets-detail"),
    path("answer-sheets/<slug:ref>/paper/", answer_sheets.paper, name="answer_sheets-paper"),
    path("answer-sheets/<slug:ref>/key/", answer_sheets.key, name="answer_sheets-key"),
    path("answer-sheets/<slug:ref>/result/", answer_sheets.result, name="answer_sheets-result"),
    path("answer-sheets/<slug:ref>/void/", answer_sheets.void, name="answer_sheets-void"),
    path("handouts/", handouts.index, name="handouts-index"),
    path("handouts/<slug:ref>/workbook/", handouts.workbook, name="handouts-workbook"),
    path("handouts/<slug:ref>/summary/", handouts.summary, name="handouts-summary"),
    path("handouts/<slug:ref>/pages/", handouts.pages, name="handouts-pages"),
    path("handouts/<slug:ref>/scorm/", handouts.scorm, name="handouts-scorm"),
]
