from datetime import date

import pytest

from casefiles_support.rules import facts as rules
from casefiles_support.rules import replies
from casefiles_support.rules.facts import Known

TODAY = date(2026, 11, 28)
SENT = date(2026, 11, 1)


def known(*kinds):
    return [Known(kind, TODAY) for kind in kinds]


def why_not(kind="received", on=TODAY, **told):
    asked = {"basis": "letter", "today": TODAY, "state": "sent", "elsewhere": "", "sent_on": SENT}
    return rules.why_not_add(kind=kind, on=on, **(asked | told))


@pytest.mark.parametrize(
    ("kinds", "clock", "stands"),
    [
        (["posted"], "not_started", "sent"),
        (["posted", "id_asked"], "not_started", "waiting_for_proof"),
        (["received"], "running", "running"),
        (["received", "id_asked"], "not_started", "waiting_for_proof"),
        (["received", "id_asked", "id_received"], "running", "running"),
        (["received", "clarification_asked"], "paused", "paused"),
        (["received", "clarification_asked"], "running", "running"),
        (["received", "extension_notice"], "running", "running"),
        (["received", "partial_reply"], "running", "part_answered"),
        (["received", "partial_reply", "full_reply"], "answered", "answered"),
        (["received", "no_records"], "answered", "none_found"),
        (["received", "refusal"], "answered", "refused"),
        (["received", "refusal", "full_reply"], "answered", "answered"),
        (["received", "full_reply", "transferred"], "answered", "passed_on"),
    ],
)
def test_the_facts_say_where_a_request_stands(kinds, clock, stands):
    for told in (kinds, kinds[::-1]):
        assert rules.stands(state="running", added=told[-1], facts=known(*told), clock=clock) == stands


def test_the_newest_answer_counts():
    told = [Known("full_reply", TODAY), Known("no_records", SENT)]

    assert rules.stands(state="none_found", added="full_reply", facts=told, clock="answered") == "answered"


@pytest.mark.parametrize(
    ("state", "added", "stands"),
    [
        ("in_complaint", "full_reply", "answered"),
        ("in_complaint", "refusal", "refused"),
        ("in_complaint", "partial_reply", "in_complaint"),
        ("lapsed", "full_reply", "answered"),
        ("withdrawn", "full_reply", "withdrawn"),
        ("with_ico", "full_reply", "with_ico"),
    ],
)
def test_what_ended_by_a_choice_is_not_begun_again_by_a_fact(state, added, stands):
    assert rules.stands(state=state, added=added, facts=known("received", added), clock="answered") == stands


@pytest.mark.parametrize("slug", [slug for slug, kind in replies.KINDS.items() if kind.fact])
def test_what_a_reply_means_and_what_its_fact_means_are_the_same(slug):
    kind = replies.KINDS[slug]
    brings = {"waiting_for_proof": ["received", "id_asked"], "paused": ["received", "clarification_asked"],
              "part_answered": ["received", "partial_reply"], "sent": ["posted"]}  # fmt: skip
    asked = {"id_received": "id_asked", "authority_received": "authority_asked"}.get(kind.fact)
    clocks = {"waiting_for_proof": "not_started", "paused": "paused"}
    for state in sorted(kind.frm):
        before = ["received", asked] if asked else brings.get(state, ["received"])
        facts = [*before, kind.fact]
        # Part of it is here, and a question stops the time without undoing that.
        to = "" if (slug, state) == ("question", "part_answered") else kind.to
        clock = clocks.get(to or state, "running")
        assert rules.stands(state=state, added=kind.fact, facts=known(*facts), clock=clock) == (to or state), state


@pytest.mark.parametrize(
    ("kind", "told", "sentence"),
    [
        ("received", {}, ""),
        ("received", {"basis": "assumed"}, ""),
        ("posted", {"state": "ready"}, ""),
        ("received", {"state": "drafting"}, "has not been sent yet"),
        ("received", {"state": "closed"}, "This is closed"),
        ("received", {"elsewhere": "Ask the court."}, "Ask the court."),
        ("received", {"on": date(2026, 11, 29)}, "in the future"),
        ("received", {"on": date(2026, 10, 31)}, "before it was sent"),
        ("refusal", {"basis": "assumed"}, "not a guess"),
        ("mistake", {}, "Choose what happened"),
        ("mistake", {"puts_right": True}, ""),
    ],
)
def test_a_fact_is_taken_or_refused_with_the_reason(kind, told, sentence):
    said = why_not(kind, **told)

    assert (sentence in " ".join(said)) and bool(said) == bool(sentence)


@pytest.mark.parametrize(
    ("because", "already", "sentence"),
    [("Wrong day", False, ""), ("  ", False, "what was wrong"), ("Wrong day", True, "put right already")],
)
def test_putting_right_says_why_and_once(because, already, sentence):
    said = rules.why_not_put_right(because=because, already=already)

    assert (sentence in " ".join(said)) and bool(said) == bool(sentence)


def test_proof_that_is_asked_for_again_is_missing_again():
    facts = [Known("id_asked", SENT), Known("id_received", SENT), Known("id_asked", TODAY)]

    assert rules.still_asked(facts) == ["id_asked"]
