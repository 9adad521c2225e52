"""Places, and who holds a post there. Everyone here is made up."""

from datetime import date
from itertools import count
from typing import Any

from accounts.models import User
from places.actions import posts
from places.management.commands.load_places import FILES, SHIPPED, read_file
from places.models import Establishment, LocalAuthority, Organisation, Place, Post, Posting
from places.rules.sheets import Row
from tests.conftest import NOW

TODAY = NOW.date()
_number = count(1)


def council(**facts: Any) -> LocalAuthority:
    n = next(_number)
    given = {"gss_code": f"E06{900000 + n}", "name": f"Council {n}", "nation": "E", "region": "North East"}
    return LocalAuthority.objects.create(**given | {"kind": "unitary"} | facts)


def prison(**facts: Any) -> Establishment:
    n = next(_number)
    given: dict[str, Any] = {"code": f"T{n:02d}", "name": f"HMP Test {n}", "kind": "prison", "gender": "men"}
    facts["authority"] = facts.get("authority") or council()
    return Establishment.objects.create(**given | {"category": "trainer", "region": "North East"} | facts)


def organisation(**facts: Any) -> Organisation:
    return Organisation.objects.create(**{"name": f"Charity {next(_number)}", "kind": "charity"} | facts)


def post(place: Place, title: str = "", **facts: Any) -> Post:
    return posts.add(place=place, title=title or f"Post {next(_number)}", by=None, at=NOW, **facts)


def posting(post: Post, holder: User | str, starts: date = TODAY) -> Posting:
    who: dict[str, Any] = {"user": holder} if isinstance(holder, User) else {"holder_name": holder}
    return posts.appoint(post=post, starts=starts, by=None, at=NOW, **who)


def shipped() -> dict[str, list[Row]]:
    """The rows that come with Alongside, read afresh."""
    return {kind: read_file(SHIPPED / name, sheet) for kind, (name, sheet) in FILES.items()}
