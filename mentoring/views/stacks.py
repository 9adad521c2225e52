"""Stacks: paper sheets that are printed together."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers, documents
from common.access import allow
from common.refs import ref_from
from mentoring import loading, printing
from mentoring.actions import stacks
from mentoring.forms.stacks import HowManyForm, StackForm
from mentoring.models import Match, PaperSheet
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


def _print(request: HttpRequest, form: HowManyForm | StackForm, match: Match | None) -> HttpResponse:
    key = ref_from(request.POST.get("key"))
    if request.method == "POST" and form.is_valid():
        made = answers.attempt(
            form, stacks.print_, wanted=form.wanted(), count=form.cleaned_data["count"], key=key,
            by=request.user, at=timezone.now(),
        )  # fmt: skip
        if made:
            return redirect("mentoring:stacks-detail", ref=made[0].stack)
    return answers.page(request, "mentoring/stacks/print.html", {"form": form, "key": key, "match": match})


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
