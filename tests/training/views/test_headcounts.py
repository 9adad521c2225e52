import pytest
from django.urls import reverse

from training.models import Headcount

pytestmark = pytest.mark.django_db
ENTER = reverse("training:headcounts-enter")


def test_a_lead_says_how_many_are_in_post(client, hana, leeds):
    client.force_login(hana)
    said = {"establishment": leeds.ref, "counted_on_0": 1, "counted_on_1": 11, "counted_on_2": 2026}
    assert client.post(ENTER, said).status_code == 422
    for _ in range(2):
        client.post(ENTER, said | {"officer": 64, "care": 0})

    assert dict(Headcount.objects.values_list("job", "in_post")) == {"officer": 64, "care": 0}
