import pytest
from django.urls import reverse

from training.actions import attempts


@pytest.fixture
def client_of_dee(client, dee):
    client.force_login(dee)
    return client


@pytest.fixture
def page_url(begun):
    return reverse("training:progress-page", args=[begun.ref, "1"])


@pytest.fixture
def attempt(begun, dee, now):
    return attempts.begin(progress=begun, by=dee, at=now)
