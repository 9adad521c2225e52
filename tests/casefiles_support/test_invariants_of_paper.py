"""What the software must enforce of letters, papers and readings, and of what the person can see; each by name."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from casefiles_support.actions import letters, packs, posting, requests
from casefiles_support.actions.requests import Wish
from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest, Duty, FollowUp, HoldingMove, Parcel, Sitting
from common.transitions import NotAllowed
from people.actions import locations
from places.models import Establishment
from tests.casefiles_support.fixtures_letters import *  # noqa: F403
from tests.casefiles_support.fixtures_letters import TODAY, agreed, on_paper, sent, with_papers, written
from tests.conftest import NOW
from tests.house.survey import ROOT, forbid

pytestmark = pytest.mark.django_db
PRIVATE = re.compile(r"\b(care files?|social|abuse|case ?files?|records?)\b", re.IGNORECASE)


def test_08_no_letter_goes_before_it_was_agreed_to_word_for_word_and_checked_by_another(access_request, finn):
    with_papers(access_request, finn)
    letter = written(access_request, finn)
    with pytest.raises(NotAllowed):
        posting.print_(letter=letter, by=finn, at=NOW)
    with pytest.raises(NotAllowed):
        letters.agree(letter=letter, seen="another letter", on=TODAY, by=finn, at=NOW)
    agreed(letter, finn)
    with pytest.raises(NotAllowed):
        letters.check(letter=letter, by=finn, at=NOW)  # who wrote it
    with pytest.raises(NotAllowed):
        posting.print_(letter=letter, by=finn, at=NOW)


def test_08_nor_without_permission_that_holds(access_request, finn, fay):
    with_papers(access_request, finn)
    letter = agreed(written(access_request, finn), finn)
    access_request.authorities.update(withdrawn_at=NOW, withdrawn_by=finn)

    with pytest.raises(NotAllowed):
        letters.check(letter=letter, by=fay, at=NOW)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [("verified", "not verified within the last 12 months"), ("address", "no address"),
     ("delivery", "where the papers should go"), ("expired", "missing, or was taken back"), ("words", "not the words")],
)  # fmt: skip
def test_08_nor_where_anything_that_was_there_is_gone_on_the_day_it_leaves(
    access_request, finn, fay, council, broken, reason
):
    papers = with_papers(access_request, finn)
    letter = on_paper(access_request, finn, fay)
    at = NOW
    if broken == "verified":
        council.verified_on = TODAY - timedelta(days=400)
    elif broken == "address":
        council.address = ""
    elif broken == "delivery":
        AccessRequest.objects.filter(pk=access_request.pk).update(deliver_to="")
    elif broken == "expired":
        at = NOW + timedelta(days=200)
        assert papers.valid_until < at.date()
    else:
        letter.text += "."
        letter.save()
    council.save()

    with pytest.raises(NotAllowed, match=reason):
        posting.send(letter=letter, posted_on=at.date(), by=finn, at=at)
    assert AccessRequest.objects.get(pk=access_request.pk).status == "ready"


@pytest.mark.parametrize("basis", ["letter", "assumed"])
def test_06_no_letter_says_late_before_their_later_day_or_on_a_day_that_is_assumed(access_request, finn, fay, basis):
    with_papers(access_request, finn)
    first = sent(access_request, finn, fay)
    posting.receive(letter=first, on=TODAY, basis=basis, seen=first.version, by=finn, at=NOW)
    last = clock_of(AccessRequest.objects.get(pk=access_request.pk), on=TODAY).due

    def late(days):
        request = AccessRequest.objects.get(pk=access_request.pk)
        return written(request, finn, "late", at=NOW + timedelta(days=(last - TODAY).days + days))

    with pytest.raises(NotAllowed):
        late(0)
    if basis == "assumed":
        with pytest.raises(NotAllowed, match="Nobody has confirmed"):
            late(30)
    else:
        assert "I have not had it" in late(1).text


def test_11_in_custody_it_comes_on_paper_unless_a_governor_allowed_more(journey, council, finn):
    on_a_disc = Wish(scope="everything", deliver_to="supporter", format="digital")
    with pytest.raises(NotAllowed):
        requests.begin(journey=journey, holder=council, wish=on_a_disc, key="a", by=finn, at=NOW)
    allowed = Wish(scope="everything", deliver_to="supporter", format="digital", authorised_on=TODAY,
                   authorised_by_post="Governing governor")  # fmt: skip

    assert requests.begin(journey=journey, holder=council, wish=allowed, key="b", by=finn, at=NOW).format == "digital"


def test_12_a_time_to_read_has_cover_on_both_days_or_is_the_person_s_own_choice(journey, finn):
    planned = {"journey": journey, "starts_at": NOW, "where": "cell", "planned_at": NOW, "planned_by": finn}
    with pytest.raises(IntegrityError), transaction.atomic():
        Sitting.objects.create(key="a", cover_next_day=finn, **planned)

    assert Sitting.objects.create(key="b", own_choice=True, **planned).own_choice


@pytest.mark.parametrize("way", ["moved", "released"])
def test_15_a_move_voids_the_pack_and_hands_over_within_two_working_days(journey, leeds, finn, follow_up, way):
    pack = packs.print_(journey=journey, ref="pack00000001", large_print=False, language="en", establishment=leeds,
                        key="p", by=finn, at=NOW)  # fmt: skip
    hull = Establishment.objects.create(code="HLI", name="HMP Hull", kind="prison", gender="men", category="reception",
                                        region="Yorkshire and The Humber", authority=leeds.authority)  # fmt: skip
    went = {"kind": "custody", "legal_state": "sentenced", "establishment": hull} if way == "moved" else {
        "kind": "community"}  # fmt: skip
    locations.record(person=journey.person, by=finn, at=NOW, started_on=TODAY, **went)
    pack.refresh_from_db()

    assert pack.voided_because == way
    assert FollowUp.objects.get(pk=follow_up.pk).status == "planned"
    assert Duty.objects.open().get(key=f"follow_up:{follow_up.ref}").team_id == journey.team_id
    assert {"hand_over", "pack_again"} <= set(Duty.objects.open().values_list("kind", flat=True))
    assert max(Duty.objects.open().filter(kind="hand_over").values_list("due_on", flat=True)) <= TODAY + timedelta(4)


def test_16_a_parcel_is_in_one_place_and_each_move_has_two_names(access_request, finn):
    parcel = Parcel.objects.create(request=access_request, key="p", arrived_on=TODAY, status="with_person",
                                   logged_at=NOW, logged_by=finn)  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        HoldingMove.objects.create(parcel=parcel, key="m", frm="not_arrived", to="with_person", on=TODAY,
                                   given_by="A courier", taken_by="", person_agreed=True, recorded_at=NOW,
                                   recorded_by=finn)  # fmt: skip

    assert not Parcel._meta.get_field("status").null


def test_21_no_title_of_a_page_says_what_it_is_about():
    titles = [
        (page.relative_to(ROOT), title)
        for page in (ROOT / "templates" / "casefiles_support").rglob("*.html")
        for title in re.findall(r"{% block title %}(.*?){% endblock", page.read_text(), re.DOTALL)
    ]

    assert titles
    forbid([f"{page}: {title}" for page, title in titles if PRIVATE.search(title)], "a title is read over shoulders")


def test_23_the_person_sees_and_prints_all_of_it_and_who_looked(client, sign_in, make_user, journey, finn):
    journey.person.login = make_user("jo", name="Jo")
    journey.person.save()
    own = sign_in(client, journey.person.login)

    pages = {name: own.get(reverse(f"casefiles_support:mine-{name}")) for name in ("show", "print", "looks")}
    assert {name: page.status_code for name, page in pages.items()} == {"show": 200, "print": 200, "looks": 200}
    assert "Finn" in pages["looks"].text
