"""The only way to a login."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from accounts import bars
from accounts.actions import invitations
from accounts.actions.invitations import Acceptance
from accounts.models import Invitation, User
from accounts.roles import Role
from accounts.tasks import send_invitation
from audit.models import Event
from common.transitions import NotAllowed
from tests.accounts.conftest import PASSWORD
from tests.conftest import NOW

pytestmark = pytest.mark.django_db

GIVEN = {"display_name": "Ade", "username": "ade", "password": PASSWORD, "password_again": PASSWORD}
CHOSEN = Acceptance("Ade", "ade", PASSWORD)
ACCEPT = "/account/start/form/"


@pytest.fixture
def manager(make_user) -> User:
    return make_user("mo", Role.PROGRAMME_MANAGER, name="Mo")


def invite(by, *roles, email="", at=NOW):
    return invitations.invite(display_name="Ade", roles=roles or [Role.PEER_MENTOR], email=email, by=by, at=at)


def bring(client, code):
    return client.post(reverse("accounts:invitations-start"), {"code": code})


def test_somebody_with_a_slip_comes_in(client, rosa, sign_in, now):
    invitation, code = invite(rosa, at=now)

    assert bring(client, code)["Location"] == ACCEPT
    assert "Ade" in client.get(ACCEPT).content.decode()
    assert client.post(ACCEPT, GIVEN)["Location"] == reverse("account_login")

    ade = User.objects.get(username="ade")
    assert ade.roles == {Role.PEER_MENTOR}
    assert ade.grants.get().granted_by == rosa
    assert Invitation.objects.get().accepted_by == ade
    assert sign_in("ade").status_code == 302


@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        lambda c: c.replace("-", ""),
        lambda c: f"  {c.replace('-', ' ')} ",
        lambda c: c.replace("0", "O").replace("1", "l"),
    ],
)
def test_a_code_may_be_typed_as_people_type(client, rosa, now, typed):
    _, code = invite(rosa, at=now)

    assert bring(client, typed(code)).status_code == 302


def test_an_email_carries_the_link_and_nothing_else_does(client, rosa, mailoutbox, now, sign_in):
    invitation, code = invite(rosa, email="Ade@Example.org", at=now)
    assert code == ""

    send_invitation.func(invitation.ref)
    link = re.search(r"http\S+?(/account/start/\w+/)", mailoutbox[0].body).group(1)
    assert client.get(link)["Location"] == ACCEPT
    client.post(ACCEPT, GIVEN | {"username": ""})

    assert mailoutbox[0].to == ["ade@example.org"]
    assert EmailAddress.objects.get(user__email="ade@example.org").verified
    assert sign_in("ade@example.org").status_code == 302


def test_the_database_holds_neither_the_code_nor_the_address(rosa, now):
    invitation, code = invite(rosa, at=now)
    emailed, _ = invite(rosa, email="ade@example.org", at=now)

    rows = str(list(Invitation.objects.values()))
    assert code.replace("-", "").lower() not in rows.lower()
    assert "ade@example.org" not in rows


def test_a_new_link_ends_the_older_one(client, rosa, mailoutbox, now):
    invitation, _ = invite(rosa, email="ade@example.org", at=now)
    send_invitation.func(invitation.ref)
    send_invitation.func(invitation.ref)
    old = re.search(r"http\S+?(/account/start/\w+/)", mailoutbox[0].body).group(1)

    client.get(old)

    assert client.get(ACCEPT).status_code == 410


@pytest.mark.parametrize(
    ("role", "may"),
    [(Role.PEER_MENTOR, True), (Role.APPLICANT, True), (Role.COORDINATOR, False), (Role.ADMINISTRATOR, False)],
)
def test_coordinators_invite_mentors_and_applicants_only(rosa, role, may):
    if may:
        assert invite(rosa, role)[1]
    else:
        with pytest.raises(NotAllowed, match="to that role"):
            invite(rosa, role)


@pytest.mark.parametrize("role", list(Role))
def test_programme_managers_invite_to_any_role(manager, role):
    assert invite(manager, role)[0].roles == [role.value]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR, Role.COORDINATOR}))
def test_nobody_else_invites(client, make_user, role):
    user = make_user("other", role)
    client.force_login(user)

    assert client.get(reverse("accounts:invitations-invite")).status_code == 403
    with pytest.raises(NotAllowed):
        invite(user)


def test_a_form_that_asks_for_more_than_is_offered_is_refused(client, rosa):
    client.force_login(rosa)

    response = client.post(reverse("accounts:invitations-invite"), {"display_name": "Ade", "roles": "administrator"})

    assert response.status_code == 422
    assert "Ade" in response.content.decode()
    assert not Invitation.objects.exists()


def test_an_address_that_signs_in_already_is_not_invited(rosa, make_user):
    make_user("nia", email="nia@example.org")

    with pytest.raises(NotAllowed, match="already"):
        invite(rosa, email="NIA@example.org")


def test_the_slip_is_shown_once_and_says_the_code(client, rosa):
    client.force_login(rosa)

    page = client.post(reverse("accounts:invitations-invite"), {"display_name": "Ade", "roles": "peer_mentor"})

    assert re.search(r"<code>\w{4}-\w{4}-\w{4}</code>", page.content.decode())


def test_a_code_works_once(client, rosa, now):
    _, code = invite(rosa, at=now)
    bring(client, code)
    client.post(ACCEPT, GIVEN)

    second = Client()
    bring(second, code)
    response = second.post(ACCEPT, GIVEN | {"username": "ade2"})

    assert response.status_code == 410
    assert "has been used" in response.content.decode()
    assert not User.objects.filter(username="ade2").exists()


def test_of_two_who_hold_the_same_code_one_comes_in(rosa):
    invitation, _ = invite(rosa)
    same = Invitation.objects.get(pk=invitation.pk)
    invitations.accept(invitation=invitation, chosen=CHOSEN, by=None, at=NOW)

    with pytest.raises(NotAllowed):
        invitations.accept(invitation=same, chosen=Acceptance("Eve", "eve", PASSWORD), by=None, at=NOW)
    assert not User.objects.filter(username="eve").exists()


def test_an_old_invitation_says_so(client, rosa, now):
    _, code = invite(rosa, at=now - timedelta(days=14, minutes=1))
    bring(client, code)

    response = client.get(ACCEPT)
    assert response.status_code == 410
    assert "too old" in response.content.decode()


def test_an_invitation_taken_back_says_so(client, rosa, now):
    invitation, code = invite(rosa, at=now)
    client.force_login(rosa)
    client.post(reverse("accounts:invitations-withdraw", args=[invitation.ref]))

    other = Client()
    bring(other, code)
    assert "taken back" in other.get(ACCEPT).content.decode()


def test_one_coordinator_does_not_take_back_anothers(client, rosa, make_user, now):
    invitation, _ = invite(rosa, at=now)
    client.force_login(make_user("ros2", Role.COORDINATOR))

    assert client.post(reverse("accounts:invitations-withdraw", args=[invitation.ref])).status_code == 404


def test_an_unknown_code_is_told_kindly(client, db):
    response = bring(client, "7H2K-Q09V-XT4M")

    assert response.status_code == 422
    assert "7H2K-Q09V-XT4M" in response.content.decode()


def test_codes_cannot_be_tried_without_end(client, db):
    answers = [bring(client, "7H2K-Q09V-XT4M").content.decode() for _ in range(62)]

    assert "Too many tries" in answers[-1]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"password": "short", "password_again": "short"}, "password"),
        ({"password": "password123456", "password_again": "password123456"}, "password"),
        ({"password": "x" * 129, "password_again": "x" * 129}, "password"),
        ({"password_again": "something else altogether"}, "password_again"),
        ({"username": "ade@example.org"}, "username"),
        ({"username": "SAM"}, "username"),
        ({"username": ""}, "username"),
        ({"username": "a b"}, "username"),
        ({"display_name": ""}, "display_name"),
    ],
)
def test_what_will_not_do_is_said_beside_its_box(client, rosa, sam, now, changed, field):
    _, code = invite(rosa, at=now)
    bring(client, code)

    response = client.post(ACCEPT, GIVEN | changed)

    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert Invitation.objects.get().status == Invitation.Status.WAITING


@pytest.mark.parametrize(
    "password", ["пароль из многих слов", "𝄞 four words and music", "x9" * 64, "   a walk by the river   "]
)
def test_any_long_password_will_do(client, rosa, now, sign_in, password):
    _, code = invite(rosa, at=now)
    bring(client, code)

    client.post(ACCEPT, GIVEN | {"password": password, "password_again": password})

    assert sign_in("ade", password).status_code == 302


def test_extra_fields_give_nothing(client, rosa, now):
    _, code = invite(rosa, at=now)
    bring(client, code)
    client.post(
        ACCEPT, GIVEN | {"is_superuser": "1", "is_staff": "1", "roles": "administrator", "email": "x@example.org"}
    )

    ade = User.objects.get(username="ade")
    assert (ade.is_superuser, ade.is_staff, ade.email, ade.roles) == (False, False, "", {Role.PEER_MENTOR})


def test_somebody_who_may_not_have_a_login_gets_none(rosa, monkeypatch):
    invitation, _ = invite(rosa)
    monkeypatch.setitem(bars._bars, "test", lambda user: "Not while in prison.")

    with pytest.raises(NotAllowed, match="Not while in prison"):
        invitations.accept(invitation=invitation, chosen=CHOSEN, by=None, at=NOW)
    assert Invitation.objects.get().status == Invitation.Status.WAITING
    assert not User.objects.filter(username="ade").exists()


def test_the_code_leaves_the_address(client, rosa, mailoutbox, now):
    invitation, _ = invite(rosa, email="ade@example.org", at=now)
    send_invitation.func(invitation.ref)
    link = re.search(r"http\S+?(/account/start/(\w+)/)", mailoutbox[0].body)

    response = client.get(link.group(1), follow=True)

    assert response.redirect_chain == [(ACCEPT, 302)]
    assert link.group(2) not in response.content.decode()


def test_a_fresh_start_changes_the_password_and_nothing_else(client, rosa, sam, sign_in, now):
    elsewhere = Client()
    elsewhere.force_login(sam)
    _, code = invitations.give_fresh_start(user=sam, by=rosa, at=now)
    bring(client, code)
    new = "another long and lovely one"
    client.post(ACCEPT, {"password": new, "password_again": new})

    assert sign_in("sam", PASSWORD).status_code == 422
    assert sign_in("sam", new).status_code == 302
    assert elsewhere.get("/account/").status_code == 302
    sam.refresh_from_db()
    assert sam.roles == {Role.PEER_MENTOR}


def test_a_coordinator_gives_no_fresh_start_to_staff(rosa, dee):
    with pytest.raises(NotAllowed):
        invitations.give_fresh_start(user=dee, by=rosa, at=NOW)


def test_each_step_is_written_down(rosa, mailoutbox):
    invitation, _ = invite(rosa, email="ade@example.org")
    send_invitation.func(invitation.ref)
    invitation.refresh_from_db()
    ade = invitations.accept(invitation=invitation, chosen=CHOSEN, by=None, at=NOW)

    verbs = list(
        Event.objects.filter(subject_ref__in=[invitation.ref, ade.ref]).order_by("pk").values_list("verb", flat=True)
    )
    assert verbs == [
        "accounts.login.invited",
        "accounts.invitation.sent",
        "accounts.role.granted",
        "accounts.invitation.accepted",
    ]
    assert "example.org" not in str(list(Event.objects.values()))
