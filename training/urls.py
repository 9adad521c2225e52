"""The doors of training: each list stands beside this file."""

from training import urls_assessing, urls_certificates, urls_leading, urls_learning, urls_paper

app_name = "training"
urlpatterns = [
    *urls_assessing.urlpatterns,
    *urls_certificates.urlpatterns,
    *urls_leading.urlpatterns,
    *urls_learning.urlpatterns,
    *urls_paper.urlpatterns,
]
