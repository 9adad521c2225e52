import re
from datetime import time, timedelta

import pytest
from django.urls import reverse

from audit.models import Look
from common.dates import LONDON, local_day
from mentoring.actions import meetings, sessions
from mentoring.models import Draft, Meeting, Repeat, Session
from mentoring.rules.repeats import moment
from tests.matrix.fixtures_sessions import occasion, register_of

pytestmark = pytest.mark.django_db
CALENDAR = "mentoring:calendar-index"


@pytest.fixture
def as_sam(client, sign_in, sam):
    return sign_in(client, sam)


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


def page_of(verb, meeting):
    return reverse(f"mentoring:meetings-{verb}", args=[meeting.ref])


def planning(match, leeds, day, **changes):
    return {
        "whom": f"m-{match.ref}", "on_0": day.day, "on_1": day.month, "on_2": day.year, "starts": "14:30",
        "minutes": "60", "every": "once", "setting": "custody", "establishment": leeds.ref, "medium": "in_person",
        "key": "abc",
    } | changes  # fmt: skip


def test_a_mentor_plans_a_meeting_and_finds_it(as_sam, match, leeds, now):
    day = local_day(now) + timedelta(days=1)
    for _ in range(5):
        response = as_sam.post(reverse("mentoring:meetings-plan"), planning(match, leeds, day), follow=True)

    meeting = Meeting.objects.get()
    assert meeting.starts_at.astimezone(LONDON).strftime("%Y-%m-%d %H:%M") == f"{day} 14:30"
    assert "Meeting with Jo" in response.text
    assert "Jo" in as_sam.get(reverse(CALENDAR), {"on": str(day), "span": "day"}).text


def test_it_can_come_every_week(as_sam, match, leeds, now):
    day, last = local_day(now) + timedelta(days=1), local_day(now) + timedelta(days=29)
    until = {"until_0": last.day, "until_1": last.month, "until_2": last.year}
    as_sam.post(reverse("mentoring:meetings-plan"), planning(match, leeds, day, every="week", **until))

    assert Repeat.objects.get().meetings.count() == 5
    page = as_sam.get(page_of("detail", Meeting.objects.first())).text
    assert "Every week" in page
    as_sam.post(reverse("mentoring:repeats-stop", args=[Repeat.objects.get().ref]))
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"whom": ""}, "Choose who with"),
        ({"whom": "m-000000000000"}, "Choose one of the answers"),
        ({"on_1": "13"}, "month"),
        ({"starts": "late"}, "Enter a time"),
        ({"minutes": "0"}, "1 minute or more"),
        ({"establishment": ""}, "Choose which prison"),
        ({"every": "week"}, "Enter the last day"),
        ({"on_2": "2025"}, "That time has passed"),
    ],
)
def test_planning_says_what_is_wrong(as_sam, match, leeds, now, changes, sentence):
    day = local_day(now) + timedelta(days=1)
    response = as_sam.post(reverse("mentoring:meetings-plan"), planning(match, leeds, day, **changes))

    assert response.status_code == 422
    assert sentence in response.text
    assert not Meeting.objects.exists()


def test_only_ones_own_people_are_offered(client, sign_in, alex, match):
    response = sign_in(client, alex).get(reverse("mentoring:meetings-plan"))

    assert f"m-{match.ref}" not in response.text


def test_a_bank_holiday_is_shown_and_not_skipped(as_sam, match):
    page = as_sam.get(reverse(CALENDAR), {"on": "2026-12-25", "span": "day"}).text

    assert "Christmas Day" in page
    assert "Friday 25 December" in page


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_the_week_of_a_change_of_the_clocks_has_seven_days(as_sam, day):
    page = as_sam.get(reverse(CALENDAR), {"on": day}).text

    assert len(re.findall(r'<section class="day">', page)) == 7


def test_a_meeting_just_after_midnight_stands_on_its_london_day(as_sam, match, leeds, sam, now):
    day = local_day(now) + timedelta(days=250)  # in summer, when London is ahead of UTC
    meetings.plan(
        mentor=match.mentor, whom=match, starts_at=moment(day, time(0, 15)),
        occasion=occasion(leeds), key="m", by=sam, at=now,
    )  # fmt: skip

    assert "00:15" in as_sam.get(reverse(CALENDAR), {"on": str(day), "span": "day"}).text


def test_nonsense_days_are_said(as_sam):
    assert as_sam.get(reverse(CALENDAR), {"on": "2026-02-30"}).status_code == 422


def test_staff_narrow_the_calendar(as_rosa, meeting, sams_mentor, leeds, make_user):
    everything = as_rosa.get(reverse(CALENDAR)).text
    assert page_of("detail", meeting) in everything
    assert page_of("detail", meeting) in as_rosa.get(reverse(CALENDAR), {"mentor": sams_mentor.ref}).text
    assert page_of("detail", meeting) not in as_rosa.get(reverse(CALENDAR), {"status": "moved"}).text


def test_titles_name_nobody(as_sam, meeting):
    for url in (page_of("detail", meeting), page_of("log", meeting), reverse(CALENDAR)):
        title = re.search(r"<title>(.*?)</title>", as_sam.get(url).text, re.DOTALL).group(1)
        assert "Jo" not in title


def test_moving_shows_the_way(as_sam, meeting, now):
    day = local_day(now) + timedelta(days=3)
    sent = {
        "on_0": day.day,
        "on_1": day.month,
        "on_2": day.year,
        "starts": "9am",
        "cause": "mentor",
        "asked_by": "mentor",
    }
    response = as_sam.post(page_of("move", meeting), sent, follow=True)

    assert "Moved to" in response.text
    assert "The mentor could not come" in response.text
    assert "Go to the new time" in as_sam.get(page_of("detail", meeting)).text
    again = as_sam.post(page_of("move", meeting), sent)
    assert again.status_code == 422
    assert "moved on" in again.text


def test_calling_off_says_why_and_who(as_sam, meeting):
    assert as_sam.post(page_of("call_off", meeting), {"cause": ""}).status_code == 422
    as_sam.post(page_of("call_off", meeting), {"cause": "prison_security", "asked_by": "place"})

    meeting.refresh_from_db()
    assert (meeting.status, meeting.cause) == ("cancelled", "prison_security")


def test_logging_a_meeting_asks_only_what_the_plan_does_not_know(as_sam, meeting, match, leeds):
    form = as_sam.get(page_of("log", meeting)).context["form"]
    assert (form.initial["setting"], form.initial["establishment"], form.initial["minutes"]) == ("custody", leeds, 60)

    starts = meeting.starts_at.astimezone(LONDON)
    sent = {
        "key": "k1", "held_on_0": starts.day, "held_on_1": starts.month, "held_on_2": starts.year,
        "held_at": f"{starts:%H:%M}", "planned": "yes", "setting": "custody", "establishment": leeds.pk,
        "medium": "in_person", "happened": "yes", "minutes": "60", f"mark_{match.ref}": "attended",
    }  # fmt: skip
    for _ in range(5):
        as_sam.post(page_of("log", meeting), sent)

    meeting.refresh_from_db()
    assert Session.objects.get() == meeting.session
    assert as_sam.get(page_of("log", meeting))["Location"] == reverse(
        "mentoring:sessions-detail", args=[meeting.session.ref]
    )


def test_a_groups_meeting_opens_its_register(as_sam, group_meeting, jo):
    page = as_sam.get(page_of("log", group_meeting)).text

    assert f'name="mark_{jo.ref}"' in page


def test_half_a_log_is_kept_with_its_meeting(as_sam, meeting):
    as_sam.post(page_of("log", meeting), {"meeting": meeting.ref, "what_we_did": "Half", "draft": "1"})

    assert f"{page_of('log', meeting)}?draft={Draft.objects.get().ref}" in as_sam.get(reverse("desk:home")).text


def test_a_session_logged_by_itself_is_offered_and_linked(as_sam, meeting, match, leeds, sam, now):
    said = register_of(leeds, kind="one_to_one", started_at=now - timedelta(minutes=50))
    session = sessions.record(mentor=match.mentor, details=said, marks={match: "attended"}, key="k", by=sam, at=now)
    assert "Was it one of these?" in as_sam.get(page_of("detail", meeting)).text
    for _ in range(2):
        as_sam.post(page_of("link", meeting), {"session": session.ref})

    meeting.refresh_from_db()
    assert meeting.session == session


def test_linking_nonsense_changes_nothing(as_sam, meeting):
    assert as_sam.post(page_of("link", meeting), {"session": "nonsense"}, follow=True).status_code == 200
    meeting.refresh_from_db()
    assert meeting.session is None


def test_what_nobody_logged_is_listed_and_counted(as_rosa, match, leeds, sam, now):
    old = meetings.plan(
        mentor=match.mentor, whom=match, starts_at=now - timedelta(hours=26), occasion=occasion(leeds), key="m", by=sam,
        at=now - timedelta(days=2),
    )  # fmt: skip

    assert page_of("detail", old) in as_rosa.get(reverse("mentoring:calendar-unlogged")).text
    assert "Planned but not logged: 1" in as_rosa.get(reverse("mentoring:sessions-index")).text


def test_looking_leaves_a_look(as_sam, meeting, jo):
    as_sam.get(page_of("detail", meeting))
    as_sam.get(reverse(CALENDAR))

    assert Look.objects.get(verb="mentoring.meeting.opened").about_ref == jo.ref
    assert Look.objects.get(verb="mentoring.meeting.listed").detail["shown"] == [meeting.ref]
