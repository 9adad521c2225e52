"""The doors of papers, of times to read them and of what follows; part of urls.py."""

from django.urls import URLPattern, path

from casefiles_support.views import debriefs, follow_ups, holding_moves, parcels, safety_holds, sittings

urlpatterns: list[URLPattern] = [
    path("journeys/<slug:ref>/parcels/", parcels.of_journey, name="parcels-of_journey"),
    path("journeys/<slug:ref>/sittings/plan/", sittings.plan, name="sittings-plan"),
    path("journeys/<slug:ref>/safety-holds/ask/", safety_holds.ask, name="safety_holds-ask"),
    path("requests/<slug:ref>/parcels/announce/", parcels.announce, name="parcels-announce"),
    path("requests/<slug:ref>/parcels/receive/", parcels.receive, name="parcels-receive"),
    path("parcels/lost/", holding_moves.lost, name="holding_moves-lost"),
    path("parcels/<slug:ref>/", parcels.detail, name="parcels-detail"),
    path("parcels/<slug:ref>/arrive/", parcels.arrive, name="parcels-arrive"),
    path("parcels/<slug:ref>/tell/", parcels.tell, name="parcels-tell"),
    path("parcels/<slug:ref>/review/", parcels.review, name="parcels-review"),
    path("parcels/<slug:ref>/move/", holding_moves.move, name="holding_moves-move"),
    path("parcels/<slug:ref>/lose/", holding_moves.lose, name="holding_moves-lose"),
    path("parcels/<slug:ref>/begin-breach/", holding_moves.begin_breach, name="holding_moves-begin_breach"),
    path("parcels/<slug:ref>/ask-to-destroy/", holding_moves.ask_to_destroy, name="holding_moves-ask_to_destroy"),
    path("parcels/<slug:ref>/shorten/", holding_moves.shorten, name="holding_moves-shorten"),
    path("parcels/<slug:ref>/think-again/", holding_moves.think_again, name="holding_moves-think_again"),
    path("parcels/<slug:ref>/destroy/", holding_moves.destroy, name="holding_moves-destroy"),
    path("sittings/<slug:ref>/", sittings.detail, name="sittings-detail"),
    path("sittings/<slug:ref>/tell-wing/", sittings.tell_wing, name="sittings-tell_wing"),
    path("sittings/<slug:ref>/put-off/", sittings.put_off, name="sittings-put_off"),
    path("sittings/<slug:ref>/begin/", sittings.begin, name="sittings-begin"),
    path("sittings/<slug:ref>/finish/", sittings.finish, name="sittings-finish"),
    path("sittings/<slug:ref>/slip/", sittings.slip, name="sittings-slip"),
    path("follow-ups/<slug:ref>/record/", follow_ups.record, name="follow_ups-record"),
    path("follow-ups/<slug:ref>/decline/", follow_ups.decline, name="follow_ups-decline"),
    path("debriefs/<slug:ref>/settle/", debriefs.settle, name="debriefs-settle"),
    path("safety-holds/", safety_holds.index, name="safety_holds-index"),
    path("safety-holds/<slug:ref>/", safety_holds.detail, name="safety_holds-detail"),
    path("safety-holds/<slug:ref>/again/", safety_holds.again, name="safety_holds-again"),
    path("safety-holds/<slug:ref>/agree/", safety_holds.agree, name="safety_holds-agree"),
    path("safety-holds/<slug:ref>/allow-again/", safety_holds.allow_again, name="safety_holds-allow_again"),
    path("safety-holds/<slug:ref>/lift/", safety_holds.lift, name="safety_holds-lift"),
    path("safety-holds/<slug:ref>/tell/", safety_holds.tell, name="safety_holds-tell"),
]
