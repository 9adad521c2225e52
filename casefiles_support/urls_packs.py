"""The doors of somebody’s page, of the papers printed for them, and of whoever is alongside them; part of urls.py."""

from django.urls import URLPattern, path

from casefiles_support.views import alongside, journeys, mine, packs

urlpatterns: list[URLPattern] = [
    path("mine/", mine.show, name="mine-show"),
    path("mine/print/", mine.print_, name="mine-print"),
    path("mine/looks/", mine.looks, name="mine-looks"),
    path("alongside/", alongside.index, name="alongside-index"),
    path("alongside/<slug:ref>/", alongside.show, name="alongside-show"),
    path("journeys/", journeys.index, name="journeys-index"),
    path("journeys/<slug:ref>/", journeys.detail, name="journeys-detail"),
    path("journeys/<slug:ref>/looks/", journeys.looks, name="journeys-looks"),
    path("journeys/<slug:ref>/print/", journeys.print_, name="journeys-print"),
    path("journeys/<slug:ref>/pack/", packs.print_, name="packs-print"),
    path("journeys/<slug:ref>/pack/<slug:pack_ref>/handed/", packs.hand_over, name="packs-hand_over"),
]
