import pytest
from django.urls import reverse

from tests.training import leading
from training.models import Learner

pytestmark = pytest.mark.django_db
ADD = reverse("training:learners-add")


@pytest.fixture
def lead(client, hana):
    client.force_login(hana)
    return client


def test_a_lead_adds_somebody_who_has_no_email(lead, leeds):
    answer = lead.post(ADD, {"establishment": leeds.ref, "name": "Bo Lane", "job": "officer"})

    assert b"Added." in answer.content
    assert Learner.objects.get().stations.get().establishment == leeds


def test_a_namesake_is_asked_about_and_nothing_typed_is_lost(lead, leeds, hana):
    leading.add("Bo Lane", leeds, by=hana)
    said = {"establishment": leeds.ref, "name": "Bo Lane", "job": "care", "staff_number": ""}
    answer = lead.post(ADD, said)

    assert (answer.status_code, b"learns here already" in answer.content) == (422, True)
    assert b'value="Bo Lane"' in answer.content
    lead.post(ADD, said | {"another": "on"})
    assert Learner.objects.count() == 2


def test_nobody_is_added_to_a_prison_that_is_not_theirs(lead, leeds):
    answer = lead.post(ADD, {"establishment": leading.another_prison(leeds).ref, "name": "Bo Lane", "job": "officer"})

    assert answer.status_code == 422
    assert not Learner.objects.exists()


def test_the_page_says_how_far_they_are_and_its_title_names_nobody(lead, officers):
    page = lead.get(reverse("training:learners-page", args=[officers[0].ref])).content

    assert b"Asking the question well: Not begun" in page
    assert b"<title>Officer" not in page


def test_whoever_moved_is_gone_from_the_list_of_the_first_lead(lead, leeds, hana, now):
    bo = leading.add("Bo Lane", leeds, by=hana)
    day = {"day_0": now.day, "day_1": now.month, "day_2": now.year}
    said = {"establishment": leading.another_prison(leeds).ref, "job": "care"} | day
    answer = lead.post(reverse("training:learners-move", args=[bo.ref]), said)

    assert answer["Location"] == reverse("training:learners-index")
    assert b"Bo Lane" not in lead.get(answer["Location"]).content
    assert lead.get(reverse("training:learners-page", args=[bo.ref])).status_code == 404


def test_help_is_set_by_a_lead(lead, leeds, hana):
    bo = leading.add("Bo Lane", leeds, by=hana)
    lead.post(reverse("training:learners-adjust", args=[bo.ref]), {"adjustments": ["scribe", "extra_time"]})

    bo.refresh_from_db()
    assert bo.adjustments == ["extra_time", "scribe"]


def test_the_list_as_a_file_asks_why(lead, leeds, hana):
    leading.add("Bo Lane", leeds, by=hana)
    url = reverse("training:learners-index") + "?format=csv"
    text = b"".join(lead.post(url, {"reason": "To plan the spring training"}).streaming_content).decode("utf-8-sig")

    assert text.splitlines()[1].startswith("Bo Lane,,HMP Leeds,Officers and key workers,")
