"""Pages of the house itself: the way out, the pieces of pages, and what is shown when something goes wrong."""

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from common import answers, gallery
from common.access import allow, anyone

SECRET_NAMES = ("password", "token", "code", "key")


@allow(anyone)
@csrf_exempt
@require_POST
@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out and go somewhere neutral. The page moves on by itself, because the policy stops a form from being
    sent on to another site. Drafts stay: they are kept by person, not by visit.

    It needs no token, so that an old page still lets people go. Another site's request carries no cookie of ours,
    so it could sign nobody out.
    """
    logout(request)
    return render(request, "common/leave.html")


@allow(anyone)
def components(request: HttpRequest) -> HttpResponse:
    """Every piece, with made-up words, in every state."""
    return render(request, "common/components.html", gallery.everything(request))


@allow(anyone)
def problem(request: HttpRequest, name: str) -> HttpResponse:
    """The pages that are shown when something goes wrong, to be looked at before it does."""
    if name not in gallery.PROBLEMS:
        raise Http404
    template, status = gallery.PROBLEMS[name]
    return render(request, template, gallery.conflict_context() if status == answers.CONFLICT else None, status=status)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's seal did not fit: it was open too long, somebody signed in or out meanwhile, or cookies are off.

    Nothing was changed, and nothing that was typed is lost: it is shown again, to be copied. Only where the browser
    says that the form was ours, or a stranger's page could put its own words under our name.
    """
    ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    context = {"typed": typed(request) if ours else [], "again": request.path if ours else ""}
    return render(request, "common/csrf.html", context, status=403)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was written in the form that could not be taken: (name of the box, words). Never a password or a code."""
    rows = []
    for name, values in request.POST.lists():
        if any(secret in name.lower() for secret in SECRET_NAMES):
            continue
        words = ", ".join(filter(None, values))
        if words:
            rows.append((name.replace("_", " ").replace("-", " ").capitalize(), words))
    return rows
