"""A certificate says for ever what was learned then."""

import json
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from common.transitions import NotAllowed
from tests.conftest import NOW
from tests.training.courses import whole_body
from tests.training.finishing import LATER, read_all, take_test
from training.actions import certificates, enrolments, progress
from training.models import Certificate, Completion, LessonPage, ModuleVersion
from training.rules.certificates import is_code

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def certificate(begun, dee):
    read_all(begun, by=dee)
    take_test(begun, right=5, by=dee)
    return Certificate.objects.get()


def test_it_is_frozen_on_the_day_it_is_earned(certificate, learner):
    assert is_code(certificate.code)
    assert certificate.plain["name"] == "Dee Marsh"
    assert certificate.plain["module"] == "Asking the question well"
    assert certificate.plain["version"] == 1
    assert certificate.expires_on == date(2027, 11, 22)


def test_an_edit_a_new_name_and_a_deleted_page_change_nothing(certificate, asking, learner):
    before = certificate.snapshot, certificate.sha256
    learner.name = "Somebody Else"
    learner.save()
    page = LessonPage.objects.get()
    page.body = json.dumps(whole_body()[1:])
    page.save_revision().publish()
    asking.title = "Another title"
    asking.save_revision().publish()
    asking.get_parent().delete()

    certificate.refresh_from_db()
    assert (certificate.snapshot, certificate.sha256) == before
    assert certificate.standing(TODAY + timedelta(days=1)) == "current"
    assert ModuleVersion.objects.filter(pk=certificate.progress.version_id).exists()


def test_it_opens_the_gate_that_the_module_counts_for(certificate, learner):
    done = Completion.objects.get(learner=learner)

    assert (done.module, done.version, done.expires_on) == ("listening", "version 1", certificate.expires_on)


def test_finished_twice_it_is_one(certificate, begun, dee):
    assert certificates.finish(progress=begun, by=dee, at=LATER) == certificate
    read_all(begun, by=dee)

    assert Certificate.objects.count() == 1
    assert Completion.objects.count() == 1


def test_the_database_keeps_it_to_one(certificate):
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.create(
            code="X",
            progress=certificate.progress,
            learner=certificate.learner,
            snapshot="{}",
            sha256="",
            issued_at=NOW,
        )


def test_its_holder_decides_whether_a_name_is_seen(certificate, dee):
    assert certificate.holder() == "D. M."

    assert certificates.show_name(certificate=certificate, show=True, by=dee, at=LATER).holder() == "Dee Marsh"
    assert certificates.show_name(certificate=certificate, show=False, by=dee, at=LATER).holder() == "D. M."


def test_a_withdrawn_one_says_so(certificate, rosa):
    with pytest.raises(NotAllowed, match="Say why"):
        certificates.withdraw(certificate=certificate, reason=" ", by=rosa, at=LATER)

    certificates.withdraw(certificate=certificate, reason="Another person’s paper", by=rosa, at=LATER)
    certificates.withdraw(certificate=certificate, reason="Twice", by=rosa, at=LATER)

    assert certificate.standing(TODAY) == "withdrawn"
    assert certificate.withdrawn_because == "Another person’s paper"


def test_a_newer_one_takes_the_place_of_an_older(certificate, enrolment, asking, learner, dee):
    enrolments.withdraw(enrolment=enrolment, by=dee, at=LATER)
    later = NOW + timedelta(days=300)
    again = enrolments.enrol(learner=learner, course=asking.get_parent().specific, source="refresher", by=dee, at=later)
    begun = progress.begin(enrolment=again, version=ModuleVersion.objects.get(), by=dee, at=later)
    read_all(begun, by=dee, at=later)
    take_test(begun, right=5, by=dee, at=later)

    certificate.refresh_from_db()
    assert certificate.standing(later.date()) == "superseded"
    assert certificate.superseded_by.standing(later.date()) == "current"


def test_a_wrong_name_is_put_right_on_a_new_one(certificate, learner, rosa):
    new = certificates.put_right(certificate=certificate, name=" Dee  March ", reason="Misspelt", by=rosa, at=LATER)

    certificate.refresh_from_db()
    learner.refresh_from_db()
    assert certificate.standing(TODAY) == "superseded"
    assert certificate.superseded_because == "Misspelt"
    assert certificate.plain["name"] == "Dee Marsh"
    assert new.plain == certificate.plain | {"name": "Dee March"}
    assert (new.issue, new.expires_on, new.standing(TODAY)) == (2, certificate.expires_on, "current")
    assert new.progress.certificate == new
    assert learner.name == "Dee March"


@pytest.mark.parametrize(
    ("name", "reason", "why"),
    [("", "Misspelt", "Enter the name"), ("Dee Marsh", "Misspelt", "stands on it"), ("Dee March", " ", "Say why")],
)
def test_it_is_not_put_right_without_a_reason(certificate, rosa, name, reason, why):
    with pytest.raises(NotAllowed, match=why):
        certificates.put_right(certificate=certificate, name=name, reason=reason, by=rosa, at=LATER)

    assert Certificate.objects.count() == 1


def test_what_does_not_stand_is_not_put_right(certificate, rosa):
    certificates.withdraw(certificate=certificate, reason="Another person’s paper", by=rosa, at=LATER)

    with pytest.raises(NotAllowed, match="does not stand"):
        certificates.put_right(certificate=certificate, name="Dee March", reason="Misspelt", by=rosa, at=LATER)
