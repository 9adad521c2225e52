"""Writing down what a council does for care leavers."""

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from audit import actions as audit
from common.transitions import Stale, change
from places import changes
from places.models import LocalAuthority, Offer


@transaction.atomic
def put(*, council: LocalAuthority, topic: str, seen: int, by: User, at: datetime, **facts: Any) -> Offer:
    """Say what the council does about a topic. `seen` is the version that the person looked at, 0 where none stood.

    Raises Stale when somebody was faster.
    """
    LocalAuthority.objects.select_for_update().get(pk=council.pk)  # of two who write the first line, one is told
    standing = Offer.objects.of(council).filter(topic=topic).first()
    if standing is None:
        standing = Offer.objects.create(council=council, topic=topic, **facts)
    elif standing.version != seen:
        raise Stale(standing)
    else:
        change(standing, seen=seen, **facts)
    changes.tell()
    audit.record(verb="places.offer.put", by=by, at=at, subject=standing, topic=topic)
    return standing


@transaction.atomic
def take_away(*, offer: Offer, by: User, at: datetime) -> None:
    """It does not hold any more, and nobody knows what does: pages say “we do not know” again."""
    if Offer.objects.filter(pk=offer.pk).delete()[0]:
        changes.tell()
        audit.record(verb="places.offer.taken_away", by=by, at=at, subject=offer.council, topic=offer.topic)
