"""Who gives and who takes papers, as a form says it, put into the words that are kept."""

from dataclasses import dataclass
from typing import Any

from casefiles_support.models import Journey
from casefiles_support.rules.holding_moves import Name
from common.text import clean, fold
from mentoring.models import Mentor

THE_PERSON = "The person"


@dataclass(frozen=True)
class Hand:
    """The person themselves, a login of ours, or somebody from elsewhere by the name they gave."""

    is_person: bool = False
    staff: Any = None
    words: str = ""


def named(hand: Hand, *, journey: Journey) -> Name:
    """The name to write down, and whether it is a peer mentor’s: by login, or by the name itself."""
    if hand.is_person:
        return Name(THE_PERSON, is_person=True)
    if hand.staff is not None:
        return Name(str(hand.staff), is_mentor=Mentor.objects.filter(person__login=hand.staff).exists())
    words = clean(hand.words, lines=False)
    return Name(words, is_mentor=fold(words) in _mentors(journey))


def _mentors(journey: Journey) -> set[str]:
    """The names by which the mentors of the team, and those beside this person, may be known."""
    found = Mentor.objects.filter(team=journey.team) | Mentor.objects.filter(
        pk__in=journey.supporters.filter(mentor__isnull=False).values("mentor")
    )
    names: set[str] = set()
    for mentor in found.select_related("person__login"):
        person = mentor.person
        login = str(person.login) if person.login else ""
        names |= {fold(name) for name in (str(person), f"{person} {person.family_name}", login) if name.strip()}
    return names
