"""Who may hold a post, since when, and how old a check is. Plain values in, sentences out."""

from datetime import date
from typing import Protocol

STALE_AFTER_DAYS = 183  # half a year: ours, not a rule of anybody else's


class Contact(Protocol):
    """What ordering contact points needs to know of a post."""

    is_contact_point: bool
    mailbox: str
    verified_on: date | None
    title: str


def contact_order(post: Contact) -> tuple[bool, bool, int, str]:
    """Contact points first, among them those with a shared mailbox, then the latest checked, then by title."""
    checked = -post.verified_on.toordinal() if post.verified_on else 0
    return not post.is_contact_point, not post.mailbox, checked, post.title.casefold()


def why_not_appoint(*, holders: int, is_shared: bool, holds_it_now: bool, starts: date, today: date) -> list[str]:
    """Reasons against appointing somebody from the day `starts`; none means yes.

    `holders` is how many people hold the post now. No start lies ahead, so that “holds it now” needs no clock.
    """
    reasons = []
    if holds_it_now:
        reasons.append("This person holds the post already.")
    elif holders and not is_shared:
        reasons.append("Somebody holds this post. End their time in it first, or say that several people share it.")
    if starts > today:
        reasons.append("The first day must be today or earlier. Come back on the day.")
    return reasons


def why_not_end(*, started: date, ended: date | None, ends: date, today: date) -> list[str]:
    """Reasons against ending a posting on the day `ends`; none means yes."""
    if ended is not None:
        return ["This person has left the post already."]
    if ends > today:
        return ["The last day must be today or earlier. Come back on the day."]
    if ends < started:
        return ["The last day cannot be before the first day."]
    return []


def why_not_vacant(*, holders: int, since: date, today: date) -> list[str]:
    """Reasons against recording that nobody has held the post since the day `since`; none means yes."""
    if holders:
        return ["Somebody holds this post. End their time in it first."]
    if since > today:
        return ["The day must be today or earlier."]
    return []


def age_in_words(then: date, today: date) -> str:
    """“today”, “yesterday”, “12 days ago”, “3 months ago”, “2 years ago”. A month is counted when it is full."""
    days = (today - then).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    months = (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day)
    if months < 1:
        return f"{days} days ago"
    if months < 24:
        return "1 month ago" if months == 1 else f"{months} months ago"
    return f"{months // 12} years ago"


def needs_checking(verified: date | None, today: date) -> bool:
    """True when nobody has said for half a year that the post is still right."""
    return verified is None or (today - verified).days > STALE_AFTER_DAYS
