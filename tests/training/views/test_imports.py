import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from training.models import Import, Learner

pytestmark = pytest.mark.django_db
INDEX = reverse("training:imports-index")
FILE = b"name,job,email\nBo Lane,officer,bo@example.org\n=cmd(),officer,\nCy Holt,juggler,\n"


@pytest.fixture
def lead(client, hana):
    client.force_login(hana)
    return client


@pytest.fixture
def page(lead, leeds):
    return lead.post(INDEX, {"establishment": leeds.ref, "file": SimpleUploadedFile("staff.csv", FILE)})["Location"]


def test_a_file_is_shown_first_brought_in_and_taken_back(lead, page):
    assert b"1 new" in lead.get(page).content
    assert not Learner.objects.exists()
    lead.post(f"{page}apply/")
    assert Learner.objects.get().name == "Bo Lane"
    lead.post(f"{page}undo/")

    assert not Learner.objects.exists()
    assert Import.objects.get().status == "undone"


def test_pressed_twice_it_comes_in_once(lead, page):
    assert [lead.post(f"{page}apply/").status_code for _ in range(2)] == [302, 409]


def test_the_rows_with_problems_come_back_with_what_is_wrong(lead, page):
    lines = lead.get(f"{page}problems/").content.decode("utf-8-sig").splitlines()

    assert lines[0].endswith(",problem")
    assert "juggler" in lines[2]
    assert not lines[1].startswith("=")


def test_a_file_that_is_no_csv_is_refused_in_words(lead, leeds):
    answer = lead.post(INDEX, {"establishment": leeds.ref, "file": SimpleUploadedFile("a.csv", b"PK\x03\x04abc")})

    assert (answer.status_code, b"not a CSV file" in answer.content) == (422, True)


def test_another_lead_does_not_see_it(client, page, make_user):
    client.force_login(make_user("lou", "learning_lead"))

    assert client.get(page).status_code == 404
