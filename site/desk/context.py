"""What every page's frame needs: where the person can go from here."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext

from accounts.roles import CASE_STAFF, IN_THE_EDITOR, Role
from common.languages import is_english
from pages.caching import mark_of
from pages.context import list_of_guides

Link = dict[str, Any]


def navigation(request: HttpRequest) -> dict[str, Any]:
    """`nav` for the top of the page and `tabs`, the few of them that fit the foot of a phone.

    A page in another language than English says where the logo leads (`home`), and which links are English.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        elsewhere = {} if is_english() else {"home": _first_page()}
        return {"nav": _marked(request, _public(_guides(request))), "tabs": []} | elsewhere
    spoken = {} if is_english() else {"lang": "en"}
    links = [link | spoken for link in _signed_in(user)]
    return {"nav": _marked(request, links), "tabs": _marked(request, [link | spoken for link in _tabs(user)])}


def _first_page() -> str:
    return "/" if is_english() else f"/{get_language()}/"


def _guides(request: HttpRequest) -> str:
    """Where the guides are. A page that says "not at this address" comes before sign-in, and asks for nothing."""
    if getattr(request, "user", None) is None:
        return _first_page()
    return list_of_guides(get_language() or "", mark_of(request)) or _first_page()


def _link(label: str, name: str, icon: str) -> Link:
    return {"label": label, "url": reverse(name), "icon": icon}


def _public(guides: str) -> list[Link]:
    ask = {
        "label": gettext("Ask for a mentor"),
        "url": reverse("pages:hand_overs-send", args=["ask"]),
        "icon": "people",
    }
    links = [
        ask,
        _link(gettext("Getting in touch"), "pages:hand_overs-index", "people"),
        _link(gettext("Sign in"), "account_login", "person"),
    ]
    only_english = {} if is_english() else {"leads_to": "en"}
    help_and_rights = {"label": gettext("Help and rights"), "url": guides, "icon": "file"}
    return [help_and_rights, *(link | only_english for link in links)]


def _signed_in(user: Any) -> list[Link]:
    """The few that are wanted most; everything else is in the menu."""
    links = [_link("Home", "desk:home", "home")]
    if user.has_role(*CASE_STAFF):
        links += [
            _link("Tasks", "mentoring:tasks-index", "check"),
            _link("People", "people:persons-index", "people"),
            _link("Matches", "mentoring:matches-index", "people"),
            _link("Sessions", "mentoring:sessions-index", "calendar"),
        ]
    elif user.has_role(Role.PEER_MENTOR):
        links.append(_link("Sessions", "mentoring:sessions-index", "calendar"))
    elif user.has_role(Role.PRISON_STAFF, Role.PROBATION_STAFF, Role.PERSONAL_ADVISER, Role.LIFELONG_LINKS):
        links.append(_link("People", "people:persons-index", "people"))
    if user.has_role(Role.SAFEGUARDING_LEAD, Role.PRISON_STAFF):
        links.append(_link("Concerns", "people:concerns-index", "warning"))
    if user.has_role(*IN_THE_EDITOR):
        links.append({"label": "Edit the site", "url": "/cms/", "icon": "file"})
    return [*links, _link("Menu", "desk:menu", "menu"), _link("Account", "accounts:security-account", "person")]


def _tabs(user: Any) -> list[Link]:
    """At most five, for a thumb."""
    tabs = [_link("Home", "desk:home", "home")]
    if user.has_role(Role.PEER_MENTOR):
        tabs += [
            _link("Log", "mentoring:sessions-log", "plus"),
            _link("Sessions", "mentoring:sessions-index", "calendar"),
        ]
    elif user.has_role(*CASE_STAFF):
        tabs += [
            _link("Tasks", "mentoring:tasks-index", "check"),
            _link("People", "people:persons-index", "people"),
        ]
    return [*tabs, _link("Worried?", "people:concerns-raise", "warning"), _link("Menu", "desk:menu", "menu")]


def _marked(request: HttpRequest, links: list[Link]) -> list[Link]:
    """Marks the link that leads to the page being shown: the longest address that it begins with."""
    here = [link for link in links if request.path.startswith(link["url"]) and link["url"] != _first_page()]
    current = max(here, key=lambda link: len(link["url"]), default=None)
    return [link | {"current": link is current} for link in links]
