"""Work of this floor in the background."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from accounts.actions import held_forms, invitations
from accounts.models import Invitation
from common.transitions import NotAllowed


@task()
def send_invitation(ref: str) -> None:
    """Send an invitation by email. The link is made here and now, so that no queue and no log ever holds it."""
    invitation = Invitation.objects.get(ref=ref)
    try:
        code = invitations.note_sent(invitation=invitation, by=None, at=timezone.now())
    except NotAllowed:
        return  # accepted or taken back since: nothing to send
    link = settings.PUBLIC_BASE_URL + reverse("accounts:invitations-follow", args=[code])
    body = render_to_string("accounts/email/invitation_message.txt", {"link": link, "invitation": invitation})
    send_mail("Your invitation to sign in", body, settings.DEFAULT_FROM_EMAIL, [invitation.email])


@task()
def let_go_of_old_forms() -> None:
    """Kept forms live for a day."""
    held_forms.let_go_of_old(by=None, at=timezone.now())
