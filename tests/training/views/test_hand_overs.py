"""From “training for my prison” to a cohort."""

import pytest
from django.urls import reverse

from pages.models import HandOver
from tests.pages.getting_in_touch import form, page
from training.models import Cohort

pytestmark = pytest.mark.django_db


def test_a_prison_that_wrote_to_us_gets_a_cohort_once(client, rosa, hana, leeds):
    client.post(page("training"), form("training"))
    sent = HandOver.objects.get()
    begin = reverse("training:hand_overs-begin", args=[sent.ref])
    client.force_login(hana)
    assert client.get(begin).status_code == 403
    client.force_login(rosa)
    client.post(reverse("pages:inbox-take", args=[sent.ref]))
    assert f'value="{leeds.ref}" selected' in client.get(begin).text
    for _ in range(2):
        client.post(begin, {"establishment": leeds.ref, "name": "New officers"})

    made = Cohort.objects.get()
    sent.refresh_from_db()
    assert (made.establishment, sent.became) == (leeds, reverse("training:cohorts-page", args=[made.ref]))
