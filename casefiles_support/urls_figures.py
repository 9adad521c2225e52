from django.urls import path

from casefiles_support.views import figures, today

urlpatterns = [
    path("", today.index, name="today-index"),
    path("today/late/", today.late_holders, name="today-late_holders"),
    path("today/<slug:name>/", today.show, name="today-show"),
    path("figures/", figures.holders, name="figures-holders"),
]
