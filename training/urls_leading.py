"""Where a prison's learning is led: /training/lead/…, and the door for whoever brings a code."""

from django.urls import path

from training.views import cohorts, headcounts, join_codes, learners

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
]
