"""Writing down how a goal is coming along."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.transitions import NotAllowed
from mentoring.models import Goal, GoalNote, Match


@transaction.atomic
def add(*, goal: Goal, text: str, key: str, by: Any, at: datetime) -> GoalNote:
    """Add a note; the same form sent again adds it once. A mentor's note belongs to the match they write it in."""
    if earlier := GoalNote.objects.filter(written_by=by, key=key).first():
        return earlier
    if not text.strip():
        raise NotAllowed("Write what you want to keep.")
    match = Match.objects.of_mentor_user(by).filter(person=goal.person_id).first()
    new = GoalNote(goal=goal, match=match, text=text, key=key, written_at=at, written_by=by)
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return GoalNote.objects.get(written_by=by, key=key)
    audit.record(verb="mentoring.goal.noted", by=by, at=at, subject=goal, about=goal.person)
    return new
