"""Staying signed in."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.access import allow, signed_in


@allow(signed_in)
@require_POST
@csrf_exempt
def stay(request: HttpRequest) -> HttpResponse:
    """Being asked is enough: the middleware has noted that the person is here.

    Nothing else happens, and another site's request carries no cookie of ours: so it needs no token, and every page of
    ours can ask, however old.
    """
    return HttpResponse(status=204)
