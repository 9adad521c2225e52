"""The doors of a person’s own way: asking, steps, stages, choices, people beside them, duties; part of urls.py."""

from django.urls import URLPattern, path

from casefiles_support.views import checkpoints, choices, duties, hand_overs, offers, pauses, steps, supporters

urlpatterns: list[URLPattern] = [
    path("hand-overs/<slug:ref>/begin/", hand_overs.begin, name="hand_overs-begin"),
    path("offers/<slug:ref>/make/", offers.make, name="offers-make"),
    path("journeys/<slug:ref>/steps/take/", steps.take, name="steps-take"),
    path("journeys/<slug:ref>/steps/close/", steps.close, name="steps-close"),
    path("journeys/<slug:ref>/steps/reopen/", steps.reopen, name="steps-reopen"),
    path("journeys/<slug:ref>/pause/", pauses.pause, name="pauses-pause"),
    path("journeys/<slug:ref>/not_now/", pauses.not_now, name="pauses-not_now"),
    path("journeys/<slug:ref>/resume/", pauses.resume, name="pauses-resume"),
    path("journeys/<slug:ref>/checkpoints/", checkpoints.index, name="checkpoints-index"),
    path("journeys/<slug:ref>/checkpoints/<slug:code>/record/", checkpoints.record, name="checkpoints-record"),
    path("journeys/<slug:ref>/checkpoints/<slug:code>/go_ahead/", checkpoints.go_ahead, name="checkpoints-go_ahead"),
    path("checkpoints/<slug:ref>/correct/", checkpoints.correct, name="checkpoints-correct"),
    path("journeys/<slug:ref>/choices/", choices.index, name="choices-index"),
    path("journeys/<slug:ref>/choices/print/", choices.print_, name="choices-print"),
    path("journeys/<slug:ref>/choices/<slug:topic>/choose/", choices.choose, name="choices-choose"),
    path("journeys/<slug:ref>/choices/<slug:topic>/take_back/", choices.take_back, name="choices-take_back"),
    path("journeys/<slug:ref>/supporters/", supporters.index, name="supporters-index"),
    path("journeys/<slug:ref>/supporters/<slug:role>/name/", supporters.name, name="supporters-name"),
    path("supporters/", supporters.backing, name="supporters-backing"),
    path("supporters/<slug:ref>/agree/", supporters.agree, name="supporters-agree"),
    path("supporters/<slug:ref>/end/", supporters.end, name="supporters-end"),
    path("supporters/<slug:ref>/step_in/", supporters.step_in, name="supporters-step_in"),
    path("duties/", duties.index, name="duties-index"),
    path("duties/<slug:ref>/finish/", duties.finish, name="duties-finish"),
]
