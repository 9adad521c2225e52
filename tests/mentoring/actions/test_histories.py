"""Matches and sessions of another system come in as history, and open no gate."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import debriefs, imports, match_blocks, match_steps, matches, reviews, sessions  # fmt: skip
from mentoring.models import Attendance, Debrief, Match, MatchStep, Mentor, NoteRelease, Session, Task
from mentoring.models.imports import Import, ImportedRow
from mentoring.models.match_steps import What
from mentoring.reports.sheets import delays
from mentoring.reports.suggestions import for_person
from people.actions import persons
from people.models import Person
from tests.conftest import NOW, mentor_for
from tests.factories.imports import MATCHES, MENTORS, PEOPLE, SESSIONS, brought_in, checked
from tests.factories.readiness import ready, ready_for

pytestmark = pytest.mark.django_db
MATCH_HEAD, SESSION_HEAD = MATCHES.partition("\n")[0], SESSIONS.partition("\n")[0]
SAID = {"told": "spoken", "said_on": NOW.date(), "by": None, "at": NOW}


@pytest.fixture
def pair(marion, yorkshire):
    """Ada, Bea and the mentor Di have come in."""
    return brought_in("people", PEOPLE, by=marion), brought_in("mentors", MENTORS, by=marion)


@pytest.fixture
def walked(pair, marion) -> Import:
    return brought_in("matches", MATCHES, by=marion)


@pytest.fixture
def met(walked, marion) -> Import:
    return brought_in("sessions", SESSIONS, by=marion)


def ada_and_di() -> Match:
    return Match.objects.get(person__preferred_name="Ada")


def bea_and_di() -> Match:
    return Match.objects.get(person__preferred_name="Bea")


def problems(kind, text, by):
    (row,) = checked(kind, text, by=by).read_rows()
    return row["problems"]


def test_a_match_that_ended_comes_in_as_ended(walked):
    match = ada_and_di()

    assert (match.status, match.started_on, match.ended_on) == ("ended", date(2025, 2, 1), date(2025, 12, 19))
    assert (match.mentor_agreed_at, match.person_agreed_at, match.approved_at) == (None, None, None)


def test_its_one_step_says_where_it_came_from_and_who_said_so(walked, marion):
    (step,) = ada_and_di().steps.all()

    assert (step.what, step.made_by, step.reason) == (What.BROUGHT_IN, marion, "From another system")
    assert step.note == "They moved on\nOld system: We leave it behind"


def test_a_match_that_goes_on_waits_for_both_and_for_every_gate(walked, marion):
    match = bea_and_di()

    assert (match.status, match.started_on, match.person_agreed_at) == ("suggested", date(2026, 3, 2), None)
    matches.mentor_agrees(match=match, **SAID)
    matches.person_agrees(match=match, **SAID)
    with pytest.raises(NotAllowed, match="This mentor is not active"):
        matches.approve(match=match, by=marion, at=NOW)


def begun(match: Match, marion) -> Match:
    """Everything is checked, both said yes, and it goes on."""
    ready(match.mentor)
    Mentor.objects.filter(pk=match.mentor_id).update(status="active")
    ready_for(match.mentor, match.person)
    match = Match.objects.get(pk=match.pk)
    matches.mentor_agrees(match=match, **SAID)
    matches.person_agrees(match=match, **SAID)
    matches.approve(match=match, by=marion, at=NOW)
    return matches.begin(match=match, by=marion, at=NOW)


def test_one_that_goes_on_here_keeps_the_day_on_which_it_began(walked, marion):
    match = begun(bea_and_di(), marion)

    assert (match.status, match.started_on) == ("active", date(2026, 3, 2))


def test_a_no_to_one_that_goes_on_there_is_weighed_like_any_no(walked, marion):
    match = bea_and_di()
    Mentor.objects.filter(pk=match.mentor_id).update(status=Mentor.Status.ACTIVE)
    (before,) = for_person(match.person, user=marion, on=NOW.date())
    matches.say_no(match=match, what=What.MENTOR_NO, reason="not_now", by=marion, at=NOW)

    (after,) = for_person(match.person, user=marion, on=NOW.date())

    said_no = "One of them said no to the other before."
    assert said_no not in before.doubts
    assert said_no in after.doubts


def test_its_first_review_is_not_long_overdue(walked, marion):
    match = begun(bea_and_di(), marion)
    reviews.plan_all(by=None, at=NOW)

    assert match.reviews.get().due_on == NOW.date() + timedelta(weeks=4)


def test_nothing_is_recorded_here_before_it_goes_on_here(walked, rosa):
    match = bea_and_di()
    details = sessions.Details(
        kind="one_to_one",
        setting="community",
        medium="in_person",
        started_at=NOW - timedelta(1),
        happened=True,
        minutes=9,
    )

    with pytest.raises(NotAllowed, match="not matched with this person on that day"):
        sessions.record(mentor=match.mentor, details=details, marks={match: "attended"}, key="k", by=rosa, at=NOW)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("W-9,P-9,M-1,ended,2025-02-01,2025-03-01,", "person_key names nobody"),
        ("W-9,P-1,M-9,ended,2025-02-01,2025-03-01,", "mentor_key names no mentor"),
        ("W-9,P-1,M-1,ended,2025-02-01,2025-01-01,", "ended_on comes before started_on"),
        ("W-9,P-1,M-1,ended,2025-02-01,,", "needs ended_on"),
        ("W-9,P-1,M-1,going,2025-02-01,2025-03-01,", "has no ended_on"),
        ("W-9,P-1,M-1,going,2027-02-01,,", "in the future"),
        ("W-9,P-1,M-1,maybe,2025-02-01,,", "status must be one of"),
        ("W-9,P-1,M-1,ended,2025-12-19,2026-01-05,", "already matched on some of these days"),
        ("W-9,P-2,M-1,going,2026-09-02,,", "already matched, or suggested"),
        ("W-9,P-2,M-1,ended,2026-04-02,2026-05-02,", "already matched on some of these days"),
    ],
)
def test_each_row_of_matches_that_cannot_come_in_says_why(walked, marion, line, problem):
    assert problem in " ".join(problems("matches", f"{MATCH_HEAD}\n{line}\n", marion))


def test_two_rows_of_one_file_are_asked_against_each_other(pair, marion):
    line = "{},P-1,M-1,going,2026-02-01,,\n"
    first, second = checked("matches", f"{MATCH_HEAD}\n{line.format(1)}{line.format(2)}", by=marion).read_rows()

    assert (first["problems"], second["problems"]) == (
        [],
        ["These two are already matched, or suggested for each other."],
    )


def test_keys_of_one_system_mean_nothing_in_another(pair, marion):
    brought = checked("matches", MATCHES, by=marion, source="Another")

    assert brought.wrong == 2


def blocked(nadia):
    ada, di = (Person.objects.get(preferred_name=name) for name in ("Ada", "Di"))
    match_blocks.make(person=di, other=ada, kind="family", reason="Cousins", key="b", by=nadia, at=NOW)


def test_two_who_are_kept_apart_are_not_joined_and_nobody_reads_why(pair, marion, nadia):
    blocked(nadia)

    assert checked("matches", MATCHES, by=marion).read_rows()[0]["problems"] == [
        "These two are blocked from being matched."
    ]


def test_a_block_that_comes_between_the_check_and_the_work_still_holds(pair, marion, nadia):
    brought = checked("matches", MATCHES, by=marion)
    blocked(nadia)

    with pytest.raises(NotAllowed, match="blocked from being matched"):
        imports.bring(brought=brought, row=brought.read_rows()[0], by=marion, at=NOW)
    assert not Match.objects.exists()


def test_nobody_becomes_their_own_mentor(pair, marion):
    ImportedRow.objects.filter(kind="people").update(person=ImportedRow.objects.get(kind="mentors").person)

    assert "Nobody can be their own mentor." in checked("matches", MATCHES, by=marion).read_rows()[0]["problems"]


def test_a_session_comes_in_with_its_own_time_and_that_of_the_import(met, marion, yorkshire):
    held, lost = Session.objects.order_by("started_at")

    assert held.started_at == datetime(2025, 7, 10, 13, 30, tzinfo=UTC)
    assert (held.recorded_at, held.recorded_by, held.brought_in, held.team) == (NOW, marion, True, yorkshire)
    assert (held.minutes, held.topics, held.what_we_did) == (50, ["housing", "money"], "We looked at flats")
    assert (lost.happened, lost.cause, lost.cause_note) == (False, "prison_security", "The gate was shut")
    marks = Attendance.objects.order_by("session__started_at").values_list("mark", "cause", "match")
    assert list(marks) == [("attended", "", ada_and_di().pk), ("not_attended", "prison_security", ada_and_di().pk)]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("S-9,W-9,2025-07-10 14:30,50,community,in_person,yes,,,", "match_key names no match"),
        ("S-9,W-1,2025-01-10 14:30,50,community,in_person,yes,,,", "had not begun by that day"),
        ("S-9,W-1,2026-01-10 14:30,50,community,in_person,yes,,,", "was over"),
        ("S-9,W-2,2026-12-10 14:30,50,community,in_person,yes,,,", "in the future"),
        ("S-9,W-1,2025-03-30 01:30,50,community,in_person,yes,,,", "was on no clock"),
        ("S-9,W-1,2025-10-26 01:30,50,community,in_person,yes,,,", "came twice that night"),
        ("S-9,W-1,10 July,50,community,in_person,yes,,,", "must be a day and a time"),
        ("S-9,W-1,2025-07-10 14:30,,community,in_person,yes,,,", "minutes is empty"),
        ("S-9,W-1,2025-07-10 14:30,long,community,in_person,yes,,,", "whole number of minutes"),
        ("S-9,W-1,2025-07-10 14:30,700,community,in_person,yes,,,", "up to 10 hours"),
        ("S-9,W-1,2025-07-10 14:30,50,moon,in_person,yes,,,", "setting must be one of"),
        ("S-9,W-1,2025-07-10 14:30,50,community,carrier pigeon,yes,,,", "medium must be one of"),
        ("S-9,W-1,2025-07-10 14:30,,community,in_person,no,,,", "cause is empty"),
        ("S-9,W-1,2025-07-10 14:30,50,community,in_person,yes,mentor,,", "has no cause"),
        ("S-9,W-1,2025-07-10 14:30,50,community,in_person,yes,,cars,", "topics must be some of"),
    ],
)
def test_each_row_of_sessions_that_cannot_come_in_says_why(walked, marion, line, problem):
    assert problem in " ".join(problems("sessions", f"{SESSION_HEAD}\n{line}\n", marion))


def test_what_a_group_did_does_not_come_in(walked, marion):
    head = SESSION_HEAD.replace("happened", "kind,happened")
    line = "S-9,W-1,2025-07-10 14:30,50,community,in_person,group,yes,,,"

    assert "kind must be one_to_one" in problems("sessions", f"{head}\n{line}\n", marion)[0]


def test_a_time_that_came_twice_is_told_apart_by_its_offset(walked, marion):
    line = "S-{},W-1,2025-10-26 01:30{},50,community,in_person,yes,,,\n"
    brought_in("sessions", f"{SESSION_HEAD}\n{line.format(1, '+01:00')}{line.format(2, '+00:00')}", by=marion)

    first, second = Session.objects.order_by("started_at")
    assert second.started_at - first.started_at == timedelta(hours=1)


def test_a_row_may_name_the_team_whose_work_it_was(walked, marion, wales):
    line = "S-9,W-1,2025-07-10 14:30,50,community,in_person,yes,,,,Wales"
    brought_in("sessions", f"{SESSION_HEAD},team\n{line}\n", by=marion)

    assert Session.objects.get().team == wales


def test_a_session_keeps_its_team_when_somebody_moves(met, marion, wales):
    ada = Person.objects.get(preferred_name="Ada")
    persons.edit(person=ada, seen=ada.version, team=wales, by=marion, at=NOW)

    assert set(Session.objects.values_list("team__name", flat=True)) == {"Yorkshire"}


def test_a_session_that_came_in_is_never_put_right_but_added_to(met, marion):
    session = Session.objects.order_by("started_at").first()
    columns = ("kind", "setting", "medium", "started_at", "happened", "topics", "what_we_did")
    said = sessions.Details(minutes=20, **{name: getattr(session, name) for name in columns})

    with pytest.raises(NotAllowed, match="came from another system"):
        sessions.correct(
            session=session, details=said, marks={ada_and_di(): "attended"}, seen=1, reason="x", by=marion, at=NOW
        )
    assert sessions.add_to(session=session, text="It was in Leeds", key="a", by=marion, at=NOW).pk


def test_what_came_in_asks_nobody_to_do_anything(met, marion):
    debriefs.ask_after_concerns(by=None, at=NOW + timedelta(1))
    reviews.plan_all(by=None, at=NOW)
    reviews.raise_due(by=None, at=NOW + timedelta(90))

    assert not Task.objects.exists()
    assert not Debrief.objects.exists()
    with pytest.raises(NotAllowed, match="more than 14 days ago"):
        debriefs.ask(session=Session.objects.first(), note="", by=marion, at=NOW)


def test_what_came_in_is_no_delay_of_paper(met, marion):
    assert delays(user=marion, since=NOW - timedelta(1), until=NOW + timedelta(1)) == []


def test_a_new_mentor_reads_it_when_the_person_releases_it_after_it_came_in(met, make_user, yorkshire, marion):
    user = make_user("sami", "peer_mentor")
    match = matches.suggest(
        mentor=mentor_for(user, yorkshire), person=Person.objects.get(preferred_name="Ada"), by=None, at=NOW
    )
    match = begun(match, marion)
    seen = Session.objects.visible_to(user)
    release = {"person": match.person, "to_match": match, "sessions": True, "how": "spoken", "given_by": marion}

    assert not seen.exists()
    release = NoteRelease.objects.create(**release, given_at=NOW - timedelta(1))
    assert not seen.exists(), "they cannot have meant what was not here"
    NoteRelease.objects.filter(pk=release.pk).update(given_at=NOW + timedelta(hours=1))
    assert seen.count() == 2


def test_what_was_written_is_kept_sealed(met):
    with connection.cursor() as cursor:
        cursor.execute("SELECT what_we_did, cause_note FROM mentoring_session")
        assert "flats" not in str(kept := cursor.fetchall())
        assert "gate" not in str(kept)


def test_run_twice_they_make_no_doubles(met, marion):
    again = [brought_in(kind, text, by=marion, source="OLD system") for kind, text in
             (("matches", MATCHES), ("sessions", SESSIONS))]  # fmt: skip

    assert [(one.made, one.wrong) for one in again] == [(0, 0), (0, 0)]
    assert (Match.objects.count(), Session.objects.count()) == (2, 2)


@pytest.mark.parametrize(("kind", "text"), [("matches", MATCHES), ("sessions", SESSIONS)])
def test_asking_about_more_rows_takes_no_more_queries(met, marion, kind, text):
    head, first, *_ = text.splitlines()

    def taken(count):
        lines = "\n".join(first.replace("-1,", f"-{number},", 1) for number in range(100, 100 + count))
        with CaptureQueriesContext(connection) as queries:
            checked(kind, f"{head}\n{lines}\n", by=marion)
        return len(queries)

    assert taken(40) == taken(2)


def test_undoing_takes_sessions_and_then_matches_back(met, walked, marion):
    for one in (met, walked):
        imports.undo(brought=one, reason="The wrong file", by=marion, at=NOW)

    assert not (Session.objects.exists() or Attendance.objects.exists())
    assert not (Match.objects.exists() or MatchStep.objects.exists())
    assert Person.objects.count() == 3
    assert brought_in("matches", MATCHES, by=marion).made == 2


def test_undoing_takes_no_more_queries_for_more_rows(walked, marion):
    head, first, *_ = SESSIONS.splitlines()

    def taken(count):
        lines = "\n".join(first.replace("S-1", f"S-{count}-{number}") for number in range(count))
        brought = brought_in("sessions", f"{head}\n{lines}\n", by=marion)
        with CaptureQueriesContext(connection) as queries:
            imports.undo(brought=brought, reason="x", by=marion, at=NOW)
        return len(queries)

    assert taken(20) == taken(2)


@pytest.mark.parametrize(("kind", "later"), [("people", "Matches"), ("mentors", "Matches"), ("matches", "Sessions")])
def test_what_a_later_import_joined_to_is_not_taken_back(met, marion, kind, later):
    with pytest.raises(NotAllowed, match=f"{later} that came in later belong to these records"):
        imports.undo(brought=Import.objects.get(kind=kind), reason="x", by=marion, at=NOW)
    assert Import.objects.get(kind=kind).status == "applied"


def agreed(marion):
    matches.mentor_agrees(match=bea_and_di(), **SAID)


def noted(marion):
    match_steps.write(match=ada_and_di(), what=What.ENDED, by=marion, at=NOW)


@pytest.mark.parametrize("touch", [agreed, noted])
def test_a_match_that_moved_on_is_not_taken_back(walked, marion, touch):
    touch(marion)

    with pytest.raises(NotAllowed, match="One of its records has been changed or used"):
        imports.undo(brought=walked, reason="x", by=marion, at=NOW)
    assert Match.objects.count() == 2


def test_a_session_that_was_added_to_is_not_taken_back(met, marion):
    sessions.add_to(session=Session.objects.first(), text="More", key="a", by=marion, at=NOW)

    with pytest.raises(NotAllowed, match="One of its records has been changed or used"):
        imports.undo(brought=met, reason="x", by=marion, at=NOW)
    assert Session.objects.count() == 2


def test_each_match_and_session_is_in_the_trail_of_its_person(met, walked, marion):
    ada = Person.objects.get(preferred_name="Ada")
    verbs = ("mentoring.match.brought_in", "mentoring.session.brought_in")
    trail = Event.objects.filter(about_ref=ada.ref, verb__in=verbs).order_by("pk")

    assert [one.verb for one in trail] == [verbs[0], verbs[1], verbs[1]]
    assert [one.detail for one in trail] == [{"file": walked.ref}, {"file": met.ref}, {"file": met.ref}]
    assert {one.actor_ref for one in trail} == {marion.ref}
