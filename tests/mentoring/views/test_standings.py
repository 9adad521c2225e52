import pytest
from django.urls import reverse

from mentoring.models import Mentor, Progression
from tests.matrix.conftest import talk

pytestmark = pytest.mark.django_db
CANARY = "Complaint about Idwal"


@pytest.fixture
def mentor(sam) -> Mentor:
    return Mentor.objects.get(person__login=sam)


def suspend(client, sign_in, who, mentor):
    said = {"why": "boundaries", "words": "We are looking into something.", "staff_reason": CANARY}
    return sign_in(client, who).post(reverse("mentoring:standings-suspend", args=[mentor.ref]), said)


def test_a_mentor_takes_a_rest_and_comes_back(client, sign_in, sam, mentor, match):
    as_sam = sign_in(client, sam)

    page = as_sam.post(reverse("mentoring:standings-rest"), {"why": "tired"}, follow=True)
    assert "You are taking a rest" in page.text
    page = as_sam.post(reverse("mentoring:standings-come_back"), follow=True)

    assert "Welcome back" in page.text
    mentor.refresh_from_db()
    assert mentor.status == "active"


def test_somebody_suspended_is_shut_out_and_told_how_to_ask_again(client, sign_in, sam, nadia, mentor, match, jo):
    as_sam = sign_in(client, sam)
    person = reverse("people:persons-detail", args=[jo.ref])
    assert as_sam.get(person).status_code == 200

    suspend(client, sign_in, nadia, mentor)

    assert as_sam.get(person).status_code == 404
    assert as_sam.get(reverse("mentoring:sessions-log_with", args=[match.ref])).status_code == 404
    page = as_sam.get(reverse("mentoring:standings-mine"))
    assert "ask for it to be looked at again" in page.text
    assert "We are looking into something." in page.text
    assert "Idwal" not in page.text
    for own in ("claims-mine", "supervisions-mine", "experiences-mine"):
        assert as_sam.get(reverse(f"mentoring:{own}")).status_code == 200


@pytest.mark.parametrize("who", ["rosa", "gwen", "sam", "dee", "max_"])
def test_only_managers_and_the_safeguarding_lead_suspend(client, sign_in, request, mentor, who):
    assert suspend(client, sign_in, request.getfixturevalue(who), mentor).status_code == 403

    mentor.refresh_from_db()
    assert mentor.status == "active"


def test_a_coordinator_reads_what_was_said_and_not_the_reason(client, sign_in, rosa, marion, nadia, mentor):
    suspend(client, sign_in, nadia, mentor)
    url = reverse("mentoring:supervisions-with_mentor", args=[mentor.ref])

    coordinators, managers = sign_in(client, rosa).get(url).text, sign_in(client, marion).get(url).text

    assert "We are looking into something." in coordinators and "Idwal" not in coordinators
    assert "Idwal" in managers


def test_suspend_keeps_what_was_typed_when_something_is_missing(client, sign_in, nadia, mentor):
    url = reverse("mentoring:standings-suspend", args=[mentor.ref])

    answer = sign_in(client, nadia).post(url, {"why": "other", "words": "Kept!", "staff_reason": ""})

    assert answer.status_code == 422
    assert "Kept!" in answer.text


def test_the_record_prints_and_is_nobody_elses(client, sign_in, sam, rosa, match, leeds, now, jo):
    talk(match, sam, leeds, now, "k1")
    as_sam = sign_in(client, sam)
    as_sam.post(reverse("mentoring:experiences-edit"), {"skills": ["team"], "own_words": "I turn up.", "version": "0"})

    for name in ("experiences-mine", "experiences-print"):
        page = as_sam.get(reverse(f"mentoring:{name}")).text
        assert "Working in a team" in page and "I turn up." in page
        assert "Jo" not in page and "Leeds" not in page
    assert sign_in(client, rosa).get(reverse("mentoring:experiences-print")).status_code == 403


def test_the_record_is_had_as_a_pdf(client, sign_in, sam):
    answer = sign_in(client, sam).get(reverse("mentoring:experiences-pdf"))

    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_a_coordinator_writes_a_step_and_the_mentor_reads_it(client, sign_in, sam, rosa, mentor):
    sign_in(client, rosa).post(
        reverse("mentoring:progressions-add", args=[mentor.ref]),
        {"step": "mentor", "on_0": "1", "on_1": "3", "on_2": "2026", "words": "Well done"},
    )

    assert Progression.objects.get().words == "Well done"
    assert "Became a mentor" in sign_in(client, sam).get(reverse("mentoring:standings-mine")).text


def test_what_only_the_mentor_sees_is_on_no_page_of_staff(client, sign_in, sam, rosa, marion, mentor):
    sign_in(client, sam).post(
        reverse("mentoring:progressions-tell"), {"on_0": "1", "on_1": "3", "on_2": "2020", "words": "It helped"}
    )

    assert "Had a mentor" in sign_in(client, sam).get(reverse("mentoring:standings-mine")).text
    for staff in (rosa, marion):
        page = sign_in(client, staff).get(reverse("mentoring:supervisions-with_mentor", args=[mentor.ref]))
        assert "Had a mentor" not in page.text and "It helped" not in page.text


@pytest.mark.parametrize("name", ["claims-mine", "supervisions-mine", "experiences-mine", "standings-mine"])
def test_a_login_that_is_no_mentor_yet_is_led_home(client, sign_in, alex, name):
    page = sign_in(client, alex).get(reverse(f"mentoring:{name}"), follow=True)

    assert page.redirect_chain == [(reverse("desk:home"), 302)]
    assert "once you have been made a mentor" in page.text
