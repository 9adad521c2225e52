"""Each verb of each way, tried from every state: taken where the way says so, and refused everywhere else."""

import pytest
from django.db import transaction

from common.fields import sealed_for_update
from common.transitions import NotAllowed
from mentoring.actions import appeals, applications, clearances, decisions, matches, mentors, referrals, triage
from mentoring.actions.mentors import MOVES
from mentoring.models import Clearance, Match, Mentor, MentorApplication, Referral
from mentoring.models.match_steps import What
from mentoring.rules.applications import UNDER_WAY, Stage
from mentoring.rules.clearances import FROM
from people.actions import persons
from tests.conftest import NOW
from tests.factories.readiness import ready
from tests.house.survey import forbid
from tests.matrix.fixtures_recruitment import ANSWERS, REFEREES, applied

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
WORDS = "Not just now, we are sorry."
ACT = {"by": None, "at": NOW}


def tried(record, put, verbs):
    """What is not as it should be. `put` gives the columns of a status; `verbs` is name → (act, where it may begin)."""
    wrong = []
    for name, (act, begins) in verbs.items():
        for status in type(record).Status.values:
            if is_taken(record, put(status), act) != (status in begins):
                wrong.append(f"{name} from {status}")
    return wrong


def is_taken(record, columns, act):
    """Whether it is done; undone again. A refusal must leave the record as it was."""
    one = type(record).objects.filter(pk=record.pk)
    with transaction.atomic():
        one.update(**sealed_for_update(record, columns))
        before = one.values().get()
        try:
            act(one.get())
        except NotAllowed:
            assert one.values().get() == before
            return False
        else:
            return True
        finally:
            transaction.set_rollback(True)


def test_a_match_takes_no_step_out_of_turn(match, marion):
    def put(status):
        over = TODAY if status == "ended" else None
        return {"status": status, "ended_on": over}

    said = {"told": "spoken", "said_on": TODAY} | ACT
    verbs = {
        "mentor_agrees": (lambda one: matches.mentor_agrees(match=one, **said), {"suggested"}),
        "person_agrees": (lambda one: matches.person_agrees(match=one, **said), {"mentor_agreed"}),
        "approve": (lambda one: matches.approve(match=one, by=marion, at=NOW), {"person_agreed"}),
        "begin": (lambda one: matches.begin(match=one, **ACT), {"approved"}),
        "pause": (lambda one: matches.pause(match=one, reason="They need some time", **ACT), {"active"}),
        "resume": (lambda one: matches.resume(match=one, **ACT), {"paused"}),
        "begin_ending": (lambda one: matches.begin_ending(match=one, **ACT), {"active", "paused"}),
        "go_on": (lambda one: matches.go_on(match=one, **ACT), {"ending"}),
        "say_no": (
            lambda one: matches.say_no(match=one, what=What.TAKEN_BACK, reason="Taken back", **ACT),
            Match.BEFORE_IT_STARTS,
        ),
        "end": (lambda one: matches.end(match=one, reason="Ended", **ACT), {*Match.Status.values} - {"ended"}),
    }

    forbid(tried(match, put, verbs), "out of turn")


def application_as(rosa):
    def put(status):
        approved = {"approved_at": NOW, "approved_by": rosa} if status == "approved" else {}
        never = {"approved_at": None, "approved_by": None}
        stopped = {
            "stopped_from": "submitted", "stopped_at": NOW, "stopped_by": rosa, "reason": "no_room", "words": WORDS,
            "look_again_on": TODAY,
        }  # fmt: skip
        return {"status": status} | never | approved | stopped

    return put


def test_an_application_takes_no_step_out_of_turn(yorkshire, rosa, marion):
    application = applied(yorkshire, rosa)
    ready(application.mentor)
    Mentor.objects.filter(pk=application.mentor.pk).update(status="training")
    later = TODAY.replace(year=TODAY.year + 1)
    stop = {"reason": "no_room", "words": WORDS, "by": marion, "at": NOW}
    mid = {str(stage) for stage in UNDER_WAY}
    verbs = {
        "invite": (
            lambda one: applications.invite(application=one, known=one.mentor.person, by=rosa, at=NOW),
            {"interested"},
        ),
        "submit": (
            lambda one: applications.submit(application=one, answers=ANSWERS, referees=REFEREES, by=rosa, at=NOW),
            {"invited"},
        ),
        "approve": (lambda one: decisions.approve(application=one, by=marion, at=NOW), {"training"}),
        "decline": (lambda one: decisions.decline(application=one, **stop), mid | {"deferred"}),
        "defer": (lambda one: decisions.defer(application=one, look_again_on=later, **stop), mid),
        "withdraw": (lambda one: decisions.withdraw(application=one, words="", by=rosa, at=NOW), mid | {"deferred"}),
        "resume": (lambda one: decisions.resume(application=one, by=marion, at=NOW), {"deferred", "withdrawn"}),
        "appeal": (lambda one: appeals.make(application=one, grounds="I am ready", by=rosa, at=NOW), {"declined"}),
    }

    forbid(tried(application, application_as(rosa), verbs), "out of turn")


def test_a_button_that_is_pressed_at_another_stage_does_nothing(yorkshire, rosa):
    application = applied(yorkshire, rosa)
    ready(application.mentor)
    taken = [
        f"{seen} at {status}"
        for seen in Stage
        for status in MentorApplication.Status.values
        if seen != status
        and is_taken(
            application,
            application_as(rosa)(status),
            lambda one, seen=seen: applications.advance(application=one, seen=str(seen), by=rosa, at=NOW),
        )
    ]

    forbid(taken, "two clicks on one button are one step")


def test_a_referral_takes_no_step_out_of_turn(dee, rosa, yorkshire):
    told = referrals.Details(preferred_name="Wren", source="prison", care="yes", where="unknown")
    agreed = referrals.Agreed(how="spoken", on=TODAY, whom="Dee")
    sent = referrals.ask(details=told, agreed=agreed, key="k", by=dee, at=NOW)
    wren = persons.add(preferred_name="Wren", team=yorkshire, by=rosa, at=NOW)
    no = {"reason": "no_mentor_near", "kind_words": WORDS, "what_else": "Ring the helpline"}
    verbs = {
        "record_permission": (
            lambda one: referrals.record_permission(referral=one, agreed=agreed, by=dee, at=NOW),
            {"draft"},
        ),
        "submit": (lambda one: referrals.submit(referral=one, by=dee, at=NOW), {"permission_recorded"}),
        "take": (lambda one: triage.take(referral=one, team=yorkshire, by=rosa, at=NOW), {"submitted"}),
        "take_on": (
            lambda one: triage.take_on(referral=one, to="waiting", person=None, by=rosa, at=NOW),
            {"triage"},
        ),
        "decline": (lambda one: triage.decline(referral=one, by=rosa, at=NOW, **no), {"triage"}),
        "close": (
            lambda one: triage.close(referral=one, reason="not_wanted", by=rosa, at=NOW),
            {"submitted", "triage", "accepted", "waiting", "matched"},
        ),
        "discard": (lambda one: referrals.discard(referral=one, by=dee, at=NOW), set(Referral.UNSENT)),
    }

    def put(status):
        closed = {"closed_at": NOW if status == "closed" else None, "close_reason": "not_wanted"}
        declined = {"decline_reason": "no_answer", "kind_words": WORDS, "what_else": "Ring the helpline"}
        return {"status": status, "person": wren, "team": yorkshire} | closed | declined

    forbid(tried(sent, put, verbs), "out of turn")


def test_a_clearance_takes_no_step_out_of_turn(match, leeds, rosa):
    held = Clearance.objects.get(mentor=match.mentor)
    given = {"reason": "vetting", "words": WORDS, "valid_from": TODAY, "valid_until": TODAY, "by": rosa, "at": NOW}
    verbs = {
        str(to): (lambda one, to=to: clearances.take(clearance=one, to=str(to), **given), {str(frm) for frm in begins})
        for to, begins in FROM.items()
    } | {"not_applied": (lambda one: clearances.take(clearance=one, to="not_applied", **given), set())}

    forbid(tried(held, lambda status: {"status": status}, verbs), "out of turn")


def test_a_mentor_takes_no_step_out_of_turn(match, rosa):
    def put(status):
        return {"status": status, "left_on": TODAY if status == "ended" else None}

    verbs = {
        to: (
            lambda one, to=to: mentors.change_status(mentor=one, to=to, reason="", by=rosa, at=NOW),
            {str(frm) for frm in MOVES.get(to, ())},
        )
        for to in Mentor.Status.values
    }

    forbid(tried(match.mentor, put, verbs), "out of turn")
