"""Stacks: paper sheets that are printed together."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers, documents
from common.access import allow
from common.refs import ref_from
from mentoring import loading, printing
from mentoring.actions import stacks
from mentoring.forms.sheets import VoidForm
from mentoring.forms.stacks import CodeForm, HowManyForm, RegisterSheetsForm, StackForm
from mentoring.models import Group, Match, PaperSheet
from mentoring.permissions.sheets import can_key_sheets
from mentoring.tables.sheets import facts_of


@allow(can_key_sheets)
def print_(request: HttpRequest) -> HttpResponse:
    """A stack of blank sheets."""
    return _print(request, StackForm(request.POST or None, user=request.user), None)


@allow(can_key_sheets)
def print_for(request: HttpRequest, ref: str) -> HttpResponse:
    """Sheets for one match, with both first names on them."""
    now = timezone.now()
    matches = Match.objects.visible_to(request.user).select_related("mentor__person", "person__team")
    match = get_object_or_404(matches.prefetch_related("person__locations__establishment"), ref=ref)
    audit.looked(verb="mentoring.match.opened", by=request.user, at=now, subject=match, about=match.person)
    return _print(request, HowManyForm(request.POST or None, match=match), match)


@allow(can_key_sheets)
def print_register(request: HttpRequest, ref: str) -> HttpResponse:
    """Registers of one group, with its members' names of today."""
    now = timezone.now()
    groups = Group.objects.visible_to(request.user).open().select_related("team", "establishment")
    group = get_object_or_404(groups, ref=ref)
    audit.looked(verb="mentoring.group.opened", by=request.user, at=now, subject=group)
    return _print(request, RegisterSheetsForm(request.POST or None, group=group), None, group=group)


def _print(
    request: HttpRequest,
    form: HowManyForm | RegisterSheetsForm | StackForm,
    match: Match | None,
    group: Group | None = None,
) -> HttpResponse:
    key = ref_from(request.POST.get("key"))
    if request.method == "POST" and form.is_valid():
        made = answers.attempt(
            form, stacks.print_, wanted=form.wanted(), count=form.cleaned_data["count"], key=key,
            by=request.user, at=timezone.now(),
        )  # fmt: skip
        if made:
            return redirect("mentoring:stacks-detail", ref=made[0].stack)
    context = {"form": form, "key": key, "match": match, "group": group}
    return answers.page(request, "mentoring/stacks/print.html", context)


@allow(can_key_sheets)
def print_again(request: HttpRequest, ref: str) -> HttpResponse:
    """A sheet was spoilt, or lost: its code is cancelled and another printed, in one step."""
    now = timezone.now()
    sheet = loading.sheet(ref=ref, by=request.user, at=now)
    form, key = VoidForm(request.POST or None), ref_from(request.POST.get("key"))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        new = answers.attempt(form, stacks.print_again, sheet=sheet, reason=reason, key=key, by=request.user, at=now)
        if new:
            messages.success(request, "The old code is cancelled. Print the new sheet.")
            return redirect("mentoring:stacks-detail", ref=new.stack)
    context = {"form": form, "sheet": sheet, "key": key}
    return answers.page(request, "mentoring/stacks/print_again.html", context)


@allow(can_key_sheets)
def give_code(request: HttpRequest) -> HttpResponse:
    """A sheet from the public pages has no code: give it one, write it on the paper, and type it in."""
    form, key = CodeForm(request.POST or None, user=request.user), ref_from(request.POST.get("key"))
    if request.method == "POST" and form.is_valid():
        said, now = form.cleaned_data, timezone.now()
        sheet = answers.attempt(form, stacks.give_code, **said, key=key, by=request.user, at=now)
        if sheet:
            return redirect("mentoring:sheets-key", ref=sheet.ref)
    return answers.page(request, "mentoring/stacks/give_code.html", {"form": form, "key": key})


@allow(can_key_sheets)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    found = loading.stack(ref=ref, by=request.user, at=timezone.now())
    waiting = [sheet for sheet in found if sheet.status == PaperSheet.Status.PRINTED]
    context = {"sheets": found, "waiting": waiting, "ref": ref, "facts_of_it": facts_of(found[0])}
    return render(request, "mentoring/stacks/detail.html", context)


@allow(can_key_sheets)
def paper(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The PDF of those in a stack that are still waiting."""
    now = timezone.now()
    found = loading.stack(ref=ref, by=request.user, at=now)
    waiting = [sheet for sheet in found if sheet.status == PaperSheet.Status.PRINTED]
    if not waiting:
        raise Http404
    return documents.respond(printing.sheets_pdf(waiting, at=now), name="sheets", at=now)
