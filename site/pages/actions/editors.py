"""Letting editors in, and out again."""

from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction

from accounts.models import User
from audit import actions as audit
from pages.permissions import groups_due, groups_held


@transaction.atomic
def regroup(*, user: User, by: User, at: datetime) -> None:
    """Bring the editor's groups into line with the roles that `user` holds now."""
    due, held = groups_due(user), groups_held(user)
    user.groups.remove(*Group.objects.filter(name__in=held - due))
    user.groups.add(*Group.objects.filter(name__in=due - held))
    if gained := sorted(due - held):
        audit.record(verb="pages.editor.admitted", by=by, at=at, subject=user, groups=gained)
    if lost := sorted(held - due):
        audit.record(verb="pages.editor.dismissed", by=by, at=at, subject=user, groups=lost)
