"""Who may see and do what with people and concerns. Each docstring is the policy; `visible_to` says with whom."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Now, TruncDate

from accounts.roles import CASE_STAFF, PARTNERS, WHOLE_PROGRAMME, Role
from common.dates import LONDON
from people import visibility
from people.models import Person, SharingPermission
from people.models.permissions import What
from people.visibility import CHANGE, EVERYBODY, FAMILY_NAME, NAME, NEEDS, NOBODY, WHERE, teams_of
from places.models import Posting

# What each partner works for, and so through which kinds of place something can be shared with them.
PLACES_OF = {
    Role.PRISON_STAFF: ("establishment", "post"),
    Role.PROBATION_STAFF: ("probation_region", "post"),
    Role.PERSONAL_ADVISER: ("authority", "organisation", "post"),
    Role.LIFELONG_LINKS: ("authority", "organisation", "post"),
}


def whole_programme(user: Any) -> Q:
    """Programme managers and safeguarding leads see everybody."""
    return EVERYBODY if user.has_role(*WHOLE_PROGRAMME) else NOBODY


def own_teams(user: Any) -> Q:
    """Coordinators see the people of the teams in which they hold a post."""
    return Q(team__in=teams_of(user)) if user.has_role(Role.COORDINATOR) else NOBODY


def shared(what: str) -> visibility.Rule:
    """The rule for partners: people who allow `what` to be shared with them (and their name, always)."""

    def rule(user: Any) -> Q:
        if not user.has_role(*PARTNERS):
            return NOBODY
        parts = {What.BASICS, What(what)}
        chosen = Q()
        for part in sorted(parts):
            chosen &= Q(pk__in=_allowed(user, part))
        return chosen

    return rule


def _allowed(user: Any, what: str) -> Any:
    """Person ids with a permission in force for one of the user's posts; for a prison, of those who are there now."""
    places = {place for role, names in PLACES_OF.items() if user.has_role(role) for place in names}
    held = Posting.objects.current().filter(user=user)
    through = Q(pk__in=[])
    for place in sorted(places):
        column = "post" if place == "post" else f"post__{place}"
        mine = Q(**{f"{place}__in": held.filter(**{f"{column}__isnull": False}).values(column)})
        if place == "establishment":
            mine &= Q(person__locations__ended_on=None, person__locations__establishment=F("establishment"))
        through |= mine
    today = TruncDate(Now(), tzinfo=LONDON)
    in_force = Q(until=None) | Q(until__gte=today)
    return SharingPermission.objects.filter(
        through, in_force, what=what, given_on__lte=today, withdrawn_at=None
    ).values("person")


def declare() -> None:
    visibility.declare("people.whole_programme", whole_programme, parts=visibility.EVERYTHING)
    visibility.declare("people.own_teams", own_teams, parts=visibility.EVERYTHING | {CHANGE})
    visibility.declare("people.shared_basics", shared(What.BASICS), parts=frozenset({NAME, FAMILY_NAME, NEEDS}))
    visibility.declare("people.shared_location", shared(What.LOCATION), parts=frozenset({NAME, WHERE}))


def with_parts(people: QuerySet[Person], user: Any) -> QuerySet[Person]:
    """`people`, each with an answer to every rule, so that `fields_for` needs no query of its own."""
    rules = enumerate(rule for rule, _ in visibility.rules_for(user))
    return people.annotate(**{f"rule_{n}": Exists(Person.objects.filter(rule, pk=OuterRef("pk"))) for n, rule in rules})


def fields_for(user: Any, person: Person) -> frozenset[str]:
    """The parts of this person's record that the user may see, by the names in people.visibility. The rest is absent.

    No query for a person who was loaded for this user (loading.person), one for anybody else.
    """
    known: dict[Any, frozenset[str]] = person.__dict__.setdefault("parts_by_user", {})
    if user.pk not in known:
        asked = with_parts(Person.objects.filter(pk=person.pk), user).first()
        known[user.pk] = parts_of(asked, user) if asked else frozenset()
    return known[user.pk]


def parts_of(person: Person, user: Any) -> frozenset[str]:
    """The parts for somebody who comes from `with_parts`."""
    parts = (parts for n, (_, parts) in enumerate(visibility.rules_for(user)) if getattr(person, f"rule_{n}"))
    return frozenset().union(*parts)


def can_see_people(user: Any) -> bool:
    """Everybody who works with people here: mentors, staff and partners. Each sees only those who are theirs to see."""
    return user.has_role(Role.PEER_MENTOR, *CASE_STAFF, *PARTNERS)


def can_list_places(user: Any) -> bool:
    """The list says where people are to staff; to mentors and partners only their names, since it may not be shared."""
    return user.has_role(*CASE_STAFF) and not user.has_role(Role.PEER_MENTOR, *PARTNERS)


def can_add_people(user: Any) -> bool:
    """Coordinators, to their own teams."""
    return user.has_role(Role.COORDINATOR)


def can_edit_person(user: Any, person: Person) -> bool:
    """Coordinators, for the people of their own teams; and never their own page."""
    return CHANGE in fields_for(user, person) and person.login_id != user.pk


def can_see_askings(user: Any) -> bool:
    """Coordinators those of their teams; managers and the safeguarding lead all. Nobody those about themselves."""
    return user.has_role(*CASE_STAFF)


def can_choose_own_reminders(user: Any) -> bool:
    """Peer mentors, for themselves. Staff are told by email; what a person wants is written down by their team."""
    return user.has_role(Role.PEER_MENTOR)


def can_see_histories(user: Any) -> bool:
    """Programme managers and safeguarding leads: who did what to a record, and who looked at it."""
    return user.has_role(*WHOLE_PROGRAMME)


def can_see_history(user: Any, person: Person) -> bool:
    """Programme managers and safeguarding leads; nobody their own."""
    return can_see_histories(user) and person.login_id != user.pk


def can_see_concerns(user: Any) -> bool:
    """Leads and managers all; coordinators those about their teams’ people; prison staff those passed on to them."""
    return user.has_role(*CASE_STAFF, Role.PRISON_STAFF)


def can_see_whole_concern(user: Any) -> bool:
    """Our own staff: who raised it, whom else it was passed on to, and what was done. A prison sees the worry."""
    return user.has_role(*CASE_STAFF)


def can_work_on_concerns(user: Any) -> bool:
    """Safeguarding leads: acknowledge, look into, pass on, write down what was done, close."""
    return user.has_role(Role.SAFEGUARDING_LEAD)


def can_see_texts(user: Any) -> bool:
    """Coordinators those of their teams’ people; managers and the safeguarding lead all, and unknown numbers’ too."""
    return user.has_role(*CASE_STAFF)


def can_decide_on_texts(user: Any) -> bool:
    """Coordinators and programme managers."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_decide_for(user: Any, person: Person | None) -> bool:
    """Whether a number may be used again, and a held text go: coordinators for their own teams’ people; managers for
    all, and for numbers that nobody knows. Nobody for themselves.
    """
    if person is not None and person.login_id == user.pk:
        return False
    if user.has_role(Role.PROGRAMME_MANAGER):
        return True
    return person is not None and Person.objects.filter(own_teams(user), pk=person.pk).exists()


def can_waive_caps(user: Any) -> bool:
    """Programme managers: a text more than a day, a month or one person may have."""
    return user.has_role(Role.PROGRAMME_MANAGER)
