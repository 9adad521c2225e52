"""What a pack says about one journey on one day, gathered for printing."""

from datetime import date, datetime

from casefiles_support.models import Journey, Sitting
from casefiles_support.reports.standing import papers_of, promises_of, requests_of
from casefiles_support.reports.timelines import name_of
from casefiles_support.rules.packs import Appointment, Beside, ByHand, PackFacts, in_fours
from common.dates import local_day
from messaging.rules.spoken import clock
from people.models import LocationEpisode
from people.models.locations import CUSTODY

YES = "yes"
ROLES = {
    "practitioner": "my supporter",
    "back_up": "if my supporter is away",
    "peer_mentor": "my mentor",
    "advocate": "my advocate",
    "interpreter": "my interpreter",
}


def here(journey: Journey) -> LocationEpisode | None:
    """Where the person is now."""
    return LocationEpisode.objects.current().filter(person=journey.person_id).select_related("establishment").first()


def facts_of(journey: Journey, *, by_hand: ByHand, language: str, code: str, at: datetime) -> PackFacts:
    """All that the pack needs."""
    on, place = local_day(at), here(journey)
    sitting = journey.sittings.planned().filter(starts_at__gte=at).order_by("starts_at").first()
    return PackFacts(
        name=journey.person.preferred_name,
        number=journey.person.prison_number,
        printed_on=on,
        lang=language,
        in_prison=place is not None and place.kind == CUSTODY,
        asked=tuple(one.asked for one in requests_of(journey, on)),
        papers=tuple(papers_of(journey)),
        promises=tuple(promises_of(journey, on)),
        beside=tuple(_beside(journey, by_hand)),
        plan=_plan(sitting),
        appointment=_appointment(journey, sitting, by_hand),
        ring=by_hand.ring,
        write=by_hand.write,
        prison_line=by_hand.prison_line,
        code=in_fours(code),
    )


def _beside(journey: Journey, by_hand: ByHand) -> list[Beside]:
    """Whom they may turn to. Only whoever is in charge has our number beside them."""
    standing = journey.supporters.standing().select_related("login", "mentor__person").order_by("pk")
    ours = {"practitioner": by_hand.ring}
    return [Beside(f"{name_of(one)}, {ROLES[one.role]}", ours.get(one.role, "")) for one in standing]


def _plan(sitting: Sitting | None) -> dict[str, str]:
    """What is settled about the next reading; the rest is left open, for them to write."""
    if sitting is None:
        return {}
    plan = {"day": f"{_day(sitting)}, {clock(sitting.starts_at)}", "place": sitting.get_where_display()}
    if sitting.alone:
        plan["with"] = "Nobody, as I wish"
    if sitting.afterwards:
        plan["after"] = sitting.afterwards
    if sitting.cover_next_day:
        plan["tomorrow"] = str(sitting.cover_next_day)
    return plan


def _day(sitting: Sitting) -> str:
    day: date = local_day(sitting.starts_at)
    return f"{day:%A} {day.day} {day:%B %Y}"


def _appointment(journey: Journey, sitting: Sitting | None, by_hand: ByHand) -> Appointment:
    """For the wing. Somebody is asked to look in only where the person chose that, and did not take it back."""
    if sitting is None:
        return Appointment()
    chosen = journey.choices.standing(journey).get("tell_safer_custody")
    agreed = chosen is not None and chosen.value == YES and sitting.told_wing != Sitting.Told.DECLINED
    return Appointment(
        on=local_day(sitting.starts_at), time=clock(sitting.starts_at), where=by_hand.where, tonight=agreed
    )
