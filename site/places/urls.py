from django.urls import path, register_converter

from places.directory import KINDS
from places.models import SHEETS
from places.views import loading, offers, places, posts


class KindConverter:
    """One of the kinds of place in the directory."""

    regex = "|".join(KINDS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class SheetConverter(KindConverter):
    """One of the kinds of spreadsheet."""

    regex = "|".join(SHEETS)


register_converter(KindConverter, "kind")
register_converter(SheetConverter, "sheet")

app_name = "places"
urlpatterns = [
    path("", places.home, name="places-home"),
    path("files/", loading.index, name="loading-index"),
    path("files/<str:ref>/", loading.page, name="loading-page"),
    path("files/<str:ref>/apply/", loading.apply, name="loading-apply"),
    path("files/<str:ref>/problems/", loading.problems, name="loading-problems"),
    path("spreadsheets/<sheet:kind>/", loading.export, name="loading-export"),
    path("offers/", offers.index, name="offers-index"),
    path("offers/<str:ref>/", offers.page, name="offers-page"),
    path("offers/<str:ref>/<slug:topic>/", offers.edit, name="offers-edit"),
    path("offers/<str:ref>/<slug:topic>/take-away/", offers.take_away, name="offers-take-away"),
    path("posts/<str:ref>/edit/", posts.edit, name="posts-edit"),
    path("posts/<str:ref>/verify/", posts.verify, name="posts-verify"),
    path("posts/<str:ref>/vacate/", posts.vacate, name="posts-vacate"),
    path("posts/<str:ref>/appoint/", posts.appoint, name="posts-appoint"),
    path("postings/<str:ref>/end/", posts.end, name="posts-end"),
    path("<kind:kind>/", places.index, name="places-index"),
    path("<kind:kind>/add/", places.add, name="places-add"),
    path("<kind:kind>/<str:ref>/", places.page, name="places-page"),
    path("<kind:kind>/<str:ref>/edit/", places.edit, name="places-edit"),
    path("<kind:kind>/<str:ref>/posts/add/", posts.add, name="posts-add"),
]
