from datetime import timedelta

import pytest
from django.db import connection

from audit.models import Event
from casefiles_support.actions import duties, journeys, pauses
from casefiles_support.models import Checkpoint, Duty, Fact, FollowUp, Journey
from casefiles_support.rules import journeys as rules
from common.transitions import NotAllowed, Stale
from tests.conftest import NOW
from tests.matrix.fixtures_files_journeys import offered

TODAY = NOW.date()
OPEN = [status for status in Journey.Status.values if status != "closed"]


def brought_to(journey, status):
    """In any state, whatever led there."""
    still = status in rules.STILL
    Journey.objects.filter(pk=journey.pk).update(
        status=status, back_to="waiting" if still else "", closed_on=TODAY if status == "closed" else None
    )
    journey.refresh_from_db()
    return journey


def answered(journey, finn, *codes):
    for code in codes:
        Checkpoint.objects.create(journey=journey, code=code, outcome="no_thanks", on=TODAY, key=f"a{code}",
                                  recorded_at=NOW, recorded_by=finn)  # fmt: skip


def step(journey, to, finn, seen=None):
    return journeys.move_on(journey=journey, to=to, seen=journey.version if seen is None else seen, by=finn, at=NOW)


# ---------------------------------------------------------------- The offer


def test_a_yes_opens_the_one_open_journey_and_somebody_is_to_be_named(jo, rosa):
    journey = offered(jo, rosa)

    assert (journey.status, journey.team, journey.person) == ("talking", jo.team, jo)
    assert Checkpoint.objects.get().outcome == "done"
    duty = Duty.objects.get()
    assert (duty.kind, duty.due_on) == ("name_practitioner", TODAY + timedelta(days=5))


def test_not_now_keeps_the_door_open_and_comes_back_kindly(jo, rosa):
    again = TODAY + timedelta(days=30)
    journey = offered(jo, rosa, outcome="not_now", next_review_on=again)

    assert (journey.status, journey.back_to) == ("not_now", "not_started")
    duty = Duty.objects.get()
    assert (duty.kind, duty.due_on) == ("ask_again", again)

    offered(jo, rosa, key="o2")

    journey.refresh_from_db()
    assert (journey.status, journey.back_to) == ("talking", "")
    assert Duty.objects.get(kind="ask_again").status == "done"


def test_not_now_without_a_day_comes_back_in_three_months(jo, rosa):
    offered(jo, rosa, outcome="not_now")

    assert Duty.objects.get().due_on == TODAY + rules.ASK_AGAIN
    assert Checkpoint.objects.get().next_review_on == TODAY + rules.ASK_AGAIN


def test_no_thank_you_is_a_whole_answer_and_can_be_asked_again_some_day(jo, rosa):
    first = offered(jo, rosa, outcome="no_thanks")
    assert first.status == "closed"
    assert not Duty.objects.open().exists()

    second = offered(jo, rosa, key="o2")

    assert second.pk != first.pk


@pytest.mark.parametrize("outcome", ["done", "not_now", "no_thanks"])
def test_whatever_is_under_way_goes_on_when_somebody_asks_anew(journey, rosa, outcome, jo):
    brought_to(journey, "waiting")

    same = offered(jo, rosa, key="o2", outcome=outcome)

    assert (same.pk, same.status) == (journey.pk, "waiting")
    assert Checkpoint.objects.filter(journey=journey, code="C0").count() == 2


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"in_private": False}, "nobody can overhear"),
        ({"person_present": False}, "Ask the person themselves"),
        ({"on": TODAY + timedelta(days=1)}, "in the future"),
        ({"outcome": "went_ahead_anyway"}, "Choose what they said"),
        ({"outcome": "not_now", "next_review_on": TODAY}, "after today"),
        ({"outcome": "not_now", "next_review_on": TODAY + timedelta(days=400)}, "within a year"),
    ],
)
def test_an_offer_that_was_none_is_refused(jo, rosa, said, reason):
    given = {"person": jo, "outcome": "done", "in_private": True, "on": TODAY, "key": "k", "by": rosa, "at": NOW}

    with pytest.raises(NotAllowed, match=reason):
        journeys.offer(**(given | said))

    assert not Journey.objects.exists()
    assert not Checkpoint.objects.exists()


def test_the_same_form_sent_twice_asks_once(jo, rosa):
    offered(jo, rosa)
    offered(jo, rosa)

    assert Journey.objects.count() == Checkpoint.objects.count() == Duty.objects.count() == 1


def test_what_they_said_is_sealed(jo, rosa):
    offered(jo, rosa, words="I never knew")

    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM casefiles_support_checkpoint")
        assert "never" not in cursor.fetchone()[0]
    assert Checkpoint.objects.get().words == "I never knew"


# ---------------------------------------------------------------- Steps


def test_a_step_leads_on_once_what_we_owe_before_it_was_asked(journey, finn):
    with pytest.raises(NotAllowed, match="Talking it through"):
        step(journey, "planning", finn)
    journey.refresh_from_db()
    assert (journey.status, journey.version) == ("talking", 2)

    answered(journey, finn, "C1")
    step(journey, "planning", finn)

    assert journey.status == "planning"


def test_reading_waits_for_somebody_who_steps_in(journey, finn, request):
    answered(journey, finn, "C8")
    Checkpoint.objects.create(journey=journey, code="C2", outcome="done", on=TODAY, key="c2", recorded_at=NOW,
                              recorded_by=finn)  # fmt: skip
    brought_to(journey, "file_here")
    with pytest.raises(NotAllowed, match="nobody yet who steps in"):
        step(journey, "reading", finn)

    journey.refresh_from_db()
    request.getfixturevalue("back_up")
    step(journey, "reading", finn)

    assert journey.status == "reading"


def test_a_step_that_does_not_fit_is_refused(journey, finn):
    with pytest.raises(NotAllowed, match="not here yet"):
        step(journey, "reading", finn)


def test_a_step_from_an_older_page_meets_the_newer_version(journey, finn):
    answered(journey, finn, "C1")
    with pytest.raises(Stale):
        step(journey, "planning", finn, seen=journey.version - 1)


@pytest.mark.parametrize("status", ["file_here", "reading", "after_care"])
def test_it_may_rest_read_or_unread(journey, finn, status):
    brought_to(journey, status)
    journeys.rest(journey=journey, seen=journey.version, by=finn, at=NOW)

    assert journey.status == "resting"


# ---------------------------------------------------------------- What happens elsewhere


def test_what_happens_elsewhere_leads_on(journey, finn):
    brought_to(journey, "waiting")

    journeys.follow(journey=journey, to="file_here", by=finn, at=NOW)

    assert journey.status == "file_here"


def test_papers_that_come_while_they_pause_wait_for_them(journey, finn):
    brought_to(journey, "paused_by_person")

    journeys.follow(journey=journey, to="file_here", by=finn, at=NOW)

    assert (journey.status, journey.back_to) == ("paused_by_person", "file_here")


def test_what_does_not_fit_changes_nothing(journey, finn):
    journeys.follow(journey=journey, to="after_care", by=finn, at=NOW)

    assert journey.status == "talking"
    assert not Event.objects.filter(verb="files.journey.moved_on").exists()


# ---------------------------------------------------------------- The person’s own say


@pytest.mark.parametrize("status", OPEN)
def test_they_may_pause_in_every_state_and_go_on_from_there(journey, finn, status):
    was = brought_to(journey, status).back_to or status

    pauses.pause(journey=journey, by=finn, at=NOW)
    assert (journey.status, journey.back_to) == ("paused_by_person", was)

    pauses.resume(journey=journey, by=finn, at=NOW)
    assert (journey.status, journey.back_to) == (was, "")


@pytest.mark.parametrize("status", OPEN)
def test_they_may_say_not_now_in_every_state(journey, finn, status):
    was = brought_to(journey, status).back_to or status

    pauses.not_now(journey=journey, by=finn, at=NOW)

    assert (journey.status, journey.back_to) == ("not_now", was)
    assert Duty.objects.open().filter(kind="ask_again").count() == 1


def test_a_pause_leaves_them_alone_and_touches_no_fact(journey, finn, raised):
    brought_to(journey, "waiting")
    word = raised(journey, kind="keep_in_touch")
    late = raised(journey, kind="holder_is_late", key="d2")

    pauses.pause(journey=journey, by=finn, at=NOW)

    word.refresh_from_db()
    late.refresh_from_db()
    assert (word.status, late.status) == ("settled", "open")
    assert not Fact.objects.exists()


def test_a_closed_one_is_neither_paused_nor_gone_on_with(journey, finn):
    brought_to(journey, "closed")

    for verb in (pauses.pause, pauses.not_now, pauses.resume):
        with pytest.raises(NotAllowed):
            verb(journey=journey, by=finn, at=NOW)


def test_said_twice_it_is_once(journey, finn):
    for _ in range(2):
        pauses.not_now(journey=journey, by=finn, at=NOW)
    for _ in range(2):
        pauses.resume(journey=journey, by=finn, at=NOW)

    assert journey.status == "talking"
    assert not Duty.objects.open().filter(kind="ask_again").exists()
    assert Event.objects.filter(verb="files.journey.resumed").count() == 1


# ---------------------------------------------------------------- The end, which is none


def test_close_ends_what_was_owed_and_reopen_begins_with_talking(journey, finn, raised):
    raised(journey)

    journeys.close(journey=journey, seen=journey.version, by=finn, at=NOW)
    assert (journey.status, journey.closed_on) == ("closed", TODAY)
    assert not Duty.objects.open().exists()

    journeys.reopen(journey=journey, by=finn, at=NOW)
    assert (journey.status, journey.closed_on) == ("talking", None)


def test_close_waits_for_a_follow_up_unless_they_do_not_want_it(journey, finn):
    promised = FollowUp.objects.create(journey=journey, kind="chosen", due_at=NOW)
    with pytest.raises(NotAllowed, match="We promised to ask how they are"):
        journeys.close(journey=journey, seen=journey.version, by=finn, at=NOW)

    FollowUp.objects.filter(pk=promised.pk).update(status="not_wanted")
    journey.refresh_from_db()
    journeys.close(journey=journey, seen=journey.version, by=finn, at=NOW)

    assert journey.status == "closed"


def test_reopen_refuses_beside_a_newer_one(jo, rosa):
    first = offered(jo, rosa, outcome="no_thanks")
    offered(jo, rosa, key="o2")

    with pytest.raises(NotAllowed, match="newer one is open"):
        journeys.reopen(journey=first, by=rosa, at=NOW)


def test_the_trail_names_the_person_and_keeps_no_word(jo, rosa):
    offered(jo, rosa, words="Tell nobody")

    entry = Event.objects.get(verb="files.journey.offered")
    assert entry.about_ref == jo.ref
    assert "Tell" not in str(entry.detail) + entry.reason


def test_a_duty_that_asks_to_ask_again_is_not_ticked_off(jo, rosa):
    offered(jo, rosa, outcome="not_now")

    with pytest.raises(NotAllowed, match="by recording"):
        duties.finish(duty=Duty.objects.get(), by=rosa, at=NOW)
