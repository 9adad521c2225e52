"""The house has floors: an upper floor may know a lower one, never the reverse. (lint-imports keeps it for imports.)"""

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey

from tests.house.survey import APPS, FLOORS, forbid

HEIGHT = {app: -depth for depth, floor in enumerate(FLOORS) for app in floor}


@pytest.mark.parametrize("app", APPS)
def test_foreign_keys_point_down(app):
    if not apps.is_installed(app):
        assert app == "config", f"{app} is a floor of the house but not in INSTALLED_APPS"
        return
    upwards = [
        f"{field} points to {field.related_model._meta.label}"
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]
        if field.is_relation and field.related_model
        if (other := field.related_model._meta.app_label) in HEIGHT
        if other != app and HEIGHT[other] >= HEIGHT[app]
    ]

    forbid(upwards, "keys point down")


def test_no_key_points_anywhere():
    """A generic foreign key has no floor, no constraint and no protection against deletion."""
    found = [
        f"{model._meta.label}.{field.name}"
        for app in APPS
        if apps.is_installed(app)
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.private_fields
        if isinstance(field, GenericForeignKey)
    ]

    forbid(found, "point to one table, or keep a label and a ref")


@pytest.mark.parametrize("app", ["audit", "common", "law", "desk"])
def test_floors_that_own_no_foreign_key(app):
    keys = [
        str(field)
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.local_fields
        if field.is_relation
    ]

    forbid(keys, "audit must outlive what it speaks of; the others own no models")
