"""Keeping what somebody is half way through writing."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from audit import actions as audit
from common.fields import sealed_for_update
from common.refs import is_ref
from common.transitions import NotAllowed, move
from mentoring.models import Draft, MentorApplication, Session

# Enough for every box filled to its end, several times over.
LARGEST = 60_000
# A half-written session is somebody's words too: it is not kept for ever.
KEPT_FOR = timedelta(days=30)
# An application takes longer to write, and less of it is about others; but what somebody wrote of their own past is
# not kept for ever because they never sent it.
APPLICATIONS_KEPT_FOR = timedelta(days=90)
INVITED = MentorApplication.Status.INVITED

Content = Mapping[str, list[str]]


@transaction.atomic
def save(*, ref: str, content: Content, by: Any, at: datetime) -> Draft | None:
    """Keep the form as it stands now. Answers None when it was already sent: a late save never brings it back."""
    if Session.objects.filter(key=ref).exists():
        return None
    if not is_ref(ref):
        raise NotAllowed("This form has lost its place. Open it again.")
    written = json.dumps(dict(content), ensure_ascii=False)
    if len(written) > LARGEST:
        raise NotAllowed("That is too long to keep. Shorten it, or send it in two parts.")
    draft = Draft.objects.of(by).filter(ref=ref).first()
    if draft is None:
        return _begin(ref=ref, written=written, by=by, at=at)
    changes = sealed_for_update(draft, {"content": written})
    Draft.objects.filter(pk=draft.pk).update(saved_at=at, saves=F("saves") + 1, **changes)
    return draft


def _begin(*, ref: str, written: str, by: Any, at: datetime) -> Draft:
    try:
        with transaction.atomic():
            draft = Draft.objects.create(ref=ref, owner=by, content=written, saved_at=at)
    except IntegrityError:
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
    audit.record(verb="mentoring.draft.begun", by=by, at=at, subject=draft)
    return draft


@transaction.atomic
def discard(*, draft: Draft, by: Any, at: datetime) -> None:
    audit.record(verb="mentoring.draft.discarded", by=by, at=at, subject=draft)
    draft.delete()


@transaction.atomic
def purge(*, by: Any, at: datetime) -> int:
    """Let go of drafts that nobody has touched for 30 days; answers how many."""
    gone = Draft.objects.filter(saved_at__lt=at - KEPT_FOR).delete()[0]
    if gone:
        audit.record(verb="mentoring.draft.purged", by=by, at=at, count=gone)
    return gone


@transaction.atomic
def purge_applications(*, by: Any, at: datetime) -> int:
    """Let go of applications half written that nobody touched for 90 days; answers how many. They may begin anew."""
    old = MentorApplication.objects.filter(status=INVITED, drafted_at__lt=at - APPLICATIONS_KEPT_FOR)
    gone = list(old.select_for_update(of=("self",)).order_by("pk"))
    for application in gone:
        move(application, to=INVITED, frm={INVITED}, draft="", drafted_at=None)
    if gone:
        audit.record(verb="mentoring.application.drafts_purged", by=by, at=at, count=len(gone))
    return len(gone)
