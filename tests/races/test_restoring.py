"""Whatever a race left behind, the next begins with what the migrations left."""

import pytest
from django.contrib.auth.models import Permission

from audit.models import Entry
from tests.browser.restoring import Snapshot

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_was_added_changed_and_taken_away_is_put_back(make_user, snapshot):
    user = make_user("rosa", "coordinator")
    Permission.objects.filter(codename="add_user").update(name="Changed")
    Permission.objects.filter(codename="delete_user").delete()
    assert Entry.objects.exists()
    assert Snapshot.take().rows != snapshot.rows

    snapshot.put_back()

    assert Snapshot.take().rows == snapshot.rows
    assert not type(user).objects.exists()
    assert not Entry.objects.exists()
