"""Making a private calendar link, and switching it off."""

import secrets
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.transitions import NotAllowed
from mentoring.models import Feed, Mentor
from mentoring.models.feeds import index_of, why_not_for

BYTES = 32


@transaction.atomic
def renew(*, by: Any, at: datetime) -> str:
    """A new link for whoever asks; the one they had stops. Answers with its secret, which is kept nowhere."""
    reasons = why_not_for(by)
    if reasons:
        raise NotAllowed(*reasons)
    Mentor.objects.select_for_update().get(person__login=by)  # so that two presses leave one link
    Feed.objects.on().filter(user=by).update(off_at=at)
    # Lower case, since what is kept of it does not tell capitals apart: 256 bits all the same.
    token = secrets.token_hex(BYTES)
    try:
        with transaction.atomic():
            feed = Feed.objects.create(user=by, token_index=index_of(token), made_at=at)
    except IntegrityError:
        raise NotAllowed("Another link was made at this moment. Try again.") from None
    audit.record(verb="mentoring.feed.renewed", by=by, at=at, subject=feed)
    return token


@transaction.atomic
def switch_off(*, by: Any, at: datetime) -> None:
    """The link answers nothing from now on. Nothing happens where there is none."""
    feed = Feed.objects.on().filter(user=by).first()
    if feed is None or not Feed.objects.on().filter(pk=feed.pk).update(off_at=at):
        return
    audit.record(verb="mentoring.feed.switched_off", by=by, at=at, subject=feed)
