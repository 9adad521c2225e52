from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import endings, follow_ups
from mentoring.models import FollowUp, Task
from people.actions import contact_points, locations, persons
from tests.conftest import NOW

DUE = NOW + timedelta(weeks=4)
DAY = DUE.date()


@pytest.fixture
def first(match, rosa):
    """The first of two follow-ups that Jo asked for."""
    endings.end_early(match=match, reason="mentor_left", what_happened="", follow_up="yes", by=rosa, at=NOW)
    return FollowUp.objects.order_by("due_on").first()


@pytest.fixture
def phone(jo, rosa):
    """A number that was checked when Jo came out."""
    point = contact_points.add(person=jo, kind="mobile", value="07700 900123", safe_to_use=True, by=rosa, at=NOW)
    contact_points.verify(point=point, safe_to_use=True, by=rosa, at=DUE)
    point.refresh_from_db()
    return point


def release(jo):
    locations.record(person=jo, kind="community", by=None, at=DUE - timedelta(days=2))


def record(follow_up, by, at=DUE, **said):
    said = {"outcome": "done", "channel": "letter", "point": None, "words": "She is well", "on": DAY} | said
    return follow_ups.record(follow_up=follow_up, by=by, at=at, **said)


def test_record_keeps_how_they_are_and_settles_the_task(first, rosa, jo):
    assert follow_ups.raise_due(by=None, at=DUE) == 1

    record(first, rosa)

    assert (first.status, first.channel, first.words) == ("done", "letter", "She is well")
    assert Task.objects.get(kind="follow_up_due").status == "settled"


def test_raise_due_asks_once_and_not_before_the_day(first):
    assert follow_ups.raise_due(by=None, at=DUE - timedelta(days=1)) == 0
    for _ in range(3):
        follow_ups.raise_due(by=None, at=DUE)

    assert Task.objects.filter(kind="follow_up_due").count() == 1


def test_nobody_in_custody_is_phoned(first, rosa, phone):
    with pytest.raises(NotAllowed, match="in custody.*letter through the contact point"):
        record(first, rosa, channel="phone", point=phone)


def test_a_number_checked_since_release_may_be_rung(first, rosa, phone, jo):
    release(jo)

    record(first, rosa, channel="phone", point=phone)

    assert first.point == phone


def test_a_recall_since_then_is_seen_at_the_moment_of_asking(first, rosa, phone, jo, leeds):
    release(jo)
    locations.record(person=jo, kind="custody", legal_state="recalled", establishment=leeds, by=None, at=DUE)

    with pytest.raises(NotAllowed, match="in custody"):
        record(first, rosa, channel="phone", point=phone)


def test_a_number_not_checked_since_release_is_not_rung(first, rosa, jo):
    point = contact_points.add(person=jo, kind="mobile", value="07700 900124", safe_to_use=True, by=rosa, at=NOW)
    release(jo)

    with pytest.raises(NotAllowed, match="Nobody has checked"):
        record(first, rosa, channel="phone", point=point)


def test_somebody_elses_number_and_one_that_ended_are_refused(first, rosa, phone, yorkshire):
    kit = persons.add(preferred_name="Kit", team=yorkshire, by=None, at=NOW)
    kits = contact_points.add(person=kit, kind="mobile", value="07700 900125", safe_to_use=True, by=rosa, at=NOW)
    contact_points.end(point=phone, by=rosa, at=DUE)
    phone.refresh_from_db()

    for point in (kits, phone):
        with pytest.raises(NotAllowed, match="their own numbers"):
            record(first, rosa, channel="phone", point=point)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"outcome": "planned"}, "what came of it"),
        ({"channel": ""}, "how you asked"),
        ({"channel": "phone"}, "Choose the number"),
        ({"on": DAY + timedelta(days=1)}, "not come yet"),
        ({"on": NOW.date() - timedelta(days=1)}, "before the match ended"),
    ],
)
def test_record_refuses(first, rosa, said, reason):
    with pytest.raises(NotAllowed, match=reason):
        record(first, rosa, **said)


def test_record_twice_is_refused(first, rosa):
    record(first, rosa)

    with pytest.raises(NotAllowed, match="moved on"):
        record(first, rosa)


def test_no_answer_leaves_the_later_one_standing(first, rosa):
    record(first, rosa, outcome="no_answer", words="")

    assert FollowUp.objects.planned().count() == 1


def test_who_does_not_want_it_any_more_is_not_asked_again(first, rosa):
    record(first, rosa, outcome="not_wanted", channel="", words="")

    assert not FollowUp.objects.planned().exists()


def test_staff_see_them_and_the_mentor_who_was_does_not(first, rosa, marion, sam, gwen, max_):
    for sees in (rosa, marion):
        assert FollowUp.objects.visible_to(sees).count() == 2
    for stranger in (sam, gwen, max_):
        assert not FollowUp.objects.visible_to(stranger).exists()


def test_record_leaves_a_sentence_about_the_person(first, rosa, jo):
    record(first, rosa)

    event = Event.objects.get(verb="mentoring.follow_up.recorded")
    assert (event.about_ref, event.sentence) == (jo.ref, "asked how somebody is")
    assert "well" not in str(event.detail)
