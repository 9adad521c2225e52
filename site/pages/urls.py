from django.urls import path

from pages.views import dates, downloads, pictures, rights, robots, search

app_name = "pages"
urlpatterns = [
    path("check/dates/", dates.ask, name="dates-ask"),
    path("check/help/", rights.ask, name="rights-ask"),
    path("search/", search.find, name="search-find"),
    path("pictures/<str:name>", pictures.show, name="pictures-show"),
    path("downloads/<slug:ref>/file.<slug:extension>", downloads.fetch, name="downloads-fetch"),
    path("robots.txt", robots.read, name="robots-read"),
    path("sitemap.xml", robots.sitemap, name="robots-sitemap"),
]
