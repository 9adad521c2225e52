"""Referral and interest sheets on the screen: found by code, typed in once, and what came twice without a code."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.actions import interests, referrals, stacks
from mentoring.actions.referrals import Agreed, Details
from mentoring.actions.stacks import Wanted
from mentoring.models import MentorApplication, PaperSheet, Referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


@pytest.fixture
def sheet_of(rosa, yorkshire, leeds):
    def act(kind):
        wanted = Wanted(kind=kind, team=yorkshire, establishment=leeds)
        return stacks.print_(wanted=wanted, count=1, key=kind[:6], by=rosa, at=timezone.now())[0]

    return act


def day(name, ago):
    when = timezone.localdate() - timedelta(days=ago)
    return {f"{name}_0": when.day, f"{name}_1": when.month, f"{name}_2": when.year}


def referral(leeds, **changes):
    sent = {
        "key": "abc123", "source": "self", "preferred_name": "Kai", "family_name": "Canary", "care": "yes",
        "where": "inside", "establishment": leeds.ref, "wishes": ["talk"], "asked_for": "Somebody who listens.",
        "how": "paper", **day("agreed_on", 5), **day("written_on", 4),
    }  # fmt: skip
    return sent | changes


def interest(yorkshire, leeds, **changes):
    sent = {
        "key": "abc123", "name": "Kit", "family_name": "Canary", "team": yorkshire.ref, "establishment": leeds.ref,
        "message": "I was in care.", **day("written_on", 4),
    }  # fmt: skip
    return sent | changes


def url_of(sheet):
    return reverse("mentoring:sheets-key", args=[sheet.ref])


def test_the_code_of_a_referral_leads_to_its_form_which_knows_the_prison(as_rosa, sheet_of, leeds):
    sheet = sheet_of("referral")
    page = as_rosa.post(reverse("mentoring:sheets-find"), {"code": sheet.code}, follow=True)

    assert page.context["form"].initial == {"how": "paper", "where": "inside", "establishment": leeds, "key": None} | {
        "key": page.context["form"].initial["key"]
    }
    assert page.context["request"].path == url_of(sheet)


def test_a_referral_typed_in_is_sent_and_shown(as_rosa, sheet_of, leeds, yorkshire):
    sheet = sheet_of("referral")
    page = as_rosa.post(url_of(sheet), referral(leeds), follow=True)

    made = Referral.objects.get()
    assert page.redirect_chain[-1][0] == reverse("mentoring:triage-detail", args=[made.ref])
    assert (made.status, made.sheet, made.team) == ("submitted", sheet.code_in_fours, yorkshire)
    written = PaperSheet.objects.get().written_on
    assert (made.agreed_on, written) == (written - timedelta(days=1), timezone.localdate() - timedelta(days=4))
    assert (
        reverse("mentoring:triage-detail", args=[made.ref])
        in as_rosa.get(reverse("mentoring:sheets-detail", args=[sheet.ref])).text
    )


def test_an_interest_typed_in_is_on_the_list(as_rosa, sheet_of, leeds, yorkshire):
    sheet = sheet_of("interest")
    form = as_rosa.get(url_of(sheet)).context["form"]
    assert form.initial == {"team": yorkshire, "establishment": leeds}
    page = as_rosa.post(url_of(sheet), interest(yorkshire, leeds), follow=True)

    made = MentorApplication.objects.get()
    assert page.redirect_chain[-1][0] == reverse("mentoring:applications-detail", args=[made.ref])
    assert (made.name, made.sheet_code, made.source) == ("Kit", sheet.code_in_fours, "paper")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"preferred_name": ""}, "Enter the name"),
        ({"agreed_on_0": ""}, "The date needs a day"),
        ({"how": ""}, "Choose how they said yes"),
        ({"source": "family", "how": "own"}, "Say how they told you"),
        ({"written_on_2": "2099"}, "cannot be in the future"),
        ({"where": "outside"}, "only for somebody who is in prison"),
    ],
)
def test_a_referral_says_what_is_wrong_and_keeps_what_was_typed(as_rosa, sheet_of, leeds, changes, sentence):
    page = as_rosa.post(url_of(sheet_of("referral")), referral(leeds, **changes))

    assert page.status_code == 422
    assert sentence in page.text
    assert "Somebody who listens." in page.text
    assert not Referral.objects.exists()


def test_the_same_referral_sheet_again_shows_what_it_became(as_rosa, sheet_of, leeds, monkeypatch):
    sheet = sheet_of("referral")
    as_rosa.post(url_of(sheet), referral(leeds))
    opened = as_rosa.get(url_of(sheet))
    waiting = PaperSheet.objects.get()
    waiting.status = "printed"
    monkeypatch.setattr("mentoring.loading.sheet", lambda **asked: waiting)
    late = as_rosa.post(url_of(sheet), referral(leeds, key="other1", asked_for="A man like me."))

    assert opened.status_code == late.status_code == 409
    for said in ("It became a referral", "Somebody who listens.", "A man like me."):
        assert said in late.text
    assert Referral.objects.count() == 1


def test_the_same_interest_sheet_again_shows_what_it_became(as_rosa, sheet_of, leeds, yorkshire, monkeypatch):
    sheet = sheet_of("interest")
    as_rosa.post(url_of(sheet), interest(yorkshire, leeds))
    waiting = PaperSheet.objects.get()
    waiting.status = "printed"
    monkeypatch.setattr("mentoring.loading.sheet", lambda **asked: waiting)
    late = as_rosa.post(url_of(sheet), interest(yorkshire, leeds, key="other1", message="Changed."))

    assert late.status_code == 409
    for said in ("on the way to mentoring", "I was in care.", "Changed."):
        assert said in late.text
    assert MentorApplication.objects.count() == 1


def test_the_form_for_what_has_no_code_of_ours_sends_our_codes_to_the_paper_sheets(as_rosa, sheet_of, yorkshire, leeds):
    sheet = sheet_of("interest")
    sent = {"name": "Kit", "team": yorkshire.ref, "establishment": leeds.ref, "sheet_code": sheet.code_in_fours.lower()}
    page = as_rosa.post(reverse("mentoring:interests-key_in"), sent)

    assert page.status_code == 422
    assert "one of our sheets" in page.text


def test_a_partner_who_sends_a_sheet_that_was_typed_in_is_told_so(client, sign_in, as_rosa, sheet_of, leeds, dee):
    sheet = sheet_of("referral")
    as_rosa.post(url_of(sheet), referral(leeds))
    said = Details(preferred_name="Kai", source="prison", care="yes", where="inside", sheet=sheet.code)
    begun = referrals.begin(details=said, key="d1", by=dee, at=timezone.now())
    agreed = Agreed(how="paper", on=timezone.localdate())
    referrals.record_permission(referral=begun, agreed=agreed, by=dee, at=timezone.now())
    page = sign_in(client, dee).post(reverse("mentoring:referrals-send", args=[begun.ref]))

    assert page.status_code == 422
    assert "typed in already" in page.text
    assert Referral.objects.filter(status="submitted").count() == 1


def test_a_referral_that_came_twice_without_a_code_is_found_by_what_it_says(as_rosa, sheet_of, leeds):
    as_rosa.post(url_of(sheet_of("referral")), referral(leeds))
    agreed = Agreed(how="own", on=timezone.localdate())
    for name, family in (("KAI", "canary"), ("Mo", "Canary"), ("Kai", "")):
        said = Details(preferred_name=name, family_name=family, source="self", care="yes", where="inside")
        referrals.ask(details=said, agreed=agreed, key=f"{name}{family}", by=None, at=timezone.now())

    page = as_rosa.get(reverse("mentoring:triage-detail", args=[Referral.objects.get(way="paper").ref]))
    assert [(other.preferred_name, why) for other, why in page.context["twins"]] == [("KAI", "The same names")]
    assert "may have come twice" in page.text


def test_an_interest_that_came_twice_without_a_code_is_found_by_what_it_says(as_rosa, yorkshire, leeds, wales):
    def tell(key, team=yorkshire, **said):
        return interests.tell(team=team, key=key, by=None, at=timezone.now(), **said)

    first = tell("a", name="Kit", establishment=leeds, phone="07700 900123")
    tell("b", name="kit", establishment=leeds)
    tell("c", name="Kitty", phone="07700900123")
    tell("d", name="Kit", phone="07700 900999")
    tell("e", name="Kit", establishment=leeds, team=wales)

    page = as_rosa.get(reverse("mentoring:applications-detail", args=[first.ref]))
    assert sorted((other.name, why) for other, why in page.context["twins"]) == [
        ("Kitty", "The same telephone number or email address"), ("kit", "The same names"),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["referral", "interest"])
def test_nobody_is_chosen_before_a_sheet_about_somebody_new(as_rosa, sheet_of, jo, kind):
    sheet = sheet_of(kind)

    assert as_rosa.get(reverse("mentoring:sheets-key_for", args=[sheet.ref, jo.ref])).status_code == 404
