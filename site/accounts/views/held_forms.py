"""What somebody had written when they were signed out."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.access import allow, signed_in, user_of
from accounts.actions import held_forms
from accounts.holding import can_be_kept, fields_of
from accounts.models import HeldForm
from common.views import csrf_failure as plain_csrf_failure


def in_words(name: str) -> str:
    """`what_we_did` as a person reads it."""
    return name.rsplit("-", 1)[-1].replace("_", " ").capitalize()


def shown(held: HeldForm) -> dict[str, Any]:
    fields = json.loads(held.body)
    written = [(in_words(name), value) for name, value in fields if value.strip()]
    return {"held": held, "fields": fields, "written": written}


@allow(signed_in)
def listing(request: HttpRequest) -> HttpResponse:
    kept = HeldForm.objects.visible_to(user_of(request)).fresh(timezone.now()).order_by("-created_at")
    return render(request, "accounts/held_forms/listing.html", {"forms": [shown(held) for held in kept]})


@allow(signed_in)
def let_go(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(HeldForm.objects.visible_to(user_of(request)), ref=ref)
    if request.method == "POST":
        held_forms.let_go(ref=held.ref, by=user_of(request), at=timezone.now())
    return redirect("accounts:held-forms-listing")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page from before the last sign-in was sent: its text is kept, and offered again with a fresh key."""
    if request.user.is_authenticated and can_be_kept(request):
        now = timezone.now()
        if held_forms.keep(path=request.path, fields=fields_of(request), by=user_of(request), at=now):
            return redirect("accounts:held-forms-listing")
    return plain_csrf_failure(request, reason)
