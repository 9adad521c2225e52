"""Which ways to somebody are safe at this moment."""

from dataclasses import dataclass

from mentoring.reaching import contact_posts, phones_of, why_not_phone
from people.models import ContactPoint, Person
from people.models.persons import Need
from places.models import Post


@dataclass(frozen=True)
class Way:
    """One number, and why it may not be used now."""

    point: ContactPoint
    why_not: list[str]


@dataclass(frozen=True)
class Ways:
    """`posts` can hand over a letter; `no_letters_home` when the person wants none at their address."""

    phones: list[Way]
    posts: list[Post]
    no_letters_home: bool


def ways_of(person: Person) -> Ways:
    return Ways(
        phones=[Way(point, why_not_phone(point)) for point in phones_of(person)],
        posts=contact_posts(person),
        no_letters_home=Need.NO_LETTERS in person.needs,
    )
