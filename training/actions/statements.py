"""Telling a learning record store: promised with the change itself, sent afterwards, each once."""

import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F

from audit import actions as audit
from training import record_store
from training.models import Attempt, Progress, Regrade, Statement
from training.rules import statements as rules

# How long whoever took a statement has to send it, before somebody else may: far more than one answer takes.
LEASE = timedelta(minutes=2)
AT_ONCE = 50


@transaction.atomic
def promise_began(*, progress: Progress, by: Any, at: datetime) -> None:
    _promise(lambda: rules.began(_scene(progress), at=at), at)


@transaction.atomic
def promise_tested(*, attempt: Attempt, by: Any, at: datetime) -> None:
    """`attempt` has been marked."""
    mode, score, passed = attempt.mode, attempt.score or 0, bool(attempt.passed)
    _promise(
        lambda: rules.tested(
            _scene(attempt.progress, mode), attempt=attempt.ref, score=score, passed=passed, at=at
        ),
        at,
    )  # fmt: skip


@transaction.atomic
def promise_raised(*, attempt: Attempt, regrade: Regrade, passes_now: bool, by: Any, at: datetime) -> None:
    """The mark of `attempt` rose by `regrade`; `passes_now` if it did not pass before."""
    mode, score, passed = attempt.mode, attempt.score or 0, bool(attempt.passed)
    _promise(
        lambda: rules.raised(
            _scene(attempt.progress, mode), attempt=attempt.ref, regrade=regrade.ref, score=score, passed=passed,
            passes_now=passes_now, at=at,
        ),
        at,
    )  # fmt: skip


@transaction.atomic
def promise_completed(*, progress: Progress, by: Any, at: datetime) -> None:
    _promise(lambda: rules.completed(_scene(progress), at=at), at)


@transaction.atomic
def take(*, by: Any, at: datetime) -> list[Statement]:
    """Those that are due, for whoever asked first: each is theirs for as long as the lease lasts."""
    mine = []
    for one in Statement.objects.due(at)[:AT_ONCE]:
        held = Statement.objects.filter(pk=one.pk, next_try_at=one.next_try_at, sent_at=None, refused_at=None)
        if held.update(next_try_at=at + LEASE):
            mine.append(one)
    return mine


@transaction.atomic
def settle(*, statement: Statement, status: int, by: Any, at: datetime) -> str:
    """What became of it; answers the outcome. What was not taken is tried again for as long as it takes."""
    found = rules.outcome(status)
    waiting = Statement.objects.filter(pk=statement.pk, sent_at=None, refused_at=None)
    if found == rules.TAKEN:
        waiting.update(sent_at=at, tries=F("tries") + 1)
    elif found == rules.REFUSED:
        waiting.update(refused_at=at, tries=F("tries") + 1)
    else:
        waiting.update(tries=F("tries") + 1, next_try_at=rules.next_try(tries=statement.tries, at=at))
    return found


@transaction.atomic
def try_again(*, by: Any, at: datetime) -> int:
    """Those that the store refused, once somebody has put right why; answers how many."""
    count = Statement.objects.exclude(refused_at=None).update(refused_at=None, next_try_at=at)
    if count:
        audit.record(verb="training.statement.tried_again", by=by, at=at, count=count)
    return count


def _promise(made: Callable[[], dict[str, Any]], at: datetime) -> None:
    """Where no store is set nothing is made, and nothing kept."""
    if not record_store.is_set():
        return
    said = made()
    Statement.objects.get_or_create(
        uid=said["id"], defaults={"content": json.dumps(said, ensure_ascii=False), "made_at": at, "next_try_at": at}
    )


def _scene(progress: Progress, mode: str = "") -> rules.Scene:
    enrolment, version = progress.enrolment, progress.version
    return rules.Scene(
        home=settings.PUBLIC_BASE_URL, who=_pseudonym(enrolment.learner.ref), journey=progress.ref,
        course_key=enrolment.course_key, course=enrolment.course_title, module_key=version.module_key,
        module=version.title, version=version.number, language=version.language, mode=mode,
        refreshes=progress.refreshes.ref if progress.refreshes else "",
    )  # fmt: skip


def _pseudonym(ref: str) -> str:
    """The same for one learner each time; whoever runs the store cannot find the learner by it."""
    return hmac.new(settings.BLIND_INDEX_KEY.encode(), f"xapi:{ref}".encode(), hashlib.sha256).hexdigest()[:32]
