"""What can happen to a post, and to who holds it.

Every action that changes who holds a post locks the post first. So `vacant_since` and the postings always agree, and of
two people who appoint at once one is told that somebody holds the post.
"""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from accounts.models import User
from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, Stale, change
from places import permissions
from places.models import Place, Post, Posting, place_field
from places.rules.posts import why_not_appoint, why_not_end, why_not_vacant

TAKEN = "There is a post of this name here already."


@transaction.atomic
def add(
    *,
    place: Place,
    title: str,
    by: User | None,
    at: datetime,
    is_contact_point: bool = False,
    is_shared: bool = False,
    mailbox: str = "",
    telephone: str = "",
) -> Post:
    """Add a post at a place. Nobody holds it yet."""
    try:
        with transaction.atomic():
            post = Post.objects.create(
                **{place_field(place): place},
                title=title,
                is_contact_point=is_contact_point,
                is_shared=is_shared,
                mailbox=mailbox,
                telephone=telephone,
                verified_on=local_day(at),
            )
    except IntegrityError:
        raise NotAllowed(TAKEN) from None
    audit.record(verb="places.post.added", by=by, at=at, subject=post)
    return post


@transaction.atomic
def edit(*, post: Post, seen: int, by: User, at: datetime, **facts: Any) -> Post:
    """Change facts of a post: title, mailbox, telephone, and whether it is a contact point or shared.

    Counts as checking it. `seen` is the version that the person looked at; raises Stale when somebody was faster.
    """
    standing = _locked(post)
    if standing.version != seen:
        raise Stale(standing)
    changed = {name: value for name, value in facts.items() if getattr(standing, name) != value}
    if changed.get("is_shared") is False and standing.postings.current().count() > 1:
        raise NotAllowed("Several people hold this post. End their time in it first, until one is left.")
    if not changed:
        return standing
    try:
        with transaction.atomic():
            change(standing, seen=seen, verified_on=local_day(at), **changed)
    except IntegrityError:
        raise NotAllowed(TAKEN) from None
    audit.record(verb="places.post.edited", by=by, at=at, subject=standing, fields=sorted(changed))
    return standing


@transaction.atomic
def verify(*, post: Post, by: User | None, at: datetime) -> Post:
    """Say that everything about the post is right today. Saying it twice in a day changes nothing."""
    today = local_day(at)
    if Post.objects.filter(pk=post.pk).exclude(verified_on=today).update(verified_on=today):
        audit.record(verb="places.post.verified", by=by, at=at, subject=post)
    post.refresh_from_db(fields=["verified_on"])
    return post


@transaction.atomic
def vacate(*, post: Post, since: date, by: User | None, at: datetime) -> Post:
    """Record that nobody has held the post since the day `since`, where nobody is named as holding it."""
    standing = _locked(post)
    holders = standing.postings.current().count()
    if reasons := why_not_vacant(holders=holders, since=since, today=local_day(at)):
        raise NotAllowed(*reasons)
    Post.objects.filter(pk=post.pk).update(vacant_since=since)
    post.refresh_from_db(fields=["vacant_since"])
    audit.record(verb="places.post.vacated", by=by, at=at, subject=post)
    return post


@transaction.atomic
def appoint(
    *, post: Post, starts: date, by: User | None, at: datetime, user: User | None = None, holder_name: str = ""
) -> Posting:
    """Say who holds a post from the day `starts`: a login (`user`), which then sees what its place sees, or a name.

    Only `by=None`, the system itself, may appoint a login without the right to.
    """
    if user is not None and by is not None and not permissions.can_give_access(by, user):
        raise NotAllowed("Programme managers and administrators appoint people with a login, and never themselves.")
    if (user is None) == (not holder_name):
        raise NotAllowed("Name one person: by their login, or by name alone.")
    standing = _locked(post)
    current = standing.postings.current()
    same = current.of(user) if user is not None else current.filter(holder_name__iexact=holder_name)
    reasons = why_not_appoint(
        holders=current.count(),
        is_shared=standing.is_shared,
        holds_it_now=same.exists(),
        starts=starts,
        today=local_day(at),
    )
    if reasons:
        raise NotAllowed(*reasons)
    posting = Posting.objects.create(post=standing, user=user, holder_name=holder_name, started_on=starts)
    Post.objects.filter(pk=post.pk).update(vacant_since=None)
    audit.record(
        verb="places.posting.started", by=by, at=at, subject=posting, post=post.ref, login=user.ref if user else ""
    )
    return posting


@transaction.atomic
def end(*, posting: Posting, ends: date, by: User | None, at: datetime) -> Posting:
    """End somebody's time in a post. With the last one the post is vacant; what their login saw there ends at once."""
    if by is not None and not permissions.can_end_posting(by, posting):
        raise NotAllowed("Programme managers and administrators end the time of people with a login, never their own.")
    post = _locked(posting.post)
    posting.refresh_from_db()
    if reasons := why_not_end(started=posting.started_on, ended=posting.ended_on, ends=ends, today=local_day(at)):
        raise NotAllowed(*reasons)
    Posting.objects.filter(pk=posting.pk).update(ended_on=ends)
    if not post.postings.current().exists():
        Post.objects.filter(pk=post.pk).update(vacant_since=ends)
    posting.refresh_from_db()
    audit.record(verb="places.posting.ended", by=by, at=at, subject=posting, post=post.ref)
    return posting


def _locked(post: Post) -> Post:
    return Post.objects.select_for_update().get(pk=post.pk)
