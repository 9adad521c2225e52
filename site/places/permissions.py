"""Who may read the directory, who may keep it, and who may say who holds a post. Each docstring is the policy."""

from typing import Any

from accounts.roles import Role
from places.models import Post, Posting

KEEPERS = frozenset({Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR})
APPOINTERS = frozenset({Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR})


def can_read_directory(user: Any) -> bool:
    """Everybody who has a role here. The directory holds work addresses only, and everyone may need one."""
    return bool(user.is_authenticated and user.is_active and user.roles)


def can_keep_directory(user: Any) -> bool:
    """Coordinators, programme managers and administrators add and correct places and posts, and take spreadsheets."""
    return bool(user.is_authenticated and user.has_role(*KEEPERS))


def can_load_places(user: Any) -> bool:
    """Programme managers and administrators bring whole files: one file can change hundreds of places at once."""
    return bool(user.is_authenticated and user.has_role(*APPOINTERS))


def can_verify_post(user: Any, post: Post) -> bool:
    """Those who keep the directory, and whoever holds the post now."""
    return can_keep_directory(user) or (can_read_directory(user) and holds(user, post))


def can_correct_post(user: Any, post: Post) -> bool:
    """Those who keep the directory correct everything; whoever holds the post corrects its mailbox and telephone."""
    return can_verify_post(user, post)


def can_give_access(user: Any, to: Any) -> bool:
    """A posting with a login lets that login see people of the place. Only programme managers and administrators may
    start or end one, and never their own.
    """
    return can_load_places(user) and user.pk != to.pk


def can_end_posting(user: Any, posting: Posting) -> bool:
    """Those who keep the directory end postings by name alone; one with a login is ended by those who may give it."""
    return can_keep_directory(user) if posting.user is None else can_give_access(user, posting.user)


def holds(user: Any, post: Post) -> bool:
    """Whether the user holds the post now. Asks no database where the holders were loaded with the post."""
    loaded = getattr(post, "holders_now", None)
    if loaded is not None:
        return any(posting.user_id == user.pk for posting in loaded)
    return Posting.objects.current().of(user).filter(post=post).exists()
