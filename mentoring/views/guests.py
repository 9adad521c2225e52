"""Names that were written by hand on a paper register."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from audit import actions as audit
from common import answers
from common.access import allow
from mentoring import loading, rolls
from mentoring.actions import guests
from mentoring.forms.guests import GuestsForm
from mentoring.permissions.sheets import can_key_sheets
from mentoring.rules.sheets import names_of


@allow(can_key_sheets)
def tell(request: HttpRequest, ref: str) -> HttpResponse:
    """Say who they are: people of the team whom this user may see, or nobody we know."""
    now = timezone.now()
    sheet = loading.sheet(ref=ref, by=request.user, at=now)
    if not sheet.names_by_hand or sheet.names_told_at:
        raise Http404
    people = rolls.who_may_be_guests(sheet=sheet, by=request.user)
    shown = [person.ref for person in people]
    audit.looked(verb="mentoring.sheet.opened", by=request.user, at=now, subject=sheet, shown=shown)
    form = GuestsForm(request.POST or None, names=names_of(sheet.names_by_hand), people=people)
    if request.method == "POST" and form.is_valid():
        told = form.guests()
        if answers.attempt(form, guests.tell, sheet=sheet, guests=told, by=request.user, at=now):
            messages.success(request, "Saved. Those whom you chose are on the register.")
            return redirect("mentoring:sheets-detail", ref=ref)
    return answers.page(request, "mentoring/guests/tell.html", {"form": form, "sheet": sheet})
