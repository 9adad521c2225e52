"""Reading, watching and checking, each on a page of its own; a mentor sees on their path what was said."""

import pytest
from django.urls import reverse

from accounts.actions import users
from audit.models import Look
from mentoring.models import Mentor, Supervision
from tests.conftest import NOW, post_to
from tests.matrix.fixtures_assessing import DO, THINK
from training.actions import reflections
from training.models import Assessment

pytestmark = pytest.mark.django_db

INDEX = "/training/assessments/"
OWN = "/mentoring/paths/own/"


def page(client, url):
    return client.get(url).content.decode()


@pytest.fixture
def here(client, sign_in):
    return lambda user: sign_in(client, user)


def test_a_coordinator_reads_and_answers_and_the_mentor_sees_it(here, rosa, sam, a_reflection):
    rosas = here(rosa)
    address = reverse("training:assessments-mark", args=[a_reflection.ref])
    assert address in page(rosas, INDEX)
    shown = rosas.get(address)
    assert "My nan did." in shown.content.decode()

    said = {"outcome": "more", "words": "Tell me why it helped.", "key": "abcdefghjkmn"}
    answer = rosas.post(address, said | {"written_at": shown.context["form"]["written_at"].value()})

    assert answer["Location"] == INDEX
    assert address not in page(rosas, INDEX)
    path = page(here(sam), OWN)
    assert "Tell me why it helped." in path
    assert "Once more" in path
    assert Look.objects.filter(verb="training.assessment.opened").count() == 2


def test_written_again_it_waits_again(here, rosa, sam, a_walk, a_reflection):
    rosas, address = here(rosa), reverse("training:assessments-mark", args=[a_reflection.ref])
    rosas.post(address, {"outcome": "more", "words": "Why?", "key": "abcdefghjkmn"})
    reflections.write(
        progress=a_walk, block_id=THINK["id"], words="She never rushed.", by=sam, at=NOW.replace(year=2030)
    )

    assert address in page(rosas, INDEX)
    assert "Waits to be read" in page(here(sam), OWN)


def test_words_that_are_missing_are_asked_for_and_what_was_chosen_is_kept(here, rosa, a_reflection):
    answer = here(rosa).post(reverse("training:assessments-mark", args=[a_reflection.ref]), {"outcome": "met"})

    assert answer.status_code == 422
    assert answer.context["form"]["outcome"].value() == "met"
    assert not Assessment.objects.exists()


def test_practice_is_signed_off_with_what_was_seen(here, marion, rosa, sam, a_walk):
    marions = here(marion)
    address = reverse("training:assessments-sign_off", args=[a_walk.ref, DO["id"]])
    assert address in page(marions, INDEX)
    said = {
        "outcome": "met",
        "words": "Waited, and said it back.",
        "on_0": "22",
        "on_1": "11",
        "on_2": "2026",
        "key": "abcdefghjkmn",
    }

    refused = marions.post(address, said)
    done = marions.post(address, said | {"criteria": ["c1"]})

    assert (refused.status_code, done.status_code) == (422, 302)
    made = Assessment.objects.get()
    assert (made.made_by, made.criteria, made.is_sampled) == (marion, ["c1"], True)
    assert address not in page(marions, INDEX)
    check = reverse("training:assessments-check", args=[made.ref])
    assert check not in page(marions, INDEX)
    assert check in page(here(rosa), INDEX)
    assert here(rosa).post(check, {"agrees": "no", "action": ""}).status_code == 422
    assert here(rosa).post(check, {"agrees": "yes"}).status_code == 302
    assert check not in page(here(rosa), INDEX)


def test_a_mentor_who_also_coordinates_does_not_read_their_own(here, sam, a_reflection, yorkshire):
    users.grant_role(user=sam, role="coordinator", by=None, at=NOW)
    post_to(sam, yorkshire)

    assert here(sam).get(reverse("training:assessments-mark", args=[a_reflection.ref])).status_code == 404


def test_supervision_is_counted_on_the_path(here, sam, rosa, a_walk):
    mentor = Mentor.objects.get(person__login=sam)
    for n, minutes in enumerate((60, 45, None)):
        Supervision.objects.create(
            key=f"s{n}", mentor=mentor, supervisor=rosa, status="held", planned_at=NOW, planned_by=rosa,
            held_on=NOW.date(), next_due_on=NOW.date().replace(year=2027), agreed_summary="Slower.", minutes=minutes,
            written_at=NOW, written_by=rosa,
        )  # fmt: skip

    path = page(here(sam), OWN)

    assert "3 meetings held, 1 h 45 min in all." in " ".join(path.split())
    assert "Nobody wrote down how long 1 of them took." in path


def test_a_coordinator_sees_the_path_of_their_mentor(here, rosa, sam, a_walk):
    ref = Mentor.objects.get(person__login=sam).ref
    path = page(here(rosa), f"/mentoring/paths/{ref}/")

    assert "0 of 1 units finished." in path
    assert "Listen for ten minutes." in path
    assert "My nan did." not in path
    assert f"/mentoring/paths/{ref}/" in page(here(rosa), f"/mentoring/mentors/{ref}/")


def test_somebody_without_a_file_sees_what_the_path_is(here, make_user, a_unit):
    path = page(here(make_user("ana", "applicant")), OWN)

    assert "0 of 1 units finished." in path
    assert "Read the lessons" in path
