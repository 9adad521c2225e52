"""Wagtail's own sign-in, password and sign-out pages, before Wagtail can answer for them; and ours beside its own."""

from django.urls import path, re_path

from pages import serving
from pages.views import guidance, reviews

urlpatterns = [
    path("login/", serving.sign_in, name="editor_sign_in"),
    re_path(r"^password_reset/.*$", serving.sign_in, name="editor_password_reset"),
    path("before/<uuid:key>/<slug:language>/", reviews.show, name="editor_reviews_show"),
    path("how-to-write/", guidance.show, name="editor_guidance_show"),
    path("logout/", serving.sign_out, name="editor_sign_out"),
]
