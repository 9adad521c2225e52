"""Looking back together."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers, listing
from common.access import allow
from common.dates import local_day
from mentoring import loading_plans as loading
from mentoring.actions import reviews
from mentoring.filters.reviews import ReviewFilter
from mentoring.forms.reviews import HoldForm
from mentoring.models import Match, Review
from mentoring.permissions.reviews import can_hold_reviews, can_list_reviews, can_see_reviews
from mentoring.rules.reviews import CONFIDENCE, CONFIDENCE_WORDS
from mentoring.sending import send
from mentoring.tables.reviews import ReviewTable


@allow(can_list_reviews)
def index(request: HttpRequest) -> HttpResponseBase:
    """What is due and what is coming, the longest waiting first."""
    now = timezone.now()
    planned = Review.objects.visible_to(request.user).planned().filter(match__status__in=Match.OPEN)
    found = listing.build(
        request,
        table=ReviewTable.told(today=local_day(now)),
        queryset=planned.select_related("match__person", "match__mentor__person"),
        filterset=ReviewFilter,
        name="reviews",
    )
    audit.looked(verb="mentoring.review.listed", by=request.user, at=now, shown=found.refs)
    return listing.respond(request, "mentoring/reviews/index.html", {"listing": found})


@allow(can_see_reviews)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    review = loading.review(ref=ref, by=request.user, at=timezone.now())
    context = {"review": review, "may_hold": can_hold_reviews(request.user)}
    return render(request, "mentoring/reviews/detail.html", context)


@allow(can_hold_reviews)
def hold(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    review = loading.review(ref=ref, by=request.user, at=now)
    form = HoldForm(request.POST or None, initial={"held_on": local_day(now), "confidence": ""})
    if send(request, form, reviews.hold, review=review, at=now):
        messages.success(request, "Written down. The next one is planned.")
        return redirect("mentoring:matches-detail", ref=review.match.ref)
    return answers.page(request, "mentoring/reviews/hold.html", {"form": form, "review": review})


@allow(can_see_reviews)
def sheet(request: HttpRequest, ref: str) -> HttpResponse:
    """The same questions on paper, to be filled in where no phone may go."""
    review = loading.review(ref=ref, by=request.user, at=timezone.now())
    scale = [(number, CONFIDENCE_WORDS.get(number, "")) for number in CONFIDENCE]
    return render(request, "mentoring/reviews/sheet.html", {"review": review, "scale": scale})
