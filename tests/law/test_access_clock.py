"""When the file must come: the published and the worked-out vectors, then what must hold whatever happened."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.access_clock import Fact, complaint_acknowledge_by, keep_until, regulator_before, work_out
from law.access_rules import Calendar
from law.working_days import is_working_day


def d(text):
    return date.fromisoformat(text)


def facts(received, **happened):
    """`facts("2026-06-01", clarification_asked="2026-06-10")`; a list of days is that many facts."""
    told = [Fact("received", d(received))]
    for kind, days in happened.items():
        reason = "Three decades of records" if kind == "extension_notice" else ""
        told += [Fact(kind, d(day), reason=reason) for day in ([days] if isinstance(days, str) else days)]
    return told


def clock(received, on="2026-11-28", **happened):
    return work_out(facts=facts(received, **happened), on=d(on))


WITHOUT_EVENTS = """
A01 2024-09-03 2024-10-03 | A02 2025-09-03 2025-10-03 | A03 2026-09-03 2026-10-05 | A04 2027-01-01 2027-02-01
A06 2024-11-25 2024-12-27 | A08 2026-11-25 2026-12-29 | A11 2026-11-28 2026-12-29 | A13 2026-12-01 2027-01-04
A15 2026-01-31 2026-03-02 | A17 2028-01-31 2028-02-29 | A19 2028-01-29 2028-02-29 | A21 2028-02-29 2028-03-29
A23 2026-08-31 2026-09-30 | A25 2026-03-31 2026-04-30 | A27 2026-10-31 2026-11-30 | A28 2026-12-31 2027-02-01
A30 2026-03-03 2026-04-07 | A31 2026-03-06 2026-04-07 | A34 2026-04-04 2026-05-05 | A35 2026-04-25 2026-05-26
A37 2019-04-06 2019-05-07 | A38 2019-09-27 2019-10-28 | A39 2026-07-03 2026-08-03 | A41 2026-11-22 2026-12-22
"""


@pytest.mark.parametrize("vector", [one.split() for one in WITHOUT_EVENTS.strip().replace("\n", "|").split("|")])
def test_a_month_ends_on_the_same_date_or_the_next_working_day(vector):
    _, received, due = vector
    found = clock(received, on=received)
    assert (found.state, found.due, found.earliest) == ("running", d(due), d(due))


ID = {"id_asked": "2026-09-07", "id_received": "2026-09-21"}
WITH_EVENTS = {
    # received, what happened, reading A, reading B, the last day for a notice (by the Act's words)
    "I1 proof begins the month anew": ("2026-09-03", ID, "2026-10-21", "2026-10-21", "2026-10-21"),
    "I3 proof came with the letter": (
        "2026-08-31", {"id_received": "2026-08-31"}, "2026-09-30", "2026-09-30", "2026-09-30",
    ),
    "I4 authority": (
        "2026-10-01", {"authority_asked": "2026-10-02", "authority_received": "2026-10-08"},
        "2026-11-09", "2026-11-09", "2026-11-09",
    ),
    "E1": ("2026-11-30", {"extension_notice": "2026-12-18"}, "2027-03-01", "2027-03-01", "2026-12-30"),
    "E2 too late": ("2026-06-01", {"extension_notice": "2026-07-03"}, "2026-07-01", "2026-07-01", "2026-07-01"),
    "E4 Christmas": ("2026-09-25", {"extension_notice": "2026-10-01"}, "2026-12-29", "2026-12-29", "2026-10-26"),
    "E6 the moved day": ("2026-09-03", {"extension_notice": "2026-10-05"}, "2026-12-03", "2026-12-03", "2026-10-05"),
    "E8": ("2019-09-26", {"extension_notice": "2019-10-01"}, "2019-12-27", "2019-12-27", "2019-10-28"),
    "E9 from the start": ("2026-01-31", {"extension_notice": "2026-02-20"}, "2026-04-30", "2026-04-30", "2026-03-02"),
    "P1": (
        "2026-06-01", {"clarification_asked": "2026-06-10", "clarification_answered": "2026-06-17"},
        "2026-07-08", "2026-07-09", "2026-07-09",
    ),
    "P2 the same day": (
        "2026-06-01", {"clarification_asked": "2026-06-10", "clarification_answered": "2026-06-10"},
        "2026-07-01", "2026-07-02", "2026-07-02",
    ),
    "P4 two pauses": (
        "2026-06-01",
        {"clarification_asked": ["2026-06-05", "2026-06-15"], "clarification_answered": ["2026-06-08", "2026-06-17"]},
        "2026-07-06", "2026-07-08", "2026-07-08",
    ),
    "P7 asked too late": (
        "2026-06-01", {"clarification_asked": "2026-07-05", "clarification_answered": "2026-07-09"},
        "2026-07-01", "2026-07-01", "2026-07-01",
    ),
    "P12": (
        "2025-11-01", {"clarification_asked": "2025-11-10", "clarification_answered": "2025-11-10"},
        "2025-12-01", "2025-12-02", "2025-12-02",
    ),
    "P13": (
        "2020-11-14", {"clarification_asked": "2020-11-16", "clarification_answered": "2020-12-16"},
        "2021-01-13", "2021-01-14", "2021-01-14",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("received", "happened", "a", "b", "notice"), WITH_EVENTS.values(), ids=WITH_EVENTS)
def test_what_happened_moves_the_day(received, happened, a, b, notice):
    found = clock(received, **happened)
    assert (found.earliest, found.due, found.notice_by) == (d(a), d(b), d(notice))


def test_while_proof_is_missing_nothing_runs():
    found = clock("2026-09-03", id_asked="2026-09-07")
    assert (found.state, found.due, found.earliest, found.late) == ("not_started", None, None, False)


def test_while_a_question_is_open_the_days_left_stand_still():
    found = clock("2026-06-01", clarification_asked="2026-06-10")
    assert (found.state, found.due, found.days_left, found.late) == ("paused", None, 21, False)


def test_before_the_letter_has_come_nothing_runs():
    assert work_out(facts=[], on=d("2026-11-28")).state == "not_started"


@pytest.mark.parametrize("kind", ["full_reply", "refusal", "no_records"])
def test_an_answer_ends_it(kind):
    found = clock("2026-09-03", on="2027-01-01", **{kind: "2026-10-05"})
    assert (found.state, found.late, found.days_left) == ("answered", False, None)


def test_an_answer_that_came_late_is_still_late():
    assert clock("2026-09-03", full_reply="2026-10-06").late


def test_part_of_an_answer_stops_nothing():
    found = clock("2026-09-03", on="2026-10-06", partial_reply="2026-09-20")
    assert (found.state, found.late) == ("running", True)


def test_a_notice_without_a_reason_moves_nothing():
    told = [Fact("received", d("2026-11-30")), Fact("extension_notice", d("2026-12-18"), reason=" ")]
    found = work_out(facts=told, on=d("2026-12-18"))
    assert (found.extension_valid, found.due) == (False, d("2026-12-30"))


def test_a_notice_while_a_question_is_open_is_in_time():
    found = clock("2026-06-01", clarification_asked="2026-06-10", extension_notice="2026-08-01")
    assert (found.extension_valid, found.state) == (True, "paused")


def test_proof_asked_for_after_the_time_ran_out_begins_nothing_anew():
    found = clock("2026-06-01", id_asked="2026-08-01")
    assert (found.state, found.due, found.late) == ("running", d("2026-07-01"), True)


def test_nobody_is_late_by_the_earlier_reading():
    asked = {"clarification_asked": "2026-06-10", "clarification_answered": "2026-06-17"}
    assert not clock("2026-06-01", on="2026-07-09", **asked).late
    assert clock("2026-06-01", on="2026-07-10", **asked).late


def test_nobody_is_late_on_a_day_that_is_only_assumed():
    found = work_out(facts=[Fact("received", d("2026-06-01"), basis="assumed")], on=d("2026-11-28"))
    assert (found.due, found.estimated, found.late) == (d("2026-07-01"), True, False)


def test_a_day_that_is_known_counts_before_one_that_is_assumed():
    told = [Fact("received", d("2026-06-01"), basis="assumed"), Fact("received", d("2026-06-04"), basis="confirmed")]
    found = work_out(facts=told, on=d("2026-06-20"))
    assert (found.due, found.estimated, found.days_left) == (d("2026-07-06"), False, 16)


def test_the_day_of_receipt_is_a_day_in_london():
    late_in_june = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert work_out(facts=[Fact("received", late_in_june)], on=d("2026-07-01")).due == d("2026-08-03")


def test_beyond_the_list_of_holidays_the_day_is_provisional():
    assert clock("2028-12-01", on="2028-12-01").provisional
    assert not clock("2026-12-01", on="2026-12-01").provisional


def test_other_holidays_may_be_given():
    given_days = {d("2026-10-05"): "A day of our own"}
    found = work_out(facts=facts("2026-09-03"), on=d("2026-09-03"), holidays=given_days)
    assert found.due == d("2026-10-06")
    assert "A day of our own" in " ".join(found.steps)


def test_the_steps_can_be_followed_with_a_calendar():
    said = " ".join(clock("2026-11-25", on="2026-11-25").steps)
    assert "Wednesday 25 November 2026" in said
    assert "Christmas Day" in said
    assert "until the end of Tuesday 29 December 2026" in said


def test_prison_information_is_counted_to_the_later_day():
    found = work_out(facts=facts("2026-06-30"), on=d("2026-06-30"), regime="part_3")
    assert found.due == d("2026-08-03")


def test_an_unknown_kind_of_fact_is_refused():
    with pytest.raises(ValueError, match="no kind of fact"):
        Fact("recieved", d("2026-06-30"))


@pytest.mark.parametrize(
    ("received", "by"), [("2026-06-19", "2026-07-20"), ("2026-11-23", "2026-12-23"), ("2027-02-24", "2027-03-30")]
)
def test_a_complaint_is_acknowledged_within_thirty_days(received, by):
    assert complaint_acknowledge_by(received=d(received)) == d(by)


@pytest.mark.parametrize(("last", "before"), [("2026-11-30", "2027-02-28"), ("2027-01-15", "2027-04-15")])
def test_the_regulator_wants_to_hear_within_three_months(last, before):
    assert regulator_before(last_contact=d(last)) == d(before)


@pytest.mark.parametrize(("born", "until"), [("1980-05-15", "2055-05-15"), ("1996-02-29", "2071-02-28")])
def test_a_file_is_kept_until_the_75th_birthday(born, until):
    assert keep_until(born=d(born)) == d(until)


def test_the_time_does_not_end_while_their_question_is_open():
    """3 October is a Saturday, so Monday is their last day: they ask on it, and have the answer the day after."""
    found = clock("2026-09-03", clarification_asked="2026-10-05", clarification_answered="2026-10-06")
    assert (found.earliest, found.due) == (d("2026-10-06"), d("2026-10-07"))
    assert "Their question was open on their last day" in " ".join(found.steps)


def test_it_does_not_end_on_the_day_of_the_answer_after_a_long_question():
    """Good Friday moves the end to Tuesday 7 April; the days out of account lead to the bank holiday in May."""
    found = clock("2026-03-03", clarification_asked="2026-04-07", clarification_answered="2026-05-05")
    assert (found.earliest, found.due) == (d("2026-05-05"), d("2026-05-06"))


def test_asked_on_the_last_day_of_all_nothing_is_left():
    assert clock("2026-09-03", clarification_asked="2026-10-05").days_left == 0
    assert clock("2026-09-03", clarification_asked="2026-10-03").days_left == 0
    assert clock("2026-09-03", clarification_asked="2026-10-02").days_left == 1


def test_a_question_asked_twice_and_answered_once_is_out_of_account_once():
    twice = {"clarification_asked": ["2026-06-05", "2026-06-08"], "clarification_answered": "2026-06-10"}
    assert clock("2026-06-01", **twice).due == d("2026-07-07")  # 5 to 10 June: six days
    assert clock("2026-06-01", clarification_asked=["2026-06-05", "2026-06-08"]).state == "paused"


def test_what_was_asked_and_answered_before_they_had_the_letter_changes_nothing():
    before = {"clarification_asked": "2026-05-20", "clarification_answered": "2026-05-28", "id_asked": "2026-05-21",
              "id_received": "2026-05-29"}  # fmt: skip
    assert clock("2026-06-01", **before).due == d("2026-07-01")
    still_open = {"clarification_asked": "2026-05-20", "clarification_answered": "2026-06-03"}
    assert clock("2026-06-01", **still_open).due == d("2026-07-06")  # 1 to 3 June: 4 July is a Saturday


@pytest.mark.parametrize(
    ("received", "notice", "due"),
    [
        ("2026-01-31", "2026-03-02", "2026-04-30"),  # 28 February is a Saturday
        ("2026-01-30", "2026-03-03", "2026-03-02"),
        ("2027-11-29", "2027-12-29", "2028-02-29"),
        ("2026-11-30", "2026-12-30", "2027-03-01"),
        ("2026-12-31", "2027-02-01", "2027-03-31"),
        ("2026-12-31", "2027-02-02", "2027-02-01"),
    ],
)
def test_a_notice_on_the_last_day_counts_and_a_day_later_does_not(received, notice, due):
    found = clock(received, extension_notice=notice)
    assert found.due == d(due)
    assert found.extension_valid == (found.notice_by >= d(notice))


@pytest.mark.parametrize("told", [
    ["received 2026-09-03", "received 2026-09-03"], ["id_asked 2026-09-04", "id_received 2026-09-04"] * 2,
    ["extension_notice 2026-09-20"] * 2, ["clarification_asked 2026-09-20", "clarification_answered 2026-09-22"] * 2,
])  # fmt: skip
def test_what_is_told_twice_counts_once(told):
    twice = [Fact(kind, d(on), reason="Many") for kind, on in map(str.split, told)]
    begun = Fact("received", d("2026-09-03"))
    once = list(dict.fromkeys([begun, *twice]))
    on = d("2026-09-30")
    assert work_out(facts=[begun, *twice], on=on).due == work_out(facts=once, on=on).due is not None


def test_other_countries_holidays_move_nothing():
    assert clock("2026-10-30").due == d("2026-11-30")  # St Andrew’s Day
    assert clock("2026-07-03").due == d("2026-08-03")  # the Scottish summer holiday
    assert clock("2027-02-17").due == d("2027-03-17")  # St Patrick’s Day


START = date(2026, 3, 1)
LATER = st.integers(0, 150).map(lambda days: START + timedelta(days=days))
KINDS = st.sampled_from(
    ["id_asked", "id_received", "clarification_asked", "clarification_answered", "extension_notice", "partial_reply"]
)
HAPPENED = st.lists(st.builds(lambda kind, on: Fact(kind, on, reason="Many records"), KINDS, LATER), max_size=8)
PAUSES = st.lists(st.tuples(st.integers(0, 25), st.integers(0, 20)), max_size=4)
BEGUN = Fact("received", START)


def paused(pauses):
    told = [BEGUN]
    for asked, length in pauses:
        told += [Fact("clarification_asked", START + timedelta(asked)),
                 Fact("clarification_answered", START + timedelta(asked + length))]  # fmt: skip
    return told


@given(HAPPENED, st.randoms())
def test_the_order_in_which_facts_are_told_changes_nothing(happened, random):
    told = [BEGUN, *happened]
    shuffled = random.sample(told, len(told))
    assert work_out(facts=told, on=START) == work_out(facts=shuffled, on=START)


@given(PAUSES, st.tuples(st.integers(0, 25), st.integers(0, 20)))
def test_one_more_pause_never_brings_the_day_nearer(pauses, another):
    before, after = (work_out(facts=paused(some), on=START) for some in (pauses, [*pauses, another]))
    assert after.due >= before.due
    assert after.earliest >= before.earliest


ANY_DAY = st.integers(0, 4 * 365).map(lambda days: date(2025, 1, 1) + timedelta(days=days))
QUESTION = st.tuples(st.one_of(st.integers(26, 34), st.integers(0, 100)), st.integers(0, 40))  # a month, and any day


@given(ANY_DAY, st.lists(QUESTION, max_size=3), QUESTION, st.booleans())
def test_whenever_they_had_it_a_question_gives_time_and_none_is_lost(start, questions, another, extended):
    """From any day of four years: the day is at least a month off, after every question that counted; never nearer for
    one more; and never on a closed day.
    """

    def end(pauses):
        told = [Fact("received", start)] + [Fact("extension_notice", start, reason="Many records")] * extended
        for asked, length in pauses:
            told += [Fact("clarification_asked", start + timedelta(asked)),
                     Fact("clarification_answered", start + timedelta(asked + length))]  # fmt: skip
        return work_out(facts=told, on=start)

    before, after = end(questions), end([*questions, another])
    assert after.due >= before.due >= start + timedelta(days=89 if extended else 28)
    assert before.earliest <= before.due
    for day in (before.due, before.earliest, before.notice_by):
        assert is_working_day(day)
    for asked, length in [*questions, another]:
        if start + timedelta(asked) <= before.due:
            assert after.due > start + timedelta(days=asked + length)


@given(HAPPENED)
def test_no_time_ends_on_a_closed_day_and_reading_a_never_comes_after_b(happened):
    found = work_out(facts=[BEGUN, *happened], on=START)
    for day in (found.due, found.earliest, found.notice_by):
        assert day is None or not Calendar().closed(day)
    assert found.due is None or found.earliest <= found.due


@given(HAPPENED, LATER)
def test_nobody_is_called_late_before_the_day_has_passed(happened, on):
    found = work_out(facts=[BEGUN, *happened], on=on)
    assert found.late == (found.state == "running" and found.due < on)
