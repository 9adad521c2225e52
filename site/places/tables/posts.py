"""How the posts of a place look: contact points first, each with its mailbox first, then whoever holds it now."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from places import permissions
from places.models import Place, Post, Posting
from places.rules.posts import age_in_words, contact_order, needs_checking


@dataclass(frozen=True, slots=True)
class Holder:
    posting: Posting
    may_end: bool


@dataclass(frozen=True, slots=True)
class PostCard:
    """A post as its place's page shows it to one person."""

    post: Post
    holders: list[Holder]
    checked: str
    is_old: bool
    may_verify: bool
    may_correct: bool
    may_keep: bool


def cards(place: Place, *, user: Any, today: date) -> list[PostCard]:
    """The posts of a place, in two queries however many there are."""
    posts = Post.objects.at_place(place).with_holders()
    keeps = permissions.can_keep_directory(user)
    return [_card(post, user, keeps, today) for post in sorted(posts, key=contact_order)]


def _card(post: Post, user: Any, keeps: bool, today: date) -> PostCard:
    now: list[Posting] = post.holders_now  # type: ignore[attr-defined]  # loaded by with_holders
    return PostCard(
        post,
        [Holder(posting, permissions.can_end_posting(user, posting)) for posting in now],
        age_in_words(post.verified_on, today) if post.verified_on else "",
        needs_checking(post.verified_on, today),
        permissions.can_verify_post(user, post),
        permissions.can_correct_post(user, post),
        keeps,
    )
