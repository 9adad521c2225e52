"""The page of a journey: two clocks, what happened, what the person may choose, and who looked."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from audit.models import Entry
from casefiles_support.models import AccessRequest, Journey, Letter, Pack
from casefiles_support.permissions.pages import can_read_all_of
from casefiles_support.reports.standing import Stands, in_words, owed_after, papers_of, promises_of, requests_of
from casefiles_support.reports.timelines import name_of, timeline_of
from casefiles_support.rules.choices import in_words as chosen_in_words
from casefiles_support.rules.letter_texts import Block, blocks_of, load
from casefiles_support.rules.pack_words.days import said
from casefiles_support.rules.pack_words.english import CHOICES, ENGLISH
from casefiles_support.rules.telling.lines import Line
from casefiles_support.rules.telling.support import NOT_BEGUN, STAGES, STANDS_STILL
from common.dates import local_day

LOOKS = 100
# The letter has left, and their time has not begun.
GONE = (AccessRequest.Status.SENT, AccessRequest.Status.WAITING_FOR_PROOF)


@dataclass(frozen=True)
class Written:
    """A letter as it is read: its title, and its words."""

    letter: Letter
    title: str
    blocks: list[Block]

    @classmethod
    def of(cls, letter: Letter) -> "Written":
        title = load(letter.template, letter.language, letter.template_version).title
        return cls(letter, title, blocks_of(letter.text))


@dataclass
class JourneyPage:
    """What the page shows. `whole` is False for a safeguarding lead, who sees where it is and what comes next."""

    journey: Journey
    name: str
    today: str
    stage: str
    requests: list[Stands]
    papers: list[str]
    theirs: list[str]
    ours: list[str]
    whole: bool
    timeline: list[Line] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    chosen: list[dict[str, str]] = field(default_factory=list)
    packs: list[Pack] = field(default_factory=list)
    letters: list[Written] = field(default_factory=list)

    choices = CHOICES

    @property
    def next(self) -> str:
        """The nearest thing that was promised."""
        return self.ours[0] if self.ours else ""


def page_of(journey: Journey, *, user: Any, at: datetime) -> JourneyPage:
    """All of it, or what a safeguarding lead may see."""
    on = local_day(at)
    requests = requests_of(journey, on)
    page = JourneyPage(
        journey=journey,
        name=journey.person.preferred_name,
        today=said(on, ENGLISH),
        stage=STAGES.get(journey.status, journey.get_status_display()),
        requests=requests,
        papers=papers_of(journey),
        theirs=[*their_days(requests), *owed_after(journey, on)],
        ours=[in_words(one) for one in promises_of(journey, on)],
        whole=can_read_all_of(user, journey),
    )
    if page.whole:
        _fill(page, on)
    return page


def last_days(requests: list[Stands]) -> list[str]:
    """What each holder must do and by when, where a day is known."""
    found = []
    for one in requests:
        if one.clock.state == "running" and one.clock.due is not None:
            words = ENGLISH.dates["by_about" if one.clock.estimated else "by"]
            found.append(words.format(holder=one.request.holder.name, due=said(one.clock.due, ENGLISH)))
    return found


def their_days(requests: list[Stands]) -> list[str]:
    """The same; and of a time that stands still or has not begun, that it does."""
    days = last_days(requests)
    for one in requests:
        holder = one.request.holder.name
        if one.clock.state == "paused":
            days.append(STANDS_STILL.format(holder=holder, left=in_days(one.clock.days_left or 0)))
        elif one.clock.state == "not_started" and one.request.status in GONE:
            days.append(NOT_BEGUN.format(holder=holder))
    return days


def in_days(count: int) -> str:
    return "1 day is" if count == 1 else f"{count} days are"


def _fill(page: JourneyPage, on: date) -> None:
    journey = page.journey
    page.timeline = timeline_of(journey, on=on)
    page.beside = beside(journey)
    chosen = journey.choices.standing(journey)
    page.chosen = [
        {"name": one.get_topic_display(), "value": chosen_in_words(one.topic, one.value)} for one in chosen.values()
    ]
    page.letters = [Written.of(one) for one in journey.letters.standing().order_by("pk")]
    page.packs = list(journey.packs.select_related("establishment").order_by("-pk"))


def beside(journey: Journey) -> list[str]:
    """Who is beside them now, in words."""
    standing = journey.supporters.standing().select_related("login", "mentor__person").order_by("pk")
    return [f"{name_of(one)}: {one.get_role_display().lower()}" for one in standing]


def looks_at(journey: Journey) -> list[Entry]:
    """Who opened it and who changed it, newest first: of file support alone, and of this person."""
    about = Entry.objects.filter(about_ref=journey.person.ref, verb__startswith="files.")
    return list(about.order_by("-pk")[:LOOKS])
