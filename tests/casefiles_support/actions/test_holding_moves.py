"""Where papers go, with two names each time."""

from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import holding_moves, parcels
from casefiles_support.hands import Hand
from casefiles_support.models import Duty, HoldingMove
from common.transitions import NotAllowed, Stale
from messaging.models import Message
from people.actions import locations
from tests.conftest import NOW
from tests.matrix.fixtures_files_parcels import TODAY, came

DAY = timedelta(days=1)
THEM = Hand(is_person=True)


def go(parcel, by, to="with_person", *, at=NOW, **more):
    said = {
        "on": at.date(), "given": Hand(staff=by), "taken": THEM, "person_agreed": True, "signed_twice": True,
        "version": parcel.version, "key": f"to-{to}",
    }  # fmt: skip
    return holding_moves.move(parcel=parcel, to=to, by=by, at=at, **(said | more))


def refused(act, *args, **kwargs):
    with pytest.raises(NotAllowed) as no:
        act(*args, **kwargs)
    return " ".join(no.value.reasons)


def test_they_can_have_it_the_day_it_came(parcel, finn):
    go(parcel, finn)

    move = parcel.moves.last()
    assert (parcel.status, parcel.review_on) == ("with_person", None)
    assert (move.given_by, move.taken_by, move.signed_twice) == ("Finn", "The person", True)
    assert Duty.objects.get(kind="review_keeping").status == "settled"
    assert Duty.objects.get(kind="tell_it_is_here").status == "open"
    assert Event.objects.filter(verb="files.parcel.moved").count() == 1


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"person_agreed": False}, "they decide"),
        ({"signed_twice": False}, "Both sign"),
        ({"on": TODAY + DAY}, "between the last move and today"),
        ({"on": TODAY - DAY}, "between the last move and today"),
        ({"taken": Hand(words="An officer")}, "they are the one"),
        ({"given": Hand(words="")}, "both names"),
        ({"given": THEM}, "two people"),
        ({"to": "not_arrived"}, "cannot go there"),
        ({"to": "destroyed_by_person"}, "cannot go there"),
    ],
)
def test_it_refuses_each_with_its_reason(parcel, finn, said, reason):
    assert reason in refused(go, parcel, finn, **said)
    assert HoldingMove.objects.filter(parcel=parcel).count() == 1


def test_a_mentor_never_carries_it(parcel, finn, sam):
    assert "peer mentor" in refused(go, parcel, finn, to="with_trusted", taken=Hand(staff=sam))
    assert "peer mentor" in refused(go, parcel, finn, to="with_trusted", taken=Hand(words="Sam"))


def test_what_a_prison_does_with_it_is_only_written_down(parcel, finn):
    go(parcel, finn, to="with_prison", taken=Hand(words="Officer Lark, reception"))
    parcel = go(
        parcel, finn, to="in_stored_property", given=Hand(words="Officer Lark, reception"), person_agreed=False,
        taken=Hand(words="Officer Wren, property"), signed_twice=False,
    )  # fmt: skip

    assert parcel.status == "in_stored_property"


def test_the_same_form_moves_it_once_and_an_old_page_moves_nothing(parcel, finn):
    seen = parcel.version
    go(parcel, finn)
    go(parcel, finn)
    with pytest.raises(Stale):
        go(parcel, finn, to="with_trusted", given=THEM, taken=Hand(words="His aunt"), version=seen)

    assert parcel.moves.count() == 2


def test_a_disc_is_not_handed_over_inside_and_is_outside(asked_for, jo, finn):
    parcel = came(asked_for, finn, carrier="disc")
    assert "section 40A" in refused(go, parcel, finn)

    locations.record(
        person=jo, kind="community", legal_state="none", started_on=TODAY, authority=None, establishment=None, by=None,
        at=NOW,
    )  # fmt: skip

    assert go(parcel, finn).status == "with_person"


def test_a_safety_hold_keeps_it_one_working_day_and_ends_by_itself(parcel, wait, finn):
    assert "Not before 09:30 on 23 November" in refused(go, parcel, finn)

    assert go(parcel, finn, at=wait.ends_at).status == "with_person"


def test_a_question_holds_nothing(parcel, asked_to_wait, finn):
    assert go(parcel, finn).status == "with_person"


def test_lost_papers_are_a_breach_the_same_day(parcel, finn, marion, nadia, sam):
    for user in (marion, nadia, sam):
        user.email = f"{user.username}@example.org"
        user.save()

    holding_moves.lose(parcel=parcel, on=TODAY, version=parcel.version, key="l", by=finn, at=NOW)

    duty = Duty.objects.get(kind="lost")
    assert (parcel.status, duty.due_on, duty.status) == ("lost", TODAY, "open")
    assert {one.to for one in Message.objects.all()} == {"marion@example.org", "nadia@example.org"}
    text = " ".join(f"{one.subject} {one.text}" for one in Message.objects.all())
    assert "Jo" not in text and "file " not in text and "lost papers" not in text


def test_who_answers_for_the_programme_begins_the_breach_once(lost_parcel, marion, nadia):
    holding_moves.begin_breach(parcel=lost_parcel, by=marion, at=NOW)

    assert Duty.objects.get(kind="lost").status == "done"
    assert "already" in refused(holding_moves.begin_breach, parcel=lost_parcel, by=nadia, at=NOW)


def test_what_is_found_ends_the_breach_and_may_be_lost_again(lost_parcel, finn):
    go(lost_parcel, finn, to="with_programme_sealed", given=Hand(words="The wing office"), taken=Hand(staff=finn))
    holding_moves.lose(parcel=lost_parcel, on=TODAY, version=lost_parcel.version, key="l2", by=finn, at=NOW)

    assert sorted(Duty.objects.filter(kind="lost").values_list("status", flat=True)) == ["open", "settled"]


def test_only_what_came_can_be_lost(announced, finn):
    assert "Only what has come" in refused(
        holding_moves.lose, parcel=announced, on=TODAY, version=1, key="l", by=finn, at=NOW
    )


def destroy(parcel, by, *, at=NOW, witness=None):
    return holding_moves.destroy(
        parcel=parcel, witness=witness or Hand(staff=by), version=parcel.version, key="d", by=by, at=at
    )


def test_they_destroy_it_themselves_after_fourteen_days(parcel, finn):
    assert "they have not" in refused(destroy, parcel, finn)
    holding_moves.ask_to_destroy(parcel=parcel, version=parcel.version, by=finn, at=NOW)
    assert "Wait until 6 December 2026" in refused(destroy, parcel, finn, at=NOW + 13 * DAY)

    destroy(parcel, finn, at=NOW + 14 * DAY)

    move = parcel.moves.last()
    assert (parcel.status, move.given_by, move.taken_by) == ("destroyed_by_person", "The person", "Finn")
    assert "nothing here" in refused(
        holding_moves.ask_to_destroy, parcel=parcel, version=parcel.version, by=finn, at=NOW
    )


def test_they_may_shorten_the_wait_or_think_again(parcel, finn):
    said = {"by": finn, "at": NOW}
    holding_moves.ask_to_destroy(parcel=parcel, version=parcel.version, **said)
    holding_moves.think_again(parcel=parcel, version=parcel.version, **said)
    assert parcel.destroy_after is None
    assert "no wait" in refused(holding_moves.shorten, parcel=parcel, version=parcel.version, **said)
    assert "have not asked" in refused(holding_moves.think_again, parcel=parcel, version=parcel.version, **said)

    holding_moves.ask_to_destroy(parcel=parcel, version=parcel.version, **said)
    holding_moves.shorten(parcel=parcel, version=parcel.version, **said)

    assert destroy(parcel, finn).status == "destroyed_by_person"


def test_nobody_else_destroys_it_and_no_mentor_is_the_witness(parcel_to_destroy, finn, sam):
    assert "two people" in refused(destroy, parcel_to_destroy, finn, witness=THEM)
    assert "peer mentor" in refused(destroy, parcel_to_destroy, finn, witness=Hand(staff=sam))


def test_a_move_takes_back_the_wish_to_destroy_it(parcel_to_destroy, finn):
    go(parcel_to_destroy, finn)

    assert parcel_to_destroy.destroy_after is None


def test_keeping_begins_again_when_it_comes_back_to_us(parcel, finn):
    go(parcel, finn)
    go(parcel, finn, to="with_programme_sealed", given=THEM, taken=Hand(staff=finn), at=NOW + DAY)

    assert parcel.review_on == TODAY + timedelta(days=29)
    parcels.review(parcel=parcel, on=TODAY + DAY, version=parcel.version, by=finn, at=NOW + DAY)
    assert Duty.objects.filter(kind="review_keeping", status="open").count() == 1
