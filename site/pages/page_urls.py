"""Pages that editors write: any address that nothing else answers."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern
from wagtail.views import authenticate_with_password

from pages import serving

urlpatterns = [
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        authenticate_with_password,
        name="wagtailcore_authenticate_with_password",
    ),
    # Wagtail looks for this name wherever a page is closed to some; it sends people to our own door all the same.
    path("_util/login/", serving.sign_in, name="wagtailcore_login"),
    re_path(serve_pattern, serving.page, name="wagtail_serve"),
]
