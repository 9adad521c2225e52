from django.urls import path

from casefiles_support.views import letters, posting, replies

urlpatterns = [
    path("requests/<slug:ref>/letters/", letters.of_request, name="letters-of-request"),
    path("requests/<slug:ref>/letters/<slug:code>/write/", letters.write, name="letters-write"),
    path("requests/<slug:ref>/replies/add/", replies.add, name="replies-add"),
    path("replies/<slug:ref>/explain/", replies.explain, name="replies-explain"),
    path("letters/checks/", letters.checks, name="letters-checks"),
    path("letters/<slug:ref>/", letters.detail, name="letters-detail"),
    path("letters/<slug:ref>/agree/", letters.agree, name="letters-agree"),
    path("letters/<slug:ref>/check/", letters.check, name="letters-check"),
    path("letters/<slug:ref>/void/", letters.void, name="letters-void"),
    path("letters/<slug:ref>/print/", posting.print_, name="posting-print"),
    path("letters/<slug:ref>/copy/", posting.copy, name="posting-copy"),
    path("letters/<slug:ref>/send/", posting.send, name="posting-send"),
    path("letters/<slug:ref>/post/", posting.post, name="posting-post"),
    path("letters/<slug:ref>/receive/", posting.receive, name="posting-receive"),
]
