"""The doors of those who read, watch and check; part of urls.py."""

from django.urls import path

from training.views import assessments

urlpatterns = [
    path("assessments/", assessments.index, name="assessments-index"),
    path("assessments/read/<slug:ref>/", assessments.mark, name="assessments-mark"),
    path("assessments/watch/<slug:ref>/<slug:block>/", assessments.sign_off, name="assessments-sign_off"),
    path("assessments/<slug:ref>/check/", assessments.check, name="assessments-check"),
]
