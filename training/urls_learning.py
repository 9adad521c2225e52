"""The doors for those who learn; part of urls.py."""

from django.urls import path

from training.views import attempts, confidences, learning, modules, progress, reflections

urlpatterns = [
    path("", learning.mine, name="learning-mine"),
    path("modules/<slug:ref>/", modules.detail, name="modules-detail"),
    path("modules/<slug:ref>/begin/", modules.begin, name="modules-begin"),
    path("progress/<slug:ref>/", progress.detail, name="progress-detail"),
    path("progress/<slug:ref>/pages/<slug:page>/", progress.page, name="progress-page"),
    path("progress/<slug:ref>/newer/", progress.carry_over, name="progress-carry_over"),
    path("progress/<slug:ref>/refresh/", progress.refresh, name="progress-refresh"),
    path("progress/<slug:ref>/later/", confidences.later, name="confidences-later"),
    path("progress/<slug:ref>/test/", attempts.begin, name="attempts-begin"),
    path("thoughts/", reflections.mine, name="reflections-mine"),
    path("tests/<slug:ref>/", attempts.whole, name="attempts-whole"),
    path("tests/<slug:ref>/questions/<slug:block>/", attempts.question, name="attempts-question"),
    path("tests/<slug:ref>/check/", attempts.check, name="attempts-check"),
    path("tests/<slug:ref>/result/", attempts.result, name="attempts-result"),
]
