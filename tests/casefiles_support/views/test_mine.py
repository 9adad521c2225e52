"""One’s own page, for somebody in the community with a login; and what a peer mentor sees of who named them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import Entry
from casefiles_support.models import Parcel
from mentoring.models import Mentor
from tests.factories.files import beside, holder, journey_of, request_to, sitting_of

pytestmark = pytest.mark.django_db
MINE = "casefiles_support:mine-show"


@pytest.fixture
def journey(jo, finn, now):
    return journey_of(jo, finn, at=now - timedelta(days=20))


@pytest.fixture
def as_jo(client, sign_in, make_user, journey, jo):
    jo.login = make_user("jo", name="Jo")
    jo.save()
    return sign_in(client, jo.login)


@pytest.fixture
def as_sam(client, sign_in, sam, journey, finn):
    beside(journey, "peer_mentor", mentor=Mentor.objects.get(person__login=sam), by=finn)
    return sign_in(client, sam)


def main(answer):
    return " ".join(answer.text.split("<main")[1].split())


def test_i_see_all_of_mine(as_jo, journey, now):
    request_to(journey, holder(), received=(now - timedelta(days=3)).date())
    said = main(as_jo.get(reverse(MINE)))

    for part in (
        "Two clocks",
        "Leeds City Council: answer by",
        "What happened",
        "What you can choose",
        "Finn: practit",
    ):
        assert part in said
    assert "Print papers to keep" not in said


def test_my_own_look_is_in_the_list_that_i_see(as_jo, jo):
    as_jo.get(reverse(MINE))
    said = main(as_jo.get(reverse("casefiles_support:mine-looks")))

    assert Entry.objects.filter(verb="files.journey.opened_mine", about_ref=jo.ref).count() == 1
    assert "<strong>Jo</strong> opened their own page" in said


def test_i_can_print_all_of_it(as_jo):
    assert "Private papers" in main(as_jo.get(reverse("casefiles_support:mine-print")))


def test_there_is_nothing_for_somebody_who_has_none(client, sign_in, max_):
    stranger = sign_in(client, max_)

    assert "There is nothing here for you." in main(stranger.get(reverse(MINE)))
    assert stranger.get(reverse("casefiles_support:mine-print")).status_code == 302
    assert stranger.get(reverse("casefiles_support:mine-looks")).status_code == 302


def test_i_do_not_open_the_page_of_staff_about_me(client, sign_in, jo, finn, journey):
    jo.login = finn
    jo.save()

    assert (
        sign_in(client, finn).get(reverse("casefiles_support:journeys-detail", args=[journey.ref])).status_code == 404
    )


def test_a_mentor_sees_dates_and_support(as_sam, journey, now):
    request_to(journey, holder(), received=(now - timedelta(days=3)).date())
    sitting_of(journey, starts_at=now + timedelta(days=6))
    assert "Jo" in main(as_sam.get(reverse("casefiles_support:alongside-index")))
    said = main(as_sam.get(reverse("casefiles_support:alongside-show", args=[journey.ref])))

    for part in (
        "They plan to read, at",
        "Leeds City Council: answer by",
        "Finn: practitioner",
        "You never hold the papers",
    ):
        assert part in said


def test_a_mentor_sees_nothing_else(as_sam, journey, finn, now):
    request = request_to(journey, holder(), status="answered")
    Parcel.objects.create(
        request=request, key="p4rcel", arrived_on=now.date(), status="with_programme_sealed", logged_at=now,
        logged_by=finn,
    )  # fmt: skip
    journey.checkpoints.create(
        code="C1", outcome="done", on=now.date(), words="Canary words", key="st4ge", recorded_at=now, recorded_by=finn
    )
    journey.choices.create(topic="who_opens", value="me", words="Canary", key="ch0", chosen_at=now, chosen_by=finn)
    said = main(as_sam.get(reverse("casefiles_support:alongside-show", args=[journey.ref])))

    for word in ("Canary", "sealed", "Talking it through", "opens it", "had your letter"):
        assert word not in said


def test_a_mentors_look_is_about_the_person(as_sam, journey, jo):
    as_sam.get(reverse("casefiles_support:alongside-show", args=[journey.ref]))

    assert Entry.objects.filter(verb="files.journey.opened_alongside", about_ref=jo.ref).count() == 1


def test_a_mentor_whom_they_did_not_name_finds_nothing(client, sign_in, match, sam, journey):
    mentor = sign_in(client, sam)

    assert mentor.get(reverse("casefiles_support:alongside-show", args=[journey.ref])).status_code == 404
    assert "Nobody has named you" in main(mentor.get(reverse("casefiles_support:alongside-index")))


def test_a_mentor_who_is_no_longer_named_finds_nothing(as_sam, journey, now):
    journey.supporters.filter(role="peer_mentor").update(ended_at=now)

    assert as_sam.get(reverse("casefiles_support:alongside-show", args=[journey.ref])).status_code == 404


def test_a_mentor_opens_no_page_of_staff(as_sam, journey):
    assert as_sam.get(reverse("casefiles_support:journeys-detail", args=[journey.ref])).status_code == 403
