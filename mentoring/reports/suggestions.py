"""Who might walk alongside somebody: the mentors a coordinator may choose from, best first, with the reasons."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, Max, OuterRef

from common.dates import age_on
from mentoring import between
from mentoring.models import Match, MatchBlock, MatchStep, Mentor, Preferences
from mentoring.models.match_steps import What
from mentoring.models.preferences import Interest
from mentoring.rules import matches as match_rules
from mentoring.rules import mentors as mentor_rules
from mentoring.rules import suggestions as rules
from people.models import LocationEpisode, Person

# So many are shown beside those who knew them before: nobody compares two hundred people on one page.
MOST_SHOWN = 12
_NO = MatchStep.objects.filter(match=OuterRef("pk"), what__in=[What.MENTOR_NO, What.PERSON_NO, What.TAKEN_BACK])
INTEREST_WORDS = {str(interest.value): str(interest.label).lower() for interest in Interest}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`stops` are what keeps them from beginning today. With a `bar` they cannot even be suggested. `knew`: they walked
    together before, which comes before everything else.
    """

    mentor: Mentor
    score: int
    good: list[str]
    doubts: list[str]
    stops: list[str]
    bar: bool
    knew: bool


def for_person(person: Person, *, user: Any, on: date, waiting_days: int | None = None) -> list[Suggestion]:
    """Of the active mentors whom this user may choose from those who walked with them before, and the best dozen.

    The gates of all of them are asked at once, so that nobody who could begin today is hidden behind others who could
    not. As many queries for ten as for hundreds.
    """
    here = LocationEpisode.objects.current().filter(person=person).select_related("establishment").first()
    mentors = list(_candidates(person, user))
    known = _Known.about(person, mentors, here)
    wanted = known.wanted(here, waiting_days)
    gates = between.why_not_there_each(mentors=mentors, here=here, on=on)
    every = [known.suggestion(mentor, wanted, gates[mentor.pk], on) for mentor in mentors]
    every.sort(key=lambda one: (one.bar, not one.knew, bool(one.stops), -one.score, one.mentor.pk))
    others = [one for one in every if not one.knew][:MOST_SHOWN]
    return [one for one in every if one.knew or one in others]


def _candidates(person: Person, user: Any) -> Any:
    return (
        Mentor.objects.visible_to(user)
        .active()
        .exclude(person=person)
        .exclude(person__login=user)
        .with_workload()
        .annotate(last_new=Max("matches__started_on"))
        .select_related("person", "team")
        .order_by("pk")
    )


@dataclass(frozen=True)
class _Known:
    """What was read once for all the mentors together."""

    person: Person
    preferences: dict[int, Preferences]
    matches: dict[int, list[Match]]
    goes_there: set[int]
    blocked: set[int]

    @classmethod
    def about(cls, person: Person, mentors: list[Mentor], here: LocationEpisode | None) -> "_Known":
        people = [person.pk, *(mentor.person_id for mentor in mentors)]
        kept = Preferences.objects.filter(person__in=people).defer("notes")
        matches: dict[int, list[Match]] = {}
        for match in Match.objects.filter(person=person).annotate(refused=Exists(_NO)).order_by("pk"):
            matches.setdefault(match.mentor_id, []).append(match)
        standing = MatchBlock.objects.standing()
        blocked = {*standing.filter(person=person).values_list("other", flat=True)}
        blocked |= {*standing.filter(other=person).values_list("person", flat=True)}
        return cls(person, {row.person_id: row for row in kept}, matches, _who_goes_to(here), blocked)

    def wanted(self, here: LocationEpisode | None, waiting_days: int | None) -> rules.Wanted:
        said = self.preferences.get(self.person.pk)
        place = here.establishment.name if here is not None and here.establishment else ""
        if said is None:
            return rules.Wanted(place=place, waiting_days=waiting_days)
        return rules.Wanted(
            languages=frozenset(said.languages),
            mentor_gender=said.mentor_gender,
            age_band=said.age_band,
            interests=frozenset(said.interests),
            place=place,
            waiting_days=waiting_days,
        )

    def candidate(self, mentor: Mentor, on: date) -> rules.Candidate:
        brought = self.preferences.get(mentor.person_id)
        before = self.matches.get(mentor.pk, [])
        walked = [match.ended_on.year for match in before if match.started_on and match.ended_on]
        born, last_new = mentor.person.born, getattr(mentor, "last_new", None)
        return rules.Candidate(
            people_now=getattr(mentor, "people_now", 0),
            capacity=mentor.capacity,
            languages=frozenset(brought.languages if brought else ()),
            gender=brought.gender if brought else "",
            age=age_on(on, born=born) if born else None,
            interests=frozenset(brought.interests if brought else ()),
            walked_until=str(max(walked)) if walked else "",
            somebody_said_no=any(match.ended_on and _never_began(match) for match in before),
            goes_there=mentor.pk in self.goes_there,
            same_team=mentor.team_id == self.person.team_id,
            days_since_somebody_new=(on - (last_new or mentor.joined_on)).days,
        )

    def suggestion(self, mentor: Mentor, wanted: rules.Wanted, gates: list[str], on: date) -> Suggestion:
        candidate = self.candidate(mentor, on)
        found, bars = rules.weigh(wanted, candidate, interest_words=INTEREST_WORDS), self.bars(mentor)
        return Suggestion(
            mentor=mentor,
            score=found.score,
            good=found.good,
            doubts=found.doubts,
            stops=bars + gates,
            bar=bool(bars),
            knew=bool(candidate.walked_until) and not bars,
        )

    def bars(self, mentor: Mentor) -> list[str]:
        """What `matches.suggest` would refuse."""
        open_now = [match for match in self.matches.get(mentor.pk, []) if match.status != Match.Status.ENDED]
        bars = ["These two are already matched, or suggested for each other."] if open_now else []
        bars += [match_rules.BLOCKED] if mentor.person_id in self.blocked else []
        return bars + mentor_rules.why_not_another(
            open_matches=getattr(mentor, "people_now", 0), capacity=mentor.capacity
        )


def _who_goes_to(here: LocationEpisode | None) -> set[int]:
    """The mentors who walk with somebody in the same prison."""
    if here is None or here.establishment_id is None:
        return set()
    there = LocationEpisode.objects.current().filter(establishment=here.establishment_id).values("person")
    return set(Match.objects.active().filter(person__in=there).values_list("mentor", flat=True))


def _never_began(match: Any) -> bool:
    """One from another system has a first day, and somebody may say no to it here all the same."""
    return match.started_on is None or bool(match.refused)
