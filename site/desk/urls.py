"""Where people arrive."""

from django.urls import path

from desk.views import cast, home

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("cast/", cast.choose, name="cast-choose"),
]
