"""Cover opens a person to one mentor, for the days of one leave. The database's day decides, so days are real."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.roles import Role
from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import covers, leaves, match_blocks, matches, mentors
from mentoring.models import Cover, Match, Mentor, Session, Task
from people.models import Person
from tests.conftest import mentor_for
from tests.factories.readiness import ready

DAY = timedelta(days=1)


@pytest.fixture
def carys(make_user):
    return make_user("carys", Role.PEER_MENTOR, name="Carys")


@pytest.fixture
def other(carys, yorkshire, leeds) -> Mentor:
    return ready(mentor_for(carys, yorkshire), leeds)


@pytest.fixture
def cover(match, other, sam, rosa, now):
    """`cover(first, last)`: the match is covered from and to so many days from today, and the person agreed."""

    def act(first=0, last=0, agree=True) -> Cover:
        today = timezone.localdate()
        leave = leaves.tell(
            mentor=match.mentor, first_day=today, last_day=today + 30 * DAY, why="holiday", note="", key="l1", by=sam,
            at=now,
        )  # fmt: skip
        made = covers.ask(leave=leave, match=match, mentor=other, by=rosa, at=now)
        if agree:
            covers.agree(cover=made, by=rosa, at=now)
        type(leave).objects.filter(pk=leave.pk).update(first_day=today + first * DAY, last_day=today + last * DAY)
        made.leave.refresh_from_db()
        return made

    return act


def sees(user, match) -> bool:
    """Both ways to a person: the match, and the person's own record. They must never differ."""
    by_match = Match.objects.visible_to(user).filter(pk=match.pk).exists()
    by_person = Person.objects.visible_to(user).filter(pk=match.person_id).exists()
    assert by_match == by_person
    return by_match


@pytest.mark.parametrize(
    ("first", "last", "seen"),
    [
        (0, 0, True),  # the only day
        (0, 5, True),  # the first day
        (-5, 0, True),  # the last day
        (1, 5, False),  # it begins tomorrow
        (-5, -1, False),  # it ended yesterday
    ],
)
def test_the_named_mentor_sees_the_person_on_the_days_of_the_leave_and_no_other(cover, match, carys, first, last, seen):
    cover(first, last)

    assert sees(carys, match) is seen


def test_the_mentor_who_is_away_still_sees_them(cover, match, sam):
    cover()

    assert sees(sam, match)


def test_nothing_opens_before_the_person_agreed(cover, match, carys):
    cover(agree=False)

    assert not sees(carys, match)


def test_nothing_opens_when_they_would_rather_wait(cover, match, carys, rosa, now):
    covers.refuse(cover=cover(agree=False), by=rosa, at=now)

    assert not sees(carys, match)


def test_nobody_else_sees_more(cover, match, alex, gwen, max_, dee):
    cover()

    for stranger in (alex, gwen, max_, dee):
        assert not sees(stranger, match)


@pytest.mark.parametrize(
    "what",
    ["the leave is withdrawn", "the cover ends", "the match ends", "the cover rests", "the cover is suspended"],
)
def test_access_ends_at_once_when(cover, match, carys, other, rosa, now, what):
    made = cover()
    assert sees(carys, match)

    if what == "the leave is withdrawn":
        leaves.end(leave=made.leave, by=rosa, at=now)
    elif what == "the cover ends":
        covers.end(cover=made, by=rosa, at=now)
    elif what == "the match ends":
        matches.end(match=match, reason="moved", by=rosa, at=now)
    else:
        to = "resting" if what == "the cover rests" else "suspended"
        mentors.change_status(mentor=other, to=to, reason="", by=rosa, at=now)

    assert not sees(carys, match)


def test_coming_back_early_makes_yesterday_the_last_day(cover, match, carys, rosa, now):
    made = cover(-5, 5)

    leaves.end(leave=made.leave, by=rosa, at=now)

    made.leave.refresh_from_db()
    assert (made.leave.status, made.leave.last_day) == ("told", timezone.localdate() - DAY)
    assert not sees(carys, match)


def test_whoever_covers_reads_nothing_that_was_written_before(cover, match, carys, sam, leeds, now):
    from tests.matrix.conftest import talk

    talk(match, sam, leeds, now, "k1")
    cover()

    assert not Session.objects.visible_to(carys).exists()


def test_a_block_between_the_two_refuses_cover(match, other, sam, rosa, nadia, now):
    match_blocks.make(
        person=match.person, other=other.person, kind="family", reason="Cousins", key="b", by=nadia, at=now
    )
    today = timezone.localdate()
    leave = leaves.tell(
        mentor=match.mentor, first_day=today, last_day=today, why="holiday", note="", key="l1", by=sam, at=now
    )

    with pytest.raises(NotAllowed, match="blocked"):
        covers.ask(leave=leave, match=match, mentor=other, by=rosa, at=now)


def test_a_block_made_later_closes_the_cover_at_once(cover, match, other, carys, nadia, now):
    cover()
    assert sees(carys, match)

    match_blocks.make(
        person=match.person, other=other.person, kind="family", reason="Cousins", key="b", by=nadia, at=now
    )

    assert not sees(carys, match)


def test_the_mentor_who_is_away_cannot_cover_for_themselves(match, sam, rosa, now):
    today = timezone.localdate()
    leave = leaves.tell(
        mentor=match.mentor, first_day=today, last_day=today, why="unwell", note="", key="l1", by=sam, at=now
    )

    with pytest.raises(NotAllowed, match="the mentor who is away"):
        covers.ask(leave=leave, match=match, mentor=match.mentor, by=rosa, at=now)


def test_somebody_away_too_cannot_cover(match, other, sam, carys, rosa, now):
    today = timezone.localdate()
    told = {"first_day": today, "last_day": today + 3 * DAY, "why": "holiday", "note": "", "at": now}
    leave = leaves.tell(mentor=match.mentor, key="l1", by=sam, **told)
    leaves.tell(mentor=other, key="l2", by=carys, **told)

    with pytest.raises(NotAllowed, match="away on some of those days too"):
        covers.ask(leave=leave, match=match, mentor=other, by=rosa, at=now)


def test_a_mentor_who_is_not_active_cannot_cover(match, other, sam, rosa, now):
    mentors.change_status(mentor=other, to="resting", reason="", by=rosa, at=now)
    today = timezone.localdate()
    leave = leaves.tell(
        mentor=match.mentor, first_day=today, last_day=today, why="holiday", note="", key="l1", by=sam, at=now
    )

    with pytest.raises(NotAllowed, match="not active"):
        covers.ask(leave=leave, match=match, mentor=other, by=rosa, at=now)


def test_one_cover_stands_for_a_match(cover, match, other, rosa, now):
    made = cover()

    with pytest.raises(NotAllowed, match="covering for this person already"):
        covers.ask(leave=made.leave, match=match, mentor=other, by=rosa, at=now)


def test_the_team_is_asked_until_everybody_has_been(match, other, sam, rosa, now):
    today = timezone.localdate()
    leave = leaves.tell(
        mentor=match.mentor, first_day=today, last_day=today, why="holiday", note="", key="l1", by=sam, at=now
    )
    task = Task.objects.get(kind="leave_without_cover")
    assert (task.status, task.mentor) == ("open", match.mentor)

    covers.ask(leave=leave, match=match, mentor=other, by=rosa, at=now)

    task.refresh_from_db()
    assert task.status == "settled"


def test_leaves_do_not_overlap(match, sam, now):
    today = timezone.localdate()
    told = {"mentor": match.mentor, "why": "holiday", "note": "", "by": sam, "at": now}
    leaves.tell(first_day=today, last_day=today + 3 * DAY, key="l1", **told)

    with pytest.raises(NotAllowed, match="in your leave already"):
        leaves.tell(first_day=today + 3 * DAY, last_day=today + 5 * DAY, key="l2", **told)


def test_each_step_leaves_a_sentence_about_the_person(cover, jo, rosa, now):
    covers.end(cover=cover(), by=rosa, at=now)

    verbs = Event.objects.filter(about_ref=jo.ref, verb__startswith="mentoring.cover").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == [
        "mentoring.cover.asked",
        "mentoring.cover.agreed",
        "mentoring.cover.ended",
    ]
