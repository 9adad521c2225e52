import pytest
from django.urls import reverse

from tests.training.reports.test_items import try_it

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(asking, version, dee):
    for n in range(10):
        try_it(asking, version, dee, n, right=n % 4)
    return reverse("training:items-show", args=[version.ref])


def test_an_editor_sees_how_questions_do_and_nobodys_name(client, make_user, page):
    client.force_login(make_user("edie", "editor"))
    shown = client.get(page).content

    assert b"70% were right" in shown
    assert b"Learner 1" not in shown


def test_languages_have_names(client, marion, page):
    client.force_login(marion)
    listed = client.get(reverse("training:items-index")).content

    assert b"English" in listed
    assert b"en-gb" not in listed.lower().replace(b'lang="en-gb"', b"")


def test_the_file_holds_the_same(client, marion, page):
    client.force_login(marion)
    lines = b"".join(client.get(page, {"format": "csv"}).streaming_content).decode("utf-8-sig").splitlines()

    assert lines[1].startswith("Which is q1?,single,10,0,70,")


def test_a_lead_does_not_read_answers(client, hana, page):
    client.force_login(hana)

    assert client.get(page).status_code == 403
