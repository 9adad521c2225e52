"""A register that was written without signal, handed in later by a phone; and one begun with nobody in it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from audit.models import Look
from mentoring import rolls
from mentoring.actions import groups
from mentoring.models import Correction, Draft, Facilitator, Member, Session
from people.actions import persons
from people.models import Concern
from tests.mentoring.views.test_registers import answers

pytestmark = pytest.mark.django_db
SEND = "/mentoring/offline/registers/send/"
BEGIN = "/mentoring/offline/registers/begin/"


@pytest.fixture
def as_sam(client, sign_in, sam):
    return sign_in(client, sam)


@pytest.fixture
def sent(group, jo, lee):
    return answers((jo, "attended_late", ""), (lee, "not_attended", "prison_regime"), register=group.ref)


def test_a_register_is_recorded_and_its_key_named(as_sam, sent, group):
    answer = as_sam.post(SEND, sent)

    session = Session.objects.get()
    assert answer.json() == {"key": "abc123", "url": reverse("mentoring:sessions-detail", args=[session.ref])}
    assert session.group == group
    assert sorted(session.attendance.values_list("mark", flat=True)) == ["attended_late", "not_attended"]


def test_one_of_the_mentors_own_people_is_recorded(as_sam, match, jo):
    assert as_sam.post(SEND, answers((jo, "attended", ""), register="own")).json()["key"] == "abc123"
    assert Session.objects.get().group is None


def test_a_planned_meeting_is_logged_with_it(as_sam, sent, group_meeting):
    as_sam.post(SEND, sent | {"register": "", "meeting": group_meeting.ref})

    group_meeting.refresh_from_db()
    assert group_meeting.session == Session.objects.get()


def test_a_worry_becomes_a_concern(as_sam, sent, jo):
    as_sam.post(SEND, sent | {"worried": "on", "worry": "Not eating", "worry_about": jo.ref, "worry_urgency": "now"})

    assert Session.objects.get().concern == Concern.objects.get()


def test_sent_twice_it_is_recorded_once(as_sam, sent):
    first, second = as_sam.post(SEND, sent), as_sam.post(SEND, sent)

    assert first.json() == second.json()
    assert Session.objects.count() == 1


def test_the_key_is_named_again_when_the_group_is_held_no_more(as_sam, sent):
    as_sam.post(SEND, sent)
    Facilitator.objects.update(until=Facilitator.objects.get().since)

    assert as_sam.post(SEND, sent).json()["key"] == "abc123"


def test_what_is_missing_is_said_in_words(as_sam, sent, lee):
    answer = as_sam.post(SEND, sent | {f"mark_{lee.ref}": ""})

    assert answer.status_code == 422
    assert answer.json()["problems"][0]["sentence"] == "Say whether Lee came"
    assert not Session.objects.exists()


def test_other_words_under_the_same_key_show_both_and_the_mentor_chooses(as_sam, sent, lee):
    as_sam.post(SEND, sent)
    changed = sent | {f"mark_{lee.ref}": "attended", "minutes": "90"}

    answer = as_sam.post(SEND, changed)

    assert answer.status_code == 409
    assert answer.json()["rows"] == [
        {"label": "How long were you together?", "there": "60", "yours": "90"},
        {"label": "Lee", "there": "Did not come", "yours": "Came"},
    ]
    assert as_sam.post(SEND, changed | answer.json()["sends"]).json()["key"] == "abc123"
    assert Session.objects.get().minutes == 90
    assert Correction.objects.count() == 1


def test_other_words_on_their_way_at_once_show_both(as_sam, sent, monkeypatch, sign_in, sam):
    asked, other = rolls.of_group, sign_in(Client(), sam)

    def meanwhile(**said):
        monkeypatch.setattr(rolls, "of_group", asked)
        assert other.post(SEND, sent | {"minutes": "90"}).status_code == 200
        return asked(**said)

    monkeypatch.setattr(rolls, "of_group", meanwhile)

    answer = as_sam.post(SEND, sent)

    assert (answer.status_code, answer.json()["why"]) == (409, "differs")
    assert Session.objects.get().minutes == 90


def test_showing_both_leaves_a_look(as_sam, sent, lee):
    as_sam.post(SEND, sent)
    before = Look.objects.filter(about_ref=lee.ref).count()

    as_sam.post(SEND, sent | {"minutes": "90"})

    assert Look.objects.filter(about_ref=lee.ref).count() == before + 1


def test_whoever_was_marked_and_is_gone_is_never_left_out_in_silence(as_sam, sent, lee, now):
    long_ago = (now - timedelta(days=60)).date()
    Member.objects.filter(person=lee).update(since=long_ago, until=long_ago)

    answer = as_sam.post(SEND, sent)

    assert (answer.status_code, answer.json()["why"]) == (403, "ended")
    assert "Somebody you marked" in answer.json()["problems"][0]["sentence"]
    assert not Session.objects.exists()


@pytest.mark.parametrize("place", ["", "nosuchgroup", "NOT A REF", "blank"])
def test_a_group_that_is_not_theirs_is_refused(as_sam, sent, place):
    answer = as_sam.post(SEND, sent | {"register": place})

    assert (answer.status_code, answer.json()["why"]) == (403, "ended")
    assert not Session.objects.exists()


def test_a_group_is_held_by_somebody_else_now(as_sam, sent, group, rosa, now):
    facilitator = Facilitator.objects.get(group=group)
    Facilitator.objects.filter(pk=facilitator.pk).update(until=facilitator.since)

    assert as_sam.post(SEND, sent).status_code == 403


def test_somebody_elses_key_is_refused(as_sam, client, sent, match, rosa, sam):
    as_sam.post(SEND, sent)
    Session.objects.update(recorded_by=rosa)

    answer = as_sam.post(SEND, sent)

    assert answer.status_code == 409
    assert "somebody else" in answer.json()["problems"][0]["sentence"]


@pytest.mark.parametrize("door", [SEND, BEGIN])
@pytest.mark.parametrize("key", ["", "UPPER", "a" * 13])
def test_without_a_key_it_is_refused(as_sam, sent, door, key):
    assert as_sam.post(door, sent | {"key": key}).status_code == 422


def test_a_register_that_changed_meanwhile_shows_both(as_sam, sent, lee, sam, now):
    as_sam.post(SEND, sent)
    session = Session.objects.get()
    correction = sent | {"key": "c1", "session": session.ref, "version": "1", "reason": "x", "minutes": "90"}
    as_sam.post("/mentoring/offline/changes/correct/", correction)

    answer = as_sam.post("/mentoring/offline/changes/correct/", correction | {"key": "c2", "minutes": "75"})

    assert answer.status_code == 409
    assert answer.json()["rows"] == [{"label": "How long were you together?", "there": "90", "yours": "75"}]


@pytest.fixture
def begun(group):
    """As the blank form of a phone sends it: nobody is in it but by a first name that was typed."""
    return {
        "key": "abc123", "happened": "yes", "called": "Tuesday", "names_came": "jo\nSomebody new",
        "names_missing": "LEE ", "minutes": "60", "what_we_did": "Talked about rooms.",
    }  # fmt: skip


def test_a_register_begun_with_nobody_in_it_is_safe_as_a_draft(as_sam, begun):
    for _ in range(2):
        answer = as_sam.post(BEGIN, begun)

    assert answer.json() == {"key": "abc123", "url": reverse("mentoring:registers-choose") + "?draft=abc123"}
    assert not Session.objects.exists()
    assert Draft.objects.get().typed["what_we_did"] == ["Talked about rooms."]


def test_its_mentor_chooses_the_group_and_finds_what_they_wrote(as_sam, begun, group, jo, lee):
    as_sam.post(BEGIN, begun)
    assert f"{reverse('mentoring:registers-choose')}?draft=abc123" in as_sam.get(reverse("desk:home")).text
    choose = as_sam.get(reverse("mentoring:registers-choose") + "?draft=abc123").text
    place = reverse("mentoring:registers-take", args=[group.ref]) + "?draft=abc123"
    assert place in choose
    assert "Somebody new" in choose

    page = as_sam.get(place)

    form = page.context["form"]
    assert form["what_we_did"].value() == "Talked about rooms."
    assert (form[f"mark_{jo.ref}"].value(), form[f"mark_{lee.ref}"].value()) == ("attended", "not_attended")
    assert "Somebody new" in page.text


def test_once_it_is_saved_the_draft_is_gone_and_sent_again_it_makes_nothing(as_sam, begun, group, sent):
    as_sam.post(BEGIN, begun)
    as_sam.post(reverse("mentoring:registers-take", args=[group.ref]), sent)

    assert as_sam.post(BEGIN, begun).json()["key"] == "abc123"
    assert (Session.objects.count(), Draft.objects.count()) == (1, 0)


def test_finished_later_it_still_says_what_was_written(as_sam, begun, group):
    as_sam.post(BEGIN, begun)
    place = reverse("mentoring:registers-take", args=[group.ref])
    as_sam.post(place, begun | {"draft": "1", "register": group.ref})

    assert "Somebody new" in as_sam.get(place + "?draft=abc123").text


def test_a_name_that_two_people_have_is_not_guessed(as_sam, begun, group, jo, yorkshire, rosa, now):
    other = persons.add(preferred_name="Jo", team=yorkshire, by=rosa, at=now)
    groups.join(group=group, person=other, by=rosa, at=now)
    as_sam.post(BEGIN, begun)

    form = as_sam.get(reverse("mentoring:registers-take", args=[group.ref]) + "?draft=abc123").context["form"]

    assert form[f"mark_{jo.ref}"].value() is None
    assert form[f"mark_{other.ref}"].value() is None


def test_a_worry_in_it_is_said_loudly_until_it_is_saved(as_sam, begun):
    as_sam.post(BEGIN, begun | {"worried": "on", "worry": "Not eating"})

    assert "Nobody has seen your worry yet" in as_sam.get(reverse("mentoring:registers-choose") + "?draft=abc123").text


def test_too_long_it_stays_on_the_phone(as_sam, begun):
    answer = as_sam.post(BEGIN, begun | {"what_we_did": "x" * 70_000})

    assert answer.status_code == 422
    assert "too long" in answer.json()["problems"][0]["sentence"]


def test_nobody_elses_draft_is_opened(as_sam, client, sign_in, begun, group, rosa):
    as_sam.post(BEGIN, begun)

    page = sign_in(client, rosa).get(reverse("mentoring:registers-choose") + "?draft=abc123")

    assert "Somebody new" not in page.text
