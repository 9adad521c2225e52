"""The doors of training: each list stands beside this file."""

from training import urls_certificates

app_name = "training"
urlpatterns = [
    *urls_certificates.urlpatterns,
]
