"""The doors of holders, requests, what happened to them, and what was signed."""

from django.urls import path

from casefiles_support.views import authorities, facts, holders, requests, stops

urlpatterns = [
    path("holders/", holders.index, name="holders-index"),
    path("holders/add/", holders.add, name="holders-add"),
    path("holders/<slug:ref>/", holders.page, name="holders-page"),
    path("holders/<slug:ref>/edit/", holders.edit, name="holders-edit"),
    path("holders/<slug:ref>/verify/", holders.verify, name="holders-verify"),
    path("holders/<slug:ref>/close/", holders.close, name="holders-close"),
    path("journeys/<slug:ref>/requests/", requests.index, name="requests-index"),
    path("journeys/<slug:ref>/requests/begin/", requests.begin, name="requests-begin"),
    path("requests/<slug:ref>/", requests.page, name="requests-page"),
    path("requests/<slug:ref>/amend/", requests.amend, name="requests-amend"),
    path("requests/<slug:ref>/authorise/", requests.authorise, name="requests-authorise"),
    path("requests/<slug:ref>/paper-only/", requests.paper_only, name="requests-paper_only"),
    path("requests/<slug:ref>/pass-on/", requests.pass_on, name="requests-pass_on"),
    path("requests/<slug:ref>/stop/", stops.withdraw, name="stops-withdraw"),
    path("requests/<slug:ref>/close/", stops.close, name="stops-close"),
    path("requests/<slug:ref>/open-again/", stops.reopen, name="stops-reopen"),
    path("requests/<slug:ref>/facts/add/", facts.add, name="facts-add"),
    path("facts/<slug:ref>/put-right/", facts.put_right, name="facts-put_right"),
    path("requests/<slug:ref>/authorities/sign/", authorities.sign, name="authorities-sign"),
    path("requests/<slug:ref>/proofs/choose/", authorities.choose_proof, name="authorities-choose_proof"),
    path("authorities/<slug:ref>/take-back/", authorities.take_back, name="authorities-take_back"),
    path("authorities/<slug:ref>/tell-holder/", authorities.tell_holder, name="authorities-tell_holder"),
]
