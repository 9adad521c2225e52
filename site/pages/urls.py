from django.urls import path

from pages.views import downloads, pictures, robots, search

app_name = "pages"
urlpatterns = [
    path("search/", search.find, name="search-find"),
    path("pictures/<str:name>", pictures.show, name="pictures-show"),
    path("downloads/<slug:ref>/file.<slug:extension>", downloads.fetch, name="downloads-fetch"),
    path("robots.txt", robots.read, name="robots-read"),
    path("sitemap.xml", robots.sitemap, name="robots-sitemap"),
]
