"""Asking somebody in, and coming in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts import limits
from accounts.access import allow, anyone, user_of
from accounts.actions import invitations
from accounts.actions.invitations import Acceptance
from accounts.coming import CODE, carry
from accounts.forms.invitations import AcceptForm, CodeForm, InviteForm
from accounts.models import Invitation
from accounts.permissions import can_invite
from accounts.tasks import send_invitation
from common import answers


@allow(can_invite)
def listing(request: HttpRequest) -> HttpResponse:
    waiting = Invitation.objects.visible_to(user_of(request)).waiting(timezone.now())
    found = waiting.select_related("invited_by").order_by("-invited_at")[:200]
    return render(request, "accounts/invitations/listing.html", {"invitations": found})


@allow(can_invite)
def invite(request: HttpRequest) -> HttpResponse:
    form = InviteForm(request.POST or None, by=user_of(request))
    if form.is_valid():
        made = answers.attempt(form, invitations.invite, by=user_of(request), at=timezone.now(), **form.cleaned_data)
        if made is not None:
            return hand_over(request, *made)
    return answers.page(request, "accounts/invitations/invite.html", {"form": form})


def hand_over(request: HttpRequest, invitation: Invitation, code: str) -> HttpResponse:
    """A slip to print, shown this once; or word that an email is on its way."""
    if code:
        context = {"invitation": invitation, "code": code}
        return render(request, "accounts/invitations/slip.html", context)
    send_invitation.enqueue(invitation.ref)
    messages.success(request, "The invitation is on its way.")
    return redirect("accounts:invitations-listing")


@allow(can_invite)
def send_again(request: HttpRequest, ref: str) -> HttpResponse:
    invitation = get_object_or_404(Invitation.objects.visible_to(user_of(request)).waiting(timezone.now()), ref=ref)
    if request.method == "POST" and invitation.email:
        send_invitation.enqueue(invitation.ref)
        messages.success(request, "The invitation is on its way again. Its older link has stopped working.")
    return redirect("accounts:invitations-listing")


@allow(can_invite)
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    invitation = get_object_or_404(Invitation.objects.visible_to(user_of(request)), ref=ref)
    if request.method == "POST":
        invitations.withdraw(invitation=invitation, by=user_of(request), at=timezone.now())
        messages.success(request, "The invitation is taken back.")
    return redirect("accounts:invitations-listing")


@allow(anyone)
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """The link in an email. The code goes on in the session, and out of the address."""
    carry(request, code)
    return redirect("accounts:invitations-accept")


@allow(anyone)
def start(request: HttpRequest) -> HttpResponse:
    """For people with a paper slip: type its code."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if not limits.may_try_code(request):
            form.add_error(None, limits.TOO_MANY_CODES)
        elif Invitation.objects.brought_with(form.cleaned_data["code"]) is None:
            form.add_error("code", "We do not know that code. Look at your slip again.")
        else:
            return follow(request, form.cleaned_data["code"])
    return answers.page(request, "accounts/invitations/start.html", {"form": form})


@allow(anyone)
def accept(request: HttpRequest) -> HttpResponse:
    invitation, why_not = brought(request)
    if invitation is None:
        return render(request, "accounts/invitations/closed.html", {"why": why_not}, status=410 if why_not else 404)
    form = AcceptForm(request.POST or None, invitation=invitation)
    if form.is_valid() and come_in(form, invitation):
        del request.session[CODE]
        messages.success(request, "You can sign in now.")
        return redirect("account_login")
    return answers.page(request, "accounts/invitations/accept.html", {"form": form, "invitation": invitation})


def brought(request: HttpRequest) -> tuple[Invitation | None, str]:
    """The invitation whose code this browser brought, or why it will not do."""
    if not limits.may_try_code(request):
        return None, limits.TOO_MANY_CODES
    invitation = Invitation.objects.brought_with(request.session.get(CODE, ""))
    if invitation is None:
        return None, "This link is not one of ours, or a newer one was sent. Ask for a new invitation."
    why = invitation.why_closed(timezone.now())
    return (None, why) if why else (invitation, "")


def come_in(form: AcceptForm, invitation: Invitation) -> bool:
    given = form.cleaned_data
    chosen = Acceptance(given.get("display_name", ""), given.get("username", ""), given["password"])
    now = timezone.now()
    return answers.attempt(form, invitations.accept, invitation=invitation, chosen=chosen, by=None, at=now) is not None
