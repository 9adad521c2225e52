"""The platform holds nothing of what a file says: no upload, no picture, no number of a document, no long free text."""

import pytest
from django.apps import apps
from django.db import models

from common.fields import SealedTextField
from tests.house.survey import forbid

MODELS = list(apps.get_app_config("casefiles_support").get_models())
# Two texts are whole letters that we wrote ourselves, and an address of an organisation is long.
LONG_OF_OURS = {"Letter.text", "Letter.address", "Holder.address"}
UNWANTED = ("scan", "image", "photo_file", "upload", "document_number", "passport_number", "offence", "risk", "acct",
            "reason_for_asking", "trigger")  # fmt: skip


def fields():
    return [(f"{model.__name__}.{field.name}", field) for model in MODELS for field in model._meta.concrete_fields]


def test_there_is_something_to_look_at():
    assert len(MODELS) > 20


def test_no_field_can_hold_a_file():
    forbid([name for name, f in fields() if isinstance(f, models.FileField | models.BinaryField)], "hold no content")


def test_no_field_is_for_what_is_never_asked():
    forbid([name for name, _ in fields() if any(word in name.lower() for word in UNWANTED)], "never ask for it")


@pytest.mark.parametrize(("name", "field"), fields())
def test_what_a_person_said_is_sealed_and_everything_else_is_short(name, field):
    if name in LONG_OF_OURS or isinstance(field, SealedTextField):
        return
    assert not isinstance(field, models.TextField), f"{name}: seal it, or give it a list of answers"
    if isinstance(field, models.CharField):
        assert field.max_length <= 300
