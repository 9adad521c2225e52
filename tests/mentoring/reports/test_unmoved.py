"""No later move changes what was: for each figure and history here, asked again after every kind of move.

Offers by team, prison, setting and month (`attendance.tallies`, and so its charts and its file), the delivery and the
settings of a desk, and a mentor's own time (`sessions`) are in test_attendance.py.

About now by design, and so not here: who is away, free or covering (`leaves`, `availabilities`), who is due and
how many people a mentor has (`supervisions`), what waits (`sheets`, `claims`), what is coming, unlogged, to be planned
again, or in a calendar feed (`meetings`), slips, ways to somebody (`follow_ups`), suggestions, and what lies ahead in a
match but for its reviews. A person's plan and what was asked for them follow the person to another team: they are asked
for here by somebody who sees every team.
"""

from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest

from mentoring.actions import (
    batches,
    claims,
    debriefs,
    goals,
    groups,
    matches,
    meeting_answers,
    meetings,
    registers,
    reviews,
    sessions,
    sheets,
    stacks,
    standings,
    supervisions,
)
from mentoring.actions.claims import Line
from mentoring.actions.registers import Row
from mentoring.actions.stacks import Wanted
from mentoring.actions.supervisions import Account
from mentoring.models import Meeting, Member, Mentor, Review
from mentoring.reports import experiences
from mentoring.reports.advocacy import asked_for, page_of
from mentoring.reports.claims import for_the_bank
from mentoring.reports.goals import plan_of
from mentoring.reports.matches import ahead
from mentoring.reports.meeting_answers import answered
from mentoring.reports.meetings import way
from mentoring.reports.sessions import by_setting, delivery
from mentoring.reports.sheets import delays
from mentoring.reports.standings import history_of
from mentoring.reports.supervisions import mentors_cared_for, with_load
from people.actions import locations, persons
from people.models import Person
from tests.conftest import NOW, match_of, mentor_for
from tests.factories.places import prison
from tests.matrix.fixtures_endings import asked_for as ask_for
from tests.matrix.fixtures_sessions import occasion, register_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LATER = NOW + DAY
WINDOW = {"since": NOW - 100 * DAY, "until": NOW + 2 * DAY}


@pytest.fixture
def world(group, match, jo, sams_mentor, sam, rosa, marion, alex, leeds, yorkshire, wales):
    """Sam and Jo, with one of each thing that is counted or kept as history."""
    w = SimpleNamespace(
        group=group, match=match, jo=jo, mentor=sams_mentor, sam=sam, rosa=rosa, marion=marion, alex=alex, leeds=leeds,
        yorkshire=yorkshire, wales=wales,
    )  # fmt: skip
    _meet(w)
    _on_paper(w)
    _look_after(w)
    goal = goals.set_down(match=match, words="A front door", topic="housing", key="g", by=sam, at=NOW - 9 * DAY)
    goals.settle(goal=goal, to="done", on=NOW.date(), by=sam, at=NOW)
    w.issue = ask_for(match, sam, "i")
    reviews.plan_all(by=None, at=NOW)
    review = Review.objects.get(match=match)
    reviews.hold(
        review=review, held_on=NOW.date(), their_words="It helps", what_next="", confidence=4, by=sam, at=NOW
    )  # fmt: skip
    return w


def _meet(w) -> None:
    alone = register_of(w.leeds, kind="one_to_one")
    w.session = sessions.record(mentor=w.mentor, details=alone, marks={w.match: "attended"}, key="s", by=w.sam, at=NOW)
    registers.take(
        mentor=w.mentor, group=w.group, details=register_of(w.leeds, setting="community", establishment=None),
        rows=[Row(person=w.jo, mark="attended")], key="r", by=w.sam, at=NOW,
    )  # fmt: skip
    planned = {"mentor": w.mentor, "starts_at": NOW - DAY / 2, "occasion": occasion(w.leeds), "by": w.sam}
    first = meetings.plan(whom=w.match, key="m", at=NOW - 3 * DAY, **planned)
    said = {"cause": "prison_regime", "asked_by": "place", "by": w.sam}
    w.meeting = meetings.reschedule(meeting=first, starts_at=NOW - DAY / 4, at=NOW - DAY, **said)
    meeting_answers.note(meeting=w.meeting, person=w.jo, says="yes", reply="a", by=None, at=NOW - DAY)
    meetings.call_off(meeting=w.meeting, at=NOW, **said)
    w.group_meeting = meetings.plan(whom=w.group, key="n", at=NOW - DAY, **planned)
    meeting_answers.note(meeting=w.group_meeting, person=w.jo, says="no", reply="b", by=None, at=NOW - DAY)


def _on_paper(w) -> None:
    def printed(kind, **more):
        wanted = Wanted(kind=kind, team=w.yorkshire, match=w.match, **more)
        return stacks.print_(wanted=wanted, count=1, key=kind[:12], by=w.rosa, at=NOW - 60 * DAY)[0]

    held = register_of(w.leeds, kind="one_to_one", started_at=NOW - 5 * DAY)
    sheets.key_session(
        sheet=printed("one_to_one"), mentor=w.mentor, details=held, marks={w.match: "attended"},
        written_on=held.started_at.date(), key="p", by=w.rosa, at=NOW,
    )  # fmt: skip
    said = {"asked_on": (NOW - 40 * DAY).date(), "stage": "later", "asked_by_role": "peer", "wording": "peer_1",
            "answer": "yes"}  # fmt: skip
    asking = printed("identification", establishment=w.leeds)
    sheets.key_identification(sheet=asking, person=w.jo, said=said, key="q", by=w.rosa, at=NOW)


def _look_after(w) -> None:
    debriefs.ask(session=w.session, note="", by=w.sam, at=NOW)
    account = Account(
        held_on=NOW.date(), kind="one_to_one", agreed_summary="Rest on Fridays", private_notes="",
        next_due_on=(NOW + 28 * DAY).date(),
    )  # fmt: skip
    supervisions.record(mentor=w.mentor, account=account, key="v", by=w.rosa, at=NOW)
    line = Line(kind="travel", spent_on=NOW.date(), words="Bus", amount=Decimal("4.80"))
    claim = claims.begin(mentor=w.mentor, line=line, key="c", by=w.sam, at=NOW)
    claims.submit(claim=claim, by=w.sam, at=NOW)
    claims.approve(claim=claim, by=w.rosa, at=NOW)
    w.batch = batches.make(by=w.marion, at=NOW)
    standings.rest(mentor=w.mentor, why="tired", until=None, words="Back soon", by=w.sam, at=NOW)
    standings.come_back(mentor=w.mentor, words="", by=w.sam, at=NOW)


def a_transfer(w) -> None:
    locations.record(
        person=w.jo, kind="custody", legal_state="sentenced", establishment=prison(name="HMP Hull"), by=w.rosa, at=LATER
    )


def left_the_group(w) -> None:
    groups.leave(member=Member.objects.get(group=w.group), by=w.rosa, at=LATER)


def never_was_in_the_group(w) -> None:
    """What a correction by hand comes to."""
    Member.objects.filter(group=w.group).delete()


def the_match_ends(w) -> None:
    matches.end(match=w.match, reason="moved on", by=w.rosa, at=LATER)


def another_mentor(w) -> None:
    match_of(mentor_for(w.alex, w.yorkshire), w.jo, at=LATER)


def their_team_changes(w) -> None:
    Person.objects.filter(pk=w.jo.pk).update(team=w.wales)


def the_mentors_team_changes(w) -> None:
    Mentor.objects.filter(pk=w.mentor.pk).update(team=w.wales)
    Person.objects.filter(pk=w.mentor.person_id).update(team=w.wales)


MOVES = [
    a_transfer, left_the_group, never_was_in_the_group, the_match_ends, another_mentor, their_team_changes,
    the_mentors_team_changes,
]  # fmt: skip


def the_load(w):
    """What a mentor gave in four weeks, and when they were last listened to. How many people they have is about now."""
    one = with_load(Mentor.objects.filter(pk=w.mentor.pk), now=NOW).get()
    seen = mentors_cared_for(user=w.marion, now=NOW, today=NOW.date()).get(pk=w.mentor.pk)
    return one.minutes_lately, one.hard_lately, seen.last_held_on, seen.supervision_due_on


def the_answers(w):
    both = answered(Meeting.objects.filter(pk__in=[w.meeting.pk, w.group_meeting.pk])).order_by("pk")
    return [(one.person_says, one.yes_of_group, one.no_of_group) for one in both]


def the_way(w):
    return [(one.ref, one.status, one.cause, one.expected, one.team_id) for one in way(w.meeting)]


def the_plan(w):
    return [(goal.ref, goal.status, goal.settled_on) for goal in plan_of(w.jo, user=w.marion).settled]


def the_reviews(w):
    return [(one.ref, one.held_on, one.confidence) for one in ahead(w.match, user=w.marion, on=NOW.date()).reviews]


def what_was_asked(w):
    page = page_of(w.issue, user=w.marion, on=NOW.date())
    return [one.ref for one in asked_for(w.jo, user=w.marion)], page.history, page.facts


FIGURES = {
    "paper for its team": (
        lambda w: delays(user=w.rosa, **WINDOW),
        lambda found: found[0].counts == [0, 1, 0, 0, 1, 0],
    ),
    "paper for all": (lambda w: delays(user=w.marion, **WINDOW), lambda found: found[0].place == "HMP Leeds"),
    "delivery": (lambda w: delivery(user=w.rosa, **WINDOW), lambda found: found.delivered == 3),
    "experience": (lambda w: experiences.of(w.mentor), lambda found: (found.sessions, found.total) == (3, "3 hours")),
    "load": (the_load, lambda found: found[:3] == (180, 1, NOW.date())),
    "answers": (the_answers, lambda found: found == [("yes", 1, 0), (None, 0, 1)]),
    "moves of a meeting": (the_way, lambda found: [one[1] for one in found] == ["moved", "cancelled"]),
    "settled goals": (the_plan, lambda found: len(found) == 1),
    "reviews": (the_reviews, lambda found: len(found) == 1),
    "what was asked": (what_was_asked, lambda found: len(found[0]) == 1 and found[2]),
    "the file for the bank": (lambda w: for_the_bank(w.batch), lambda found: "Total,1 payments,4.80" in found),
    "standing": (lambda w: history_of(w.mentor, user=w.marion), lambda found: len(found) == 2),
}


@pytest.mark.parametrize("figure", FIGURES)
def test_no_move_changes(world, figure):
    act, is_right = FIGURES[figure]
    before = act(world)
    assert is_right(before), before

    for move in MOVES:
        move(world)
        assert act(world) == before, move.__name__


@pytest.mark.parametrize("figure", [delivery, by_setting, delays])
def test_the_figures_of_a_team_do_not_hang_on_a_match_of_its_coordinator(figure, rosa, sam, match, wales, leeds):
    """Rosa also walks with somebody of another team: while she does she reads those sessions, but they are not hers
    to count, and no figure falls on the day she stops.
    """
    said = register_of(leeds, kind="one_to_one")
    sessions.record(mentor=match.mentor, details=said, marks={match: "attended"}, key="s", by=sam, at=NOW)
    alone = figure(user=rosa, **WINDOW)
    elsewhere = persons.add(preferred_name="Lee", team=wales, by=None, at=NOW)
    walk = match_of(mentor_for(rosa, wales), elsewhere, at=NOW - 20 * DAY)
    sheet = stacks.print_(
        wanted=Wanted(kind="one_to_one", team=wales, match=walk), count=1, key="w", by=rosa, at=NOW - 9 * DAY
    )[0]  # fmt: skip
    sheets.key_session(
        sheet=sheet, mentor=walk.mentor, details=register_of(leeds, kind="one_to_one"), marks={walk: "attended"},
        written_on=(NOW - 2 * DAY).date(), key="x", by=rosa, at=NOW,
    )  # fmt: skip

    assert figure(user=rosa, **WINDOW) == alone
    matches.end(match=walk, reason="", by=rosa, at=LATER)
    assert figure(user=rosa, **WINDOW) == alone
