from django.urls import path

from casefiles_support.views import figures

urlpatterns = [
    path("figures/", figures.holders, name="figures-holders"),
]
