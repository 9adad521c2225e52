"""Each step that moves something on is taken by eight people at once: one takes it, and seven are told that it moved.

One world for each life, since whoever wins a step makes the next one possible.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from audit.checking import check
from audit.models import Event
from common.transitions import NotAllowed, Stale
from mentoring.actions import (
    appeals,
    applications,
    claims,
    clearances,
    covers,
    dbs_checks,
    debriefs,
    decisions,
    gate_plans,
    goals,
    groups,
    interviews,
    leaves,
    match_blocks,
    matches,
    mentors,
    note_releases,
    references,
    referrals,
    registers,
    repeats,
    reviews,
    standings,
    supervisions,
    triage,
)
from mentoring.actions.registers import Row
from mentoring.actions.supervisions import Account
from mentoring.models import Attendance, Correction, Cover, Mentor, MentorApplication, NoteRelease, Review, Session
from mentoring.models.match_steps import What
from tests.conftest import NOW
from tests.factories.mentoring import match_at
from tests.factories.people import person
from tests.factories.readiness import ready
from tests.house.survey import forbid
from tests.matrix.fixtures_recruitment import ANSWERS, REFEREES, interested
from tests.matrix.fixtures_sessions import register_of
from tests.races.running import race
from tests.races.test_claims import sent

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate
WORDS = "Not just now, we are sorry."


@dataclass(frozen=True)
class Step:
    """A verb, the record that it moves, under which name it takes it, and whatever else it is told."""

    verb: Callable[..., Any]
    record: Any
    name: str
    said: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.verb.__module__}.{self.verb.__name__}"

    def take(self) -> Any:
        own = type(self.record).objects.get(pk=self.record.pk)
        return self.verb(**{self.name: own}, **self.said)


def eight(verb, by, *, at=None, **said):
    """Eight take this step. Answers what is wrong with the outcome: nothing, where one did and seven were refused."""
    name = next(iter(said))
    step = Step(verb, said.pop(name), name, said | {"by": by, "at": at or timezone.now()})
    before = Event.objects.count()
    outcomes = race(8, lambda _: step.take())
    refused = sum(isinstance(outcome, NotAllowed) for outcome in outcomes)
    if refused == 7 and Event.objects.count() > before:
        return []
    return [f"{step}: {refused} refused, {[repr(one) for one in outcomes if not isinstance(one, NotAllowed)]}"]


def test_a_match_from_a_no_to_its_end(match, sam, rosa, yorkshire):
    refused = match_at("suggested", match.mentor, person("Kim", team=yorkshire))
    wrong = eight(matches.say_no, rosa, match=refused, what=What.MENTOR_NO, reason="Not just now")
    wrong += eight(matches.pause, rosa, match=match, reason="They need some time")
    wrong += eight(matches.resume, rosa, match=match)
    wrong += eight(matches.begin_ending, rosa, match=match)
    wrong += eight(matches.go_on, rosa, match=match)
    wrong += eight(matches.end, rosa, match=match, reason="Ended")

    forbid(wrong, "one of eight")
    assert check().whole


def test_an_application_from_being_asked_to_an_appeal(yorkshire, leeds, rosa, marion):
    told = interested(yorkshire)
    wrong = eight(applications.invite, rosa, at=NOW, application=told, known=None)
    wrong += eight(applications.submit, rosa, at=NOW, application=told, answers=ANSWERS, referees=REFEREES)
    told = MentorApplication.objects.get(pk=told.pk)
    mentor = told.mentor
    assert mentor.references.count() == 2
    interviews.record(
        mentor=mentor, held_on=NOW.date(), how="phone", strengths="Kind", needs="", advice="go_on", key="t", by=rosa,
        at=NOW,
    )  # fmt: skip
    heard = mentor.references.first()
    references.key_in(reference=heard, said={"how_long": "Long", "recommend": "Yes"}, by=rosa, at=NOW)
    wrong += eight(references.judge, rosa, reference=heard, accepted=True, words="")
    wrong += eight(references.take_back, rosa, reference=heard, words=WORDS)
    asked = dbs_checks.ask(mentor=mentor, level="enhanced", by=rosa, at=NOW)
    fine = {"outcome": "clear", "decision": "suitable", "number": "1", "issued_on": NOW.date(), "words": ""}
    wrong += eight(dbs_checks.decide, marion, at=NOW, check=asked, **fine)
    held = clearances.begin(mentor=mentor, establishment=leeds, by=rosa, at=NOW)
    wrong += eight(clearances.take, rosa, clearance=held, to="applied")
    wrong += eight(clearances.take, rosa, clearance=held, to="refused", reason="vetting", words=WORDS)
    later = NOW.date() + timedelta(days=30)
    wrong += eight(decisions.defer, rosa, at=NOW, application=told, reason="no_room", words=WORDS, look_again_on=later)
    wrong += eight(decisions.resume, rosa, application=told)
    wrong += eight(decisions.withdraw, rosa, application=told, words="")
    wrong += eight(decisions.resume, rosa, application=told)
    wrong += eight(decisions.decline, rosa, application=told, reason="no_room", words=WORDS)
    told.refresh_from_db()
    wrong += eight(appeals.make, rosa, application=told, grounds="I am ready")
    wrong += eight(appeals.decide, marion, appeal=told.appeals.get(), changed=True, words=WORDS)

    forbid(wrong, "one of eight")
    assert check().whole


def test_an_approval_and_a_mentors_rest_and_suspension(yorkshire, rosa, marion):
    told = applications.invite(application=interested(yorkshire), known=None, by=rosa, at=NOW)
    ready(told.mentor)
    MentorApplication.objects.filter(pk=told.pk).update(
        status="training", submitted_at=NOW, submitted_by=rosa, convictions_told="no"
    )
    Mentor.objects.filter(pk=told.mentor.pk).update(status="training")
    said = {"words": WORDS, "staff_reason": "Looked into"}
    wrong = eight(decisions.approve, marion, application=told)
    mentor = Mentor.objects.get(pk=told.mentor.pk)
    wrong += eight(mentors.set_capacity, rosa, mentor=mentor, capacity=1)
    wrong += eight(standings.rest, rosa, mentor=mentor, why="tired", until=None, words="")
    wrong += eight(standings.come_back, rosa, mentor=mentor, words="")
    wrong += eight(standings.suspend, marion, mentor=mentor, why="concern", **said)
    wrong += eight(standings.lift, marion, mentor=mentor, **said)

    forbid(wrong, "one of eight")
    assert check().whole


def test_a_referral_that_is_declined_and_one_that_is_closed(dee, rosa, yorkshire):
    agreed = referrals.Agreed(how="spoken", on=NOW.date(), whom="Dee")
    told = referrals.Details(preferred_name="Wren", source="prison", care="yes", where="unknown")
    wrong = []
    for key, verb, how in (
        ("a", triage.decline, {"reason": "no_mentor_near", "kind_words": WORDS, "what_else": "Ring the helpline"}),
        ("b", triage.close, {"reason": "not_wanted"}),
    ):
        sent = referrals.begin(details=told, key=key, by=dee, at=NOW)
        wrong += eight(referrals.record_permission, dee, at=NOW, referral=sent, agreed=agreed)
        wrong += eight(referrals.submit, dee, referral=sent)
        wrong += eight(triage.take, rosa, referral=sent, team=yorkshire)
        wrong += eight(verb, rosa, referral=sent, **how)

    forbid(wrong, "one of eight")
    assert check().whole


def test_what_surrounds_a_match(match, sam, rosa, nadia, jo, yorkshire, register):
    mentor, now = match.mentor, timezone.now()
    reviews.plan_all(by=None, at=now)
    wrong = eight(reviews.call_off, rosa, review=Review.objects.get(match=match))
    plan = gate_plans.write(person=jo, seen=0, ready=False, release_on=None, by=rosa, at=now)
    wrong += eight(gate_plans.finish, rosa, plan=plan)
    asked = debriefs.ask(session=register, note="", by=sam, at=now)
    wrong += eight(debriefs.offer, rosa, debrief=asked)
    wrong += eight(debriefs.decline, rosa, debrief=asked)
    away = leaves.tell(
        mentor=mentor, first_day=TODAY(), last_day=TODAY(), why="holiday", note="", key="l", by=sam, at=now
    )
    wrong += eight(leaves.end, sam, leave=away)
    due = TODAY() + timedelta(weeks=4)
    said = Account(held_on=TODAY(), kind="one_to_one", agreed_summary="Fridays off.", private_notes="", next_due_on=due)
    met = supervisions.record(mentor=mentor, account=said, key="s", by=rosa, at=now)
    wrong += eight(supervisions.answer, sam, supervision=met, words="")
    planned = supervisions.plan(
        mentor=mentor, supervisor=rosa, planned_for=now + timedelta(days=3), kind="one_to_one", key="p", by=rosa, at=now
    )
    wrong += eight(supervisions.call_off, rosa, supervision=planned, because="Unwell")
    group = groups.add(name="Tuesday group", team=yorkshire, establishment=None, key="g", by=rosa, at=now)
    member = groups.join(group=group, person=jo, by=rosa, at=now)
    wrong += eight(groups.leave, rosa, member=member)
    wrong += eight(groups.close, rosa, group=group)
    kim = person("Kim", team=yorkshire)
    block = match_blocks.make(person=jo, other=kim, kind="gang", reason="Told", key="b", by=rosa, at=now)
    wrong += eight(match_blocks.confirm, nadia, block=block, other=kim)
    wrong += eight(match_blocks.lift, nadia, block=block, because="The prison said so")

    forbid(wrong, "one of eight")
    assert check().whole


def test_what_is_claimed_wanted_and_written_beside_a_match(match, sam, rosa, jo, yorkshire):
    now = timezone.now()
    wrong = eight(claims.send_back, rosa, claim=sent(sam), because="Which day?")
    goal = goals.set_down(match=match, words="A flat", topic="home", key="g", by=sam, at=now)
    wrong += eight(goals.reword, sam, goal=goal, words="A room", topic="home", hoped_for_by=None, seen=1)
    wrong += eight(goals.settle, sam, goal=goal, to="done", on=TODAY())
    wrong += eight(goals.take_up, sam, goal=goal)
    wrong += eight(gate_plans.write, rosa, person=jo, seen=0, ready=False, release_on=None, tonight="Her aunt’s")
    wrong += eight(gate_plans.write, rosa, person=jo, seen=1, ready=True, release_on=None, tonight="A hostel")
    release = NoteRelease.objects.create(
        person=jo, to_match=match, sessions=True, goal_notes=False, how="spoken", given_at=now, given_by=rosa
    )
    wrong += eight(note_releases.take_back, rosa, release=release)
    away = leaves.tell(
        mentor=match.mentor, first_day=TODAY(), last_day=TODAY(), why="holiday", note="", key="l", by=sam, at=now
    )
    other = Mentor.objects.create(person=person("Kit", team=yorkshire), team=yorkshire, joined_on=NOW.date())
    for verb in (covers.refuse, covers.end):
        asked = Cover.objects.create(leave=away, match=match, mentor=other, asked_at=now, asked_by=rosa)
        wrong += eight(verb, rosa, cover=asked)

    forbid(wrong, "one of eight")
    assert check().whole


def test_a_repeat_stops_once(repeat, sam):
    forbid(eight(repeats.stop, sam, repeat=repeat), "one of eight")
    assert check().whole


def test_of_eight_who_put_a_register_right_one_does_and_the_others_see_both_versions(register, jo, leeds, sam):
    def correct(n):
        return registers.correct(
            session=Session.objects.get(pk=register.pk), details=register_of(leeds, minutes=70 + n), seen=1,
            rows=[Row(person=jo, mark=Attendance.Mark.LATE)], reason="She came late", by=sam, at=timezone.now(),
        )  # fmt: skip

    outcomes = race(8, correct)

    assert sum(isinstance(outcome, Session) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Stale) for outcome in outcomes) == 7
    assert Correction.objects.count() == 1
    assert check().whole
