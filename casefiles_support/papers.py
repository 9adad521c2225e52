"""What is known of somebody’s papers, and of who is there when they read them: questions, which change nothing."""

from datetime import date, datetime
from typing import Any

from django.db.models import Max

from accounts.models import User
from accounts.roles import Role
from casefiles_support.models import Choice, Journey, Parcel, SafetyHold, Supporter, Topic
from casefiles_support.rules.holding_moves import KEPT, OURS
from casefiles_support.rules.sittings import Cover
from common.dates import LONDON
from people.models import LocationEpisode, Person
from people.rules.locations import is_in_custody
from places.models import Posting
from training.models import Completion
from training.rules.completions import FILE_SUPPORT

FOREVER = date.max
COVERS = (Supporter.Role.PRACTITIONER, Supporter.Role.BACK_UP)


def is_inside(person: Person) -> bool:
    """Whether they are in custody now. Where we do not know where they are, they are not."""
    here = LocationEpisode.objects.current().filter(person=person).first()
    return here is not None and is_in_custody(here.kind, here.legal_state)


def are_here(journey: Journey) -> bool:
    """Whether any of their papers have come and are still somewhere."""
    return Parcel.objects.filter(request__journey=journey, status__in=KEPT).exists()


def are_ours(journey: Journey) -> bool:
    """Whether we keep any of them."""
    return Parcel.objects.filter(request__journey=journey, status=OURS).exists()


def held_until(journey: Journey, *, at: datetime) -> datetime | None:
    """When the safety hold that stands now ends, in London; None where none stands."""
    last = SafetyHold.objects.standing(at).filter(journey=journey).aggregate(last=Max("ends_at"))["last"]
    return last.astimezone(LONDON) if last else None


def chosen(journey: Journey, topic: Topic) -> str:
    """What they chose and have not taken back; empty where they chose nothing."""
    newest = Choice.objects.filter(journey=journey, topic=topic).order_by("-pk").first()
    return newest.value if newest else ""


def chosen_day(journey: Journey) -> date | None:
    """A day on which we should ask how they are."""
    try:
        return date.fromisoformat(chosen(journey, Topic.CHOSEN_DAY))
    except ValueError:
        return None


def may_cover(journey: Journey) -> list[User]:
    """Their practitioner and whoever steps in for them: agreed to, and at work here."""
    standing = Supporter.objects.standing().filter(journey=journey, role__in=COVERS, login__is_active=True)
    found = [one.login for one in standing.select_related("login").order_by("-role", "pk")]
    return [user for user in found if user is not None and user.has_role(Role.FILE_SUPPORTER)]


def cover_of(user: Any, *, journey: Journey) -> Cover | None:
    """Whether they can stand by, with the last day on which what they learnt for this counts."""
    if user is None or user not in may_cover(journey):
        return None
    done = Completion.objects.filter(learner__login=user, module=FILE_SUPPORT)
    ends = [FOREVER if one.expires_on is None else one.expires_on for one in done]
    return Cover(name=str(user), trained_until=max(ends, default=None))


def staff_of(journey: Journey) -> list[User]:
    """Those who may give and take papers: the file supporters of the team. Nobody who is also a peer mentor."""
    here = Posting.objects.current().filter(post__team=journey.team, user__isnull=False).values("user")
    at_work = User.objects.filter(pk__in=here, is_active=True, grants__role=Role.FILE_SUPPORTER, grants__ended_at=None)
    mentors = User.objects.filter(grants__role=Role.PEER_MENTOR, grants__ended_at=None)
    return list(at_work.exclude(pk__in=mentors.values("pk")).distinct().order_by("display_name", "pk"))
