"""What stands between a mentor and a person on a day, in sentences. Asked before each step that joins them."""

from collections.abc import Sequence
from datetime import date

from mentoring.actions import gates
from mentoring.models import Match, MatchBlock, Mentor
from mentoring.rules import matches as rules
from mentoring.rules import mentors as mentor_rules
from people.models import LocationEpisode, Person
from people.rules.locations import is_in_custody
from places.models import Establishment


def first_gates(mentor: Mentor, person: Person) -> list[str]:
    return rules.why_not_match(
        mentor_person=mentor.person_id,
        mentee_person=person.pk,
        mentor_active=mentor.status == Mentor.Status.ACTIVE,
    )


def no_room(mentor: Mentor) -> list[str]:
    return mentor_rules.why_not_another(
        open_matches=Match.objects.open().filter(mentor=mentor).count(), capacity=mentor.capacity
    )


def blocked(mentor: Mentor, person: Person, words: str = rules.BLOCKED) -> list[str]:
    """The same words for every kind of block: the reason is the safeguarding lead's."""
    pair = MatchBlock.objects.standing().of_pair(mentor.person_id, person.pk)
    return [words] if pair.exists() else []


def why_not(*, mentor: Mentor, person: Person, on: date) -> list[str]:
    """Everything that stands between these two on this day, for the place where the person is."""
    here = LocationEpisode.objects.current().filter(person=person).select_related("establishment").first()
    return first_gates(mentor, person) + blocked(mentor, person) + why_not_there(mentor=mentor, here=here, on=on)


def why_not_there(*, mentor: Mentor, here: LocationEpisode | None, on: date) -> list[str]:
    """What stands in the way of meeting somebody where they are now."""
    inside = here is not None and is_in_custody(here.kind, here.legal_state)
    establishment = here.establishment if here is not None and inside else None
    reasons = rules.why_not_there(in_custody=inside, knows_prison=establishment is not None)
    return reasons + why_not_cleared(mentor=mentor, establishment=establishment, on=on)


def why_not_there_each(*, mentors: Sequence[Mentor], here: LocationEpisode | None, on: date) -> dict[int, list[str]]:
    """The same for many mentors, by their ids."""
    inside = here is not None and is_in_custody(here.kind, here.legal_state)
    establishment = here.establishment if here is not None and inside else None
    reasons = rules.why_not_there(in_custody=inside, knows_prison=establishment is not None)
    cleared = gates.why_not_match_each(mentors=mentors, establishment=establishment, on=on)
    return {pk: reasons + more for pk, more in cleared.items()}


def why_not_go_on(*, mentor: Mentor, here: LocationEpisode | None, on: date) -> list[str]:
    """Why two who walk together must wait at this place: only what ran out, or was never given for this prison."""
    inside = here is not None and is_in_custody(here.kind, here.legal_state)
    establishment = here.establishment if here is not None and inside else None
    reasons = rules.why_not_there(in_custody=inside, knows_prison=establishment is not None)
    return reasons + gates.why_not_go_on(mentor=mentor, establishment=establishment, on=on)


def why_not_cleared(*, mentor: Mentor, establishment: Establishment | None, on: date) -> list[str]:
    """The one place from which the gates of recruitment are asked."""
    return gates.why_not_match(mentor=mentor, establishment=establishment, on=on)
