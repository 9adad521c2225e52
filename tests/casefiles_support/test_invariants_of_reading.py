"""What the software must enforce from the day papers come until all is deleted; each by name, through the actions."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from casefiles_support.actions import duties, erasures, follow_ups, holding_moves, journeys, parcels, sittings, timings
from casefiles_support.hands import Hand
from casefiles_support.models import Checkpoint, Duty, Fact, Journey, Letter, Sitting, Timing
from casefiles_support.rules.holding_moves import MOVES
from common.transitions import NotAllowed
from law.working_days import next_working_day
from tests.casefiles_support.actions.test_holding_moves import go
from tests.casefiles_support.actions.test_timings import fill, rows
from tests.casefiles_support.fixtures_after import answered_by, closed
from tests.conftest import NOW
from tests.matrix.fixtures_files_parcels import TODAY, TUESDAY, arrival, came, ending, slot

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
AFTER_CARE = ["24h", "2w", "6w", "72h"]


def refused(act, *args, **kwargs):
    with pytest.raises(NotAllowed) as no:
        act(*args, **kwargs)
    return " ".join(no.value.reasons)


# ---------------------------------------------------------------- 10


@pytest.mark.parametrize("hand", [{"staff": "sam"}, {"words": "Sam"}, {"words": "  sam "}])
@pytest.mark.parametrize("side", ["given", "taken"])
def test_10_a_mentor_is_never_written_down_as_giving_taking_or_keeping_papers(asked_for, finn, sam, hand, side):
    mentor = Hand(staff=sam) if "staff" in hand else Hand(**hand)
    for place in ("with_programme_sealed", "with_trusted"):
        assert "peer mentor" in refused(came, asked_for, finn, place=place, **{side: mentor})
    parcel = came(asked_for, finn)
    assert "peer mentor" in refused(go, parcel, finn, to="with_trusted", **{side: mentor})

    assert not parcel.moves.exclude(frm="not_arrived").exists()


def test_10_nor_as_having_seen_them_destroyed(parcel_to_destroy, finn, sam):
    parcel = go(parcel_to_destroy, finn)
    parcel = holding_moves.ask_to_destroy(parcel=parcel, version=parcel.version, by=finn, at=NOW)
    told = {"parcel": parcel, "version": parcel.version, "key": "d", "by": finn, "at": NOW + timedelta(days=15)}

    assert "peer mentor" in refused(holding_moves.destroy, witness=Hand(staff=sam), **told)
    assert holding_moves.destroy(witness=Hand(staff=finn), **told).status == "destroyed_by_person"


def test_10_nor_may_one_write_any_of_it_down_or_look(client, parcel, journey, sam):
    client.force_login(sam)

    for name in ("parcels-detail", "holding_moves-move"):
        assert client.get(reverse(f"casefiles_support:{name}", args=[parcel.ref])).status_code in (403, 404)
    assert client.get(reverse("casefiles_support:journeys-detail", args=[journey.ref])).status_code in (403, 404)


# ---------------------------------------------------------------- 12


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"cover_next_day": None}, "Name somebody who can be reached on Wednesday"),
        ({"cover_day_after": None}, "Name somebody who can be reached on Thursday"),
        ({"starts_at": TUESDAY.replace(hour=13, minute=1)}, "end by 3pm"),
        ({"starts_at": TUESDAY + 3 * DAY}, "Not on a Friday"),
        ({"starts_at": TUESDAY.replace(month=12, day=24)}, "before a weekend or a bank holiday"),
    ],
)
def test_12_we_book_no_time_to_read_without_cover_late_or_before_days_with_few_people(
    parcel, journey, back_up, finn, bea, said, reason
):
    assert reason in refused(sittings.plan, journey=journey, plan=slot(finn, bea, **said), key="s", by=finn, at=NOW)
    assert not Sitting.objects.exists()


def test_12_an_hour_that_ends_at_three_is_booked(parcel, journey, back_up, finn, bea):
    one = slot(finn, bea, starts_at=TUESDAY.replace(hour=13))

    assert sittings.plan(journey=journey, plan=one, key="s", by=finn, at=NOW).status == "planned"


def test_12_their_own_choice_is_taken_written_down_and_looked_after_all_the_same(parcel, journey, finn):
    friday = TUESDAY.replace(hour=18) + 3 * DAY
    one = slot(None, None, starts_at=friday, own_choice=True, alone=True, words="On my birthday")
    sitting = sittings.plan(journey=journey, plan=one, key="s", by=finn, at=NOW)
    promise = Checkpoint.objects.get(journey=journey, code="C8")
    sittings.finish(sitting=sitting, check=ending(None, beside=[]), by=finn, at=friday + timedelta(hours=1))

    assert (promise.outcome, promise.words) == ("went_ahead_anyway", "On my birthday")
    assert sorted(sitting.follow_ups.values_list("kind", flat=True)) == AFTER_CARE


# ---------------------------------------------------------------- 13


def test_13_papers_that_came_are_told_of_by_the_next_working_day_and_nothing_else_ends_that(
    client, sign_in, asked_for, finn, marion
):
    parcel = came(asked_for, finn)
    duty = Duty.objects.get(kind="tell_it_is_here", about_ref=parcel.ref)
    assert duty.due_on == next_working_day(TODAY)
    for who in (finn, marion):
        with pytest.raises(NotAllowed):
            duties.finish(duty=duty, by=who, at=NOW)
    sign_in(client, finn).post(reverse("casefiles_support:duties-finish", args=[duty.ref]))
    go(parcel, finn)  # even a walk to them by somebody who says nothing
    duty.refresh_from_db()
    assert duty.status == "open"

    parcel.refresh_from_db()
    parcels.tell(parcel=parcel, on=TODAY, version=parcel.version, by=finn, at=NOW)
    duty.refresh_from_db()
    assert (duty.status, duty.done_by, parcel.told_on) == ("done", finn, TODAY)


def test_13_what_was_announced_first_is_no_different(announced, finn):
    assert not Duty.objects.filter(kind="tell_it_is_here").exists()
    parcel = parcels.arrive(
        parcel=announced, arrival=arrival(finn), version=announced.version, key="x", by=finn, at=NOW
    )

    assert Duty.objects.get(about_ref=parcel.ref, kind="tell_it_is_here").due_on == next_working_day(TODAY)


# ---------------------------------------------------------------- 14


@pytest.mark.parametrize("stopped_early", [False, True])
def test_14_every_reading_makes_its_four_follow_ups_and_none_may_be_left_open(
    begun_sitting, parcel, practitioner, journey, finn, stopped_early
):
    check, ended = ending(practitioner, stopped_early=stopped_early), TUESDAY + timedelta(hours=2)
    sittings.finish(sitting=begun_sitting, check=check, by=finn, at=ended)
    planned = begun_sitting.follow_ups.order_by("due_at")
    assert [one.kind for one in planned] == ["24h", "72h", "2w", "6w"]
    assert [one.due_at - ended for one in planned] == [DAY, 3 * DAY, 14 * DAY, 42 * DAY]
    journey.requests.update(status="withdrawn")
    go(parcel, finn)

    def close():
        now = Journey.objects.get(pk=journey.pk)
        return journeys.close(journey=now, seen=now.version, by=finn, at=ended)

    for one in planned[:3]:
        follow_ups.decline(follow_up=one, by=finn, at=ended)
    assert refused(close)
    follow_ups.decline(follow_up=planned[3], by=finn, at=ended)
    assert close().status == "closed"


@pytest.mark.parametrize("whom", ["put_off_by_person", "put_off_by_us"])
def test_14_what_was_put_off_makes_none(sitting, finn, whom):
    sittings.put_off(sitting=sitting, whom=whom, by=finn, at=NOW)

    assert not sitting.follow_ups.exists()


def test_14_they_are_made_with_the_end_of_the_reading_or_it_has_not_ended(
    begun_sitting, practitioner, finn, monkeypatch
):
    def fail(**_):
        raise RuntimeError("the lights went out")

    monkeypatch.setattr(sittings.follow_ups, "plan", fail)
    with pytest.raises(RuntimeError):
        sittings.finish(sitting=begun_sitting, check=ending(practitioner), by=finn, at=TUESDAY + 2 * DAY / 24)

    assert Sitting.objects.get(pk=begun_sitting.pk).status == "planned"


# ---------------------------------------------------------------- 16


def test_16_a_parcel_is_in_one_place_and_each_move_there_has_two_names(parcel, finn):
    for nameless in ({"given": Hand(words=" ")}, {"taken": Hand(words="")}, {"given": Hand(is_person=True)}):
        assert refused(go, parcel, finn, **nameless)
    go(parcel, finn)
    parcel = go(parcel, finn, to="with_solicitor", given=Hand(is_person=True), taken=Hand(words="Ms Wren"), key="two")
    way = [(one.frm, one.to) for one in parcel.moves.order_by("pk")]

    assert way == [("not_arrived", "with_programme_sealed"), ("with_programme_sealed", "with_person"),
                   ("with_person", "with_solicitor")]  # fmt: skip
    assert parcel.status == way[-1][1]
    assert all(one.given_by and one.taken_by and one.given_by != one.taken_by for one in parcel.moves.all())
    with pytest.raises(DatabaseError), transaction.atomic():
        parcel.moves.update(taken_by="Somebody else")


@pytest.mark.parametrize("place", sorted(place for place in MOVES if "lost" in MOVES[place]))
def test_16_lost_from_wherever_it_was_begins_the_breach_the_same_day(asked_for, finn, place):
    taken = Hand(is_person=True) if place == "with_person" else Hand(words="Officer Lark")
    parcel = came(asked_for, finn, place=place, taken=taken)
    parcel = holding_moves.lose(parcel=parcel, on=TODAY, version=parcel.version, key="l", by=finn, at=NOW)
    duty = Duty.objects.get(kind="lost", about_ref=parcel.ref)

    assert (parcel.status, duty.status, duty.due_on) == ("lost", "open", TODAY)
    with pytest.raises(NotAllowed):
        duties.finish(duty=duty, by=finn, at=NOW)


# ---------------------------------------------------------------- 24


@pytest.mark.parametrize("why", ["asked", "two_years"])
def test_24_deleting_leaves_how_long_a_holder_took_and_nothing_about_anybody(
    journey, answered, redaction, missing_item, finn, marion, why
):
    fill(journey, answered, finn)
    answered_by(journey, "York Council", finn)
    at = NOW
    if why == "asked":
        erasure = erasures.ask(journey=closed(journey), by=finn, at=at)
    else:
        closed(journey)
        at += timedelta(days=731)
        assert erasures.ask_all_due(by=None, at=at) == 1
        erasure = journey.erasures.get()
    erasures.tell(erasure=erasure, how="spoken", on=at.date(), by=finn, at=at)
    later = at + timedelta(days=60)
    timings.erase(erasure=erasure, by=marion, at=later)

    assert rows() == {}
    assert not Letter.objects.exists()
    assert sorted(Timing.objects.values_list("holder__name", "days_taken")) == [
        ("Leeds Council", 40), ("York Council", 40)]  # fmt: skip
    assert {field.name for field in Timing._meta.get_fields()} == {
        "id", "holder", "year", "quarter", "days_taken", "days_late", "unsure", "extended", "notice_failed", "outcome",
        "offered_support", "covered",
    }  # fmt: skip


def test_24_nothing_goes_before_two_people_agreed_and_they_were_told(journey, answered, finn, marion):
    erasure = erasures.ask(journey=closed(journey), by=finn, at=NOW)
    assert refused(timings.erase, erasure=erasure, by=marion, at=NOW)  # they have not been told
    erasures.tell(erasure=erasure, how="spoken", on=TODAY, by=finn, at=NOW)
    assert refused(timings.erase, erasure=erasure, by=finn, at=NOW)  # one person alone
    with pytest.raises(DatabaseError), transaction.atomic():
        Fact.objects.all().delete()

    assert Fact.objects.filter(request=answered).count() == 2
