from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from audit.models import Look
from mentoring.actions import covers
from mentoring.models import Availability, Cover, DifferentDay, Leave, Mentor
from mentoring.reports.availabilities import free_parts
from tests.conftest import mentor_for
from tests.factories.readiness import ready
from tests.mentoring.views.test_sessions import answers

pytestmark = pytest.mark.django_db


def boxes(name, day):
    return {f"{name}_0": day.day, f"{name}_1": day.month, f"{name}_2": day.year}


def away(first=0, last=3, **changes):
    today = timezone.localdate()
    said = {"why": "holiday", "note": "Post for Jo waits", "key": "abc"}
    return (
        said
        | boxes("first_day", today + timedelta(days=first))
        | boxes("last_day", today + timedelta(days=last))
        | changes
    )


@pytest.fixture
def carys(make_user, yorkshire, leeds):
    """Another mentor, cleared for HMP Leeds too."""
    user = make_user("carys", Role.PEER_MENTOR, name="Carys")
    ready(mentor_for(user, yorkshire), leeds)
    return user


@pytest.fixture
def leave(client, sign_in, sam, match) -> Leave:
    sign_in(client, sam).post(reverse("mentoring:leaves-tell"), away())
    return Leave.objects.get()


def test_a_mentor_goes_away_another_looks_in_and_it_ends_with_the_leave(
    client, sign_in, leave, match, rosa, carys, jo, sam
):
    as_rosa, as_carys = sign_in(client, rosa), sign_in(client, carys)
    assert "Sam" in as_rosa.get(reverse("mentoring:leaves-index") + "?when=now").text
    page = reverse("people:persons-detail", args=[jo.ref])
    other = Mentor.objects.get(person__login=carys)

    as_rosa.post(reverse("mentoring:covers-ask", args=[leave.ref, match.ref]), {"mentor": other.ref})
    cover = Cover.objects.get()
    assert as_carys.get(page).status_code == 404
    as_rosa.post(reverse("mentoring:covers-agree", args=[cover.ref]))

    assert "Jo" in as_carys.get(reverse("mentoring:covers-mine")).text
    assert as_carys.get(page).status_code == 200
    assert Look.objects.filter(actor_name="Carys", about_ref=jo.ref).exists()

    sign_in(client, sam).post(reverse("mentoring:leaves-end", args=[leave.ref]))

    assert as_carys.get(page).status_code == 404
    assert "Jo" not in as_carys.get(reverse("mentoring:covers-mine")).text


def test_a_mentor_arranges_no_cover_themselves(client, sign_in, leave, match, sam):
    as_sam = sign_in(client, sam)

    assert "Choose somebody" not in as_sam.get(reverse("mentoring:leaves-detail", args=[leave.ref])).text
    assert as_sam.get(reverse("mentoring:covers-ask", args=[leave.ref, match.ref])).status_code == 403


def test_staff_write_down_who_rang_in(client, sign_in, rosa, sam, match):
    mentor = Mentor.objects.get(person__login=sam)

    sign_in(client, rosa).post(reverse("mentoring:leaves-tell_for", args=[mentor.ref]), away(why="unwell"))

    assert Leave.objects.get().told_by == rosa


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"why": ""}, "Choose one"),
        ({"first_day_1": "13"}, "month"),
        ({"last_day_2": "2000"}, "must not be before the first"),
    ],
)
def test_tell_says_what_is_wrong_and_keeps_what_was_typed(client, sign_in, sam, match, changes, sentence):
    answer = sign_in(client, sam).post(reverse("mentoring:leaves-tell"), away(**changes))

    assert answer.status_code == 422
    assert sentence in answer.text and "Post for Jo waits" in answer.text
    assert not Leave.objects.exists()


def test_another_mentor_sees_nothing_of_it(client, sign_in, leave, carys):
    assert sign_in(client, carys).get(reverse("mentoring:leaves-detail", args=[leave.ref])).status_code == 404


def test_a_mentor_sets_their_week_and_one_day(client, sign_in, sam):
    as_sam, mentor = sign_in(client, sam), Mentor.objects.get(person__login=sam)
    day = timezone.localdate() + timedelta(days=7)
    weekday = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][day.weekday()]

    as_sam.post(reverse("mentoring:availabilities-edit"), {weekday: ["morning", "evening"], "version": "0"})
    assert free_parts(mentor=mentor, day=day) == ["morning", "evening"]
    as_sam.post(reverse("mentoring:availabilities-add_day"), boxes("day", day) | {"parts": ["afternoon"]})
    assert free_parts(mentor=mentor, day=day) == ["afternoon"]
    as_sam.post(reverse("mentoring:availabilities-remove_day", args=[DifferentDay.objects.get().ref]))

    assert free_parts(mentor=mentor, day=day) == ["morning", "evening"]


def test_two_pages_open_at_once_are_shown_both(client, sign_in, sam):
    as_sam, url = sign_in(client, sam), reverse("mentoring:availabilities-edit")
    as_sam.post(url, {"mon": ["morning"], "version": "0"})
    as_sam.post(url, {"tue": ["morning"], "version": "1"})

    answer = as_sam.post(url, {"wed": ["morning"], "version": "1"})

    assert answer.status_code == 409
    assert Availability.objects.get().pattern == ["tue_morning"]


def test_nobody_takes_out_anothers_day(client, sign_in, sam, carys):
    as_sam = sign_in(client, sam)
    day = timezone.localdate() + timedelta(days=1)
    as_sam.post(reverse("mentoring:availabilities-add_day"), boxes("day", day))
    url = reverse("mentoring:availabilities-remove_day", args=[DifferentDay.objects.get().ref])

    assert sign_in(client, carys).post(url).status_code == 404
    assert DifferentDay.objects.exists()


def test_whoever_covers_logs_a_session_from_their_own_pages_and_from_a_phone(
    client, sign_in, carys, leeds, leave, match, rosa
):
    now, other, as_carys = timezone.now(), Mentor.objects.get(person__login=carys), sign_in(client, carys)
    log_with = reverse("mentoring:sessions-log_with", args=[match.ref])
    assert as_carys.get(log_with).status_code == 404
    made = covers.ask(leave=leave, match=match, mentor=other, by=rosa, at=now)
    covers.agree(cover=made, by=rosa, at=now)
    Leave.objects.update(first_day=timezone.localdate() - timedelta(days=2), last_day=timezone.localdate())

    assert log_with in as_carys.get(reverse("mentoring:covers-mine")).text
    assert log_with in as_carys.get(reverse("mentoring:sessions-log")).text
    assert as_carys.get("/mentoring/offline/greet/").json()["people"] == [{"ref": match.ref, "name": "Jo"}]
    told = as_carys.post(log_with, answers(match, leeds))
    assert "Wrote to his sister." in as_carys.get(told.url).text
    kept = answers(match, leeds, key="c0ffee", held_at="11am")
    assert as_carys.post("/mentoring/offline/send/", kept).status_code == 200

    Leave.objects.update(last_day=timezone.localdate() - timedelta(days=1))
    late = as_carys.post("/mentoring/offline/send/", answers(match, leeds, key="c0ffee2", held_at="9am"))
    assert (late.status_code, as_carys.get(log_with).status_code, as_carys.get(told.url).status_code) == (403, 404, 404)
