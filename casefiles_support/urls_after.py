"""The doors of what comes after an answer; part of urls.py."""

from django.urls import path

from casefiles_support.views import complaints, corrections, erasures, evaluations, family_plans, missing_items
from casefiles_support.views import redactions as covered

urlpatterns = [
    path("requests/<slug:ref>/redactions/", covered.of_request, name="redactions-of_request"),
    path("requests/<slug:ref>/redactions/note/", covered.note, name="redactions-note"),
    path("requests/<slug:ref>/redactions/ask/", covered.ask, name="redactions-ask"),
    path("requests/<slug:ref>/redactions/let-be/", covered.let_be, name="redactions-let_be"),
    path("redactions/<slug:ref>/put-right/", covered.put_right, name="redactions-put_right"),
    path("redactions/<slug:ref>/answer/", covered.answer, name="redactions-answer"),
    path("requests/<slug:ref>/missing-items/note/", missing_items.note, name="missing_items-note"),
    path("requests/<slug:ref>/missing-items/ask/", missing_items.ask, name="missing_items-ask"),
    path("missing-items/<slug:ref>/chase/", missing_items.chase, name="missing_items-chase"),
    path("missing-items/<slug:ref>/answer/", missing_items.answer, name="missing_items-answer"),
    path("requests/<slug:ref>/corrections/", corrections.of_request, name="corrections-of_request"),
    path("requests/<slug:ref>/corrections/begin/", corrections.begin, name="corrections-begin"),
    path("corrections/<slug:ref>/send/", corrections.send, name="corrections-send"),
    path("corrections/<slug:ref>/receive/", corrections.receive, name="corrections-receive"),
    path("corrections/<slug:ref>/answer/", corrections.answer, name="corrections-answer"),
    path("corrections/<slug:ref>/statement/", corrections.statement, name="corrections-statement"),
    path("requests/<slug:ref>/complaints/", complaints.of_request, name="complaints-of_request"),
    path("requests/<slug:ref>/complaints/send/", complaints.send, name="complaints-send"),
    path("requests/<slug:ref>/complaints/take-further/", complaints.take_further, name="complaints-take_further"),
    path("requests/<slug:ref>/complaints/let-be/", complaints.let_be, name="complaints-let_be"),
    path("complaints/<slug:ref>/receive/", complaints.receive, name="complaints-receive"),
    path("complaints/<slug:ref>/acknowledge/", complaints.acknowledge, name="complaints-acknowledge"),
    path("complaints/<slug:ref>/answer/", complaints.answer, name="complaints-answer"),
    path("journeys/<slug:ref>/complaints/about-us/", complaints.about_us, name="complaints-about_us"),
    path("journeys/<slug:ref>/family-plans/", family_plans.of_journey, name="family_plans-of_journey"),
    path("journeys/<slug:ref>/family-plans/make/", family_plans.make, name="family_plans-make"),
    path("family-plans/<slug:ref>/revise/", family_plans.revise, name="family_plans-revise"),
    path("family-plans/<slug:ref>/mediate/", family_plans.mediate, name="family_plans-mediate"),
    path("family-plans/<slug:ref>/tell/", family_plans.tell, name="family_plans-tell"),
    path("journeys/<slug:ref>/evaluations/", evaluations.of_journey, name="evaluations-of_journey"),
    path("requests/<slug:ref>/evaluation/", evaluations.detail, name="evaluations-detail"),
    path("requests/<slug:ref>/evaluation/look-back/", evaluations.look_back, name="evaluations-look_back"),
    path("journeys/<slug:ref>/erasures/", erasures.of_journey, name="erasures-of_journey"),
    path("journeys/<slug:ref>/erasures/ask/", erasures.ask, name="erasures-ask"),
    path("erasures/", erasures.index, name="erasures-index"),
    path("erasures/<slug:ref>/tell/", erasures.tell, name="erasures-tell"),
    path("erasures/<slug:ref>/call-off/", erasures.call_off, name="erasures-call_off"),
    path("erasures/<slug:ref>/agree/", erasures.agree, name="erasures-agree"),
]
