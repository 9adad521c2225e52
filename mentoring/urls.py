"""The programme's doors: noun first, verb last."""

from django.urls import path

from mentoring.views import drafts, matches, mentors, sessions, tasks

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
    path("mentors/", mentors.index, name="mentors-index"),
    path("tasks/", tasks.index, name="tasks-index"),
    path("tasks/<slug:ref>/", tasks.detail, name="tasks-detail"),
    path("tasks/<slug:ref>/finish/", tasks.finish, name="tasks-finish"),
]
