"""What stands on the public site and in courses, and how long ago somebody checked it: six queries for all of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import Min, Value
from django.urls import reverse
from wagtail.models import Locale, get_page_models

from accounts.models import User
from pages.models import ContactPoint
from pages.models.base import BasePage
from pages.panels import facts_panels
from pages.permissions import GROUPS
from pages.rules import ageing as rules
from pages.rules.ageing import Ageing, State
from places.models import Offer
from places.rules.offers import OLD


@dataclass(frozen=True, slots=True)
class Line:
    """One page, one contact point, or what one council does. Keepers are numbers of users, which `Keepers` names."""

    title: str
    kind: str
    checked_on: date | None
    stands: Ageing
    edit: str
    again: str = ""
    keeper: int | None = None
    stand_in: int | None = None
    may_have_keeper: bool = False


def lines(today: date) -> list[Line]:
    """Those never checked first, then those that are late, the latest first, then what comes next."""
    found = [*_pages(today), *_contacts(today), *_offers(today)]
    return sorted(found, key=lambda line: (line.stands.due_on or date.min, line.title))


@cache
def kinds() -> list[type[BasePage]]:
    """The kinds of pages whose facts somebody checks: the editor asks them when."""
    return [kind for kind in get_page_models() if issubclass(kind, BasePage) and facts_panels[0] in kind.content_panels]


def _pages(today: date) -> Iterator[Line]:
    languages = {locale.pk: locale.language_code for locale in Locale.objects.all()}
    names = {kind._meta.model_name: str(kind._meta.verbose_name).capitalize() for kind in kinds()}
    for page in _all_pages():
        code = languages[page["locale"]]
        yield Line(
            title=page["title"],
            kind=names[page["of"]] + _language(code),
            checked_on=page["checked_on"],
            stands=rules.ageing(checked_on=page["checked_on"], review_by=page["review_by"], today=today),
            edit=reverse("wagtailadmin_pages:edit", args=[page["pk"]]),
            again=reverse("pages:ageing-check_again", args=[page["translation_key"], code]),
            keeper=page["keeper"],
            stand_in=page["stand_in"],
            may_have_keeper=True,
        )


def _all_pages() -> Any:
    """Those of each kind that readers have, without their words, in one query."""
    columns = ("pk", "of", "title", "translation_key", "locale", "checked_on", "review_by", "keeper", "stand_in")
    each = [
        kind.objects.live().order_by().annotate(of=Value(kind._meta.model_name)).values(*columns) for kind in kinds()
    ]
    return each[0].union(*each[1:], all=True)


def _language(code: str) -> str:
    return "" if code == settings.LANGUAGE_CODE else f" ({dict(settings.LANGUAGES).get(code, code)})"


def _contacts(today: date) -> Iterator[Line]:
    for pk, name, checked_on, review_by in ContactPoint.objects.filter(live=True).values_list(
        "pk", "name", "checked_on", "review_by"
    ):
        edit = reverse("wagtailsnippets_pages_contactpoint:edit", args=[pk])
        stands = rules.ageing(checked_on=checked_on, review_by=review_by, today=today)
        yield Line(name, "Contact point", checked_on, stands, edit)


def _offers(today: date) -> Iterator[Line]:
    """A line for each council, of which the oldest answer counts."""
    councils = Offer.objects.values("council__name", "council__gss_code").annotate(first=Min("checked_on"))
    for one in councils:
        checked_on = one["first"]
        stands = rules.ageing(checked_on=checked_on, review_by=checked_on + timedelta(days=OLD), today=today)
        address = reverse("pages:offers-page", args=[one["council__gss_code"]])
        yield Line(one["council__name"], "What a council does", checked_on, stands, address)


class Keepers:
    """Those who keep what these lines say, and who of them may still open the editor: two queries."""

    def __init__(self, found: list[Line]) -> None:
        named = {pk for line in found for pk in (line.keeper, line.stand_in) if pk}
        self.users = User.objects.in_bulk(named)
        self.may = set(editors().filter(pk__in=named).values_list("pk", flat=True))

    def name(self, pk: int | None) -> str:
        user = self.users.get(pk) if pk else None
        if user is None:
            return ""
        return user.display_name if pk in self.may else f"{user.display_name} (has left)"

    def asked(self, line: Line) -> list[int]:
        return rules.asked(
            keeper=line.keeper, stand_in=line.stand_in, may=self.may, days_over=line.stands.days_over
        )  # fmt: skip


def editors() -> Any:
    """Whoever may open the editor now, by their roles."""
    return User.objects.filter(is_active=True, grants__role__in=list(GROUPS), grants__ended_at=None).distinct()


def wants(line: Line, state: str) -> bool:
    """Whether a line belongs on the list that somebody chose; without a choice, what is not fresh."""
    return state == "all" or (line.stands.state == state if state else line.stands.state != State.FRESH)
