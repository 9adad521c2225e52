"""Loading what belongs to matching: it must be theirs to see, and opening it leaves a Look."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.http import Http404

from audit import actions as audit
from common.text import fold
from mentoring.models import GatePlan, Match, MatchBlock, Referral
from mentoring.rules.referrals import how_far, matches_of, twins
from people.models import LocationEpisode, Person
from people.rules.locations import is_in_custody

NEWEST = 50


def match(*, ref: str, by: Any, at: datetime) -> Match:
    """A match of one of their teams, for staff who take a step in it. Never one of their own."""
    found = (
        Match.objects.visible_to(by)
        .filter(ref=ref)
        .exclude(Q(mentor__person__login=by) | Q(person__login=by))
        .select_related("mentor__person", "person__team")
        .first()
    )
    if found is None:
        raise Http404
    audit.looked(verb="mentoring.match.opened", by=by, at=at, subject=found, about=found.person)
    return found


def asked_matches(*, by: Any, at: datetime) -> list[Match]:
    """What waits for the mentor's own answer."""
    found = list(Match.objects.asked_of(by).select_related("person").order_by("made_at", "pk"))
    if found:
        audit.looked(verb="mentoring.match.asked", by=by, at=at, refs=[match.ref for match in found])
    return found


def asked_match(*, ref: str, by: Any, at: datetime) -> Match:
    """One of them, with its `area`: roughly where they would meet, and no more."""
    found = Match.objects.asked_of(by).filter(ref=ref).select_related("mentor__person", "person").first()
    if found is None:
        raise Http404
    here = LocationEpisode.objects.current().filter(person=found.person).select_related("establishment", "authority")
    found.area = area_of(here.first())  # type: ignore[attr-defined]
    audit.looked(verb="mentoring.match.asked", by=by, at=at, subject=found, about=found.person)
    return found


def area_of(here: LocationEpisode | None) -> str:
    """“Yorkshire and The Humber, visits in a prison”: enough to say whether one can come, not where somebody is."""
    if here is None:
        return "Not known yet"
    place = here.establishment or here.authority
    region = str(place.region) if place is not None else "Not known yet"
    return f"{region}, visits in a prison" if is_in_custody(here.kind, here.legal_state) else region


def match_block(*, ref: str, by: Any, at: datetime) -> MatchBlock:
    """Who must be kept apart, and why: for safeguarding leads. Both people get a Look."""
    found = MatchBlock.objects.visible_to(by).filter(ref=ref).select_related("person", "other", "made_by").first()
    if found is None:
        raise Http404
    with transaction.atomic():
        for person in filter(None, (found.person, found.other)):
            audit.looked(verb="mentoring.match_block.opened", by=by, at=at, subject=found, about=person)
    return found


def referral(*, ref: str, by: Any, at: datetime) -> Referral:
    """One that was sent, for staff; Http404 for everybody else, the one whom it is about among them."""
    found = (
        Referral.objects.visible_to(by)
        .filter(ref=ref)
        .select_related("person", "team", "establishment", "made_by", "decided_by")
        .first()
    )
    if found is None:
        raise Http404
    audit.looked(verb="mentoring.referral.opened", by=by, at=at, subject=found, about=found.person)
    return found


def own_draft(*, ref: str, by: Any) -> Referral:
    """One of their own that was not sent yet."""
    found = Referral.objects.made_by_user(by).unsent().filter(ref=ref).select_related("establishment").first()
    if found is None:
        raise Http404
    return found


def own_referrals(*, by: Any) -> list[dict[str, Any]]:
    """Their newest, with the name as they wrote it, and how far it has come; a no with its kind words."""
    return [
        {
            "ref": one.ref,
            "name": one.preferred_name,
            "made_at": one.made_at,
            "far": how_far(one.status),
            "unsent": one.status in Referral.UNSENT,
            "needs_permission": one.status == Referral.Status.DRAFT,
            "kind_words": one.kind_words,
            "what_else": one.what_else,
        }
        for one in Referral.objects.made_by_user(by).order_by("-made_at", "-pk")[:NEWEST]
    ]


def who_it_may_be(referral: Referral, *, by: Any) -> tuple[list[tuple[Person, str]], bool]:
    """Who of those here looks like the person put forward, and why; and whether somebody does whom `by` may not see."""
    looks = Q(pk__in=[])
    for column in ("prison_number_index", "crn_index", "family_name_index"):
        if value := getattr(referral, column):
            looks |= Q(**{column: value})
    here = list(Person.objects.filter(looks).order_by("search_name", "pk")[:20])
    seen = set(Person.objects.visible_to(by).filter(pk__in=[one.pk for one in here]).values_list("pk", flat=True))
    hints = [(one, _why(referral, one)) for one in here]
    return [(one, why) for one, why in hints if one.pk in seen], any(
        one.pk not in seen and why != "The same surname" for one, why in hints
    )


def twins_of(referral: Referral, *, by: Any) -> list[tuple[Referral, str]]:
    """Other referrals that look like this one, and why: what came twice without a code is found by what it says."""
    looks = Q(pk__in=[])
    for column in ("prison_number_index", "crn_index", "family_name_index"):
        if value := getattr(referral, column):
            looks |= Q(**{column: value})
    others = Referral.objects.visible_to(by).filter(looks).exclude(pk=referral.pk).order_by("-submitted_at", "-pk")
    return [(other, why) for other in others[:NEWEST] if (why := _why_twins(referral, other))]


def _why_twins(one: Referral, other: Referral) -> str:
    return twins(
        same_number=_same(one, other, "prison_number_index") or _same(one, other, "crn_index"),
        same_surname=_same(one, other, "family_name_index"),
        same_birthday=_same(one, other, "born_on"),
        same_first_name=fold(one.preferred_name) == fold(other.preferred_name),
    )


def _same(one: Any, other: Any, column: str) -> bool:
    return bool(getattr(one, column)) and bool(getattr(one, column) == getattr(other, column))


def _why(referral: Referral, person: Person) -> str:
    return matches_of(
        same_number=_same(referral, person, "prison_number_index") or _same(referral, person, "crn_index"),
        same_surname=_same(referral, person, "family_name_index"),
        same_birthday=_same(referral, person, "born_on"),
    )


def gate_plan(*, person: Person) -> GatePlan | None:
    """The open plan of a person who was loaded for this user."""
    return GatePlan.objects.open().filter(person=person).first()
