"""Tells the accounts floor what follows when somebody who brought a code of a prison accepts their invitation."""

from datetime import datetime

from accounts import arrivals
from accounts.models import Invitation, User
from training.actions import join_codes
from training.models import Joining


def join(invitation: Invitation, user: User, at: datetime) -> None:
    """They learn at that prison from now on. Where every place has gone meanwhile, nobody has come in."""
    joining = Joining.objects.filter(invitation_ref=invitation.ref).select_related("code__establishment").first()
    if joining is not None:
        join_codes.use(code=joining.code, login=user, job=joining.job, by=user, at=at)


def declare() -> None:
    arrivals.declare("training.join_codes", join)
