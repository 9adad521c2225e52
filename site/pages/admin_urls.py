"""Wagtail's own sign-in, password and sign-out pages, before Wagtail can answer for them."""

from django.urls import path, re_path

from pages import serving

urlpatterns = [
    path("login/", serving.sign_in, name="editor_sign_in"),
    re_path(r"^password_reset/.*$", serving.sign_in, name="editor_password_reset"),
    path("logout/", serving.sign_out, name="editor_sign_out"),
]
