"""A private link to one’s own meetings, for the calendar of a phone."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from common import answers
from common.access import allow, anyone
from common.forms import HouseForm
from mentoring.actions import feeds
from mentoring.models import Feed
from mentoring.models.feeds import why_not_for
from mentoring.permissions.feeds import can_have_feed
from mentoring.reports.meetings import times_for
from mentoring.tables.feeds import calendar_of

BEFORE, AFTER = timedelta(days=30), timedelta(days=200)


@allow(can_have_feed)
def show(request: HttpRequest) -> HttpResponse:
    """Whether there is a link, and the two buttons. The link itself is shown only when it is made."""
    return _show(request, HouseForm())


def _show(request: HttpRequest, form: HouseForm, link: str = "") -> HttpResponse:
    feed = Feed.objects.on().of(request.user).first()
    context = {"feed": feed, "why_not": why_not_for(request.user), "form": form, "link": link}
    return answers.page(request, "mentoring/feeds/show.html", context)


@require_POST
@allow(can_have_feed)
def renew(request: HttpRequest) -> HttpResponse:
    form = HouseForm(request.POST)
    form.is_valid()
    token = answers.attempt(form, feeds.renew, by=request.user, at=timezone.now())
    link = request.build_absolute_uri(reverse("mentoring:feeds-fetch", args=[token])) if token else ""
    return _show(request, form, link)


@require_POST
@allow(can_have_feed)
def switch_off(request: HttpRequest) -> HttpResponse:
    feeds.switch_off(by=request.user, at=timezone.now())
    messages.success(request, "Switched off. The old link shows nothing now.")
    return redirect("mentoring:feeds-show")


@require_safe
@allow(anyone)
def fetch(request: HttpRequest, token: str) -> HttpResponse:
    """What a calendar asks for: times of meetings, to whoever holds the secret."""
    now = timezone.now()
    feed = Feed.objects.brought_with(token)
    if feed is None:
        raise Http404
    times = times_for(feed=feed, since=now - BEFORE, until=now + AFTER)
    response = HttpResponse(calendar_of(times), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="meetings.ics"'
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "private, no-store"
    return response
