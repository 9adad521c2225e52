"""Every door of the house."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("health/", include("worker.urls")),
    path("components/", include("common.urls")),
    path("desk/", include("desk.urls")),
    path("people/", include("people.urls")),
    path("mentoring/", include("mentoring.urls")),
    path("training/", include("training.urls")),
    path("files/", include("casefiles_support.urls")),
    path("places/", include("places.urls")),
    path("hooks/", include("messaging.urls")),
    path("account/", include("accounts.urls")),
    path("account/", include("accounts.allauth_urls")),
    path("cms/", include("pages.admin_urls")),
    path("cms/", include(wagtailadmin_urls)),
    path("", include("pages.urls")),
    # English stands at the root, Welsh under /cy/. Last of all: it answers for any address that is left.
    *i18n_patterns(path("", include("pages.page_urls")), prefix_default_language=False),
]
