"""The page that is read together: two clocks, what happened, where the papers are, who looked; and print it all."""

from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import Entry
from casefiles_support.models import Duty, HoldingMove, Parcel, SafetyHold
from tests.factories.files import beside, holder, journey_of, request_to, sitting_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey(jo, finn, now):
    return journey_of(jo, finn, at=now - timedelta(days=20))


@pytest.fixture
def url(journey):
    return reverse("casefiles_support:journeys-detail", args=[journey.ref])


@pytest.fixture
def as_finn(client, sign_in, finn):
    return sign_in(client, finn)


def main(answer):
    return " ".join(answer.text.split("<main")[1].split())


def test_both_clocks_stand_on_one_page(as_finn, url, journey, now):
    request_to(journey, holder(), received=(now - timedelta(days=3)).date())
    sitting_of(journey, starts_at=now + timedelta(days=6))
    said = main(as_finn.get(url))

    assert "Leeds City Council: they have your letter, and we wait for their answer." in said
    assert "Leeds City Council: answer by" in said
    assert "You plan to read, at" in said
    assert "How we worked out this date: Leeds City Council" in said
    assert "that is how long they have" in said


def test_nobody_is_called_late_while_the_day_of_receipt_is_a_guess(as_finn, url, journey, now):
    request_to(journey, holder(), basis="assumed", received=(now - timedelta(days=90)).date())
    said = main(as_finn.get(url))

    assert "They may be late" in said
    assert "They are late" not in said


def test_what_happened_is_told_newest_first_with_what_it_means(as_finn, url, journey, finn, now):
    day = (now - timedelta(days=9)).date()
    request_to(journey, holder(), status="paused", received=day, clarification_asked=day + timedelta(days=4))
    journey.checkpoints.create(
        code="C1", outcome="not_now", on=day + timedelta(days=2), words="After my visit", key="st4ge",
        recorded_at=now, recorded_by=finn,
    )  # fmt: skip
    said = main(as_finn.get(url)).split("What happened</h2>")[1]

    asked, talked = said.index("asked what you would like to see"), said.index("Talking it through: you said, not now.")
    assert asked < talked < said.index("Leeds City Council had your letter.")
    assert "“After my visit” That is fine. Nothing is lost" in said
    assert "Answering soon keeps it going." in said


def test_where_the_papers_are_is_told_with_who_carried_them(as_finn, url, journey, finn, now):
    request = request_to(journey, holder(), status="answered")
    parcel = Parcel.objects.create(
        request=request, key="p4rcel", arrived_on=now.date(), opened="by_prison", status="with_programme_sealed",
        logged_at=now, logged_by=finn,
    )  # fmt: skip
    HoldingMove.objects.create(
        parcel=parcel, key="m0ve", frm="with_prison", to="with_programme_sealed", on=now.date(), given_by="Officer Lee",
        taken_by="Finn", person_agreed=True, recorded_at=now, recorded_by=finn,
    )  # fmt: skip
    said = main(as_finn.get(url))

    assert "From Leeds City Council: with us, sealed." in said
    assert "The prison opened it. You have a right to know that." in said
    assert "Officer Lee to Finn" in said


def test_a_safety_hold_is_told_once_they_were_told_of_it(as_finn, url, journey, finn, nadia, now):
    hold = SafetyHold.objects.create(
        journey=journey, because="Canary reason", asked_at=now, asked_by=finn, agreed_by=nadia, agreed_at=now,
        ends_at=now + timedelta(hours=20),
    )  # fmt: skip
    before = main(as_finn.get(url))
    hold.told_on = now.date()
    hold.save()
    after = main(as_finn.get(url))

    assert "held back" not in before
    assert "We held back handing you the papers." in after
    assert "Canary" not in before + after


def test_what_we_owe_them_stands_beside_what_others_must_do(as_finn, url, journey, now):
    for kind in ("hand_over", "debrief"):
        Duty.objects.create(key=kind, kind=kind, journey=journey, team=journey.team, due_on=now.date(), raised_at=now)
    page = as_finn.get(url).context["page"]

    assert len(page.ours) == 1
    assert "somebody is there for you at the new place" in page.ours[0]


def test_opening_it_leaves_a_look_that_the_person_can_see(as_finn, url, journey, jo):
    as_finn.get(url)
    said = main(as_finn.get(reverse("casefiles_support:journeys-looks", args=[journey.ref])))

    assert Entry.objects.filter(verb="files.journey.opened", about_ref=jo.ref, subject_ref=journey.ref).count() == 1
    assert "<strong>Finn</strong> opened a person’s own way" in said


def test_only_file_support_stands_among_who_looked(as_finn, journey, jo, finn, now):
    entries = as_finn.get(reverse("casefiles_support:journeys-looks", args=[journey.ref])).context["entries"]

    assert Entry.objects.filter(about_ref=jo.ref, verb="people.person.added").exists()
    assert {one.verb.split(".")[0] for one in entries} == {"files"}


def test_all_of_it_can_be_printed(as_finn, journey, now):
    request_to(journey, holder(), received=(now - timedelta(days=3)).date())
    answer = as_finn.get(reverse("casefiles_support:journeys-print", args=[journey.ref]))
    said = main(answer)

    assert "<title>Private papers" in answer.text
    for part in ("Where things are", "Two clocks", "What happened", "Who looked, and who changed something"):
        assert part in said


def test_its_title_and_address_say_nothing(as_finn, url, journey):
    answer = as_finn.get(url)
    title = answer.text.split("<title>")[1].split("</title>")[0]

    assert "Jo" not in title + url
    assert url == f"/files/journeys/{journey.ref}/"


def test_the_safeguarding_lead_sees_where_it_is_and_no_more(client, sign_in, url, journey, finn, nadia, now):
    SafetyHold.objects.create(
        journey=journey,
        because="x",
        asked_at=now,
        asked_by=finn,
        agreed_by=nadia,
        agreed_at=now,
        ends_at=now + timedelta(hours=20),
    )
    lead = sign_in(client, nadia)
    said = main(lead.get(url))

    assert "Where the papers are" in said
    assert "What happened" not in said
    assert lead.get(reverse("casefiles_support:journeys-print", args=[journey.ref])).status_code == 403
    assert lead.get(reverse("casefiles_support:journeys-looks", args=[journey.ref])).status_code == 403


@pytest.mark.parametrize(
    ("who", "status"), [("wyn", 404), ("nadia", 404), ("rosa", 403), ("marion", 403), ("dee", 403)]
)
def test_nobody_else_opens_it(client, sign_in, request, url, who, status):
    assert sign_in(client, request.getfixturevalue(who)).get(url).status_code == status


def test_a_back_up_who_has_not_stepped_in_finds_nothing(client, sign_in, url, journey, finn, wyn):
    beside(journey, "back_up", login=wyn, by=finn)

    assert sign_in(client, wyn).get(url).status_code == 404
