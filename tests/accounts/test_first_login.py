import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.roles import Role

pytestmark = pytest.mark.django_db
COMMAND = "accounts.management.commands.first_login.getpass"


@pytest.fixture
def typed(monkeypatch):
    def answers(*passwords: str) -> None:
        given = iter(passwords)
        monkeypatch.setattr(COMMAND, lambda prompt: next(given))

    return answers


def let_in(username: str = "ash") -> None:
    call_command("first_login", username, name="Ash")


def test_the_first_person_in_is_an_administrator(typed):
    typed(*["a long and lovely password"] * 2)

    let_in()

    user = User.objects.get()
    assert user.roles == {Role.ADMINISTRATOR}
    assert user.check_password("a long and lovely password")


@pytest.mark.parametrize(
    ("passwords", "why"), [(["one long password", "another long password"], "not the same"), (["short"] * 2, "short")]
)
def test_a_password_that_will_not_do_makes_nobody(typed, passwords, why):
    typed(*passwords)

    with pytest.raises(CommandError, match=why):
        let_in()

    assert not User.objects.exists()


def test_there_is_only_one_first_person(typed, make_user):
    make_user("ash", Role.ADMINISTRATOR)

    with pytest.raises(CommandError, match="invitation"):
        let_in("ben")
