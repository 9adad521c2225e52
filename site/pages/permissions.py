"""Who may change the public site."""

from typing import Any

from accounts.roles import Role
from pages import taking
from pages.models import HandOver

REVIEWERS = "Lived-experience reviewers"
# Editors and Moderators are Wagtail's own names. The groups follow the roles, never the other way round.
GROUPS = {
    Role.EDITOR: "Editors",
    Role.LIVED_EXPERIENCE: REVIEWERS,
    Role.PROGRAMME_MANAGER: "Moderators",
    Role.ADMINISTRATOR: "Site administrators",
}


def can_open_editor(user: Any) -> bool:
    """Editors write and ask for publication, people with care experience say whether it is right, programme managers
    publish, administrators see to addresses, redirects and languages. Nobody else comes in.
    """
    return user.has_role(*GROUPS)


def can_decide_adoptions(user: Any) -> bool:
    """Editors and programme managers see who says that they use a tool, and decide whether a page names them."""
    return bool(user.has_role(Role.EDITOR, Role.PROGRAMME_MANAGER))


def can_suggest_pages(user: Any) -> bool:
    """Editors and programme managers say which page a search suggests first."""
    return bool(user.has_role(Role.EDITOR, Role.PROGRAMME_MANAGER))


def can_write_alerts(user: Any) -> bool:
    """Editors and programme managers write alerts; each is agreed to by somebody who did not write it."""
    return bool(user.has_role(Role.EDITOR, Role.PROGRAMME_MANAGER))


def can_keep_consents(user: Any) -> bool:
    """Editors and programme managers write down what people agreed to when they told their story, and take one back
    for somebody who wrote or rang.
    """
    return bool(user.has_role(Role.EDITOR, Role.PROGRAMME_MANAGER))


def groups_due(user: Any) -> set[str]:
    """The groups that go with the roles held now."""
    return {group for role, group in GROUPS.items() if user.has_role(role)}


def groups_held(user: Any) -> set[str]:
    """Those of our groups that `user` is in, whatever the roles say. One query."""
    return set(user.groups.filter(name__in=GROUPS.values()).values_list("name", flat=True))


def can_open_inbox(user: Any) -> bool:
    """Whoever takes some kind of message from the public forms, as upper floors declare; and safeguarding leads, for
    what is to be read today.
    """
    return bool(user.is_authenticated) and (bool(taking.kinds_of(user)) or user.has_role(Role.SAFEGUARDING_LEAD))


def can_take_from_inbox(user: Any) -> bool:
    """Whoever takes some kind of message from the public forms."""
    return bool(taking.kinds_of(user))


def can_close(user: Any, hand_over: HandOver) -> bool:
    """Whoever has taken it, and programme managers."""
    return hand_over.taken_by_id == user.pk or user.has_role(Role.PROGRAMME_MANAGER)
