"""What councils do for care leavers: what we know, what we do not, and writing it down."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import user_of
from common import answers
from common.access import allow
from common.dates import local_day
from common.transitions import Stale
from places import offering, permissions
from places.actions import offers
from places.forms.offers import OfferForm
from places.models import LocalAuthority, Offer

PAGE = "places:offers-page"


@require_safe
@allow(permissions.can_keep_directory)
def index(request: HttpRequest) -> HttpResponse:
    """The gaps: for each council how much is known, and how much of that is old."""
    found = offering.councils(on=local_day(timezone.now()))
    return render(request, "places/offers/index.html", {"councils": found, "most": len(Offer.Topic)})


@require_safe
@allow(permissions.can_keep_directory)
def page(request: HttpRequest, ref: str) -> HttpResponse:
    council = get_object_or_404(LocalAuthority, ref=ref)
    lines = offering.lines_of(council, on=local_day(timezone.now()))
    return render(request, "places/offers/page.html", {"council": council, "lines": lines})


@require_http_methods(["GET", "HEAD", "POST"])
@allow(permissions.can_keep_directory)
def edit(request: HttpRequest, ref: str, topic: str) -> HttpResponse:
    council = get_object_or_404(LocalAuthority, ref=ref)
    if topic not in Offer.Topic:
        raise Http404
    offer = Offer.objects.of(council).filter(topic=topic).first() or Offer(council=council, topic=topic)
    form = OfferForm(request.POST if request.method == "POST" else None, instance=offer)
    try:
        if form.is_valid():
            now, by = timezone.now(), user_of(request)
            offers.put(council=council, topic=topic, seen=form.seen, by=by, at=now, **form.facts)
            messages.success(request, "Saved.")
            return redirect(PAGE, ref)
    except Stale as stale:
        return answers.conflict(request, form, stale, back=request.path)
    context = {"form": form, "council": council, "topic": Offer.Topic(topic).label, "stands": offer.pk is not None}
    return answers.page(request, "places/offers/edit.html", context)


@require_POST
@allow(permissions.can_keep_directory)
def take_away(request: HttpRequest, ref: str, topic: str) -> HttpResponse:
    council = get_object_or_404(LocalAuthority, ref=ref)
    for offer in Offer.objects.of(council).filter(topic=topic):
        offers.take_away(offer=offer, by=user_of(request), at=timezone.now())
    messages.success(request, "Taken away. The public page says again that we do not know.")
    return redirect(PAGE, ref)
