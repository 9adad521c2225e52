"""Jo’s papers, the times to read them, and what follows: one of each, in every state that an address names."""

from datetime import datetime, time, timedelta

import pytest

from casefiles_support.actions import holding_moves, journeys, parcels, safety_holds, sittings
from casefiles_support.actions.parcels import Arrival
from casefiles_support.actions.sittings import Check, Plan
from casefiles_support.hands import Hand
from casefiles_support.models import AccessRequest, Choice, Holder, Journey, SafetyHold, Topic
from common.dates import LONDON
from people.actions import persons
from tests.conftest import NOW

TODAY = NOW.date()
POST = Hand(words="The post")
# A Tuesday after NOW, which is a Sunday: ten in the morning.
TUESDAY = datetime.combine(TODAY + timedelta(days=2), time(10), tzinfo=LONDON)


def asking_for(journey, by, *, key="r1", **more):
    """A request to a holder, as far as papers need one."""
    holder, _ = Holder.objects.get_or_create(name="Leeds", kind="council", nation="E", defaults={"added_at": NOW})
    said = {"scope": "everything", "deliver_to": "supporter", "status": "running"} | more
    return AccessRequest.objects.create(journey=journey, holder=holder, key=key, opened_at=NOW, opened_by=by, **said)


def arrival(by, **more):
    said = {
        "on": TODAY, "place": "with_programme_sealed", "by": "post", "opened": "no", "sealed": True, "given": POST,
        "taken": Hand(staff=by),
    }  # fmt: skip
    return Arrival(**(said | more))


def came(request, by, *, key="p1", at=NOW, **more):
    return parcels.receive(request=request, arrival=arrival(by, **more), key=key, by=by, at=at)


def slot(finn, bea, **more):
    """One that we would book."""
    said = {
        "starts_at": TUESDAY, "minutes": 120, "where": "prison_room", "private": True, "time_out": True,
        "cover_next_day": finn, "cover_day_after": bea, "afterwards": "A game of pool",
    }  # fmt: skip
    return Plan(**(said | more))


def chose(journey, by, topic, value):
    return Choice.objects.create(
        journey=journey, topic=topic, value=value, chosen_at=NOW, chosen_by=by, key=f"{topic}:{value}"
    )


@pytest.fixture
def asked_for(journey, finn):
    """Jo asked Leeds, and waits."""
    Journey.objects.filter(pk=journey.pk).update(status="waiting")
    journey.refresh_from_db()
    return asking_for(journey, finn)


@pytest.fixture
def announced(asked_for, finn):
    return parcels.announce(request=asked_for, on=TODAY, carrier="paper", containers=2, key="a1", by=finn, at=NOW)


@pytest.fixture
def parcel(asked_for, finn):
    """Two days ago it came to us, sealed."""
    return came(asked_for, finn)


@pytest.fixture
def parcel_to_destroy(parcel, finn):
    return holding_moves.ask_to_destroy(parcel=parcel, version=parcel.version, by=finn, at=NOW - timedelta(days=20))


@pytest.fixture
def lost_parcel(asked_for, finn):
    parcel = came(asked_for, finn, key="p2")
    return holding_moves.lose(parcel=parcel, on=TODAY, version=parcel.version, key="l1", by=finn, at=NOW)


@pytest.fixture
def sitting(parcel, journey, back_up, finn, bea):
    """Planned for Tuesday. Finn and Bea can be reached afterwards."""
    return sittings.plan(journey=journey, plan=slot(finn, bea), key="s1", by=finn, at=NOW)


@pytest.fixture
def wing_told(sitting, journey, finn):
    """Jo agreed, and safer custody will look in."""
    chose(journey, finn, Topic.TELL_SAFER_CUSTODY, "yes")
    return sittings.tell_wing(sitting=sitting, told="yes", on=TODAY, version=sitting.version, by=finn, at=NOW)


@pytest.fixture
def begun_sitting(wing_told, finn):
    return sittings.begin(sitting=wing_told, light_before="green", version=wing_told.version, by=finn, at=TUESDAY)


def ending(practitioner, **more):
    said = {"stopped_early": False, "light_after": "amber", "pages_after": "with_person", "beside": [practitioner]}
    return Check(**(said | more))


@pytest.fixture
def held_sitting(begun_sitting, practitioner, finn):
    return sittings.finish(sitting=begun_sitting, check=ending(practitioner), by=finn, at=TUESDAY + timedelta(hours=2))


@pytest.fixture
def follow_up(held_sitting):
    return held_sitting.follow_ups.get(kind="24h")


@pytest.fixture
def talk_owed(held_sitting):
    return held_sitting.debriefs.get()


@pytest.fixture
def asked_to_wait(parcel, journey, finn):
    """Nadia has not answered yet."""
    Journey.objects.filter(pk=journey.pk).update(status="file_here")
    journey.refresh_from_db()
    return safety_holds.ask(journey=journey, because="The prison rang this morning", by=finn, at=NOW)


@pytest.fixture
def wait(asked_to_wait, nadia):
    """Both names: it stands until tomorrow."""
    return safety_holds.agree(hold=asked_to_wait, by=nadia, at=NOW)


@pytest.fixture
def wait_again(wait, finn):
    return safety_holds.again(hold=wait, because="They rang again", by=finn, at=NOW + timedelta(hours=1))


def crowd_of_waits(team, by, n):
    """One more that waits for an answer."""
    person = persons.add(preferred_name=f"Waits {n}", team=team, by=None, at=NOW)
    journey = journeys.offer(person=person, outcome="done", in_private=True, on=TODAY, key=f"wait{n}", by=by, at=NOW)
    SafetyHold.objects.create(journey=journey, because="Wait", asked_at=NOW, asked_by=by)
