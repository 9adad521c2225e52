"""A talk that was agreed: who is reminded, when and how, in words that say nothing of what it is about."""

from datetime import timedelta

import pytest

from casefiles_support import occasions, texting
from casefiles_support.models import Checkpoint, Duty, FollowUp, Journey, Supporter
from mentoring.models import Task
from messaging import phrases, reminders
from messaging.actions.reminders import plan_all
from messaging.gates import why_not
from messaging.models import Message, Text
from messaging.rules.segments import measure
from people.actions import contact_points, locations, text_choices
from people.models import ContactPoint
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
SOON = NOW + timedelta(days=1, hours=4)


@pytest.fixture
def journey(jo, finn, yorkshire):
    finn.email = "finn@example.org"
    finn.save()
    journey = Journey.objects.create(
        person=jo, team=yorkshire, status="after_care", key="j", opened_at=NOW, opened_by=finn
    )
    Supporter.objects.create(
        journey=journey, role="practitioner", login=finn, no_conflict=True, named_at=NOW, named_by=finn,
        agreed_on=NOW.date(),
    )  # fmt: skip
    return journey


@pytest.fixture
def follow_up(journey):
    return FollowUp.objects.create(journey=journey, kind="chosen", due_at=SOON)


@pytest.fixture
def outside(jo, rosa):
    """Jo is out, with a phone that she checked with us, and asked for texts."""
    locations.record(person=jo, kind="community", started_on=NOW.date() - timedelta(days=30), by=rosa, at=NOW)
    point = contact_points.add(person=jo, kind="mobile", value="07700 900123", safe_to_use=True, by=rosa, at=NOW)
    ContactPoint.objects.filter(pk=point.pk).update(verified_at=NOW)
    text_choices.choose_all(person=jo, chosen={"": "text"}, how="spoken", by=rosa, at=NOW)


def stage(journey, day, code="C5", **more):
    return Checkpoint.objects.create(
        journey=journey, key=f"{code}{day}{Checkpoint.objects.count()}", code=code, outcome="done", on=NOW.date(),
        next_review_on=day, recorded_at=NOW, recorded_by=journey.opened_by, **more,
    )  # fmt: skip


def due(found=occasions.talks, until=NOW + timedelta(days=3)):
    return [one.slot for one in found(NOW, until)]


def test_asking_how_they_are_is_told_of_the_day_before(follow_up):
    (occasion,) = occasions.talks(NOW, NOW + timedelta(days=3))

    assert occasion.send_after == SOON - timedelta(days=1)
    assert occasion.recipient.ref == follow_up.journey.person.ref


def test_a_stage_to_be_looked_at_again_is_told_of(journey):
    day = NOW.date() + timedelta(days=2)
    stage(journey, day)

    assert due() == [f"{day:%Y%m%d}"]


def test_only_the_newest_word_on_a_stage_counts(journey):
    stage(journey, NOW.date() + timedelta(days=2))
    stage(journey, None)

    assert due() == []


@pytest.mark.parametrize("status", ["paused_by_person", "not_now", "resting"])
def test_nobody_is_reminded_of_a_stage_who_would_rather_not_go_on(journey, status):
    stage(journey, NOW.date() + timedelta(days=2))
    back_to = "" if status == "resting" else "waiting"
    Journey.objects.filter(pk=journey.pk).update(status=status, back_to=back_to)

    assert due() == []


@pytest.mark.parametrize("done", [{"status": "not_wanted"}, {"due_at": NOW + timedelta(days=9)}])
def test_what_is_not_wanted_or_far_away_is_not_told_of(follow_up, done):
    FollowUp.objects.filter(pk=follow_up.pk).update(**done)

    assert due() == []


def test_nothing_goes_into_a_prison_and_their_practitioner_is_asked_once(follow_up):
    for _ in range(2):
        plan_all(by=None, at=NOW)

    assert not Text.objects.filter(kind=occasions.TALK).exists()
    assert Duty.objects.get(kind="remind_by_hand").journey == follow_up.journey
    assert not Task.objects.filter(kind="remind_by_hand").exists()


def by_hand():
    """Not the duties that the move itself raised."""
    return Duty.objects.filter(kind="remind_by_hand")


def test_outside_a_text_goes_to_them_once(follow_up, outside):
    for _ in range(2):
        plan_all(by=None, at=NOW)

    text = Text.objects.get(kind=occasions.TALK)
    assert phrases.body_of(text).startswith("Hi Jo, a reminder that we said we would talk on Monday 23 November.")
    assert not by_hand().exists()


def test_a_text_is_held_back_at_the_last_moment_once_they_do_not_want_it(follow_up, outside):
    plan_all(by=None, at=NOW)
    text = Text.objects.get(kind=occasions.TALK)
    assert texting.OVER not in why_not(text, NOW)
    FollowUp.objects.filter(pk=follow_up.pk).update(status="not_wanted")

    assert texting.OVER in why_not(text, NOW)


def test_a_text_that_cannot_go_becomes_a_duty_and_no_task_of_another_team(follow_up, outside):
    plan_all(by=None, at=NOW)
    text = Text.objects.get(kind=occasions.TALK)
    for _ in range(2):
        texting.tell_by_hand(text, NOW)

    assert by_hand().get().key == f"text:{text.ref}"


def test_whoever_is_in_charge_gets_an_email_on_the_day_before_and_names_stay_out_of_it(follow_up):
    plan_all(by=None, at=SOON - timedelta(hours=23))
    message = Message.objects.get(key__startswith=occasions.OUR_TALK)

    assert "Jo" not in message.text
    assert message.to == "finn@example.org"
    assert Message.objects.filter(key__startswith=occasions.OUR_TALK).count() == 1


@pytest.mark.parametrize("name", ["files.talk", "files.our_talk"])
@pytest.mark.parametrize("language", phrases.LANGUAGES)
def test_the_words_are_neutral_and_cheap(name, language):
    text, size = phrases.preview(phrases.phrase(name), language)

    assert size.segments <= 2
    assert not measure(text).costly
    said = phrases.phrase(name).words(language).lower()
    assert not any(word in said for word in ("file", "record", "council", "care", "read", "ffeil", "gofal"))


def test_the_titles_are_neutral_too():
    ours = [one for one in reminders.declared() if one.key.startswith("files.")]

    assert len(ours) == 2
    assert not any("file" in f"{one.title} {one.who} {one.when}".lower() for one in ours)
