"""What is promised by text, once; what is taken back; what is held, and let go by a person only."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from audit.models import Event
from common.transitions import NotAllowed
from messaging import gates, hearing
from messaging.actions import holds, numbers, texts, withdrawals
from messaging.models import InboundText, Number, Sender, Text, TextEvent
from messaging.models.numbers import index_of
from messaging.pointers import Pointer
from tests.messaging.texting import MORNING, NOW_AT, NUMBER, SESSION, STARTS, promised, somebody, soon, wanted

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch):
    """What became of texts that do not go, as upper floors hear it."""
    found = []
    monkeypatch.setattr(hearing, "_instead", {"tests": lambda text, at: found.append((text.status, text.reason))})
    return found


def test_a_promise_waits_for_its_time(rosa):
    text = promised(by=rosa)

    assert (text.status, text.try_at, text.send_before) == ("due", MORNING, STARTS - timedelta(hours=2))
    assert (text.subject_type, text.recipient_ref) == ("tests.session", "jo0000000001")
    assert Number.objects.get().number_index == text.number_index == index_of(NUMBER)
    event = Event.objects.get(verb="messaging.text.promised", subject_ref=text.ref)
    assert (event.actor_ref, event.about_ref) == (rosa.ref, text.recipient_ref)


def test_the_same_promise_again_is_the_same_text():
    first, second = promised(), promised(values={"name": "Jo", "time": "3pm"}, number="07700 900124")

    assert first.pk == second.pk
    assert Text.objects.count() == Event.objects.filter(verb="messaging.text.promised").count() == 1


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "tests.other"},
        {"slot": "hour_before"},
        {"version": 2},
        {"subject": Pointer("tests.session", "another")},
        {"recipient": Pointer("tests.person", "another")},
    ],
)
def test_each_part_of_the_key_makes_another_text(other):
    assert promised().pk != promised(**other).pk


def test_the_database_keeps_the_key():
    text = promised()
    values = {field.attname: getattr(text, field.attname) for field in Text._meta.concrete_fields}
    with pytest.raises(IntegrityError), transaction.atomic():
        Text.objects.create(**{**values, "id": None, "ref": "another"})


def test_a_rollback_leaves_nothing():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        promised()
        raise ZeroDivisionError

    assert not Text.objects.exists()


def test_number_and_values_are_sealed_in_the_database():
    promised(values={"name": "Canary", "time": "2pm"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM messaging_text")
        row = str(cursor.fetchall())
        cursor.execute("SELECT * FROM messaging_number")
        row += str(cursor.fetchall())

    assert "Canary" not in row
    assert "900123" not in row


def test_a_time_in_quiet_hours_waits_for_the_morning():
    text = promised(send_after=MORNING.replace(hour=21), starts=STARTS + timedelta(days=1))

    assert text.try_at == MORNING.replace(day=26, hour=8)


@pytest.mark.parametrize("number", ["", "0113 496 0000", "+353 87 123 4567", "07012 345 678", "999"])
def test_what_is_not_a_mobile_is_refused_and_something_else_made_of_it(heard, number):
    text = promised(number=number)

    assert (text.status, text.reason) == ("refused", "not-a-mobile")
    assert heard == [("refused", "not-a-mobile")]
    promised(number=number)
    assert len(heard) == 1


def test_many_at_once_are_counted_once_and_planned_again_change_nothing():
    promises = [texts.Promise(**wanted(**somebody(n))) for n in range(600)]

    assert texts.promise_texts([*promises, *promises[:5]], by=None, at=MORNING) == 600
    assert texts.promise_texts(promises, by=None, at=MORNING) == 0
    assert Text.objects.count() == Number.objects.count() == 600
    assert Event.objects.get(verb="messaging.texts.promised").detail == {"count": 600}


class TestWhenItMoves:
    def test_what_waits_is_superseded_and_what_is_out_is_corrected_once(self, rosa):
        waiting, other = promised(), promised(**somebody(1))
        out = promised(slot="week_before")
        Text.objects.filter(pk=out.pk).update(status="delivered", sid="SM1")

        found = withdrawals.supersede(subject=SESSION, version=2, by=rosa, at=MORNING)
        assert [text.pk for text in found] == [out.pk]
        for _ in range(2):
            [said] = withdrawals.correct_if_out(
                out=found, subject=SESSION, version=2, kind="tests.moved", template=NOW_AT.name,
                values={"time": "3pm on 27 November"}, by=rosa, at=MORNING,
            )  # fmt: skip

        waiting.refresh_from_db()
        other.refresh_from_db()
        assert (waiting.status, waiting.reason, other.status) == ("superseded", "superseded", "due")
        assert (said.number, said.slot, said.version, said.status) == (NUMBER, "correction", 2, "due")
        assert '"name": "Jo"' in said.values
        assert Text.objects.filter(kind="tests.moved").count() == 1

    @pytest.mark.parametrize("status", ["due", "claimed", "held"])
    def test_what_waits_anywhere_is_taken_back(self, status):
        text = promised()
        lease = soon(minutes=2) if status == "claimed" else None
        Text.objects.filter(pk=text.pk).update(status=status, reason="x", claim="c", lease_until=lease)

        assert withdrawals.cancel(subject=SESSION, by=None, at=MORNING) == []
        text.refresh_from_db()
        assert (text.status, text.lease_until, text.claim) == ("cancelled", None, "")

    @pytest.mark.parametrize("status", ["sending", "unknown"])
    def test_what_is_in_the_air_is_marked_and_counts_as_out(self, status):
        text = promised()
        lease = soon(minutes=2) if status == "sending" else None
        Text.objects.filter(pk=text.pk).update(status=status, sending_at=MORNING, lease_until=lease)

        [out] = withdrawals.cancel(subject=SESSION, by=None, at=MORNING)
        assert (out.pk, out.withdrawn) == (text.pk, "cancelled")

    def test_a_later_version_and_another_kind_stay(self):
        later, other = promised(version=2), promised(kind="tests.other")

        withdrawals.supersede(subject=SESSION, version=2, kinds=["tests.tomorrow"], by=None, at=MORNING)
        assert set(Text.objects.filter(status="due")) == {later, other}


class TestHolding:
    def test_somebody_lets_it_go_and_says_why(self, rosa, heard):
        text = promised()
        holds.hold(text=text, reason="cap", why="Enough for today.", by=None, at=MORNING)
        assert heard == [("held", "cap")]

        holds.release(text=text, reason="It matters.", by=rosa, at=soon(hours=1))
        assert (text.status, text.reason, text.within_caps, text.try_at) == ("due", "", False, soon(hours=1))
        assert Event.objects.get(verb="messaging.text.released").reason == "It matters."

    def test_only_a_cap_is_waived(self, rosa):
        text = promised()
        holds.hold(text=text, reason="shared", why="Two people have this number.", by=None, at=MORNING)
        holds.release(text=text, reason="Both know.", by=rosa, at=MORNING)

        assert text.within_caps is True

    @pytest.mark.parametrize("why", ["nobody", "no reason", "too late", "not held"])
    def test_it_is_not_let_go(self, rosa, why):
        text = promised()
        if why != "not held":
            holds.hold(text=text, reason="x", why="x", by=None, at=MORNING)
        by, reason = None if why == "nobody" else rosa, "" if why == "no reason" else "Because."
        at = STARTS if why == "too late" else MORNING

        with pytest.raises(NotAllowed):
            holds.release(text=text, reason=reason, by=by, at=at)
        text.refresh_from_db()
        assert text.status == ("due" if why == "not held" else "held")


class TestNumbers:
    def test_stop_covers_everybody_with_this_number_and_start_lifts_it(self, heard):
        promised(), promised(recipient=Pointer("tests.person", "another"))
        number = numbers.number_of("07700 900123")

        numbers.stop(number=number, by=None, at=MORNING)
        numbers.stop(number=number, by=None, at=MORNING)
        assert heard == [("refused", "opted-out")] * 2
        assert numbers.reason_against(Number.objects.get()) == "opted-out"
        numbers.start(number=number, by=None, at=MORNING)
        assert numbers.reason_against(Number.objects.get()) == ""
        assert Event.objects.filter(verb__startswith="messaging.number.").count() == 2

    def test_a_paused_number_holds_its_texts_until_a_person_resumes_it(self, rosa, heard):
        text = promised()
        numbers.pause(number=numbers.number_of(NUMBER), why="wrong_number", by=None, at=MORNING)
        text.refresh_from_db()
        assert (text.status, text.reason, heard) == ("held", "number-paused", [("held", "number-paused")])

        number = Number.objects.get()
        with pytest.raises(NotAllowed):
            numbers.resume(number=number, reason="", by=rosa, at=MORNING)
        with pytest.raises(NotAllowed):
            numbers.resume(number=number, reason="Because.", by=None, at=MORNING)
        numbers.start(number=number, by=None, at=MORNING)
        assert numbers.reason_against(Number.objects.get()) == "number-paused"
        numbers.resume(number=number, reason="They rang us.", by=rosa, at=MORNING)
        assert numbers.reason_against(Number.objects.get()) == ""

    def test_a_bad_number_refuses_its_other_texts_and_checking_it_mends_it(self, heard):
        text = promised()
        number = numbers.number_of(NUMBER)
        numbers.mark_bad(number=number, code=30005, by=None, at=MORNING)
        text.refresh_from_db()
        assert (text.status, text.reason) == ("refused", "bad-number")

        numbers.verify(number=number, by=None, at=MORNING)
        number.refresh_from_db()
        assert (number.bad_at, number.verified_at) == (None, MORNING)

    def test_checking_a_number_does_not_lift_a_stop(self):
        number = numbers.known(NUMBER, at=MORNING)
        numbers.stop(number=number, by=None, at=MORNING)
        numbers.verify(number=number, by=None, at=MORNING)

        assert numbers.reason_against(Number.objects.get()) == "opted-out"

    def test_staff_see_three_figures_of_it(self):
        assert numbers.known(NUMBER, at=MORNING).masked == "…123"


class TestGates:
    def test_without_the_gate_of_custody_nothing_passes(self, monkeypatch):
        monkeypatch.setattr(gates, "_gates", {"other": lambda text, at: []})

        with pytest.raises(gates.Shut) as shut:
            gates.why_not(Text(), MORNING)
        assert shut.value.code == "gate-missing"

    def test_a_gate_that_raises_is_shut(self, monkeypatch):
        monkeypatch.setattr(gates, "_gates", {"custody": lambda text, at: 1 / 0})

        with pytest.raises(gates.Shut) as shut:
            gates.why_not(Text(), MORNING)
        assert shut.value.code == "gate-broken"

    def test_every_gate_says_its_reasons(self, monkeypatch):
        one, two = gates.Reason("a", "A."), gates.Reason("b", "B.", hold=True)
        monkeypatch.setattr(gates, "_gates", {})
        gates.gate("custody", lambda text, at: [one])
        gates.gate("other", lambda text, at: [two])

        assert gates.why_not(Text(), MORNING) == [one, two]
        with pytest.raises(ValueError, match="two gates"):
            gates.gate("other", lambda text, at: [])


def test_what_came_in_is_never_rewritten_or_deleted():
    event = TextEvent.objects.create(sid="SM1", status="sent", received_at=MORNING)
    inbound = InboundText.objects.create(sid="SM2", number_index="x", meaning="yes", received_at=MORNING)
    TextEvent.objects.filter(pk=event.pk).update(settled_at=MORNING)
    InboundText.objects.filter(pk=inbound.pk).update(body="", handled_at=MORNING)

    for change in (
        lambda: TextEvent.objects.filter(pk=event.pk).update(status="delivered"),
        lambda: TextEvent.objects.filter(pk=event.pk).delete(),
        lambda: InboundText.objects.filter(pk=inbound.pk).update(sid="SM3"),
        lambda: InboundText.objects.filter(pk=inbound.pk).delete(),
    ):
        with pytest.raises(DatabaseError, match="never deleted or rewritten"), transaction.atomic():
            change()


def test_there_is_one_sender():
    assert Sender.objects.get().stopped_at is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Sender.objects.create(pk=2)
