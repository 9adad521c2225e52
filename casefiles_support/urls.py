"""The doors of file support, under the neutral name /files/: noun first, verb last."""

from casefiles_support import (
    urls_after,
    urls_figures,
    urls_journeys,
    urls_letters,
    urls_packs,
    urls_parcels,
    urls_requests,
)

app_name = "casefiles_support"
urlpatterns = [
    *urls_journeys.urlpatterns,
    *urls_requests.urlpatterns,
    *urls_letters.urlpatterns,
    *urls_parcels.urlpatterns,
    *urls_after.urlpatterns,
    *urls_packs.urlpatterns,
    *urls_figures.urlpatterns,
]
