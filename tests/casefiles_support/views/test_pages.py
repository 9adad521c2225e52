"""The page that is read together: two clocks, what happened, where the papers are, who looked; and print it all."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import Entry
from casefiles_support.models import Complaint, Duty, FollowUp, HoldingMove, Journey, Parcel, SafetyHold
from tests.conftest import NOW
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


def papers(request, by, now):
    return Parcel.objects.create(
        request=request, key=request.ref, arrived_on=now.date(), opened="no", status="with_programme_sealed",
        logged_at=now, logged_by=by,
    )  # fmt: skip


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


def leads_to(answer):
    """The addresses of the page itself, and not of the frame around it."""
    return set(re.findall(r'(?:href|action)="(/files/[^"?]*)', answer.text.split("<main")[1].split("</main")[0]))


def test_everything_about_it_is_one_press_away(as_finn, url, journey, finn, now):
    request = request_to(journey, holder(), status="answered")
    parcel = papers(request, finn, now)
    sitting = sitting_of(journey, starts_at=now + timedelta(days=6))
    follow_up = FollowUp.objects.create(journey=journey, sitting=sitting, kind="24h", due_at=now + timedelta(days=1))
    owed = Duty.objects.create(
        key="d", kind="tell_it_is_here", journey=journey, team=journey.team, about_ref=parcel.ref, due_on=now.date(),
        raised_at=now,
    )  # fmt: skip
    there = leads_to(as_finn.get(url))

    assert owed.kind == "tell_it_is_here"
    for name, *args in (
        ("requests-page", request.ref), ("requests-begin", journey.ref), ("parcels-detail", parcel.ref),
        ("parcels-tell", parcel.ref), ("parcels-receive", request.ref), ("sittings-detail", sitting.ref),
        ("sittings-plan", journey.ref), ("follow_ups-record", follow_up.ref), ("steps-take", journey.ref),
        ("pauses-pause", journey.ref), ("steps-close", journey.ref), ("supporters-index", journey.ref),
        ("checkpoints-index", journey.ref), ("choices-index", journey.ref), ("redactions-of_request", request.ref),
        ("corrections-of_request", request.ref), ("complaints-of_request", request.ref),
        ("family_plans-of_journey", journey.ref), ("erasures-of_journey", journey.ref), ("packs-print", journey.ref),
    ):  # fmt: skip
        assert reverse(f"casefiles_support:{name}", args=args) in there, name


def test_no_link_on_it_leads_nowhere(as_finn, url, journey, finn, now):
    papers(request_to(journey, holder(), status="answered"), finn, now)
    sitting_of(journey, starts_at=now + timedelta(days=6))
    found = {link: as_finn.get(link).status_code for link in leads_to(as_finn.get(url))}

    assert {link: status for link, status in found.items() if status not in (200, 405)} == {}


def test_it_asks_as_often_for_much_as_for_little(as_finn, url, journey, finn, now, django_assert_num_queries):
    def more(n):
        papers(request_to(journey, holder(f"Council {n}"), status="answered"), finn, now)
        sitting = sitting_of(journey, starts_at=now + timedelta(days=6 + n))
        FollowUp.objects.create(journey=journey, sitting=sitting, kind="24h", due_at=now + timedelta(days=1))
        Duty.objects.create(
            key=f"d{n}", kind="ask_again", journey=journey, team=journey.team, due_on=now.date(), raised_at=now
        )

    more(1)
    as_finn.get(url)
    with CaptureQueriesContext(connection) as asked:
        as_finn.get(url)
    more(2), more(3)

    with django_assert_num_queries(len(asked)):
        as_finn.get(url)


def test_the_lead_is_led_to_why_somebody_waits_and_to_no_page_that_is_closed_to_them(
    client, sign_in, url, journey, finn, nadia, now
):
    hold = SafetyHold.objects.create(journey=journey, because="x", asked_at=now, asked_by=finn)
    papers(request_to(journey, holder(), status="answered"), finn, now)
    Duty.objects.create(
        key="d", kind="keep_in_touch", journey=journey, team=journey.team, due_on=now.date(), raised_at=now
    )
    lead = sign_in(client, nadia)
    there = leads_to(lead.get(url))

    assert reverse("casefiles_support:safety_holds-detail", args=[hold.ref]) in there
    assert [link for link in there if lead.get(link).status_code != 200] == []


def test_letters_are_printed_as_they_are_read(as_finn, journey, finn, now):
    journey.letters.create(
        template="thanks", template_version=1, text="@ Jo\n# Thank you\n¶ For looking.\n~~~", key="l", written_at=now,
        written_by=finn,
    )  # fmt: skip
    said = main(as_finn.get(reverse("casefiles_support:journeys-print", args=[journey.ref])))

    assert "Thank you</h4>" in said
    assert "¶" not in said and "~~~" not in said


def test_those_one_is_there_for_are_listed_and_the_closed_on_asking(as_finn, journey, finn, now):
    url = reverse("casefiles_support:journeys-index")
    there = as_finn.get(url).text
    Journey.objects.filter(pk=journey.pk).update(status="closed", closed_on=now.date())
    gone, closed = as_finn.get(url).text, as_finn.get(f"{url}?far=closed").text

    assert f"/files/journeys/{journey.ref}/" in there
    assert f"/files/journeys/{journey.ref}/" not in gone
    assert f"/files/journeys/{journey.ref}/" in closed


@pytest.mark.parametrize(("who", "status"), [("wyn", 200), ("nadia", 403), ("rosa", 403), ("max_", 403)])
def test_nobody_else_is_told_whom_one_is_there_for(client, sign_in, request, journey, who, status):
    answer = sign_in(client, request.getfixturevalue(who)).get(reverse("casefiles_support:journeys-index"))

    assert answer.status_code == status
    assert journey.ref not in answer.text


@pytest.mark.parametrize(
    ("had_on", "says"), [(None, "say by about Tuesday 29 December"), (NOW.date(), "say by Tuesday 22 December")]
)
def test_what_a_holder_owes_after_an_answer_stands_with_its_clock(as_finn, url, journey, finn, now, had_on, says):
    request = request_to(journey, holder(), status="in_complaint")
    Complaint.objects.create(
        request=request, to="holder", about="late", sent_on=NOW.date(), received_on=had_on,
        key="c", written_at=now, written_by=finn,
    )  # fmt: skip

    assert f"Leeds City Council: {says}" in main(as_finn.get(url))


def test_no_time_to_read_is_planned_once_it_is_closed(as_finn, url, journey, now):
    Journey.objects.filter(pk=journey.pk).update(status="closed", closed_on=now.date())

    assert "Plan a time to read" not in main(as_finn.get(url))


def test_what_is_owed_leads_a_lead_to_no_page_that_is_closed_to_them(client, sign_in, journey, finn, nadia, now):
    SafetyHold.objects.create(journey=journey, because="x", asked_at=now, asked_by=finn)
    Duty.objects.create(
        key="d", kind="keep_in_touch", journey=journey, team=journey.team, due_on=now.date(), raised_at=now
    )
    lead = sign_in(client, nadia)
    there = leads_to(lead.get(reverse("casefiles_support:duties-index")))

    assert f"/files/journeys/{journey.ref}/" in there
    assert [link for link in there if lead.get(link).status_code != 200] == []
