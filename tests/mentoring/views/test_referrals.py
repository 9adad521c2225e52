import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.actions import referrals
from mentoring.actions.referrals import Agreed, Details
from mentoring.models import Referral
from people.models import Person
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
ABOUT = {
    "source": "prison",
    "preferred_name": "Kim",
    "family_name": "Wagtail",
    "care": "yes",
    "where": "inside",
    "key": "k1",
}


@pytest.fixture
def as_dee(client, sign_in, dee):
    return sign_in(client, dee)


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


def url(name, *refs):
    return reverse(f"mentoring:{name}", args=refs)


def yes():
    day = timezone.localdate()
    return {"how": "spoken", "agreed_on_0": day.day, "agreed_on_1": day.month, "agreed_on_2": day.year, "whom": "Dee"}


@pytest.fixture
def sent(dee):
    details = Details(preferred_name="Kim", family_name="Wagtail", source="prison", care="yes", where="unknown")
    agreed = Agreed(how="spoken", on=NOW.date(), whom="Dee")
    return referrals.ask(details=details, agreed=agreed, key="s", by=dee, at=NOW)


def test_a_partner_puts_somebody_forward_in_three_pages(as_dee, as_rosa, leeds):
    as_dee.post(url("referrals-start"), ABOUT | {"establishment": leeds.ref})
    referral = Referral.objects.get()
    assert as_rosa.get(url("triage-detail", referral.ref)).status_code == 404

    as_dee.post(url("referrals-permission", referral.ref), yes())
    answer = as_dee.post(url("referrals-send", referral.ref), follow=True)

    assert "We have it" in answer.text
    assert "Kim" in as_rosa.get(url("triage-detail", referral.ref)).text


def test_it_cannot_be_sent_before_their_yes(as_dee):
    as_dee.post(url("referrals-start"), ABOUT)

    assert as_dee.post(url("referrals-send", Referral.objects.get().ref)).status_code == 422
    assert Referral.objects.get().status == "draft"


def test_another_partner_finds_nothing_of_it(client, sign_in, as_dee, priya):
    as_dee.post(url("referrals-start"), ABOUT)
    ref = Referral.objects.get().ref

    for page in ("referrals-permission", "referrals-send", "referrals-discard", "triage-detail"):
        assert sign_in(client, priya).get(url(page, ref)).status_code in {403, 404}
    assert "Kim" not in sign_in(client, priya).get(url("referrals-mine")).text


def test_whoever_asked_sees_only_how_far_it_has_come(as_dee, as_rosa, sent, yorkshire):
    as_rosa.post(url("triage-take", sent.ref), {"team": yorkshire.ref})
    as_rosa.post(url("triage-take_on", sent.ref), {"to": "waiting", "who": "new"})

    page = as_dee.get(url("referrals-mine")).text
    assert "They are on our list" in page
    assert Person.objects.get(preferred_name="Kim").ref not in page


def test_a_no_reaches_them_in_kind_words(as_dee, as_rosa, sent, yorkshire):
    as_rosa.post(url("triage-take", sent.ref), {"team": yorkshire.ref})
    as_rosa.post(url("triage-decline", sent.ref), {"reason": "no_mentor_near", "kind_words": "", "what_else": ""})

    page = as_dee.get(url("referrals-mine")).text
    assert "We could not take it on" in page
    assert "it is about us, not about them" in page


def test_staff_are_told_who_may_be_here_already_and_choose(as_rosa, sent, jo, yorkshire, rosa):
    Referral.objects.filter(pk=sent.pk).update(family_name_index=jo.family_name_index)
    assert "The same surname".lower() in as_rosa.get(url("triage-detail", sent.ref)).text.lower()
    as_rosa.post(url("triage-take", sent.ref), {"team": yorkshire.ref})
    assert as_rosa.post(url("triage-take_on", sent.ref), {"to": "waiting"}).status_code == 422

    as_rosa.post(url("triage-take_on", sent.ref), {"to": "waiting", "who": jo.ref})

    assert Referral.objects.get().person == jo


def test_a_record_of_another_team_is_not_named(client, sign_in, gwen, sent, jo):
    Referral.objects.filter(pk=sent.pk).update(prison_number_index="same")
    Person.objects.filter(pk=jo.pk).update(prison_number_index="same")

    page = sign_in(client, gwen).get(url("triage-detail", sent.ref)).text

    assert "with another team" in page
    assert "Canary" not in page


def test_the_waiting_list_says_how_long_where_and_what_for(as_rosa, sent, jo, leeds, yorkshire):
    as_rosa.post(url("triage-take", sent.ref), {"team": yorkshire.ref})
    Referral.objects.filter(pk=sent.pk).update(status="waiting", person=jo, wishes=["home"])

    page = as_rosa.get(url("triage-waiting")).text

    assert "HMP Leeds" in page
    assert "A place to live" in page
    assert url("matches-find", jo.ref) in page


def test_what_is_not_sent_is_thrown_away(as_dee):
    as_dee.post(url("referrals-start"), ABOUT)
    as_dee.post(url("referrals-discard", Referral.objects.get().ref))

    assert not Referral.objects.exists()
