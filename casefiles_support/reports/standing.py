"""Where a journey stands: each holder’s clock, where the papers are, and what was promised."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from casefiles_support.clocks import clock_of
from casefiles_support.clocks_after import clock_of_correction
from casefiles_support.models import AccessRequest, Complaint, Correction, Journey, Parcel, Place
from casefiles_support.rules.complaints import acknowledge_by
from casefiles_support.rules.pack_words.days import said
from casefiles_support.rules.pack_words.english import ENGLISH
from casefiles_support.rules.pack_words.filled import standing
from casefiles_support.rules.packs import Asked, Promise
from casefiles_support.rules.telling import support
from common.dates import LONDON, local_day
from law.access_clock import Clock
from messaging.rules.spoken import clock as time_of_day

KEPT = {
    Place.NOT_ARRIVED: "on the way. They have not come yet",
    Place.PROGRAMME: "with us, sealed",
    Place.PRISON: "with the prison",
    Place.PERSON: "with you",
    Place.SOLICITOR: "with your solicitor",
    Place.TRUSTED: "with somebody you trust",
    Place.PROPERTY: "in your stored property",
    Place.RETURNED: "sent back, as you wished",
    Place.DESTROYED: "destroyed, as you wished",
    Place.LOST: "lost. We are looking for them, and we will tell you what we find",
}


@dataclass
class Stands:
    """One request on the page: its clock, in sentences."""

    request: AccessRequest
    clock: Clock
    sentences: list[str] = field(default_factory=list)

    @property
    def asked(self) -> Asked:
        return Asked(self.request.holder.name, self.request.status, self.clock)


def requests_of(journey: Journey, on: date) -> list[Stands]:
    """Each request, the open ones first, with where it stands in words."""
    found = AccessRequest.objects.filter(journey=journey).with_clock().order_by("pk")
    stands = [Stands(one, clock_of(one, on=on)) for one in found]
    for one in stands:
        one.sentences = standing(one.asked, ENGLISH)
    return sorted(stands, key=lambda one: one.request.status == AccessRequest.Status.CLOSED)


def owed_after(journey: Journey, on: date) -> list[str]:
    """What holders owe after an answer, and by when: a word that they have a complaint, and what is to be put right."""
    inside = {"request__journey": journey}
    sent = Complaint.objects.filter(**inside, to=Complaint.To.HOLDER, status=Complaint.Status.SENT)
    told = []
    for one in sent.select_related("request__holder").order_by("sent_on", "pk"):
        words = support.SAY_THEY_HAVE_IT if one.received_on else support.SAY_THEY_HAVE_IT_ABOUT
        due = acknowledge_by(sent_on=one.sent_on, received_on=one.received_on)
        told.append(words.format(holder=one.request.holder.name, due=said(due, ENGLISH)))
    asked = Correction.objects.filter(**inside, received_on__isnull=False, answered_on=None)
    for wrong in asked.select_related("request__holder").order_by("received_on", "pk"):
        if last := clock_of_correction(wrong, on=on).due:
            told.append(support.PUT_RIGHT_BY.format(holder=wrong.request.holder.name, due=said(last, ENGLISH)))
    return told


def papers_of(journey: Journey) -> list[str]:
    """Where each delivery is, in one sentence."""
    parcels = Parcel.objects.filter(request__journey=journey).select_related("request__holder").order_by("pk")
    return [place_of(one) for one in parcels]


def place_of(parcel: Parcel) -> str:
    """“From Leeds: with us, sealed.”"""
    return f"From {parcel.request.holder.name}: {KEPT[Place(parcel.status)]}."


def promises_of(journey: Journey, on: date, *, words: Mapping[str, str] = support.TO_THEM) -> list[Promise]:
    """What is planned from today on: readings, asking how they are, and what we owe them; the nearest first.

    `words` are how it is told, and to whom.
    """
    begins = datetime(on.year, on.month, on.day, tzinfo=LONDON)
    found = []
    for sitting in journey.sittings.planned().filter(starts_at__gte=begins):
        at = time_of_day(sitting.starts_at)
        found.append(Promise(words["reading"].format(time=at), local_day(sitting.starts_at), reading=True))
    for asking in journey.follow_ups.filter(status="planned"):
        found.append(Promise(words["ask_how"], local_day(asking.due_at)))
    for duty in journey.duties.open().filter(kind__in=words):
        found.append(Promise(words[duty.kind], duty.due_on))
    return sorted(found, key=lambda one: (one.on, one.words))


def in_words(promise: Promise) -> str:
    return f"{said(promise.on, ENGLISH)}: {promise.words}."
