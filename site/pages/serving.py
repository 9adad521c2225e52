"""Views that stand where Wagtail's own would: its pages, and its ways to sign in and out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail import views as wagtail

from common.access import allow, anyone
from pages.caching import kept_for_visitors


@allow(anyone)
@kept_for_visitors
def page(request: HttpRequest, path: str) -> HttpResponse:
    """A page that editors wrote, as its readers get it."""
    return wagtail.serve(request, path)


@allow(anyone)
def sign_in(request: HttpRequest) -> HttpResponse:
    """There is one way to sign in, and it asks for the second step."""
    return redirect(f"{reverse('account_login')}?next=/cms/")


@allow(anyone)
def sign_out(request: HttpRequest) -> HttpResponse:
    return redirect("account_logout")
