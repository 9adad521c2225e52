"""Which mentor might suit somebody, and why, in plain Python.

Continuity comes first: somebody who walked with them before goes before everybody else, as key worker allocation in
prisons gives people back to whom they know. Then who has room, who is near, what they speak, what was asked for.
A score only orders a list; the sentences are what people choose by.
"""

from dataclasses import dataclass, field

KNEW_BEFORE = 300  # more than everything else together
SPEAKS = 25
GENDER = 20
IS_THERE = 15
SAME_TEAM = 10
AGE = 6
INTEREST, MOST_INTERESTS = 3, 9
ROOM = 20  # for a mentor who has nobody yet; a part of it for each place that is free
RESTED, MOST_RESTED = 30, 5  # one point for each thirty days since somebody new, so that nobody is forgotten
SAID_NO = -30
NOT_AS_ASKED = -25


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """The person who waits. Empty means that they have not said."""

    languages: frozenset[str] = frozenset()
    mentor_gender: str = ""
    age_band: str = ""
    interests: frozenset[str] = frozenset()
    place: str = ""  # the prison's name, "" in the community
    waiting_days: int | None = None


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A mentor, as far as it matters here. `walked_until` is a year in words, "" where they never did."""

    people_now: int
    capacity: int
    languages: frozenset[str] = frozenset()
    gender: str = ""
    age: int | None = None
    interests: frozenset[str] = frozenset()
    walked_until: str = ""
    somebody_said_no: bool = False
    goes_there: bool = False  # walks with somebody in the same prison now
    same_team: bool = False
    days_since_somebody_new: int | None = None


@dataclass(kw_only=True)
class Weighed:
    score: int = 0
    good: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def add(self, points: int, sentence: str) -> None:
        self.score += points
        (self.good if points > 0 else self.doubts).append(sentence)


def band_of(age: int) -> str:
    return "under_30" if age < 30 else "30_to_44" if age < 45 else "45_or_more"


def weigh(wanted: Wanted, candidate: Candidate, *, interest_words: dict[str, str] | None = None) -> Weighed:
    """Score and sentences for one mentor. English alone is no reason: nearly everybody speaks it."""
    found = Weighed()
    if candidate.walked_until:
        found.add(KNEW_BEFORE, f"They walked together before, until {candidate.walked_until}.")
    _weigh_room(found, candidate)
    _weigh_place(found, wanted, candidate)
    _weigh_wishes(found, wanted, candidate)
    shared = sorted(wanted.interests & candidate.interests)
    if shared:
        words = ", ".join((interest_words or {}).get(one, one) for one in shared)
        found.add(min(INTEREST * len(shared), MOST_INTERESTS), f"Both like: {words}.")
    if candidate.somebody_said_no:
        found.add(SAID_NO, "One of them said no to the other before.")
    return found


def _weigh_room(found: Weighed, candidate: Candidate) -> None:
    free = max(candidate.capacity - candidate.people_now, 0)
    if free:
        places = "1 more person" if free == 1 else f"{free} more people"
        found.add(max(ROOM * free // max(candidate.capacity, 1), 1), f"Has room for {places}.")
    rested = candidate.days_since_somebody_new
    if free and rested is not None and rested >= RESTED:
        found.add(min(rested // RESTED, MOST_RESTED), f"It is {rested} days since somebody new.")


def _weigh_place(found: Weighed, wanted: Wanted, candidate: Candidate) -> None:
    if candidate.goes_there and wanted.place:
        found.add(IS_THERE, f"Goes to {wanted.place} already.")
    if candidate.same_team:
        found.add(SAME_TEAM, "Is in the same team.")


def _weigh_wishes(found: Weighed, wanted: Wanted, candidate: Candidate) -> None:
    shared = (wanted.languages & candidate.languages) - {"english"}
    if shared:
        found.add(SPEAKS * len(shared), f"Both speak {' and '.join(sorted(one.title() for one in shared))}.")
    if wanted.languages and candidate.languages and not wanted.languages & candidate.languages:
        found.add(NOT_AS_ASKED, "They share no language that we know of.")
    if wanted.mentor_gender and candidate.gender:
        as_asked = wanted.mentor_gender == candidate.gender
        found.add(GENDER if as_asked else NOT_AS_ASKED, _gender_words(wanted.mentor_gender, as_asked))
    if wanted.age_band and candidate.age is not None and band_of(candidate.age) == wanted.age_band:
        found.add(AGE, "Is the age that was asked for.")


def _gender_words(wanted: str, as_asked: bool) -> str:
    return f"They asked for a {wanted}." if as_asked else f"They asked for a {wanted}, and this mentor is not."
