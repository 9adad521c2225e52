"""The doors of certificates: their holders', the staff's, and those that are open to all; part of urls.py."""

from django.urls import path

from training.views import certificates, credentials

urlpatterns = [
    path("issuer/", credentials.issuer, name="credentials-issuer"),
    path("verify/", certificates.check, name="certificates-check"),
    path("verify/<str:code>/", certificates.verify, name="certificates-verify"),
    path("verify/<str:code>/status/", credentials.status, name="credentials-status"),
    path("certificates/", certificates.mine, name="certificates-mine"),
    path("certificates/find/", certificates.find, name="certificates-find"),
    path("certificates/<slug:ref>/", certificates.detail, name="certificates-detail"),
    path("certificates/<slug:ref>/paper/", certificates.paper, name="certificates-paper"),
    path("certificates/<slug:ref>/credential/", certificates.credential, name="certificates-credential"),
    path("certificates/<slug:ref>/name/", certificates.show_name, name="certificates-show_name"),
    path("certificates/<slug:ref>/withdraw/", certificates.withdraw, name="certificates-withdraw"),
    path("certificates/<slug:ref>/put-right/", certificates.put_right, name="certificates-put_right"),
]
