"""Rules for the public site and its editor that hold for every page, whoever wrote the view."""

from collections.abc import Callable
from typing import Any

from csp.constants import SELF
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils import timezone

from common.dates import local_day
from pages.actions import editors
from pages.permissions import can_open_editor, groups_due, groups_held
from pages.rules.search import plain_words

Answer = Callable[[HttpRequest], HttpResponse]
SQUEEZED = ("text/html", "application/xml", "application/rss+xml", "application/atom+xml")
EDITOR = "/cms/"
# Our own page beside Wagtail’s (views/reviews.py) asks the same groups.
BESIDE_IT = "/editing/before/"


class ContentPolicy(CSPMiddleware):
    """One strict policy for everything of ours. Only the editor's own pages have a looser one, and only a preview may
    stand in a frame, which is the editor's.
    """

    def get_policy_parts(self, request: HttpRequest, response: Any, report_only: bool = False) -> PolicyParts:
        parts: PolicyParts = super().get_policy_parts(request, response, report_only)
        if getattr(request, "is_preview", False):
            parts.replace = {**(parts.replace or {}), "frame-ancestors": [SELF]}
        elif request.path_info.startswith(EDITOR):
            parts.replace = {**(parts.replace or {}), **settings.EDITOR_CONTENT_SECURITY_POLICY}
        return parts


def is_public(request: HttpRequest) -> bool:
    door = request.resolver_match
    return door is not None and (door.app_name == "pages" or door.url_name == "wagtail_serve")


class Squeezed(GZipMiddleware):
    """Pages for readers go out in a quarter of their bytes. Only to whoever carries no cookie and gets none: of a page
    that holds a secret, strangers who can put words into it could guess the secret from its length (BREACH).
    """

    def process_response(self, request: HttpRequest, response: Any) -> Any:
        plain = is_public(request) and not request.COOKIES and not response.cookies
        if plain and response.get("Content-Type", "").startswith(SQUEEZED):
            return super().process_response(request, response)
        return response


class NoReferrer:
    """Public pages tell nobody where their reader was, not even us. Not where a form is guarded against other sites:
    there a browser would name no origin, and the form would be refused.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_public(request) and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
            response["Referrer-Policy"] = "no-referrer"
        return response


class Today:
    """`request.now`, when it began, and `request.today`, the day in London: for pages that say how old their facts are,
    and for what comes and goes by the clock.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()  # type: ignore[attr-defined]  # a plain attribute, as Django's own are
        request.today = local_day(request.now)  # type: ignore[attr-defined]  # and another
        return self.get_response(request)


class EditorsDoor:
    """The editor exists only for those whose roles open it: others get 404, as for any page that is not theirs."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if not request.path_info.startswith((EDITOR, BESIDE_IT)) or not request.user.is_authenticated:
            return
        self.let_in(request.user)
        if "q" in request.GET:
            # Wagtail hands what is typed to SQLite's search as it stands, and a stray quote is a server error there.
            sifted = request.GET.copy()
            sifted["q"] = plain_words(request.GET["q"])
            request.GET = sifted  # type: ignore[assignment]

    @staticmethod
    def let_in(user: Any) -> None:
        """A role given or ended counts from this request on. It writes only when something changed."""
        if groups_due(user) != groups_held(user):
            editors.regroup(user=user, by=user, at=timezone.now())
        if not can_open_editor(user):
            raise Http404
