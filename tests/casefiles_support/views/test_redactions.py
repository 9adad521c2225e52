import pytest
from django.urls import reverse

from audit.models import Look
from casefiles_support.models import AccessRequest, MissingItem, Redaction
from people.models import Person
from tests.casefiles_support.fixtures_after import closed
from tests.conftest import NOW
from tests.matrix.fixtures_files_journeys import beside, offered

pytestmark = pytest.mark.django_db


def url(name, ref):
    return reverse(f"casefiles_support:{name}", args=[ref])


@pytest.fixture
def day(now):
    """Today, as a form sends it."""
    return {"on_0": str(now.day), "on_1": str(now.month), "on_2": str(now.year)}


@pytest.fixture
def as_finn(client, sign_in, finn):
    return sign_in(client, finn)


def test_what_is_covered_is_noted_asked_about_and_answered(as_finn, answered, day):
    note = url("redactions-note", answered.ref)
    assert as_finn.post(note, {"key": "n1", "category": "known_family", "pages": "4"}).status_code == 302
    assert as_finn.post(url("redactions-ask", answered.ref), day).status_code == 302
    noted = Redaction.objects.get()
    told = {"result": "partly", **day, "version": noted.version}
    assert as_finn.post(url("redactions-answer", noted.ref), told).status_code == 302

    noted.refresh_from_db()
    assert (noted.pages, noted.result) == (4, "partly")
    assert "Part of it was uncovered" in as_finn.get(url("redactions-of_request", answered.ref)).text


def test_what_is_missing_is_noted_and_asked_for(as_finn, answered, day):
    note = url("missing_items-note", answered.ref)
    assert as_finn.post(note, {"key": "n1", "kind": "photographs", "years_from": "1994"}).status_code == 302
    assert as_finn.post(url("missing_items-ask", answered.ref), day).status_code == 302

    one = MissingItem.objects.get()
    text = as_finn.get(url("redactions-of_request", answered.ref)).text
    assert "Photographs" in text and url("missing_items-chase", one.ref) in text


@pytest.fixture
def item_elsewhere(answered, finn):
    """Somebody else has the photographs of 1994 on."""
    AccessRequest.objects.filter(pk=answered.pk).update(deliver_to="collect", years_to=2001)
    return MissingItem.objects.create(
        request=answered, kind="photographs", years_from=1994, key="e", noted_at=NOW, noted_by=finn,
        asked_on=NOW.date(), answered_on=NOW.date(), result="elsewhere",
    )  # fmt: skip


def test_what_somebody_else_has_is_asked_for_there_with_the_same_wish(as_finn, answered, item_elsewhere):
    begin = f"{url('requests-begin', answered.journey.ref)}?about={item_elsewhere.ref}"
    assert f'href="{begin}"' in as_finn.get(url("redactions-of_request", answered.ref)).text

    form = as_finn.get(begin).context["form"]
    asked = {name: form[name].value() for name in ("scope", "wants_photographs", "wants_letters", "wants_life_story")}
    assert asked == {
        "scope": "memories", "wants_photographs": True, "wants_letters": False, "wants_life_story": False}  # fmt: skip
    assert [form[name].value() for name in ("years_from", "years_to", "deliver_to", "holder")] == [
        1994, 2001, "collect", None]  # fmt: skip


def test_what_is_no_memory_is_asked_for_among_everything(as_finn, answered, item_elsewhere):
    MissingItem.objects.update(kind="school_reports")
    form = as_finn.get(f"{url('requests-begin', answered.journey.ref)}?about={item_elsewhere.ref}").context["form"]

    assert (form["scope"].value(), form["wants_letters"].value()) == ("everything", True)


def test_nothing_is_filled_in_from_another_journey(as_finn, item_elsewhere, lou, rosa, finn):
    another = offered(lou, rosa, key="lou")
    beside(another, finn, finn)
    form = as_finn.get(f"{url('requests-begin', another.ref)}?about={item_elsewhere.ref}").context["form"]

    assert form["deliver_to"].value() is None


def test_the_questions_of_the_letter_stand_on_the_page(as_finn, answered, redaction):
    text = as_finn.get(url("redactions-ask", answered.ref)).text

    assert "Names of people who worked with me" in text


def test_bad_input_is_answered_beside_the_box(as_finn, answered):
    answer = as_finn.post(url("redactions-note", answered.ref), {"category": "court", "pages": "0"})

    assert answer.status_code == 422
    assert "must be 1 or more" in answer.text
    assert not Redaction.objects.exists()


def test_a_rule_that_says_no_is_shown(as_finn, answered, day):
    answer = as_finn.post(url("redactions-ask", answered.ref), day)

    assert answer.status_code == 422
    assert "nothing that has not been asked about" in answer.text


def test_somebody_who_was_first_is_not_written_over(as_finn, redaction):
    told = {"category": "court", "pages": "3", "version": "1"}

    assert as_finn.post(url("redactions-put_right", redaction.ref), told).status_code == 302
    assert as_finn.post(url("redactions-put_right", redaction.ref), told | {"pages": "5"}).status_code == 409


def test_the_person_reads_it_all_and_is_offered_no_step(client, sign_in, make_user, jo, answered, redaction):
    login = make_user("jo", name="Jo")
    Person.objects.filter(pk=jo.pk).update(login=login)
    before = Look.objects.count()

    answer = sign_in(client, login).get(url("redactions-of_request", answered.ref))

    assert "The name of somebody who worked with them" in answer.text
    assert url("redactions-note", answered.ref) not in answer.text
    assert Look.objects.count() == before


def test_a_closed_journey_offers_no_step(as_finn, journey, answered, redaction):
    closed(journey)

    assert url("redactions-note", answered.ref) not in as_finn.get(url("redactions-of_request", answered.ref)).text
