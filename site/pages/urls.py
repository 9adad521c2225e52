from django.urls import path

from pages.views import (
    contacts,
    dates,
    downloads,
    feedback,
    guidance,
    offers,
    packs,
    pictures,
    reviews,
    rights,
    robots,
    search,
)

app_name = "pages"
urlpatterns = [
    path("check/dates/", dates.ask, name="dates-ask"),
    path("check/help/", rights.ask, name="rights-ask"),
    path("contacts/", contacts.index, name="contacts-index"),
    path("councils/", offers.index, name="offers-index"),
    path("councils/<str:code>/", offers.page, name="offers-page"),
    path("editing/before/<uuid:key>/<slug:language>/", reviews.show, name="reviews-show"),
    path("editing/contacts/", contacts.due, name="contacts-due"),
    path("editing/contacts/all.csv", contacts.take_out, name="contacts-take-out"),
    path("editing/how-to-write/", guidance.show, name="guidance-show"),
    path("editing/feedback/", feedback.index, name="feedback-index"),
    path("feedback/", feedback.find, name="feedback-find"),
    path("feedback/thanks/", feedback.thanks, name="feedback-thanks"),
    path("feedback/<str:number>/", feedback.give, name="feedback-give"),
    path("feedback/<str:number>/why/", feedback.say_why, name="feedback-say-why"),
    path("packs/", packs.make, name="packs-make"),
    path("packs/help-and-rights.zip", packs.take_along, name="packs-take-along"),
    path("search/", search.find, name="search-find"),
    path("pictures/<str:name>", pictures.show, name="pictures-show"),
    path("downloads/<slug:ref>/file.<slug:extension>", downloads.fetch, name="downloads-fetch"),
    path("robots.txt", robots.read, name="robots-read"),
    path("sitemap.xml", robots.sitemap, name="robots-sitemap"),
]
