"""Saying what one has learned."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.text import clean
from common.transitions import change
from mentoring.models import Experience, Mentor
from mentoring.rules.experiences import SKILLS


@transaction.atomic
def say(*, mentor: Mentor, skills: Collection[str], own_words: str, seen: int, by: Any, at: datetime) -> Experience:
    """The mentor's skills and words. `seen` is the version that was on the page, 0 before the first."""
    chosen, words = [name for name in SKILLS if name in skills], clean(own_words).strip()
    experience, new = Experience.objects.get_or_create(
        mentor=mentor, defaults={"skills": chosen, "own_words": words, "changed_at": at}
    )
    if not new:
        change(experience, seen=seen, skills=chosen, own_words=words, changed_at=at)
    audit.record(verb="mentoring.experience.said", by=by, at=at, subject=experience, about=mentor.person)
    return experience
