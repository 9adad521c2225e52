"""What each council does for care leavers, for anyone. What nobody knows is said, never left out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from common.access import allow, anyone
from common.dates import local_day
from common.text import clean
from pages.caching import kept_for_visitors
from places import offering
from places.models import LocalAuthority

LONGEST = 60


@require_safe
@allow(anyone)
@kept_for_visitors
def index(request: HttpRequest) -> HttpResponse:
    """All councils, or those whose name holds what was typed: no postcode and no map."""
    typed = clean(request.GET.get("q", ""))[:LONGEST].strip()
    found = offering.councils(on=local_day(timezone.now()))
    if typed:
        found = found.filter(name__icontains=typed) | found.filter(welsh_name__icontains=typed)
    return render(request, "pages/offers/index.html", {"councils": found, "typed": typed})


@require_safe
@allow(anyone)
@kept_for_visitors
def page(request: HttpRequest, code: str) -> HttpResponse:
    council = get_object_or_404(LocalAuthority, gss_code=code)
    lines = offering.lines_of(council, on=local_day(timezone.now()))
    context = {"council": council, "lines": lines, "known": any(line.offer for line in lines)}
    return render(request, "pages/offers/page.html", context)
