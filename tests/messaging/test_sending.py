"""From due to taken: once, never past a gate, never at night, and never again before the evidence is in."""

from datetime import timedelta
from time import monotonic

import pytest

from audit.models import Event
from messaging import gates
from messaging.actions import drains, evidence, holds, numbers, receipts, senders, sweeps, withdrawals
from messaging.actions.claims import claim
from messaging.actions.last_gate import begin
from messaging.gates import Reason
from messaging.gateways.text_memory import TextMemory
from messaging.gateways.texts import NotTaken, Taken
from messaging.models import Sender, Spend, Text
from messaging.pointers import Pointer
from messaging.rules.answers import Outcome
from tests.messaging.texting import MORNING, NUMBER, SESSION, STARTS, promised, somebody, soon

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
LOST = (True, TimeoutError("no answer"))
GONE = TimeoutError("no answer")


def drain(at=MORNING, **more) -> int:
    return drains.drain(clock=lambda: at, pause=lambda seconds: None, threads=1, **more)


def look(at) -> None:
    """What the worker does each minute."""
    sweeps.take_back_leases(at=at)
    sweeps.expire(at=at)
    receipts.settle_all(at=at)
    evidence.look_into_unknown(clock=lambda: at, gateway=TextMemory())
    evidence.ask_for_receipts(clock=lambda: at, gateway=TextMemory())


def again(text: Text) -> Text:
    return Text.objects.get(pk=text.pk)


def spent() -> dict:
    return dict(Spend.objects.values_list("scope", "amount"))


def test_what_is_due_goes_once():
    text = promised()

    assert (drain(), drain()) == (1, 0)
    [(sid, out)] = TextMemory.taken.items()
    assert (out.ref, out.to, out.seconds) == (text.ref, NUMBER, 4 * 3600)
    assert out.body.startswith("Hi Jo, a reminder that we meet tomorrow at 2pm.")
    text = again(text)
    assert (text.status, text.sid, text.attempts, text.segments, text.lease_until) == ("accepted", sid, 1, 1, None)
    assert spent() == {"day": 1, "month": 1, "person": 1}
    assert Event.objects.filter(verb="messaging.text.sent", subject_ref=text.ref).count() == 1


def test_before_its_time_it_waits_and_what_starts_soonest_goes_first():
    later = promised(**somebody(1))
    sooner = promised(**somebody(2), starts=STARTS - timedelta(hours=1))

    assert drain(MORNING - timedelta(seconds=1)) == 0
    drain()
    assert [out.ref for out in TextMemory.taken.values()] == [sooner.ref, later.ref]


class TestTheLastGate:
    def test_what_is_shut_is_refused_with_every_reason_and_something_else_is_made_of_it(self, house):
        house.shut = [Reason("custody", "They are in custody.")]
        text = promised()
        assert drain() == 0

        text = again(text)
        assert (text.status, text.reason, text.why) == ("refused", "custody", "They are in custody.")
        assert house.instead == [(text.ref, "refused", "custody")]
        assert (TextMemory.taken, spent()) == ({}, {})
        assert Event.objects.get(verb="messaging.text.refused").detail == {"code": "custody"}

    def test_a_reason_to_hold_holds_and_one_to_refuse_outweighs_it(self, house):
        house.shut = [Reason("shared", "Shared.", hold=True)]
        held = promised()
        drain()
        house.shut = [Reason("shared", "Shared.", hold=True), Reason("custody", "Custody.")]
        refused = promised(**somebody(1))
        drain()

        assert (again(held).status, again(held).reason) == ("held", "shared")
        assert (again(refused).status, again(refused).reason, again(refused).why) == (
            "refused", "custody", "Shared. Custody.",
        )  # fmt: skip

    def test_letting_go_goes_round_no_gate(self, house, rosa):
        house.shut = [Reason("shared", "Shared.", hold=True)]
        text = promised()
        drain()
        house.shut = [Reason("custody", "They are in custody.")]
        holds.release(text=again(text), reason="Let it.", by=rosa, at=MORNING)
        drain()

        assert (again(text).status, TextMemory.taken) == ("refused", {})

    @pytest.mark.parametrize("broken", [{}, {"custody": lambda text, at: 1 / 0}])
    def test_a_gate_that_is_missing_or_broken_lets_nothing_pass(self, monkeypatch, broken):
        text = promised()
        with monkeypatch.context() as patch:
            patch.setattr(gates, "_gates", broken)
            drain()
            assert (again(text).status, again(text).reason[:5], TextMemory.taken) == ("due", "gate-", {})
        drain(soon(minutes=6))

        assert again(text).status == "accepted"

    @pytest.mark.parametrize(
        ("act", "status", "reason"),
        [(numbers.stop, "refused", "opted-out"), (numbers.mark_bad, "refused", "bad-number"), (numbers.pause, "held",
          "number-paused")],
    )  # fmt: skip
    def test_a_number_is_asked_as_it_goes(self, act, status, reason):
        text = promised()
        [claimed] = claim(most=1, at=MORNING).claimed
        more = {"code": 30005} if act is numbers.mark_bad else {"why": "who"} if act is numbers.pause else {}
        act(number=numbers.number_of(NUMBER), by=None, at=MORNING, **more)

        assert begin(claimed.text, clock=lambda: MORNING) is None
        assert (again(text).status, again(text).reason) == (status, reason)
        promised(slot="another")
        drain()
        assert TextMemory.taken == {}

    def test_what_was_withdrawn_in_the_meantime_does_not_go(self):
        text = promised()
        [claimed] = claim(most=1, at=MORNING).claimed
        withdrawals.cancel(subject=SESSION, by=None, at=MORNING)

        assert begin(claimed.text, clock=lambda: MORNING) is None
        assert again(text).status == "cancelled"

    def test_the_list_of_a_trial_lets_nobody_else_through(self, settings):
        settings.TEXT_ONLY_TO = ["+447700900999"]
        text, listed = promised(), promised(**{**somebody(1), "number": "+447700900999"})
        drain()

        assert (again(text).reason, again(listed).status) == ("not-on-the-list", "accepted")

    def test_words_that_give_somebody_away_are_held(self):
        text = promised(values={"name": "Jo", "time": "2pm at the prison"})
        drain()

        assert (again(text).status, again(text).reason) == ("held", "wording")

    def test_a_row_that_breaks_everything_holds_up_nobody(self):
        broken, fine = promised(), promised(**somebody(1))
        Text.objects.filter(pk=broken.pk).update(values=Text.objects.get(pk=fine.pk).__dict__["values"])
        drain()

        assert (again(broken).status, again(fine).status) == ("claimed", "accepted")


class TestTheHour:
    def test_nothing_goes_at_night_whatever_was_planned(self):
        text = promised(starts=STARTS + timedelta(days=1))
        night = MORNING.replace(hour=20)
        assert drain(night) == 0
        assert again(text).try_at == MORNING.replace(day=26, hour=8)
        assert drain(MORNING.replace(day=26, hour=8)) == 1

    def test_a_network_may_not_keep_it_into_the_night_or_past_the_start(self):
        promised()
        promised(**somebody(1), send_after=MORNING.replace(hour=19), starts=STARTS + timedelta(days=1))
        drain(MORNING.replace(hour=19, minute=30))

        assert [out.seconds for out in TextMemory.taken.values()] == [30 * 60, 30 * 60]

    def test_what_is_too_late_is_given_up_and_something_else_made_of_it(self, house):
        text = promised()
        assert drain(STARTS - timedelta(hours=2)) == 0
        look(STARTS - timedelta(hours=2))

        assert (again(text).status, again(text).reason) == ("expired", "too-late")
        assert house.instead == [(text.ref, "expired", "too-late")]

    def test_what_has_no_morning_left_is_given_up_at_night(self):
        text = promised(starts=MORNING.replace(day=26, hour=9, minute=30))
        assert drain(MORNING.replace(hour=21)) == 0

        assert again(text).status == "expired"

    def test_what_is_held_until_too_late_is_given_up_too(self, house):
        text = promised()
        holds.hold(text=text, reason="x", why="X.", by=None, at=MORNING)
        look(STARTS)

        assert again(text).status == "expired"


class TestCaps:
    def test_one_person_gets_so_many_a_day_and_somebody_may_let_more_go(self, house, rosa):
        slots = [promised(slot=f"s{n}") for n in range(4)]
        assert drain() == 3

        held = again(slots[3])
        assert (held.status, held.reason) == ("held", "cap")
        assert house.instead == [(held.ref, "held", "cap")]
        holds.release(text=held, reason="It is important.", by=rosa, at=MORNING)
        assert (drain(), again(held).status) == (1, "accepted")
        assert drain(soon(days=1)) == 0

    @pytest.mark.parametrize("scope", ["day", "month"])
    def test_the_house_pays_for_so_many_parts(self, settings, scope):
        settings.MESSAGING["texts"][scope] = 3
        for n in range(4):
            promised(**somebody(n), values={"name": "Jo", "time": "2pm, " + "x" * 60})
        assert drain() == 1

        assert spent()[scope] == 2
        assert Text.objects.filter(status="held", reason="cap").count() == 3

    def test_a_new_day_begins_at_midnight_in_london(self, settings):
        settings.MESSAGING["texts"]["day"] = 1
        promised(), promised(**somebody(1), send_after=soon(hours=23), starts=STARTS + timedelta(days=2))

        assert (drain(), drain(soon(hours=23))) == (1, 1)


class TestWhenNobodyKnows:
    @pytest.mark.parametrize("fault", [LOST, (True, NotTaken(Outcome.UNKNOWN))])
    def test_it_is_found_and_never_sent_again(self, fault):
        TextMemory.faults.append(fault)
        text = promised()
        drain()
        assert (again(text).status, again(text).sid) == ("unknown", None)
        assert drain(soon(minutes=20)) == 0

        look(soon(seconds=29))
        assert TextMemory.asked == []
        look(soon(seconds=31))
        assert (again(text).status, len(TextMemory.taken), spent()["day"]) == ("accepted", 1, 1)

    def test_only_two_searches_apart_bring_it_back(self):
        TextMemory.faults.append(GONE)
        text = promised()
        drain()
        look(soon(seconds=31))
        look(soon(seconds=60))
        assert (again(text).status, again(text).searches, len(TextMemory.asked)) == ("unknown", 1, 1)
        look(soon(seconds=92))
        assert (again(text).status, again(text).attempts, spent()["day"]) == ("due", 1, 0)
        assert drain(soon(seconds=93)) == 1
        assert len(TextMemory.taken) == 1

    def test_a_list_that_lags_is_given_time(self):
        TextMemory.faults.append(LOST)
        TextMemory.hidden = True
        text = promised()
        drain()
        look(soon(seconds=31))
        TextMemory.hidden = False
        look(soon(seconds=92))

        assert (again(text).status, len(TextMemory.taken)) == ("accepted", 1)

    def test_after_three_times_a_person_decides(self, house, rosa):
        TextMemory.faults.extend([GONE] * 3)
        text, at = promised(), MORNING
        for _ in range(3):
            drain(at)
            look(at + timedelta(seconds=31))
            at += timedelta(seconds=92)
            look(at)
        assert (again(text).status, again(text).reason) == ("held", "unknown-outcome")
        assert house.instead == [(text.ref, "held", "unknown-outcome")]

        holds.release(text=again(text), reason="They got nothing.", by=rosa, at=at)
        assert drain(at) == 1

    def test_a_report_with_our_reference_is_the_best_evidence(self):
        TextMemory.faults.append(LOST)
        text = promised()
        drain()
        receipts.note(sid="SMearly", status="delivered", code=None, text_ref=text.ref, at=MORNING)
        look(soon(seconds=1))

        assert (again(text).status, again(text).sid, TextMemory.asked) == ("delivered", "SMearly", [])

    def test_the_same_words_of_another_text_are_no_evidence(self):
        other = promised(slot="other")
        drain()
        TextMemory.faults.append(GONE)
        text = promised()
        drain()
        look(soon(seconds=31))
        look(soon(seconds=92))

        assert (again(text).status, again(other).status) == ("due", "accepted")

    def test_two_of_the_same_words_find_one_each(self):
        TextMemory.faults.extend([LOST, LOST])
        first, second = promised(), promised(slot="other")
        drain()
        look(soon(seconds=31))

        assert {again(first).sid, again(second).sid} == set(TextMemory.taken)

    def test_a_name_that_another_text_was_bound_to_is_looked_into(self):
        TextMemory.faults.append(LOST)
        text = promised()
        drain()
        Text.objects.filter(pk=promised(slot="other").pk).update(
            status="sending", sending_at=MORNING, lease_until=MORNING, claim="c", body_index=again(text).body_index
        )
        look_alike = Text.objects.get(slot="other")
        receipts.note(sid=next(iter(TextMemory.taken)), status="sent", code=None, text_ref=text.ref, at=MORNING)
        receipts.settle_all(at=MORNING)
        from messaging.actions.sending import settle_taken

        assert settle_taken(look_alike, Taken(again(text).sid, "queued"), at=MORNING) is False
        assert again(look_alike).status == "unknown"

    def test_what_was_withdrawn_meanwhile_does_not_go_again(self):
        TextMemory.faults.append(GONE)
        text = promised()
        drain()
        [out] = withdrawals.cancel(subject=SESSION, by=None, at=MORNING)
        look(soon(seconds=31))
        look(soon(seconds=92))

        assert (out.pk, again(text).status) == (text.pk, "cancelled")

    def test_what_is_too_late_by_then_does_not_go_again(self):
        TextMemory.faults.append(GONE)
        text = promised(send_before=soon(minutes=1))
        drain()
        look(soon(seconds=31))
        look(soon(seconds=92))

        assert again(text).status == "expired"

    def test_a_list_that_cannot_be_asked_says_nothing(self, monkeypatch):
        TextMemory.faults.append(GONE)
        text = promised()
        drain()

        def away(self, **asked):
            raise ConnectionError

        monkeypatch.setattr(TextMemory, "find", away)
        for minute in range(1, 20):
            look(soon(minutes=minute))
        assert (again(text).status, again(text).searches) == ("unknown", 0)


class TestWhenAWorkerDies:
    """Every crash point of the outbox; a lease is 90 seconds."""

    def test_after_the_claim_it_is_due_again(self):
        text = promised()
        claim(most=1, at=MORNING)
        assert drain(soon(seconds=60)) == 0
        assert drain(soon(seconds=91)) == 1
        assert (again(text).attempts, len(TextMemory.taken)) == (1, 1)

    def test_before_the_post_it_is_looked_for_twice_and_sent_once(self):
        text = promised()
        [claimed] = claim(most=1, at=MORNING).claimed
        begin(claimed.text, clock=lambda: MORNING)

        assert drain(soon(seconds=91)) == 0
        assert again(text).status == "unknown"
        look(soon(seconds=122))
        look(soon(seconds=183))
        assert drain(soon(seconds=184)) == 1
        assert len(TextMemory.taken) == 1

    def test_after_the_post_it_is_found(self):
        text = promised()
        [claimed] = claim(most=1, at=MORNING).claimed
        TextMemory().send(begin(claimed.text, clock=lambda: MORNING))
        look(soon(seconds=91))
        look(soon(seconds=122))

        assert (again(text).status, len(TextMemory.taken), drain(soon(minutes=9))) == ("accepted", 1, 0)

    def test_between_the_answer_and_its_commit_it_is_found(self, monkeypatch):
        def die(*args, **more):
            raise SystemExit

        text = promised()
        with monkeypatch.context() as patch:
            patch.setattr("messaging.actions.sending.settle_taken", die)
            with pytest.raises(SystemExit):
                drain()
        assert again(text).status == "sending"
        look(soon(seconds=91))
        look(soon(seconds=122))
        assert (again(text).status, len(TextMemory.taken)) == ("accepted", 1)

    def test_a_worker_that_comes_back_after_its_lease_binds_what_it_sent(self):
        from messaging.actions.sending import settle_taken

        text = promised()
        [claimed] = claim(most=1, at=MORNING).claimed
        taken = TextMemory().send(begin(claimed.text, clock=lambda: MORNING))
        look(soon(seconds=91))
        assert settle_taken(claimed.text, taken, at=soon(seconds=100)) is True

        assert (again(text).status, drain(soon(minutes=9))) == ("accepted", 0)

    def test_a_worker_that_was_held_up_does_not_post_at_all(self, monkeypatch):
        text = promised()
        moments = iter([0.0, 0.0, 0.0, 0.0, 85.0])
        monkeypatch.setattr("messaging.actions.sending.monotonic", lambda: next(moments, 200.0))
        monkeypatch.setattr("messaging.actions.drains.time.monotonic", lambda: 0.0)
        moments = iter([0.0, 85.0])
        drain()

        assert (again(text).status, TextMemory.taken) == ("sending", {})


class TestTooMany:
    def test_it_comes_back_later_each_time_and_counts_as_no_try(self):
        TextMemory.faults.extend([NotTaken(Outcome.NOT_SENT, 20429)] * 2)
        text = promised()
        drain()
        first = again(text)
        assert (first.status, first.attempts, first.reason, spent()["day"]) == ("due", 0, "try-later", 0)
        assert timedelta(seconds=15) <= first.try_at - MORNING <= timedelta(seconds=22.5)
        drain(first.try_at)
        second = again(text)
        assert timedelta(seconds=30) <= second.try_at - first.try_at <= timedelta(seconds=45)
        assert (drain(second.try_at), again(text).attempts) == (1, 1)

    def test_what_twilio_asks_for_is_waited_and_fewer_go_at_once(self):
        TextMemory.faults.append(NotTaken(Outcome.NOT_SENT, 20429, wait=120))
        text = promised()
        drain()

        sender = Sender.objects.get()
        assert again(text).try_at >= soon(seconds=120)
        assert (sender.at_once, sender.next_at) == (4, soon(seconds=120))
        promised(**somebody(1))
        assert drain(soon(seconds=60), seconds=0.1) == 0

    def test_a_connection_that_was_refused_is_the_same(self):
        TextMemory.faults.append(NotTaken(Outcome.NOT_SENT, kind="ConnectionError"))
        text = promised()
        drain()

        assert (again(text).status, again(text).attempts) == ("due", 0)


class TestWhenTheAccountIsAtFault:
    @pytest.mark.parametrize("code", [63038, 20003, 30002, 21606, 21408, 21701])
    def test_sending_stops_with_one_alarm_and_nothing_is_lost(self, house, code):
        TextMemory.faults.extend([NotTaken(Outcome.REFUSED, code)] * 10)
        for n in range(10):
            promised(**somebody(n))
        for minute in range(10):
            drain(soon(minutes=minute))

        assert (10 - len(TextMemory.faults), house.alarms) == (1, ["sender-stopped"])
        assert Text.objects.filter(status="due", attempts=0).count() == 10
        assert Event.objects.get(verb="messaging.sender.stopped").detail == {"code": code}
        assert spent() in ({}, {"day": 0, "month": 0, "person": 0})

    def test_one_text_tries_the_ice_and_a_second_stop_lasts_longer(self, house):
        TextMemory.faults.extend([NotTaken(Outcome.REFUSED, 20003)] * 2)
        for n in range(4):
            promised(**somebody(n))
        drain()
        drain(soon(minutes=15))
        sender = Sender.objects.get()
        assert (sender.stopped_until, len(house.alarms)) == (soon(minutes=45), 2)
        assert drain(soon(minutes=44)) == 0
        assert drain(soon(minutes=46)) == 4
        assert (Sender.objects.get().stopped_at, Sender.objects.get().stops) == (None, 0)

    def test_with_no_way_out_texts_wait(self, settings):
        settings.MESSAGING["texts"]["gateway"] = ""
        text = promised()

        assert (drain(), again(text).status) == (0, "due")


class TestTurnedDown:
    @pytest.mark.parametrize("code", [21211, 21614, 21635])
    def test_a_bad_number_is_never_tried_again_and_its_other_texts_do_not_go(self, house, code):
        TextMemory.faults.append(NotTaken(Outcome.REFUSED, code))
        text, other = promised(), promised(slot="other")
        drain()

        assert (again(text).status, again(text).error_code, again(other).reason) == ("failed", code, "bad-number")
        assert {ref for ref, _, _ in house.instead} == {text.ref, other.ref}
        assert (numbers.number_of(NUMBER).bad_code, TextMemory.taken) == (code, {})

    def test_opted_out_there_is_opted_out_here(self):
        TextMemory.faults.append(NotTaken(Outcome.REFUSED, 21610))
        promised(), promised(slot="other")
        drain()

        assert numbers.number_of(NUMBER).stopped_at == MORNING
        assert TextMemory.taken == {}

    def test_a_code_that_nobody_knows_gives_up_this_text_and_tells_a_person(self, house):
        TextMemory.faults.append(NotTaken(Outcome.REFUSED, 99999))
        text, other = promised(), promised(slot="other")
        drain()

        assert house.instead == [(text.ref, "failed", "tell")]
        assert again(other).status == "accepted"


def test_no_faster_than_the_house_may(settings):
    settings.MESSAGING["texts"].update(per_second=10, person=100)
    for n in range(30):
        promised(**somebody(n))
    went, at = [], MORNING
    while len(went) < 30:
        found = claim(most=50, at=at)
        went += [claimed.goes_at for claimed in found.claimed]
        Text.objects.filter(status="claimed").update(status="expired", lease_until=None, reason="x")
        at += timedelta(seconds=0.3)

    assert all(later - earlier >= timedelta(seconds=0.1) for earlier, later in zip(went, went[1:], strict=False))
    assert timedelta(seconds=2.9) <= went[-1] - went[0] <= timedelta(seconds=3.1)


def test_when_the_first_threads_break_the_others_do_not_wait_for_them(monkeypatch, caplog):
    def broken(**asked) -> None:
        raise OSError("the database is gone")

    monkeypatch.setattr(drains.claims, "claim", broken)
    begun = monotonic()

    assert drains.drain(clock=lambda: MORNING, threads=4, seconds=60) == 0
    assert monotonic() - begun < 30
    assert "A thread that sends texts gave up" in caplog.text


def test_no_more_at_once_than_twilio_bears():
    for n in range(6):
        promised(**somebody(n))
    Sender.objects.update(at_once=3)

    assert [len(claim(most=2, at=MORNING).claimed) for _ in range(3)] == [2, 1, 0]


def test_after_a_week_number_and_words_are_forgotten_and_the_fingerprint_stays():
    text = promised()
    drain()
    receipts.note(sid=again(text).sid, status="delivered", code=None, text_ref="", at=MORNING)
    look(MORNING)
    assert sweeps.redact(clock=lambda: MORNING, gateway=TextMemory()) == 1
    assert sweeps.redact(clock=lambda: MORNING, gateway=TextMemory()) == 0
    assert TextMemory.redacted == [again(text).sid]

    assert sweeps.forget(at=soon(days=6)) == 0
    assert sweeps.forget(at=soon(days=7)) == 1
    assert (again(text).number, again(text).values, again(text).number_index) == ("", "", text.number_index)


def test_what_a_person_is_called_is_no_matter_and_the_recipient_stays_a_pointer():
    promised(recipient=Pointer("people.person", "abc"))

    assert Text.objects.to(Pointer("people.person", "abc")).count() == 1
    assert senders.the_sender().at_once == 8


def test_after_too_many_it_finds_its_speed_again():
    Sender.objects.update(at_once=1)
    for n in range(12):
        promised(**somebody(n))
    assert drain() == 12

    assert Sender.objects.get().at_once == 3


def test_an_answer_that_comes_after_all_is_believed_and_it_does_not_go_again():
    from messaging.actions.sending import settle_taken

    text = promised()
    [claimed] = claim(most=1, at=MORNING).claimed
    out = begin(claimed.text, clock=lambda: MORNING)
    for seconds in (91, 122, 183):
        look(soon(seconds=seconds))
    assert again(text).status == "due"

    assert settle_taken(claimed.text, TextMemory().send(out), at=soon(seconds=184)) is True
    assert (again(text).status, drain(soon(seconds=200)), len(TextMemory.taken)) == ("accepted", 0, 1)
