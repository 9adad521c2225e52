"""Ways on from a person's page that floors above declare: this floor knows neither what they are nor for whom.

A function of the user and the person answers pairs of words and address. It asks the database nothing: it is called for
every opening of a page.
"""

from collections.abc import Callable
from typing import Any

from people.models import Person

Links = Callable[[Any, Person], list[tuple[str, str]]]

_declared: dict[str, Links] = {}


def declare(name: str, links: Links) -> None:
    """Declare once; declaring the same name again replaces it, so that a reload does no harm."""
    _declared[name] = links


def links_for(user: Any, person: Person) -> list[tuple[str, str]]:
    return [link for links in _declared.values() for link in links(user, person)]
