import pytest

from audit.models import Entry
from common.transitions import NotAllowed
from tests.conftest import NOW
from tests.training import leading
from training.actions import attempts, learners
from training.models import Learner, Station

pytestmark = pytest.mark.django_db


def test_somebody_without_email_or_login_learns_at_a_prison(leeds, hana):
    learner = leading.add("Bo Lane", leeds, by=hana)

    assert (learner.email, learner.login, learner.stations.get().establishment) == ("", None, leeds)
    assert Entry.objects.filter(verb="training.station.begun", subject_ref=learner.ref).exists()


def test_the_same_person_added_twice_is_one(leeds, hana):
    first = leading.add("Bo Lane", leeds, by=hana, email="bo@example.org")
    again = leading.add("B. Lane", leeds, by=hana, email="Bo@Example.org")

    assert first == again
    assert Learner.objects.count() == Station.objects.count() == 1


def test_a_namesake_is_refused_until_they_can_be_told_apart(leeds, hana):
    leading.add("Bo Lane", leeds, by=hana)

    with pytest.raises(NotAllowed, match="learns here already"):
        leading.add("bo lane", leeds, by=hana)
    assert leading.add("Bo Lane", leeds, by=hana, another=True)
    assert Learner.objects.count() == 2


def test_somebody_known_by_email_elsewhere_has_moved_and_keeps_their_record(leeds, hana):
    first = leading.add("Bo Lane", leading.another_prison(leeds), by=hana, email="bo@example.org")
    again = leading.add("Bo Lane", leeds, by=hana, email="bo@example.org")

    assert first == again
    assert [one.establishment.code for one in first.stations.order_by("pk")] == ["WYI", "LEI"]


def test_a_lead_sees_their_own_prison_and_no_mentor(leeds, hana, sam, marion):
    here = leading.add("Bo Lane", leeds, by=hana)
    there = leading.add("Cy Holt", leading.another_prison(leeds), by=hana)
    mentor = Learner.objects.create(name="Sam", login=sam, added_at=NOW)

    assert list(Learner.objects.visible_to(hana)) == [here]
    assert {here, there, mentor} <= set(Learner.objects.visible_to(marion))


def test_strangers_see_nobody(leeds, hana, max_, dee):
    leading.add("Bo Lane", leeds, by=hana)

    assert not Learner.objects.visible_to(max_).exists()
    assert not Learner.objects.visible_to(dee).exists()


def test_help_counts_for_every_test_from_then_on(begun, learner, hana, dee):
    learners.adjust(learner=learner, adjustments=["read_aloud", "extra_time"], by=hana, at=NOW)

    assert attempts.begin(progress=begun, by=dee, at=NOW).adjustments == ["extra_time", "read_aloud"]


def test_help_that_is_set_during_a_test_counts_in_it_and_takes_none_away(begun, learner, hana, dee):
    attempt = attempts.begin(progress=begun, adjustments=["breaks"], by=dee, at=NOW)
    learners.adjust(learner=learner, adjustments=["extra_time"], by=hana, at=NOW)
    attempt.refresh_from_db()
    assert attempt.adjustments == ["breaks", "extra_time"]

    assert attempts.begin(progress=begun, adjustments=["scribe"], by=dee, at=NOW).adjustments == [
        "breaks", "extra_time", "scribe",
    ]  # fmt: skip


def test_unknown_help_is_refused_and_the_trail_does_not_say_which_it_is(learner, hana):
    with pytest.raises(NotAllowed, match="from the list"):
        learners.adjust(learner=learner, adjustments=["answers"], by=hana, at=NOW)
    learners.adjust(learner=learner, adjustments=["scribe"], by=hana, at=NOW)

    assert "scribe" not in str(Entry.objects.get(verb="training.learner.adjusted").detail)
