"""Codes of prisons: made and shown by whoever leads there, brought by whoever wants to learn."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts import limits
from accounts.access import user_of
from accounts.coming import carry
from accounts.tasks import send_invitation
from common import answers, listing
from common.access import allow, anyone
from common.dates import local_day
from training.actions import join_codes
from training.forms.join_codes import BringForm, JoinCodeForm, StartForm
from training.leading import act, find, prisons
from training.models import JoinCode
from training.permissions.learners import can_lead_learning
from training.rules.join_codes import UNKNOWN
from training.tables.join_codes import JoinCodeTable


@allow(can_lead_learning)
def index(request: HttpRequest) -> HttpResponseBase:
    rows = JoinCode.objects.visible_to(request.user).select_related("establishment", "cohort")
    table = JoinCodeTable.told(today=local_day(timezone.now()))
    found = listing.build(request, table=table, queryset=rows, name="codes")
    return listing.respond(request, "training/leading/codes.html", {"listing": found})


@allow(can_lead_learning)
def make(request: HttpRequest) -> HttpResponse:
    mine = prisons(request.user)
    form = JoinCodeForm(request.POST or None, prisons=mine, user=request.user, initial={"establishment": mine.first()})
    page = {
        "title": "Make a code", "button": "Make the code", "keyed": True,
        "lede": "Whoever types it may learn at this prison. It shows them nothing about anybody.",
    }  # fmt: skip
    return act(request, form, join_codes.make, back=reverse("training:join-codes-index"), at=timezone.now(), page=page,
               done="Made.", then=lambda made: reverse("training:join-codes-page", args=[made.ref]))  # fmt: skip


@require_safe
@allow(can_lead_learning)
def page(request: HttpRequest, ref: str) -> HttpResponse:
    """The code as a sheet for the wall."""
    code = find(JoinCode.objects.select_related("establishment", "cohort"), request, ref)
    works = code.works(local_day(timezone.now()))
    return render(request, "training/leading/code.html", {"code": code, "works": works})


@require_POST
@allow(can_lead_learning)
def revoke(request: HttpRequest, ref: str) -> HttpResponse:
    join_codes.revoke(code=find(JoinCode.objects, request, ref), by=request.user, at=timezone.now())
    messages.success(request, "The code is taken back. Nobody joins with it any more.")
    return redirect("training:join-codes-page", ref=ref)


@allow(anyone)
def use(request: HttpRequest) -> HttpResponse:
    """Bring a code. Who signs in joins at once; others choose how they will sign in first."""
    signed_in = request.user.is_authenticated
    kind = BringForm if signed_in else StartForm
    form = kind(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        code = _brought(request, form, said.pop("code"))
        if code is not None:
            answer = _join(request, form, code, **said) if signed_in else _start(request, form, code, **said)
            if answer is not None:
                return answer
    return answers.page(request, "training/joining/use.html", {"form": form, "signed_in": signed_in})


def _brought(request: HttpRequest, form: Any, typed: str) -> JoinCode | None:
    if not limits.may_try_code(request):
        form.add_error(None, limits.TOO_MANY_CODES)
        return None
    code = JoinCode.objects.brought_with(typed)
    if code is None:
        form.add_error("code", UNKNOWN)
    return code


def _join(request: HttpRequest, form: Any, code: JoinCode, job: str) -> HttpResponse | None:
    now = timezone.now()
    if not answers.attempt(form, join_codes.use, code=code, login=user_of(request), job=job, by=request.user, at=now):
        return None
    return render(request, "training/joining/joined.html", {"code": code})


def _start(
    request: HttpRequest, form: Any, code: JoinCode, job: str, display_name: str, email: str
) -> HttpResponse | None:
    """The same answer whether somebody signs in with that email already or not."""
    made = answers.attempt(
        form, join_codes.invite, code=code, display_name=display_name, email=email, job=job, by=None, at=timezone.now()
    )
    if form.errors:
        return None
    if email:
        if made is not None:
            send_invitation.enqueue(made[0].ref)
        return render(request, "training/joining/sent.html")
    assert made is not None
    carry(request, made[1])
    return redirect("accounts:invitations-accept")
