"""What the software must enforce, each by name: of the clock, of the person's own pace, and of what is never kept.

Those of the paper are in test_invariants_of_paper.py, those of reading and of the end in test_invariants_of_reading.py.
"""

import inspect
import re
from datetime import date, timedelta
from itertools import permutations

import pytest
from django.apps import apps
from django.db import DatabaseError, models, transaction

from casefiles_support.actions import duties, facts, holding_moves, pauses, supporters
from casefiles_support.clocks import clock_of
from casefiles_support.hands import Hand
from casefiles_support.models import AccessRequest, Fact, Holder, Journey, SafetyHold, Supporter
from casefiles_support.reports.awaiting import late
from casefiles_support.rules.figures import guarded
from common.transitions import NotAllowed
from law.access_clock import Fact as LawFact
from law.access_clock import work_out
from law.working_days import known_until
from mentoring.models import Mentor
from tests.conftest import NOW
from tests.house.survey import forbid, home, python_files
from training.models import Completion

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def asked_of(journey, by, council):
    holder = Holder.objects.create(kind="council", name=council, nation="E", added_at=NOW)
    return AccessRequest.objects.create(
        journey=journey, holder=holder, key=council, scope="everything", deliver_to="supporter", status="sent",
        opened_at=NOW, opened_by=by,
    )  # fmt: skip


@pytest.fixture
def a_request(journey, finn):
    return asked_of(journey, finn, "Leeds City Council")


@pytest.fixture
def told(a_request, finn):
    """`told("received", 40)`: forty days ago."""

    def act(kind, days_ago, **more):
        on = TODAY - timedelta(days=days_ago)
        more = {"basis": "letter", "reason": "", **more}
        return facts.add(request=a_request, kind=kind, on=on, key=f"{kind}{on}", by=finn, at=NOW, **more)

    return act


def clock(request, on=TODAY):
    return clock_of(AccessRequest.objects.with_clock().get(pk=request.pk), on=on)


def test_01_a_last_day_is_a_function_of_what_happened_in_whatever_order_it_is_told():
    happened = [
        LawFact("received", date(2026, 9, 3)),
        LawFact("clarification_asked", date(2026, 9, 7)),
        LawFact("clarification_answered", date(2026, 9, 14)),
        LawFact("clarification_asked", date(2026, 9, 20)),
        LawFact("clarification_answered", date(2026, 9, 25)),
    ]
    found = {work_out(facts=order, on=date(2026, 10, 1)) for order in permutations(happened)}

    assert len(found) == 1
    assert found.pop().due is not None


def test_01_so_it_is_when_people_write_it_down(journey, finn):
    """Today back to front, tomorrow in order: two holders, and one last day."""
    happened = [("received", 40), ("id_asked", 35), ("id_received", 30), ("clarification_asked", 25),
                ("clarification_answered", 20)]  # fmt: skip
    ends = []
    for order in (happened, happened[::-1]):
        request = asked_of(journey, finn, f"Council {len(ends)}")
        for kind, days_ago in order:
            facts.add(
                request=request, kind=kind, on=TODAY - timedelta(days=days_ago), key=kind, basis="letter", by=finn,
                at=NOW,
            )  # fmt: skip
        ends.append((clock(request), AccessRequest.objects.get(pk=request.pk).status))

    assert ends[0] == ends[1]
    assert ends[0][0].due == date(2026, 11, 30)  # 23 November, and six days that do not count: a Sunday


def test_02_no_fact_is_changed_only_put_right_by_another(told, a_request, finn):
    fact = told("received", 40)
    with pytest.raises(DatabaseError), transaction.atomic():
        Fact.objects.update(on=TODAY)
    with pytest.raises(DatabaseError), transaction.atomic():
        Fact.objects.all().delete()
    right = {"fact": fact, "kind": "received", "on": TODAY - timedelta(days=38), "basis": "phone", "key": "p",
             "by": finn, "at": NOW}  # fmt: skip
    with pytest.raises(NotAllowed, match="what was wrong"):
        facts.put_right(because=" ", **right)
    newer = facts.put_right(because="A wrong day", **right)

    assert Fact.objects.count() == 2
    assert (newer.supersedes, newer.superseding_because, newer.entered_by, newer.entered_at) == (
        fact, "A wrong day", finn, NOW)  # fmt: skip
    assert clock(a_request).due == work_out(facts=[LawFact("received", TODAY - timedelta(days=38))], on=TODAY).due


def test_03_there_is_no_last_day_while_proof_is_missing_or_a_question_is_open(told, a_request):
    told("received", 20)
    assert clock(a_request).due is not None
    told("id_asked", 18)
    assert clock(a_request).due is None
    told("id_received", 15)
    assert clock(a_request).due is not None
    told("clarification_asked", 10)
    assert clock(a_request).due is None


@pytest.mark.parametrize(("days_ago", "reason"), [(20, ""), (2, "Two boxes are stored elsewhere.")])
def test_04_more_time_without_a_reason_or_too_late_never_moves_the_day(told, a_request, days_ago, reason):
    told("received", 40)
    before = clock(a_request).due
    told("extension_notice", days_ago, reason=reason)

    assert clock(a_request).due == before
    assert not clock(a_request).extension_valid


def test_05_pausing_changes_no_fact_and_no_last_day(told, a_request, journey, finn):
    told("received", 20)
    before = list(Fact.objects.values()), clock(a_request)
    pauses.pause(journey=journey, by=finn, at=NOW)

    assert (list(Fact.objects.values()), clock(a_request)) == before


@pytest.mark.parametrize(("basis", "days_ago", "is_late"), [("letter", 60, True), ("letter", 25, False),
                                                            ("assumed", 60, False)])  # fmt: skip
def test_06_late_is_said_after_the_later_day_and_never_on_an_assumed_one(told, a_request, basis, days_ago, is_late):
    told("received", days_ago, basis=basis)

    assert bool(late(AccessRequest.objects.all(), on=TODAY)) is is_late
    assert clock(a_request).late is is_late


@pytest.mark.parametrize(("more", "provisional"), [(-20, True), (-60, False)])
def test_07_a_day_beyond_the_known_holidays_is_provisional(a_request, finn, more, provisional):
    received = known_until() + timedelta(days=more)
    at = NOW.replace(year=received.year + 1)
    facts.add(request=a_request, kind="received", on=received, basis="letter", key="r", by=finn, at=at)

    assert clock(a_request, on=received).provisional is provisional
    told = " ".join(clock(a_request, on=received).steps)
    assert ("The day may move" in told) is provisional


def test_09_nobody_whose_training_has_run_out_is_named_or_goes_on(journey, finn, bea):
    named = supporters.name(journey=journey, role="back_up", login=bea, no_conflict=True, by=finn, at=NOW)
    Completion.objects.filter(learner__login=bea).update(expires_on=TODAY - timedelta(days=1))
    with pytest.raises(NotAllowed, match="training"):
        supporters.agree(supporter=named, on=TODAY, by=finn, at=NOW)
    supporters.end(supporter=named, by=finn, at=NOW)
    with pytest.raises(NotAllowed, match="training"):
        supporters.name(journey=journey, role="back_up", login=bea, no_conflict=True, by=finn, at=NOW)


def test_09_nobody_is_beside_them_untrained_or_without_their_yes_and_ending_asks_no_reason(journey, rosa, finn, bea):
    unasked = supporters.name(journey=journey, role="back_up", login=bea, no_conflict=True, by=finn, at=NOW)
    assert unasked not in Supporter.objects.standing()
    with pytest.raises(NotAllowed):  # a coordinator, who was never trained for this
        supporters.name(journey=journey, role="advocate", login=rosa, no_conflict=True, by=finn, at=NOW)

    assert "because" not in inspect.signature(supporters.end).parameters
    ended = supporters.end(supporter=unasked, by=finn, at=NOW)
    assert ended.ended_at == NOW


def test_10_a_mentor_sees_dates_of_those_who_named_them_and_of_nobody_else(journey, sam, alex, finn):
    Supporter.objects.create(
        journey=journey, role="peer_mentor", mentor=Mentor.objects.get(person__login=sam), no_conflict=True,
        named_at=NOW, named_by=finn, agreed_on=TODAY,
    )  # fmt: skip

    assert list(Journey.objects.alongside(sam)) == [journey]
    assert not Journey.objects.visible_to(sam).exists()
    assert not Journey.objects.alongside(alex).exists()


def test_17_good_ends_are_counted_by_nobody_as_late(told, a_request, journey):
    told("received", 60)
    Journey.objects.filter(pk=journey.pk).update(status="not_now", back_to="waiting")
    assert late(AccessRequest.objects.all(), on=TODAY) == []
    Journey.objects.filter(pk=journey.pk).update(status="waiting", back_to="")
    AccessRequest.objects.filter(pk=a_request.pk).update(status="withdrawn")
    assert late(AccessRequest.objects.all(), on=TODAY) == []


def test_18_a_safety_hold_ends_by_itself_on_the_next_working_day(wait, parcel, finn):
    """NOW is a Sunday morning. Until the end nothing is handed over; from then on it is, and nobody has to end it."""
    to_them = {"to": "with_person", "given": Hand(staff=finn), "taken": Hand(is_person=True), "person_agreed": True,
               "signed_twice": True, "version": parcel.version, "key": "m", "by": finn}  # fmt: skip
    assert wait.ends_at - NOW <= timedelta(days=1, hours=15)
    with pytest.raises(NotAllowed, match="ends by itself"):
        holding_moves.move(parcel=parcel, on=TODAY, at=wait.ends_at - timedelta(minutes=1), **to_them)

    after = wait.ends_at + timedelta(minutes=1)
    assert not SafetyHold.objects.standing(after).exists()
    assert holding_moves.move(parcel=parcel, on=after.date(), at=after, **to_them).status == "with_person"


def test_19_and_20_nothing_of_a_file_is_kept_and_nobody_is_asked_why():
    fields = [field for model in apps.get_app_config("casefiles_support").get_models() for field in model._meta.fields]

    forbid([f"{field}" for field in fields if isinstance(field, models.FileField | models.BinaryField)], "no file")
    unasked = ("offence", "risk", "acct", "why_ask", "reason_for")
    forbid([f"{field}" for field in fields if any(word in field.name for word in unasked)], "never asked")


def test_22_a_number_under_ten_is_never_shown():
    assert guarded({"in_time": 30, "late": 9}) == {"in_time": None, "late": None}


def test_25_nothing_else_here_hangs_on_having_asked_for_a_file():
    others = ("mentoring", "throughcare", "training", "people", "places", "messaging", "pages")
    asks = [
        str(path.relative_to(home("config").parent.parent))
        for app in others
        for path in python_files(app)
        if re.search(r"^\s*(from|import) casefiles_support", path.read_text(), re.MULTILINE)
    ]

    forbid(asks, "no app below asks whether somebody wants their records")


def test_what_is_done_by_recording_it_is_done_in_no_other_way(journey, finn):
    duty = duties.raise_duty(key="k", kind="tell_it_is_here", journey=journey, due_on=TODAY, by=finn, at=NOW)

    with pytest.raises(NotAllowed):
        duties.finish(duty=duty, by=finn, at=NOW)
