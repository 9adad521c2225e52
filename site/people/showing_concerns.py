"""What is shown of concerns: to those who raise them little, to those who work on them all."""

from typing import Any

from people.models import Concern, Person
from people.rules.concerns import ROUTE_WORDS, Route, status_for_raiser
from places.models import Post

FEW = 30  # people to choose from on the form; whoever has more comes from a person's page


def to_choose_from(user: Any, *, asked: str) -> tuple[list[Person], Person | None]:
    """The people on the form, and the one whose page led here, if that person is there for this user at all."""
    visible = Person.objects.visible_to(user).order_by("search_name", "pk")
    about = visible.filter(ref=asked).first() if asked else None
    few = list(visible[: FEW + 1])
    if len(few) > FEW:
        few = []
    return ([about, *few] if about and about not in few else few), about


def own(user: Any) -> list[dict[str, Any]]:
    """What this user raised, newest first: when, how urgent, how far."""
    return [
        {
            "raised_at": concern.raised_at,
            "urgency": concern.get_urgency_display(),
            "far": status_for_raiser(concern.status),
            "is_open": concern.is_open,
        }
        for concern in Concern.objects.raised_by_user(user).order_by("-raised_at", "-pk")[:50]
    ]


def routes(concern: Concern) -> list[str]:
    """Whom to tell, in words and in order."""
    return [ROUTE_WORDS[Route(step)] for step in concern.routes]


def contact_posts(concern: Concern) -> list[Post]:
    """The contact points of the prison, or of the council, where the person is."""
    posts = Post.objects.contact_points().select_related("establishment", "authority")
    if concern.establishment_id:
        return list(posts.filter(establishment=concern.establishment_id).order_by("title", "pk"))
    return list(posts.filter(authority=concern.authority_id).order_by("title", "pk")) if concern.authority_id else []
