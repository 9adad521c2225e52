import io
import re
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import Entry
from tests.training import leading

pytestmark = pytest.mark.django_db
PAGE = reverse("training:coverage-prison")
WHY = {"reason": "For the learning board this month"}


@pytest.fixture
def lead(client, hana, officers):
    client.force_login(hana)
    return client


def test_a_lead_sees_their_prison_at_once(lead, officers):
    answer = lead.get(PAGE)

    assert b"Learning at HMP Leeds" in answer.content
    assert answer.content.count(b">Officer ") == 6


def test_a_lead_asks_for_who_has_finished_and_finds_nobody(lead):
    assert b"Nobody here fits" in lead.get(PAGE, {"standing": "done"}).content


def test_another_prison_does_not_exist_for_them(lead, leeds):
    assert lead.get(PAGE, {"prison": leading.another_prison(leeds).ref}).status_code == 404


def test_staff_of_the_programme_choose_first(client, marion, officers, leeds):
    client.force_login(marion)

    assert b"Choose a prison first" in client.get(PAGE).content
    assert b"Learning at HMP Leeds" in client.get(PAGE, {"prison": leeds.ref}).content


def test_the_file_asks_why_and_leaves_a_trail(lead, hana):
    url = reverse("training:coverage-download", args=["csv"])
    assert lead.post(url).status_code == 422
    text = b"".join(lead.post(url, WHY).streaming_content).decode("utf-8-sig")

    assert text.splitlines()[0].startswith("Name,Asking the question well,")
    assert "Officer 0,Not begun," in text
    assert Entry.objects.get(verb="training.learner.exported").reason == WHY["reason"]


def test_the_same_comes_as_an_excel_file(lead):
    made = lead.post(reverse("training:coverage-download", args=["xlsx"]), WHY)

    assert "xl/worksheets/sheet1.xml" in zipfile.ZipFile(io.BytesIO(b"".join(made.streaming_content))).namelist()


def test_the_number_of_queries_is_the_same_for_a_few_and_for_many(lead, leeds, hana):
    def asked():
        lead.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            lead.get(PAGE)
        return len(queries)

    few = asked()
    for n in range(60):
        leading.add(f"More {n:02}", leeds, by=hana)

    assert asked() == few


def test_a_long_list_has_pages(lead, leeds, hana):
    for n in range(60):
        leading.add(f"More {n:02}", leeds, by=hana)
    first = lead.get(PAGE).content.decode()
    following = re.search(r'href="([^"]+)">Next page', first)[1]

    assert "More 24" in first
    assert "More 25" in lead.get(following).content.decode()


def test_a_funder_sees_figures_and_no_name(client, make_user, officers, leeds, hana):
    leading.in_post(leeds, hana, officer=40)
    client.force_login(make_user("fred", "funder"))
    page = client.get(reverse("training:coverage-regions"))

    assert leeds.region.encode() in page.content
    assert b"Officer 0" not in page.content
    assert client.get(PAGE).status_code == 403
