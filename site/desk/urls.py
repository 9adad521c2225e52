"""Where people arrive."""

from django.urls import path

from desk.views import cast, home, menu

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("menu/", menu.menu, name="menu"),
    path("cast/", cast.choose, name="cast-choose"),
]
