"""What waits: each role has its part, and a name only where the person said yes to whoever reads it."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import Look
from casefiles_support.models import (
    AccessRequest,
    Debrief,
    Erasure,
    Fact,
    FollowUp,
    Holder,
    Journey,
    Letter,
    SafetyHold,
    Sitting,
    Supporter,
)
from mentoring.models import Mentor
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
INDEX = "casefiles_support:today-index"


@pytest.fixture
def page(client, sign_in):
    return lambda user: sign_in(client, user).get(reverse(INDEX))


@pytest.fixture
def rows(client, sign_in):
    return lambda user, name: sign_in(client, user).get(reverse("casefiles_support:today-show", args=[name]))


@pytest.fixture
def holder(db):
    return Holder.objects.create(kind="council", name="Leeds City Council", nation="E", added_at=NOW)


@pytest.fixture
def a_request(journey, holder, finn, now):
    """Received sixty days ago, and not answered."""
    request = AccessRequest.objects.create(
        journey=journey, holder=holder, key="r", scope="everything", deliver_to="supporter", status="running",
        opened_at=now, opened_by=finn,
    )  # fmt: skip
    note(request, "received", now.date() - timedelta(days=60))
    return request


@pytest.fixture
def sitting(journey, finn, now):
    return Sitting.objects.create(
        journey=journey, key="s", starts_at=now + timedelta(days=2), where="prison_room", cover_next_day=finn,
        cover_day_after=finn, planned_at=now, planned_by=finn,
    )  # fmt: skip


@pytest.fixture
def sam_alongside(journey, sam, finn):
    return Supporter.objects.create(
        journey=journey, role="peer_mentor", mentor=Mentor.objects.get(person__login=sam), no_conflict=True,
        named_at=NOW, named_by=finn, agreed_on=NOW.date(),
    )  # fmt: skip


def note(request, kind, on):
    return Fact.objects.create(request=request, kind=kind, on=on, key=f"{kind}{on}", entered_at=NOW)


def asked(request, now):
    note(request, "clarification_asked", now.date() - timedelta(days=50))
    AccessRequest.objects.filter(pk=request.pk).update(status="paused")


def test_a_question_that_nobody_answered_comes_first(page, a_request, finn, now):
    asked(a_request, now)
    text = page(finn).text

    assert text.index("Questions to answer first") < text.index("Who is late")
    assert "Leeds City Council asked on" in text
    assert page(finn).context["mine"].late == []  # while it waits for an answer, no day runs


def test_a_holder_is_late_once_the_later_reading_has_passed(page, a_request, finn):
    assert "the last day was" in page(finn).text
    assert [one.request for one in page(finn).context["mine"].late] == [a_request]


@pytest.mark.parametrize("basis", ["assumed"])
def test_nobody_is_late_on_a_day_that_is_only_assumed(page, a_request, finn, basis):
    Fact.objects.create(
        request=a_request, kind="received", on=NOW.date() - timedelta(days=90), basis=basis, key="b", entered_at=NOW,
        supersedes=a_request.facts.get(), superseding_because="Nobody said so",
    )  # fmt: skip

    assert page(finn).context["mine"].late == []


def test_nobody_is_late_for_somebody_who_said_not_now(page, a_request, finn):
    Journey.objects.filter(pk=a_request.journey_id).update(status="not_now", back_to="waiting")

    assert page(finn).context["mine"].late == []


def test_a_time_to_read_shows_who_is_there_on_the_days_after(page, sitting, finn):
    assert "There on the day after: Finn" in page(finn).text


def test_talks_and_asking_are_counted_and_lead_to_their_lists(page, rows, sitting, journey, practitioner, finn, now):
    Debrief.objects.create(sitting=sitting, supporter=practitioner, due_on=now.date())
    FollowUp.objects.create(journey=journey, kind="chosen", due_at=now + timedelta(days=1))
    text = page(finn).text

    assert "Talks for whoever sat beside somebody: <strong>1</strong>" in text
    assert "Finn" in rows(finn, "debriefs").text
    assert "A day they chose" in rows(finn, "follow_ups").text


def test_somebody_without_a_practitioner_is_seen_by_the_team(page, rows, journey, practitioner, finn, bea):
    Supporter.objects.filter(pk=practitioner.pk).update(ended_at=NOW, ended_by=finn)

    assert "Who has nobody yet" in page(bea).text
    assert "Jo" in rows(bea, "unnamed").text


@pytest.mark.parametrize("name", ["questions", "readings", "follow_ups", "debriefs", "unnamed", "duties"])
def test_each_list_opens_for_a_file_supporter_alone(rows, a_request, sitting, finn, marion, sam, name):
    assert rows(finn, name).status_code == 200
    assert {rows(user, name).status_code for user in (marion, sam)} == {403}


def test_late_holders_are_listed_for_a_file_supporter_alone(client, sign_in, a_request, finn, marion):
    address = reverse("casefiles_support:today-late_holders")

    assert "Leeds City Council" in sign_in(client, finn).get(address).text
    assert sign_in(client, marion).get(address).status_code == 403


def test_there_is_no_other_list(rows, finn):
    assert rows(finn, "secrets").status_code == 404


def test_a_manager_sees_counts_and_late_holders_and_nobody_s_name(page, a_request, sitting, marion):
    answer = page(marion)

    assert answer.context["whole"]["journeys"] == 1
    assert "Leeds City Council" in answer.text
    assert "Yorkshire" in answer.text
    assert "Jo" not in answer.text.split("<main")[1]
    assert a_request.journey.ref not in answer.text
    assert a_request.ref not in answer.text


def test_a_mentor_sees_the_times_of_those_who_named_them_and_no_more(page, a_request, sitting, sam_alongside, sam):
    text = page(sam).text

    assert "Jo" in text
    assert "Leeds City Council" not in text


def test_another_mentor_sees_no_time(page, sitting, alex):
    assert "No time is planned" in page(alex).text


def test_the_safeguarding_lead_sees_who_waits_and_not_the_rest(page, a_request, journey, finn, nadia, now):
    hold = SafetyHold.objects.create(journey=journey, because="…", asked_at=now, asked_by=finn)
    assert "it waits for your answer" in page(nadia).text
    ends = now + timedelta(hours=20)
    SafetyHold.objects.filter(pk=hold.pk).update(agreed_by=nadia, agreed_at=now, ends_at=ends)
    text = page(nadia).text

    assert "They have not been told why yet" in text
    assert "Leeds City Council" not in text


def test_another_team_sees_nothing(page, a_request, sitting, wyn):
    assert "Jo" not in page(wyn).text.split("<main")[1]


def test_a_stranger_and_a_coordinator_are_refused(page, rosa, max_):
    assert [page(user).status_code for user in (rosa, max_)] == [403, 403]


def test_a_look_at_names_is_in_the_trail(page, a_request, finn, marion):
    page(marion)
    assert not Look.objects.filter(verb="files.today.listed").exists()
    page(finn)

    assert Look.objects.get(verb="files.today.listed").detail["shown"] == [a_request.ref]


def test_the_desk_of_a_file_supporter_counts_and_names_nobody(client, sign_in, a_request, sitting, finn):
    text = sign_in(client, finn).get("/desk/").text

    assert "<strong>1</strong> request has a holder who is late" in text
    assert "private appointment this week" in text
    assert "Jo" not in text.split("<main")[1]


def test_the_desk_of_a_mentor_says_that_somebody_named_them(client, sign_in, sitting, sam_alongside, sam):
    text = sign_in(client, sam).get("/desk/").text

    assert "person who named you" in text
    assert "time that somebody who named you has planned" in text


@pytest.mark.parametrize(
    ("who", "some"),
    [
        ("finn", {"journeys-index", "letters-checks", "supporters-backing", "holders-index", "duties-index"}),
        ("nadia", {"safety_holds-index", "holding_moves-lost", "holders-index", "duties-index"}),
        ("marion", {"safety_holds-index", "holding_moves-lost", "erasures-index", "holders-index"}),
        ("sam", {"alongside-index"}),
    ],
)
def test_every_list_that_somebody_may_open_is_found_there_and_no_other(client, sign_in, request, who, some):
    user = sign_in(client, request.getfixturevalue(who))
    lists = user.get(reverse(INDEX)).text.split('id="doors-title"')[1].split("</section>")[0]
    there = set(re.findall(r'href="([^"]+)"', lists))

    assert {reverse(f"casefiles_support:{name}") for name in some} <= there
    assert {link for link in there if user.get(link).status_code != 200} == set()


def test_the_desk_says_that_an_address_waits_for_somebody_else_of_the_team(client, sign_in, a_request, finn, bea):
    Letter.objects.create(
        journey=a_request.journey, request=a_request, template="receipt", template_version=1, status="agreed",
        agreed_on=NOW.date(), key="l", written_at=NOW, written_by=finn,
    )  # fmt: skip

    assert "<strong>1</strong> address to check" in sign_in(client, bea).get("/desk/").text
    assert "address to check" not in sign_in(client, finn).get("/desk/").text.split("<main")[1]


def test_the_desk_of_a_manager_counts_what_is_lost_and_what_waits_for_a_second_name(
    client, sign_in, lost_parcel, journey, finn, marion, nadia, now
):
    first = SafetyHold.objects.create(
        journey=journey, because="x", asked_at=now, asked_by=finn, lifted_at=now, lifted_by=nadia
    )
    SafetyHold.objects.create(journey=journey, because="y", asked_at=now, asked_by=finn, again_of=first)
    Erasure.objects.create(
        journey=journey, why="wish", asked_at=now, asked_by=finn, told_on=now.date(), told_by=finn, told_how="spoken"
    )
    manager, lead = (" ".join(sign_in(client, user).get("/desk/").text.split()) for user in (marion, nadia))

    for words in ("delivery that is lost", "keep waiting one day more", "deletion to agree to"):
        assert words in manager
    assert "delivery that is lost" in lead
    assert "deletion to agree to" not in lead
    assert "Jo" not in manager.split("<main")[1]
