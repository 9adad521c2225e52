"""For editors: which pages want checking, who keeps them, and writing down that one was checked."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Page

from accounts.access import user_of
from common import answers, downloads
from common.access import allow
from common.dates import local_day
from common.spreadsheets import Grid
from pages import ageing
from pages.actions import ageing as actions
from pages.forms.ageing import LEFT, MINE, NOBODY, AgeingForm, CheckedForm
from pages.models.base import BasePage
from pages.permissions import can_open_editor
from pages.rules.guides import STALE_AFTER

MOST = 500
HEADINGS = ("Page", "What it is", "Kept by", "Stands in", "Checked", "Due", "Days late", "How it stands")


@require_safe
@allow(can_open_editor)
def index(request: HttpRequest) -> HttpResponse:
    form, rows = _chosen(request)
    context = {"form": form, "rows": rows[:MOST], "count": len(rows), "query": request.GET.urlencode()}
    return answers.page(request, "pages/ageing/index.html", context)


@require_safe
@allow(can_open_editor)
def take_out(request: HttpRequest) -> HttpResponseBase:
    """What the same choices show on the screen, as a spreadsheet."""
    form, rows = _chosen(request)
    if not form.is_valid():
        return answers.page(request, "pages/ageing/index.html", {"form": form, "rows": [], "count": 0})
    lines = [
        (
            line.title, line.kind, keeper, stand_in, line.checked_on, line.stands.due_on, line.stands.days_over,
            str(line.stands.state),
        )
        for line, keeper, stand_in in rows
    ]  # fmt: skip
    return downloads.csv_file(Grid(HEADINGS, lines), name="pages-to-check", day=local_day(timezone.now()))


@allow(can_open_editor)
def check_again(request: HttpRequest, key: UUID, language: str) -> HttpResponse:
    """The facts are still right: the day goes on the page once two others have said yes."""
    page, now, by = _page(request.user, key, language), timezone.now(), user_of(request)
    today = local_day(now)
    form = CheckedForm(
        request.POST if request.method == "POST" else None, today=today, initial={"review_by": _next(page, today)}
    )
    if form.is_bound and form.is_valid():
        draft = answers.attempt(form, actions.check_again, page=page, by=by, at=now, **form.cleaned_data)
        if draft is not None:
            messages.success(request, "Thank you. Two others are asked to say yes; then the page says so.")
            return redirect("pages:reviews-show", key, language)
    reasons = actions.why_not_check_again(page=page)
    return answers.page(request, "pages/ageing/check_again.html", {"form": form, "page": page, "reasons": reasons})


def _chosen(request: HttpRequest) -> tuple[AgeingForm, list[tuple[ageing.Line, str, str]]]:
    """The form that chooses, and each line with the names of who keeps it and who stands in."""
    found = ageing.lines(local_day(timezone.now()))
    keepers = ageing.Keepers(found)
    known = sorted((user.display_name, user.ref) for user in keepers.users.values())
    form = AgeingForm(request.GET, keepers=[(ref, name) for name, ref in known])
    if not form.is_valid():
        return form, []
    state, who = form.cleaned_data["state"], form.cleaned_data["keeper"]
    kept = [line for line in found if ageing.wants(line, state) and _is_kept(line, who, keepers, request.user)]
    return form, [(line, keepers.name(line.keeper), keepers.name(line.stand_in)) for line in kept]


def _is_kept(line: ageing.Line, who: str, keepers: ageing.Keepers, user: Any) -> bool:
    if who == MINE:
        return user.pk in (line.keeper, line.stand_in)
    if who == NOBODY:
        return line.keeper is None
    if who == LEFT:
        return line.keeper is not None and line.keeper not in keepers.may
    keeper = keepers.users.get(line.keeper) if line.keeper else None
    return not who or (keeper is not None and keeper.ref == who)


def _next(page: BasePage, today: date) -> date:
    """As long again as last time; a year where nobody said."""
    if page.checked_on and page.review_by:
        return today + (page.review_by - page.checked_on)
    return today + timedelta(days=STALE_AFTER)


def _page(user: Any, key: UUID, language: str) -> Any:
    """For those who may change it."""
    found = Page.objects.filter(translation_key=key, locale__language_code=language, live=True).first()
    page = found.specific if found else None
    if (
        not isinstance(page, BasePage)
        or type(page) not in ageing.kinds()
        or not page.permissions_for_user(user).can_edit()
    ):
        raise Http404
    return page
