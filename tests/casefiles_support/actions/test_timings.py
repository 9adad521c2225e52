"""Deleting a journey: nothing of it stays in any table, and what is told of holders does not move."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from audit.checking import check
from audit.models import Entry
from casefiles_support.actions import erasures, timings
from casefiles_support.models import Choice, Duty, Fact, HoldingMove, Journey, Letter, Parcel, Timing
from casefiles_support.reports import holders
from common.transitions import NotAllowed
from tests.casefiles_support.fixtures_after import ANSWERED_ON, TODAY, answered_by, closed
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
SAID = "Whatever Jo said about it"
STAYS = {"Holder", "Timing"}


def fill(journey, answered, finn):
    """Something in each corner of a journey, with words of Jo's."""
    Choice.objects.create(
        journey=journey, key="c", topic="place", value="with_me", words=SAID, chosen_at=NOW, chosen_by=finn
    )
    Letter.objects.create(
        journey=journey, request=answered, template="covered", template_version=1, address="Leeds", text=SAID,
        sha256="0" * 64, key="l", written_at=NOW, written_by=finn,
    )  # fmt: skip
    parcel = Parcel.objects.create(request=answered, key="p", **parcel_told(finn))
    HoldingMove.objects.create(parcel=parcel, **move_told(finn))


def parcel_told(finn):
    return {"announced_on": TODAY, "logged_by": finn, "logged_at": NOW}


def move_told(finn):
    return {
        "frm": "not_arrived", "to": "with_programme_sealed", "on": TODAY, "given_by": "The post", "taken_by": "Finn",
        "recorded_at": NOW, "recorded_by": finn, "person_agreed": True, "signed_twice": True,
    }  # fmt: skip


def rows():
    """How many rows each model of file support has, but for what stays."""
    models = apps.get_app_config("casefiles_support").get_models()
    return {one.__name__: n for one in models if one.__name__ not in STAYS and (n := one._base_manager.count())}


def test_nothing_of_it_is_left_in_any_table(
    journey, answered, redaction, missing_item, correction, complaint, family_plan, finn, marion
):
    fill(journey, answered, finn)
    erasure = erasures.ask(journey=closed(journey), by=finn, at=NOW)
    erasures.tell(erasure=erasure, how="spoken", on=TODAY, by=finn, at=NOW)

    timings.erase(erasure=erasure, by=marion, at=NOW)

    assert rows() == {}
    kept = Timing.objects.get()
    assert (kept.year, kept.quarter, kept.days_taken) == (2026, 3, 40)
    assert kept.covered == {"professional": 12}


def test_no_table_names_it_but_the_trail(journey, answered, redaction, finn, marion):
    refs = {journey.ref, answered.ref, redaction.ref, *Duty.objects.values_list("ref", flat=True)}
    erase(journey, finn, marion)

    assert {table for table, held in texts().items() if any(ref in held for ref in refs)} == {"audit_entry"}


def texts():
    """Everything that each table holds, as one text."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if not table.startswith("sqlite_"):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                found[table] = str(cursor.fetchall())
    return found


def erase(journey, finn, marion):
    erasure = erasures.ask(journey=closed(journey), by=finn, at=NOW)
    erasures.tell(erasure=erasure, how="spoken", on=TODAY, by=finn, at=NOW)
    timings.erase(erasure=erasure, by=marion, at=NOW)


def test_the_trail_keeps_what_was_done_and_no_word_of_it(journey, answered, redaction, finn, marion, jo):
    fill(journey, answered, finn)
    erase(journey, finn, marion)

    last = Entry.objects.order_by("pk").last()
    assert (last.verb, last.subject_ref, last.about_ref) == ("files.journey.erased", journey.ref, jo.ref)
    assert not [one.pk for one in Entry.objects.all() if SAID in f"{one.detail}{one.reason}"]
    assert check().whole


def test_the_figures_of_holders_do_not_move(journey, answered, redaction, finn, marion, monkeypatch):
    monkeypatch.setattr(holders, "FEW", 1)
    monkeypatch.setattr("casefiles_support.rules.figures.FEW", 1)
    answered_by(journey, "York", finn, status="running")
    answered_by(journey, "Hull", finn, answered_on=ANSWERED_ON - timedelta(days=20))
    answered_by(journey, "Bath", finn, status="withdrawn")
    waiting = answered_by(journey, "Kent", finn, received_on=ANSWERED_ON - timedelta(days=45))
    waiting.facts.create(
        kind="extension_notice", on=ANSWERED_ON, reason="Complex", key="x", entered_at=NOW, entered_by=finn
    )
    before = holders.rows(year=2026, on=TODAY)

    erase(journey, finn, marion)

    assert len(before) >= 4
    assert holders.rows(year=2026, on=TODAY) == before


def test_a_request_that_never_came_leaves_nothing(journey, finn, marion):
    answered_by(journey, "York", finn, status="withdrawn", received_on=None)

    erase(journey, finn, marion)

    assert not Timing.objects.exists()


def test_it_takes_two_and_telling_them_first(erasure, journey, finn, marion, jo):
    with pytest.raises(NotAllowed, match="not been told"):
        timings.erase(erasure=erasure, by=marion, at=NOW)
    erasures.tell(erasure=erasure, how="spoken", on=TODAY, by=finn, at=NOW)
    with pytest.raises(NotAllowed, match="two of us"):
        timings.erase(erasure=erasure, by=finn, at=NOW)

    assert Journey.objects.filter(pk=journey.pk).exists()


def test_whoever_could_not_be_found_has_four_weeks(erasure, finn, marion):
    erasures.tell(erasure=erasure, how="not_found", on=TODAY, by=finn, at=NOW)

    with pytest.raises(NotAllowed, match="20 December 2026"):
        timings.erase(erasure=erasure, by=marion, at=NOW)
    timings.erase(erasure=erasure, by=marion, at=NOW + timedelta(days=28))


def test_what_was_called_off_or_is_open_again_stays(told_erasure, journey, finn, marion):
    Journey.objects.filter(pk=journey.pk).update(status="talking", closed_on=None)
    with pytest.raises(NotAllowed, match="It is open"):
        timings.erase(erasure=told_erasure, by=marion, at=NOW)
    closed(journey)
    erasures.call_off(erasure=told_erasure, by=finn, at=NOW)
    with pytest.raises(NotAllowed):
        timings.erase(erasure=told_erasure, by=marion, at=NOW)


def test_deleting_twice_deletes_once(told_erasure, marion):
    timings.erase(erasure=told_erasure, by=marion, at=NOW)

    with pytest.raises(NotAllowed, match="already"):
        timings.erase(erasure=told_erasure, by=marion, at=NOW)


def test_rows_that_are_only_added_go_with_nothing_less_than_all(journey, answered, finn):
    """Nobody deletes a fact, a choice, a stage or a move of the paper by itself: the database refuses."""
    fill(journey, answered, finn)

    for model in (Choice, Fact, HoldingMove):
        with pytest.raises(DatabaseError, match="go with their whole journey"), transaction.atomic():
            model.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Journey.objects.filter(pk=journey.pk).delete()
