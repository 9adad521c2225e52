"""Printing papers to keep, from the page of whoever supports somebody."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from pypdf import PdfReader

from casefiles_support.models import Pack
from tests.factories.files import holder, journey_of, request_to, sitting_of

pytestmark = pytest.mark.django_db
SAID = {"language": "en", "ring": "Finn, 0113 496 0000", "write": "PO Box 1, Leeds", "key": "f0rm00000001"}


@pytest.fixture
def journey(jo, finn, now):
    return journey_of(jo, finn, at=now - timedelta(days=20))


@pytest.fixture
def url(journey):
    return reverse("casefiles_support:packs-print", args=[journey.ref])


@pytest.fixture
def as_finn(client, sign_in, finn):
    return sign_in(client, finn)


def words_on(answer):
    pages = PdfReader(io.BytesIO(b"".join(answer.streaming_content))).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def test_it_is_a_document_with_the_code_of_the_print(as_finn, url, journey, now):
    request_to(journey, holder(), received=(now - timedelta(days=3)).date())
    answer = as_finn.post(url, SAID)
    said = " ".join(words_on(answer))
    pack = Pack.objects.get()

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith('inline; filename="papers-')
    assert "-".join(pack.ref[n : n + 4] for n in (0, 4, 8)) in said.lower()
    assert "Leeds City Council: they have your letter" in said
    assert "Ring us: Finn, 0113 496 0000. Write to us: PO Box 1, Leeds." in said


def test_what_is_typed_for_the_paper_is_kept_nowhere(as_finn, url):
    as_finn.post(url, SAID | {"prison_line": "0113 000 1111"})
    kept = " ".join(str(value) for value in vars(Pack.objects.get()).values())

    assert "0113" not in kept


def test_the_wing_is_asked_to_look_in_only_where_the_person_chose_that(as_finn, url, journey, finn, now):
    sitting_of(journey, starts_at=now + timedelta(days=3))
    without = " ".join(words_on(as_finn.post(url, SAID)))
    journey.choices.create(topic="tell_safer_custody", value="yes", key="ch0ice", chosen_at=now, chosen_by=finn)
    with_it = " ".join(words_on(as_finn.post(url, SAID | {"key": "f0rm00000002"})))

    assert "Private appointment" in without
    assert "Please check in tonight" not in without
    assert "Please check in tonight" in with_it


def test_the_form_begins_as_they_like_to_read(as_finn, url, journey):
    journey.in_welsh = journey.large_print = True
    journey.save()
    page = as_finn.get(url)

    assert page.context["form"]["language"].value() == "cy"
    assert page.context["form"]["large_print"].value() is True


def test_a_number_is_needed(as_finn, url):
    answer = as_finn.post(url, SAID | {"ring": ""})

    assert answer.status_code == 422
    assert "A page that is found alone must lead to somebody." in answer.text
    assert not Pack.objects.exists()


def test_the_same_form_twice_is_one_print_with_one_code(as_finn, url):
    first, again = (" ".join(words_on(as_finn.post(url, SAID))) for _ in range(2))

    assert Pack.objects.count() == 1
    assert first == again


def test_another_team_finds_nothing(client, sign_in, url, wyn):
    assert sign_in(client, wyn).post(url, SAID).status_code == 404


def test_a_coordinator_may_not(client, sign_in, url, rosa):
    assert sign_in(client, rosa).get(url).status_code == 403


def test_they_were_given_it(as_finn, url, journey, now):
    as_finn.post(url, SAID)
    handed = reverse("casefiles_support:packs-hand_over", args=[journey.ref, Pack.objects.get().ref])
    answer = as_finn.post(handed, {"on_0": now.day, "on_1": now.month, "on_2": now.year})

    assert answer.status_code == 302
    assert Pack.objects.get().handed_on == now.date()


def test_a_day_to_come_is_refused_beside_the_form(as_finn, url, journey, now):
    as_finn.post(url, SAID)
    later = now + timedelta(days=2)
    handed = reverse("casefiles_support:packs-hand_over", args=[journey.ref, Pack.objects.get().ref])
    answer = as_finn.post(handed, {"on_0": later.day, "on_1": later.month, "on_2": later.year})

    assert answer.status_code == 422
    assert "That day has not come yet." in answer.text
