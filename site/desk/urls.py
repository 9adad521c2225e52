"""Where people arrive."""

from django.urls import path

from desk.views import cast, home, menu, reminders, screen

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("menu/", menu.menu, name="menu"),
    path("reminders/", reminders.every, name="reminders-every"),
    path("screen/", screen.show, name="screen-show"),
    path("cast/", cast.choose, name="cast-choose"),
]
