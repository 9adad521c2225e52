"""Who can sign in, and who decides it."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts import bars
from accounts.actions import users
from accounts.models import RoleGrant, User
from accounts.permissions import can_change_roles, can_give_fresh_start, can_invite, can_see_logins, roles_to_invite
from accounts.roles import ABOUT, Role
from accounts.sessions import OnlyForTheDemonstration, end_all_sessions, open_session_for
from audit.models import Event, Look
from common.transitions import NotAllowed
from tests.accounts.conftest import PASSWORD
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(make_user) -> User:
    return make_user("mo", Role.PROGRAMME_MANAGER, name="Mo")


@pytest.fixture
def at_the_desk(client, manager) -> Client:
    """The manager has just confirmed that it is still them."""
    client.force_login(manager)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def page(name: str, user: User) -> str:
    return reverse(f"accounts:users-{name}", args=[user.ref])


# ---------------------------------------------------------------- The list and one login


def test_the_list_names_everybody_and_leaves_a_look(client, manager, sam, dee):
    client.force_login(manager)

    shown = client.get(reverse("accounts:users-listing")).content.decode()

    assert "Sam" in shown and "Prison staff" in shown
    look = Look.objects.get(verb="accounts.login.listed")
    assert {sam.ref, dee.ref} <= set(look.detail["refs"])


def test_the_list_asks_the_database_as_often_for_many_as_for_few(client, manager, make_user, django_assert_num_queries):
    client.force_login(manager)
    client.get(reverse("accounts:users-listing"))
    few = count_queries(client)
    for number in range(20):
        make_user(f"many{number}", Role.PEER_MENTOR, Role.APPLICANT)

    assert count_queries(client) == few <= 16


def count_queries(client) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        assert client.get(reverse("accounts:users-listing")).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    "query", ["role=peer_mentor", "is_active=False", "role=peer_mentor&is_active=True", "sort=-name"]
)
def test_the_list_is_narrowed(client, manager, sam, query):
    client.force_login(manager)

    assert client.get(reverse("accounts:users-listing") + f"?{query}").status_code == 200


def test_a_filter_that_makes_no_sense_is_422(client, manager):
    client.force_login(manager)

    assert client.get(reverse("accounts:users-listing") + "?role=king").status_code == 422


def test_opening_one_leaves_a_look_and_shows_their_roles(client, manager, sam):
    client.force_login(manager)

    shown = client.get(page("detail", sam)).content.decode()

    assert ABOUT[Role.PEER_MENTOR] in shown
    assert "<title>A login – Alongside</title>" in " ".join(shown.split())
    assert Look.objects.filter(verb="accounts.login.opened", subject_ref=sam.ref).count() == 1


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR}))
@pytest.mark.parametrize("name", ["detail", "roles", "close", "reopen", "clear-second-step"])
def test_nobody_else_sees_or_changes_a_login(client, make_user, sam, role, name):
    client.force_login(make_user("other", role))

    assert client.get(page(name, sam)).status_code == 403
    assert client.post(page(name, sam), {"reason": "x", "roles": "administrator"}).status_code == 403
    assert client.get(reverse("accounts:users-listing")).status_code == 403


def test_strangers_are_sent_to_the_door(client, sam):
    for name in ("detail", "roles", "close"):
        assert client.get(page(name, sam))["Location"].startswith("/account/login/")


def test_a_login_that_is_not_there_is_not_found(client, manager):
    client.force_login(manager)

    assert client.get("/account/logins/nobodynobody/").status_code == 404


# ---------------------------------------------------------------- Roles


def test_roles_are_given_and_ended_with_who_and_when(at_the_desk, manager, sam):
    at_the_desk.post(page("roles", sam), {"roles": ["coordinator", "editor"]})

    sam.__dict__.pop("roles", None)
    assert sam.roles == {Role.COORDINATOR, Role.EDITOR}
    ended = RoleGrant.objects.get(user=sam, role=Role.PEER_MENTOR)
    assert ended.ended_by == manager
    verbs = Event.objects.filter(subject_ref=sam.ref, actor_ref=manager.ref).values_list("verb", flat=True)
    assert sorted(verbs) == ["accounts.role.ended", "accounts.role.granted", "accounts.role.granted"]


def test_all_roles_can_be_taken_away(at_the_desk, sam):
    at_the_desk.post(page("roles", sam), {})

    assert not RoleGrant.objects.active().filter(user=sam).exists()


def test_a_role_that_ends_counts_on_the_next_click(client, manager, rosa, now):
    client.force_login(rosa)
    assert client.get(reverse("accounts:invitations-listing")).status_code == 200

    users.end_role(user=rosa, role=Role.COORDINATOR, by=manager, at=now)

    assert client.get(reverse("accounts:invitations-listing")).status_code == 403


def test_nobody_gives_themselves_a_role(at_the_desk, manager):
    assert at_the_desk.post(page("roles", manager), {"roles": ["safeguarding_lead"]}).status_code == 403
    with pytest.raises(NotAllowed):
        users.grant_role(user=manager, role=Role.SAFEGUARDING_LEAD, by=manager, at=NOW)
    with pytest.raises(NotAllowed):
        users.change_roles(user=manager, roles={"safeguarding_lead"}, by=manager, at=NOW)


def test_a_role_that_does_not_exist_is_422(at_the_desk, sam):
    assert at_the_desk.post(page("roles", sam), {"roles": ["king"]}).status_code == 422


def test_changes_ask_whether_it_is_still_you(client, manager, sam, later):
    client.force_login(manager)
    client.get("/account/")
    later(minutes=6)

    for name in ("roles", "close", "clear-second-step", "fresh-start"):
        assert client.get(page(name, sam))["Location"].startswith(reverse("account_reauthenticate"))


# ---------------------------------------------------------------- Closing and opening


def test_a_closed_login_is_out_on_the_next_click_everywhere(at_the_desk, sam, sign_in):
    phone, laptop = Client(), Client()
    for device in (phone, laptop):
        sign_in("sam", by=device)
        assert device.get("/account/").status_code == 200

    at_the_desk.post(page("close", sam), {"reason": "Left the programme."})

    for device in (phone, laptop):
        assert device.get("/account/").status_code == 302
    assert sign_in("sam", by=Client()).status_code == 422
    assert Event.objects.get(verb="accounts.login.closed").reason == "Left the programme."


def test_a_reason_is_asked_for(at_the_desk, sam):
    assert at_the_desk.post(page("close", sam), {"reason": ""}).status_code == 422
    assert User.objects.get(pk=sam.pk).is_active


def test_an_opened_login_does_not_bring_old_sessions_back(at_the_desk, sam, sign_in):
    phone = Client()
    sign_in("sam", by=phone)
    at_the_desk.post(page("close", sam), {"reason": "x"})
    at_the_desk.post(page("reopen", sam))

    assert phone.get("/account/").status_code == 302
    assert sign_in("sam", by=phone).status_code == 302


def test_a_login_stays_closed_while_there_is_a_bar(at_the_desk, sam, monkeypatch):
    at_the_desk.post(page("close", sam), {"reason": "x"})
    monkeypatch.setitem(bars._bars, "test", lambda user: "They are in prison.")

    response = at_the_desk.post(page("reopen", sam))

    assert response.status_code == 422
    assert "They are in prison." in response.content.decode()
    assert not User.objects.get(pk=sam.pk).is_active


def test_nobody_closes_or_opens_their_own(at_the_desk, manager):
    assert at_the_desk.post(page("close", manager), {"reason": "x"}).status_code == 403
    with pytest.raises(NotAllowed):
        users.close_login(user=manager, reason="x", by=manager, at=NOW)
    with pytest.raises(NotAllowed):
        users.reopen_login(user=manager, by=manager, at=NOW)


def test_closing_twice_is_written_down_once(manager, sam):
    users.close_login(user=sam, reason="x", by=manager, at=NOW)
    users.close_login(user=sam, reason="x", by=manager, at=NOW)

    assert Event.objects.filter(verb="accounts.login.closed").count() == 1


def test_a_lost_second_step_is_cleared_and_asked_for_again(at_the_desk, dee, with_codes, sign_in):
    with_codes(dee)
    at_the_desk.post(page("clear-second-step", dee), {"reason": "Lost phone; I spoke with her."})

    there = Client()
    sign_in("dee", by=there)
    assert there.get("/account/")["Location"] == reverse("accounts:security-second-step")


# ---------------------------------------------------------------- Sessions


def test_somebody_sees_where_they_are_signed_in_without_an_address(client, sam, sign_in):
    sign_in("sam", HTTP_USER_AGENT="Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", REMOTE_ADDR="203.0.113.9")

    shown = client.get(reverse("usersessions_list")).content.decode()

    assert "Firefox on a Linux computer" in shown
    assert "203.0.113.9" not in shown
    assert "203.0.113.9" not in str(list(sam.usersession_set.values()))


def test_somebody_signs_out_everywhere_else(client, sam, sign_in):
    library = Client()
    sign_in("sam", by=library)
    sign_in("sam")

    client.post(reverse("usersessions_list"))

    assert library.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200


def test_a_new_password_signs_out_everywhere_else(client, sam, sign_in):
    library = Client()
    sign_in("sam", by=library)
    sign_in("sam")
    new = "another long and lovely one"

    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert library.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200
    assert Event.objects.filter(verb="accounts.login.password_changed").count() == 1


def test_ending_all_sessions_needs_no_list_of_them(client, sam):
    client.force_login(sam)  # a session that no list knows

    end_all_sessions(sam)

    assert client.get("/account/").status_code == 302


def test_a_ready_session_opens_every_door_that_its_user_may_open(client, rosa, now, settings):
    settings.DEBUG = True
    client.cookies[settings.SESSION_COOKIE_NAME] = open_session_for(rosa, now)

    assert client.get(reverse("accounts:invitations-listing")).status_code == 200


def test_a_ready_session_is_refused_where_people_are_real(rosa, now):
    assert settings.DEBUG is False

    with pytest.raises(OnlyForTheDemonstration):
        open_session_for(rosa, now)


# ---------------------------------------------------------------- Mail


def test_a_change_is_told_by_mail_in_neutral_words(client, make_user, mailoutbox):
    from allauth.account.models import EmailAddress

    nia = make_user("nia", email="nia@example.org")
    EmailAddress.objects.create(user=nia, email=nia.email, verified=True, primary=True)
    client.force_login(nia)
    new = "another long and lovely one"
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})

    (mail,) = mailoutbox
    assert mail.subject == "Something changed in how you sign in"
    assert "127.0.0.1" not in mail.body
    assert "prison" not in mail.body.lower()


def test_an_address_is_changed_by_its_link(client, sam, mailoutbox):
    client.force_login(sam)
    client.post(reverse("account_email"), {"email": "sam@example.org", "action_add": "1"})
    link = re.search(r"http://[^/]+(/account/confirm-email/\S+)", mailoutbox[0].body).group(1)

    assert client.get(link).status_code == 200
    client.post(link)

    sam.refresh_from_db()
    assert sam.email == "sam@example.org"


def test_an_address_that_somebody_else_took_meanwhile_is_refused_kindly(client, sam, make_user, mailoutbox):
    client.force_login(sam)
    client.post(reverse("account_email"), {"email": "same@example.org", "action_add": "1"})
    link = re.search(r"http://[^/]+(/account/confirm-email/\S+)", mailoutbox[0].body).group(1)
    make_user("nia", email="same@example.org")

    assert client.post(link).status_code < 500
    sam.refresh_from_db()
    assert sam.email == ""


def test_a_mail_server_that_is_down_stops_nobody(client, make_user, settings, monkeypatch):
    make_user("nia", email="nia@example.org")

    def down(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", down)

    assert client.post(reverse("account_reset_password"), {"email": "nia@example.org"}).status_code == 302


def test_a_forgotten_password_says_the_same_to_everyone(client, make_user, mailoutbox):
    make_user("nia", email="nia@example.org")

    known = client.post(reverse("account_reset_password"), {"email": "nia@example.org"})
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [mail.subject for mail in mailoutbox] == ["A link that you asked for"] * 2


# ---------------------------------------------------------------- Policy


def test_who_decides_about_logins(make_user):
    may = {role for role in Role if can_see_logins(make_user(f"x{role}", role))}

    assert may == {Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR}


def test_who_invites(make_user, max_):
    may = {role for role in Role if can_invite(make_user(f"x{role}", role))}

    assert may == {Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR, Role.COORDINATOR}
    assert roles_to_invite(max_) == frozenset()


def test_a_coordinator_changes_nobodys_roles(rosa, sam):
    assert not can_change_roles(rosa, sam)
    assert can_give_fresh_start(rosa, sam)


def test_every_role_says_what_it_is_for():
    assert set(ABOUT) == set(Role)


@pytest.mark.parametrize(
    "path",
    [
        "/cms/login/",
        "/cms/password_reset/",
        "/cms/password_reset/done/",
        "/cms/password_reset/confirm/MQ/abc-def/",
        "/cms/password_reset/complete/",
        "/_util/login/",
        "/cms/account/",
        "/admin/login/",
        "/accounts/login/",
    ],
)
def test_there_is_no_second_door_with_a_password_box(client, sam, path):
    response = client.post(path, {"username": "sam", "login": "sam", "password": PASSWORD}, follow=True)

    assert "_auth_user_id" not in client.session
    shown = client.get(path, follow=True)
    if 'type="password"' in shown.content.decode():
        assert shown.request["PATH_INFO"] == reverse("account_login")
    assert response.status_code < 500
