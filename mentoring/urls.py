"""The programme's doors: noun first, verb last."""

from django.urls import path

from mentoring.views import (
    drafts,
    goal_notes,
    goals,
    matches,
    mentors,
    note_releases,
    reviews,
    sessions,
    steps,
    tasks,
)

app_name = "mentoring"
urlpatterns = [
    path("sessions/", sessions.index, name="sessions-index"),
    path("sessions/log/", sessions.log, name="sessions-log"),
    path("sessions/log/group/", sessions.log_group, name="sessions-log_group"),
    path("sessions/log/<slug:ref>/", sessions.log_with, name="sessions-log_with"),
    path("sessions/<slug:ref>/", sessions.detail, name="sessions-detail"),
    path("sessions/<slug:ref>/correct/", sessions.correct, name="sessions-correct"),
    path("sessions/<slug:ref>/add/", sessions.add, name="sessions-add"),
    path("drafts/<slug:ref>/", drafts.save, name="drafts-save"),
    path("drafts/<slug:ref>/discard/", drafts.discard, name="drafts-discard"),
    path("matches/", matches.index, name="matches-index"),
    path("matches/<slug:ref>/", matches.detail, name="matches-detail"),
    path("goals/set/<slug:ref>/", goals.set_, name="goals-set"),
    path("goals/with/<slug:ref>/", goals.person, name="goals-person"),
    path("goals/with/<slug:ref>/print/", goals.print_, name="goals-print"),
    path("goals/<slug:ref>/", goals.detail, name="goals-detail"),
    path("goals/<slug:ref>/reword/", goals.reword, name="goals-reword"),
    path("goals/<slug:ref>/settle/", goals.settle, name="goals-settle"),
    path("goals/<slug:ref>/take-up/", goals.take_up, name="goals-take_up"),
    path("goals/<slug:ref>/ask/", goals.ask, name="goals-ask"),
    path("goals/<slug:ref>/steps/", steps.add, name="steps-add"),
    path("goals/<slug:ref>/notes/", goal_notes.add, name="goal_notes-add"),
    path("steps/<slug:ref>/settle/", steps.settle, name="steps-settle"),
    path("reviews/", reviews.index, name="reviews-index"),
    path("reviews/<slug:ref>/", reviews.detail, name="reviews-detail"),
    path("reviews/<slug:ref>/hold/", reviews.hold, name="reviews-hold"),
    path("reviews/<slug:ref>/sheet/", reviews.sheet, name="reviews-sheet"),
    path("note-releases/give/<slug:ref>/", note_releases.give, name="note_releases-give"),
    path("note-releases/<slug:ref>/take-back/", note_releases.take_back, name="note_releases-take_back"),
    path("mentors/", mentors.index, name="mentors-index"),
    path("tasks/", tasks.index, name="tasks-index"),
    path("tasks/<slug:ref>/", tasks.detail, name="tasks-detail"),
    path("tasks/<slug:ref>/finish/", tasks.finish, name="tasks-finish"),
]
