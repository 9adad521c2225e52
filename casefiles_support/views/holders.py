"""The directory of whoever may hold records. It says nothing about people."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casefiles_support.actions import holders
from casefiles_support.filters.holders import HolderFilter
from casefiles_support.forms.holders import AddForm, CloseForm, EditForm, VerifyForm
from casefiles_support.models import Holder
from casefiles_support.permissions.holders import can_keep_holders, can_see_holders
from casefiles_support.reports.holder_pages import page_of
from casefiles_support.sending import send
from casefiles_support.tables.holders import HolderTable
from common import answers, listing
from common.access import allow
from common.dates import local_day
from common.transitions import Stale

PAGE = "casefiles_support:holders-page"


@allow(can_see_holders)
def index(request: HttpRequest) -> HttpResponseBase:
    rows = listing.build(
        request,
        table=HolderTable.told(today=local_day(timezone.now())),
        queryset=Holder.objects.select_related("successor"),
        filterset=HolderFilter,
        search=by_name,
        search_help="By name, or by an earlier name.",
        name="holders",
    )
    context = {"listing": rows, "may_keep": can_keep_holders(request.user)}
    return listing.respond(request, "casefiles_support/holders/index.html", context)


def by_name(rows: Any, words: str) -> QuerySet:
    return rows.found_by(words)


@require_safe
@allow(can_see_holders)
def page(request: HttpRequest, ref: str) -> HttpResponse:
    holder = _holder(ref)
    told = page_of(holder, on=local_day(timezone.now()))
    context = {"holder": holder, "page": told, "may_keep": can_keep_holders(request.user)}
    return render(request, "casefiles_support/holders/page.html", context)


@allow(can_keep_holders)
def add(request: HttpRequest) -> HttpResponse:
    form = AddForm(request.POST or None)
    if made := send(request, form, holders.add, at=timezone.now()):
        messages.success(request, "It is in the directory. Somebody else looks at its address before a letter goes.")
        return redirect(PAGE, ref=made.ref)
    return answers.page(request, "casefiles_support/holders/add.html", {"form": form})


@allow(can_keep_holders)
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    holder = _holder(ref)
    form = EditForm(request.POST or None, initial=EditForm.initial_of(holder))
    return _changed(request, holder, form, holders.edit, "casefiles_support/holders/edit.html")


@allow(can_keep_holders)
def verify(request: HttpRequest, ref: str) -> HttpResponse:
    """A second person looks at where letters go."""
    holder = _holder(ref)
    form = VerifyForm(request.POST or None, initial={"version": holder.version})
    return _changed(request, holder, form, holders.verify, "casefiles_support/holders/verify.html")


@allow(can_keep_holders)
def close(request: HttpRequest, ref: str) -> HttpResponse:
    """It was abolished."""
    holder = _holder(ref)
    form = CloseForm(request.POST or None, initial={"version": holder.version})
    return _changed(request, holder, form, holders.close, "casefiles_support/holders/close.html")


def _holder(ref: str) -> Holder:
    return get_object_or_404(Holder.objects.select_related("successor", "council", "verified_by"), ref=ref)


def _changed(request: HttpRequest, holder: Holder, form: Any, action: Any, template: str) -> HttpResponse:
    try:
        if send(request, form, action, holder=holder, at=timezone.now()):
            messages.success(request, "Saved.")
            return redirect(PAGE, ref=holder.ref)
    except Stale as stale:
        return answers.conflict(request, form, stale, back=reverse(PAGE, args=[holder.ref]))
    return answers.page(request, template, {"form": form, "holder": holder})
