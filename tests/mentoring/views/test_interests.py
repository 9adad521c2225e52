"""Keying in somebody who would like to mentor."""

import pytest
from django.urls import reverse

from mentoring.models import MentorApplication

pytestmark = pytest.mark.django_db


def test_staff_key_in_somebody_in_prison(client, rosa, yorkshire, leeds):
    client.force_login(rosa)
    said = {"name": "Kit", "team": yorkshire.ref, "establishment": leeds.ref, "sheet_code": "MA-1", "key": "k1"}

    answer = client.post(reverse("mentoring:interests-key_in"), said, follow=True)

    assert "Kit" in answer.content.decode()
    told = MentorApplication.objects.get()
    assert (told.source, told.establishment, told.told_by) == ("paper", leeds, rosa)
