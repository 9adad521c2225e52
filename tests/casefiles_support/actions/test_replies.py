"""What a holder wrote or said: told to the clock, and where the request then stands."""

from datetime import timedelta

import pytest

from audit.models import Entry
from casefiles_support.actions import replies
from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest, Duty, Fact, Reply
from common.transitions import NotAllowed
from tests.casefiles_support.fixtures_letters import *  # noqa: F403
from tests.casefiles_support.fixtures_letters import TODAY
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=20)
IN_A_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def tell(sent_letter, access_request, finn):
    def act(kind, on=IN_A_WEEK, at=LATER, key="", reason="", way="letter", **more):
        return replies.write_down(
            request=AccessRequest.objects.get(pk=access_request.pk), kind=kind, way=way, on=on,
            key=key or f"{kind}{on}", by=finn, at=at, reason=reason, **more,
        )  # fmt: skip

    return act


@pytest.fixture
def now_at(access_request):
    return lambda: AccessRequest.objects.get(pk=access_request.pk)


@pytest.mark.parametrize(
    ("kinds", "status", "fact"),
    [
        (["received"], "running", "received"),
        (["proof_asked"], "waiting_for_proof", "id_asked"),
        (["proof_asked", "received"], "waiting_for_proof", "received"),
        (["permission_asked"], "waiting_for_proof", "authority_asked"),
        (["fee_asked"], "waiting_for_proof", "fee_asked"),
        (["received", "question"], "paused", "clarification_asked"),
        (["received", "question", "answer_came"], "running", "clarification_answered"),
        (["received", "question", "stopped"], "lapsed", "clarification_asked"),
        (["received", "proof_asked", "proof_came"], "running", "id_received"),
        (["received", "part"], "part_answered", "partial_reply"),
        (["received", "part", "all"], "answered", "full_reply"),
        (["received", "nothing"], "none_found", "no_records"),
        (["received", "no_without_reason"], "refused", "refusal"),
        (["received", "passed_on"], "passed_on", "transferred"),
        (["received", "more_time_no_reason"], "running", "extension_notice"),
        (["received", "not_yet"], "running", "received"),
    ],
)
def test_what_came_moves_the_request_and_tells_the_clock(tell, now_at, kinds, status, fact):
    for kind in kinds:
        tell(kind)

    assert now_at().status == status
    assert now_at().facts.order_by("pk").last().kind == fact
    assert now_at().last_contact_on == IN_A_WEEK


def test_the_reason_for_more_time_is_sealed_and_counts(tell, now_at):
    tell("received")
    tell("more_time", reason="Many boxes")

    assert clock_of(now_at(), on=LATER.date()).extension_valid
    assert "boxes" not in str(Fact.objects.filter(kind="extension_notice").values_list("reason")[0])


def test_a_word_on_the_telephone_is_known_as_such(tell, now_at):
    tell("received", way="phone")

    assert now_at().facts.get(kind="received").basis == "phone"


def test_a_question_is_the_most_urgent_thing_there_is(tell, now_at):
    tell("received")
    tell("question", at=NOW + timedelta(days=7))

    duty = Duty.objects.open().get()
    assert (duty.kind, duty.due_on) == ("answer_the_question", IN_A_WEEK + timedelta(days=3))


@pytest.mark.parametrize("then", ["answer_came", "stopped", "all", "nothing"])
def test_nobody_answers_a_question_that_is_over(tell, then):
    tell("received")
    tell("question")
    tell(then)

    assert not Duty.objects.open().exists()


def test_proof_alone_does_not_start_the_month_while_permission_is_missing(tell, now_at):
    for kind in ("received", "proof_asked", "permission_asked", "proof_came"):
        tell(kind)
    assert now_at().status == "waiting_for_proof"

    tell("permission_came")
    assert now_at().status == "running"


@pytest.mark.parametrize(
    ("kind", "told", "sentence"),
    [
        ("stopped", {}, "does not fit"),
        ("answer_came", {}, "does not fit"),
        ("received", {"on": LATER.date() + timedelta(days=1)}, "in the future"),
        ("received", {"on": TODAY - timedelta(days=1)}, "before the letter was sent"),
        ("no", {}, "Write the reason"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(tell, now_at, kind, told, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        tell(kind, **told)

    assert now_at().status == "sent"
    assert not Reply.objects.exists()


def test_the_same_form_sent_twice_is_one_answer(tell):
    assert tell("received", key="once") == tell("received", key="once")
    assert Fact.objects.filter(kind="received").count() == 1


def test_it_is_gone_through_together_once(tell, finn):
    reply = tell("received")
    replies.explain(reply=reply, on=IN_A_WEEK, by=finn, at=LATER)

    assert reply.explained_on == IN_A_WEEK
    with pytest.raises(NotAllowed, match="already"):
        replies.explain(reply=reply, on=IN_A_WEEK, by=finn, at=LATER)


@pytest.mark.parametrize("days", [-1, 30])
def test_it_is_gone_through_between_its_day_and_today(tell, finn, days):
    with pytest.raises(NotAllowed, match="between"):
        replies.explain(reply=tell("received"), on=IN_A_WEEK + timedelta(days=days), by=finn, at=LATER)


def test_the_trail_says_which_kind_and_nothing_of_the_letter(tell, jo):
    reply = tell("received")
    line = Entry.objects.get(verb="files.reply.written")

    assert (line.subject_ref, line.about_ref, line.detail["kind"]) == (reply.ref, jo.ref, "received")
    assert line.detail["stands"] == "running"
