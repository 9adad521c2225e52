"""Whether somebody may be phoned at this moment, and who can hand them a letter if not."""

from common.dates import local_day
from people.models import ContactPoint, LocationEpisode, Person
from people.rules.locations import is_in_custody, may_be_phoned
from places.models import Post

# What rings, buzzes or lights up.
PHONES = ("mobile", "landline", "email")


def phones_of(person: Person) -> list[ContactPoint]:
    return list(ContactPoint.objects.current().filter(person=person, kind__in=PHONES).order_by("kind", "pk"))


def why_not_phone(point: ContactPoint) -> list[str]:
    """Why this number may not be used now, asked with the place as it is now; empty when it may.

    They asked for it when their match ended, so that much stands.
    """
    if point.kind not in PHONES:
        return ["That is not a number to ring."]
    stays = list(LocationEpisode.objects.filter(person=point.person_id))
    here = next((stay for stay in stays if stay.ended_on is None), None)
    left = [stay.ended_on for stay in stays if stay.ended_on and is_in_custody(stay.kind, stay.legal_state)]
    return may_be_phoned(
        kind=here.kind if here else None,
        legal_state=here.legal_state if here else None,
        released_on=max(left, default=None),
        verified_on=local_day(point.verified_at) if point.verified_at else None,
        safe_to_use=point.safe_to_use,
        opted_in=True,
    )


def contact_posts(person: Person) -> list[Post]:
    """The single points of contact where the person is now: they can hand over a letter."""
    here = LocationEpisode.objects.current().filter(person=person).first()
    posts = Post.objects.contact_points().with_place().order_by("title", "pk")
    if here is not None and here.establishment_id:
        return list(posts.filter(establishment=here.establishment_id))
    return list(posts.filter(authority=here.authority_id)) if here is not None and here.authority_id else []
