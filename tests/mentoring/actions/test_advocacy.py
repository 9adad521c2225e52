from datetime import date, timedelta

import pytest
from django.db import connection

from audit.models import Event
from common.transitions import NotAllowed, Stale
from mentoring.actions import advocacy, carrying_on, matches
from mentoring.models import AdvocacyEvent, AdvocacyIssue, Mentor, Task
from tests.conftest import NOW, match_of, mentor_for

TODAY = NOW.date()
SAID = {
    "what": "A personal adviser who rings back", "hook": "adviser_to_25", "permission_how": "spoken",
    "permission_on": TODAY, "asked_on": TODAY, "to_words": "The leaving care team",
}  # fmt: skip


@pytest.fixture
def ask(match, sam):
    def act(key="a1", by=sam, at=NOW, **changes):
        return advocacy.open_issue(match=match, key=key, by=by, at=at, **(SAID | changes))

    return act


@pytest.fixture
def go(sam):
    """Takes a step with the version as it is now: `go(issue, "answer", text="No")`."""
    given = {
        "chase": {"text": "", "answer_by": TODAY + timedelta(days=7)},
        "answer": {"text": "They will not"},
        "escalate": {"text": "", "to_words": "The head of service", "hook": "complaint_care_leaver"},
        "close": {"text": ""},
    }

    def act(issue, verb, on=TODAY, by=sam, at=NOW, seen=None, **more):
        step = getattr(advocacy, verb)
        said = given[verb] | more
        return step(issue=issue, on=on, seen=issue.version if seen is None else seen, by=by, at=at, **said)

    return act


def brought_to(issue, status, go):
    """An issue in each state."""
    if status in ("answered", "closed"):
        go(issue, "answer")
    if status == "escalated":
        go(issue, "escalate")
    if status == "closed":
        go(issue, "close", outcome="refused")
    return issue


def test_open_keeps_what_was_asked_sealed_with_a_day_to_look_again(ask):
    issue = ask()

    with connection.cursor() as cursor:
        cursor.execute("SELECT what FROM mentoring_advocacyissue WHERE id = %s", [issue.pk])
        stored = cursor.fetchone()[0]
    assert "adviser" not in stored
    assert (issue.status, issue.answer_by) == ("open", TODAY + timedelta(days=14))
    assert [event.kind for event in issue.events.all()] == ["asked"]


def test_open_sent_five_times_makes_one(ask):
    assert len({ask().pk for _ in range(5)}) == 1
    assert AdvocacyEvent.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"permission_on": TODAY + timedelta(days=1)}, "their permission comes first"),
        ({"asked_on": TODAY + timedelta(days=1)}, "not come yet"),
        ({"answer_by": TODAY - timedelta(days=1)}, "cannot be due before"),
        ({"to_words": " "}, "Say who was asked"),
    ],
)
def test_open_refuses(ask, changes, reason):
    with pytest.raises(NotAllowed, match=reason):
        ask(**changes)


def test_the_whole_way(ask, go):
    issue = ask()
    go(issue, "chase", text="Rang twice")
    go(issue, "answer")
    go(issue, "escalate")
    go(issue, "escalate", to_words="The Ombudsman", hook="ppo")
    go(issue, "answer", text="Yes")
    go(issue, "close", outcome="got")

    kinds = ["asked", "chased", "answered", "escalated", "escalated", "answered", "closed"]
    assert [event.kind for event in issue.events.all()] == kinds
    assert (issue.status, issue.outcome, issue.who, issue.version) == ("closed", "got", "The Ombudsman", 7)


@pytest.mark.parametrize(
    ("status", "verb", "reason"),
    [
        ("answered", "chase", "an answer already"),
        ("answered", "answer", "an answer already"),
        ("closed", "chase", "open a new one"),
        ("closed", "answer", "open a new one"),
        ("closed", "escalate", "open a new one"),
        ("closed", "close", "open a new one"),
    ],
)
def test_each_arrow_that_is_not_there_is_refused(ask, go, status, verb, reason):
    issue = brought_to(ask(), status, go)
    more = {"outcome": "got"} if verb == "close" else {}

    with pytest.raises(NotAllowed, match=reason):
        go(issue, verb, **more)


@pytest.mark.parametrize(
    ("status", "outcome", "reason"),
    [
        ("open", "got", "Write the answer"),
        ("open", "no_answer", "Take it further"),
        ("escalated", "refused", "Write the answer"),
        ("answered", "no_answer", "There is an answer"),
        ("answered", "died", "Choose"),
        ("answered", "nonsense", "Choose"),
    ],
)
def test_close_refuses_an_outcome_that_does_not_fit(ask, go, status, outcome, reason):
    issue = brought_to(ask(), status, go)

    with pytest.raises(NotAllowed, match=reason):
        go(issue, "close", outcome=outcome)


@pytest.mark.parametrize(
    ("verb", "more", "reason"),
    [
        ("answer", {"text": "  "}, "Write down"),
        ("escalate", {"to_words": " "}, "who it goes to"),
        ("escalate", {"answer_by": date(2020, 1, 1)}, "cannot be due before"),
        ("chase", {"answer_by": date(2020, 1, 1)}, "cannot be before"),
        ("chase", {"on": date(2090, 1, 1), "answer_by": date(2090, 1, 2)}, "not come yet"),
        ("answer", {"on": date(2020, 1, 1)}, "before it was asked"),
    ],
)
def test_each_step_says_what_it_misses(ask, go, verb, more, reason):
    with pytest.raises(NotAllowed, match=reason):
        go(ask(), verb, **more)


@pytest.mark.parametrize("verb", ["chase", "answer", "escalate"])
def test_a_step_sent_twice_is_taken_once(ask, go, verb):
    issue = ask()
    go(issue, verb, seen=1)

    with pytest.raises(NotAllowed):
        go(AdvocacyIssue.objects.get(), verb, seen=1)
    assert AdvocacyEvent.objects.count() == 2


def test_two_who_saw_the_same_version_do_not_write_over_each_other(ask, go):
    issue = ask()
    go(issue, "chase", seen=1)

    with pytest.raises(Stale):
        go(AdvocacyIssue.objects.get(), "escalate", seen=1)


def test_take_back_stops_everything_but_an_answer_and_the_close(ask, go, rosa):
    issue = ask()
    advocacy.take_back(issue=issue, seen=1, by=rosa, at=NOW)

    for verb in ("chase", "escalate"):
        with pytest.raises(NotAllowed, match="taken their permission back"):
            go(issue, verb)
    with pytest.raises(NotAllowed, match="any more"):
        advocacy.take_back(issue=issue, seen=issue.version, by=rosa, at=NOW)
    assert go(issue, "close", outcome="not_wanted").is_closed


def test_raise_overdue_asks_the_team_once_for_each_day_that_passed(ask, go, yorkshire, jo):
    issue = ask()
    late = NOW + timedelta(days=15)
    assert advocacy.raise_overdue(by=None, at=NOW + timedelta(days=14)) == 0

    for _ in range(2):
        assert advocacy.raise_overdue(by=None, at=late) == 1
    task = Task.objects.get()
    assert (task.kind, task.team, task.person) == ("advocacy_overdue", yorkshire, jo)

    go(issue, "chase", on=late.date(), at=late, answer_by=late.date() + timedelta(days=7))
    task.refresh_from_db()
    assert task.status == "settled"

    advocacy.raise_overdue(by=None, at=late + timedelta(days=8))
    assert Task.objects.open().count() == 1


def test_raise_overdue_leaves_alone_what_the_person_took_back(ask, rosa):
    advocacy.take_back(issue=ask(), seen=1, by=rosa, at=NOW)

    assert advocacy.raise_overdue(by=None, at=NOW + timedelta(days=30)) == 0


def test_a_new_mentor_sees_it_only_if_the_person_wants_that(ask, match, make_user, yorkshire, jo, rosa):
    issue = ask()
    una = make_user("una", "peer_mentor", name="Una")
    mentor_for(una, yorkshire)
    matches.end(match=match, reason="", by=None, at=NOW)
    match_of(Mentor.objects.get(person__login=una), jo)
    assert not AdvocacyIssue.objects.visible_to(una).exists()

    carrying_on.ask(record=issue, answer="yes", by=rosa, at=NOW)

    assert list(AdvocacyIssue.objects.visible_to(una)) == [issue]


def test_staff_see_their_own_teams_and_strangers_nothing(ask, sam, rosa, marion, gwen, max_, dee, priya):
    issue = ask()

    for sees in (sam, rosa, marion):
        assert list(AdvocacyIssue.objects.visible_to(sees)) == [issue]
    for stranger in (gwen, max_, dee, priya):
        assert not AdvocacyIssue.objects.visible_to(stranger).exists()


def test_each_step_leaves_a_sentence_about_the_person_without_what_was_said(ask, go, jo):
    go(ask(), "answer", text="The adviser rang")

    events = Event.objects.filter(about_ref=jo.ref, verb__startswith="mentoring.advocacy").order_by("pk")
    assert [event.sentence for event in events] == ["asked for something on a person’s behalf", "wrote down an answer"]
    assert not any("rang" in str(event.detail) for event in events)
