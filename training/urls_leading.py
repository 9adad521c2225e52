"""Where a prison's learning is led: /training/lead/…, and the door for whoever brings a code."""

from django.urls import path

from training.views import cohorts, coverage, events, headcounts, imports, join_codes, learners

urlpatterns = [
    path("join/", join_codes.use, name="join-codes-use"),
    path("lead/learners/", learners.index, name="learners-index"),
    path("lead/learners/add/", learners.add, name="learners-add"),
    path("lead/learners/<slug:ref>/", learners.page, name="learners-page"),
    path("lead/learners/<slug:ref>/move/", learners.move, name="learners-move"),
    path("lead/learners/<slug:ref>/leave/", learners.leave, name="learners-leave"),
    path("lead/learners/<slug:ref>/help/", learners.adjust, name="learners-adjust"),
    path("lead/cohorts/", cohorts.index, name="cohorts-index"),
    path("lead/cohorts/add/", cohorts.add, name="cohorts-add"),
    path("lead/cohorts/<slug:ref>/", cohorts.page, name="cohorts-page"),
    path("lead/cohorts/<slug:ref>/close/", cohorts.close, name="cohorts-close"),
    path("lead/cohorts/<slug:ref>/leave/<slug:learner>/", cohorts.leave, name="cohorts-leave"),
    path("lead/codes/", join_codes.index, name="join-codes-index"),
    path("lead/codes/make/", join_codes.make, name="join-codes-make"),
    path("lead/codes/<slug:ref>/", join_codes.page, name="join-codes-page"),
    path("lead/codes/<slug:ref>/take-back/", join_codes.revoke, name="join-codes-revoke"),
    path("lead/posts/", headcounts.enter, name="headcounts-enter"),
    path("lead/", coverage.prison, name="coverage-prison"),
    path("lead/download/<slug:kind>/", coverage.download, name="coverage-download"),
    path("regions/", coverage.regions, name="coverage-regions"),
    path("lead/lists/", imports.index, name="imports-index"),
    path("lead/lists/empty/", imports.template, name="imports-template"),
    path("lead/lists/<slug:ref>/", imports.page, name="imports-page"),
    path("lead/lists/<slug:ref>/apply/", imports.apply, name="imports-apply"),
    path("lead/lists/<slug:ref>/undo/", imports.undo, name="imports-undo"),
    path("lead/lists/<slug:ref>/problems/", imports.problems, name="imports-problems"),
    path("lead/events/", events.index, name="events-index"),
    path("lead/events/plan/", events.plan, name="events-plan"),
    path("lead/events/<slug:ref>/", events.page, name="events-page"),
    path("lead/events/<slug:ref>/expect/", events.expect, name="events-expect"),
    path("lead/events/<slug:ref>/take-off/<slug:learner>/", events.forget, name="events-forget"),
    path("lead/events/<slug:ref>/held-by/", events.deliver, name="events-deliver"),
    path("lead/events/<slug:ref>/move/", events.move, name="events-move"),
    path("lead/events/<slug:ref>/call-off/", events.call_off, name="events-call-off"),
    path("lead/events/<slug:ref>/register/", events.register, name="events-register"),
    path("lead/events/<slug:ref>/paper/", events.paper, name="events-paper"),
]
