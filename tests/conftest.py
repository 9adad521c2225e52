"""The cast. Everyone in the tests is one of these people, or made by a factory."""

import gc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.middleware import csrf
from django.test import Client
from django.utils import timezone

from accounts import sessions
from accounts.actions import users
from accounts.models import User
from accounts.roles import Role
from mentoring.actions import matches, mentors
from mentoring.models import Match, Mentor, Task
from people.actions import locations, persons
from people.models import Person
from places.models import Establishment, LocalAuthority, Post, Posting, Team
from tests.factories.readiness import ready, ready_for
from training.models import Completion, Learner
from training.rules.completions import FILE_SUPPORT
from worker.runner import Worker

pytest_plugins = [
    "tests.matrix.fixtures_sessions",
    "tests.casefiles_support.fixtures_requests",
    "tests.casefiles_support.fixtures_after",
]

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


# Begun first: at the end one process would be left alone with them while the other has nothing to do.
LONG = ("tests/races/test_on_postgresql.py", "tests/desk/test_demo.py", "tests/matrix/", "tests/browser/")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


def pytest_collection_finish() -> None:
    """All that was imported stays to the end: Python need not look through it for rubbish again and again."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture
def now() -> datetime:
    """Real time for views and sessions; use the constant NOW for rules and actions."""
    return timezone.now()


@pytest.fixture(autouse=True)
def fast_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def whole_sign_in(monkeypatch):
    """`client.force_login(rosa)` stands for all of signing in, second step included. What happens without it is in
    tests/accounts, which asks for the `whole_sign_in` value, Django’s own.
    """
    force_login = Client.force_login

    def with_second_step(self: Client, user: User, backend: str | None = None) -> None:
        force_login(self, user, backend)
        session = self.session
        sessions.note_second_step(session, user)
        session.save()

    monkeypatch.setattr(Client, "force_login", with_second_step)
    return force_login


@pytest.fixture(autouse=True, scope="session")
def secrets_of_forms_spell_no_name():
    """Many tests look for "Jo" where it must not be; one secret in sixty of 64 letters has it by chance."""
    csrf.CSRF_ALLOWED_CHARS = "qxzQXZ"


@pytest.fixture(autouse=True)
def empty_cache(request, settings):
    """Sign-in limits live in the cache; no test may be shut out by another."""
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": request.node.nodeid,
        }
    }
    cache.clear()


@pytest.fixture
def make_user(db) -> Callable[..., User]:
    def make(username: str, *roles: str, name: str = "", **fields) -> User:
        user = User.objects.create_user(
            username=username,
            password="a long and lovely password",
            display_name=name or username.title(),
            **fields,
        )
        for role in roles:
            users.grant_role(user=user, role=role, by=None, at=NOW)
        return user

    return make


@pytest.fixture
def sign_in() -> Callable[[Client, User], Client]:
    """Sign somebody in, second step and all, on a client of their own."""

    def act(client: Client, user: User) -> Client:
        own = type(client)()
        own.force_login(user)
        return own

    return act


@pytest.fixture
def yorkshire(db) -> Team:
    return Team.objects.create(name="Yorkshire")


@pytest.fixture
def wales(db) -> Team:
    return Team.objects.create(name="Wales")


def post_to(user: User, team: Team) -> Posting:
    """Give a coordinator their team."""
    post, _ = Post.objects.get_or_create(title="Coordinator", team=team, defaults={"is_shared": True})
    return Posting.objects.create(post=post, user=user, started_on=NOW.date())


@pytest.fixture
def rosa(make_user, yorkshire) -> User:
    """A coordinator in Yorkshire."""
    user = make_user("rosa", Role.COORDINATOR, name="Rosa")
    post_to(user, yorkshire)
    return user


@pytest.fixture
def gwen(make_user, wales) -> User:
    """A coordinator in another team, who sees nothing of Yorkshire."""
    user = make_user("gwen", Role.COORDINATOR, name="Gwen")
    post_to(user, wales)
    return user


@pytest.fixture
def marion(make_user) -> User:
    """The programme manager."""
    return make_user("marion", Role.PROGRAMME_MANAGER, name="Marion")


@pytest.fixture
def nadia(make_user) -> User:
    """The safeguarding lead."""
    return make_user("nadia", Role.SAFEGUARDING_LEAD, name="Nadia")


@pytest.fixture
def sam(make_user, yorkshire) -> User:
    """A peer mentor in Yorkshire."""
    user = make_user("sam", Role.PEER_MENTOR, name="Sam")
    mentor_for(user, yorkshire)
    return user


def mentor_for(user: User, team: Team, prison: Establishment | None = None) -> Mentor:
    """The person and the active mentor behind a login, checked and trained; cleared for `prison` where one is given."""
    person = persons.add(preferred_name=user.display_name, team=team, by=None, at=NOW)
    Person.objects.filter(pk=person.pk).update(login=user)
    mentor = mentors.add(person=person, team=team, joined_on=NOW.date(), supervisor=None, by=None, at=NOW)
    ready(mentor, prison)
    for status in (Mentor.Status.TRAINING, Mentor.Status.ACTIVE):
        mentors.change_status(mentor=mentor, to=status, reason="", by=None, at=NOW)
    return mentor


@pytest.fixture
def leeds(db) -> Establishment:
    authority = LocalAuthority.objects.create(
        gss_code="E08000035", name="Leeds", nation="E", region="Yorkshire and The Humber", kind="metropolitan"
    )
    return Establishment.objects.create(
        code="LEI", name="HMP Leeds", kind="prison", gender="men", category="reception",
        region="Yorkshire and The Humber", authority=authority,
    )  # fmt: skip


@pytest.fixture
def jo(yorkshire, leeds) -> Person:
    """Somebody with a mentor, in HMP Leeds."""
    person = persons.add(preferred_name="Jo", family_name="Canary", team=yorkshire, by=None, at=NOW)
    locations.record(
        person=person, kind="custody", legal_state="sentenced", establishment=leeds, by=None, at=NOW,
        started_on=NOW.date() - timedelta(days=200),
    )  # fmt: skip
    return person


@pytest.fixture
def match(sam, jo) -> Match:
    """Sam and Jo, since spring. Sam is cleared for HMP Leeds."""
    mentor = Mentor.objects.get(person__login=sam)
    return match_of(mentor, jo, at=NOW - timedelta(days=200))


def match_of(mentor: Mentor, person: Person, *, at: datetime = NOW) -> Match:
    """An active match: both said yes, it was approved, and it began on that day. The mentor is cleared to go there."""
    ready_for(mentor, person)
    said: dict[str, Any] = {"told": "spoken", "said_on": at.date(), "by": None, "at": at}
    match = matches.suggest(mentor=mentor, person=person, by=None, at=at)
    matches.mentor_agrees(match=match, **said)
    matches.person_agrees(match=match, **said)
    matches.approve(match=match, by=None, at=at)
    Task.objects.filter(match=match).delete()  # somebody told the mentor: the tests begin with nothing to do
    return matches.begin(match=match, by=None, at=at)


@pytest.fixture
def dee(make_user) -> User:
    """Prison staff."""
    return make_user("dee", Role.PRISON_STAFF, name="Dee")


@pytest.fixture
def hana(make_user, leeds) -> User:
    """Leads learning at HMP Leeds."""
    user = make_user("hana", Role.LEARNING_LEAD, name="Hana")
    post = Post.objects.create(title="Learning lead", establishment=leeds)
    Posting.objects.create(post=post, user=user, started_on=NOW.date())
    return user


@pytest.fixture
def alex(make_user) -> User:
    """A supporter of people who read their files."""
    return make_user("alex", Role.PEER_MENTOR, name="Alex")


def file_supporter(make_user: Callable[..., User], username: str, name: str, team: Team) -> User:
    """Trained, and at work in one team."""
    user = make_user(username, Role.FILE_SUPPORTER, name=name)
    post, _ = Post.objects.get_or_create(title="File supporter", team=team, defaults={"is_shared": True})
    Posting.objects.create(post=post, user=user, started_on=NOW.date())
    learner = Learner.objects.create(name=name, login=user, added_at=NOW)
    Completion.objects.create(
        learner=learner, module=FILE_SUPPORT, completed_on=NOW.date() - timedelta(days=30), keyed_at=NOW,
        expires_on=NOW.date() + timedelta(days=700),
    )  # fmt: skip
    return user


@pytest.fixture
def finn(make_user, yorkshire) -> User:
    """A practitioner in Yorkshire, who sits beside people while they read their records."""
    return file_supporter(make_user, "finn", "Finn", yorkshire)


@pytest.fixture
def wyn(make_user, wales) -> User:
    """A practitioner in another team."""
    return file_supporter(make_user, "wyn", "Wyn", wales)


@pytest.fixture
def priya(make_user) -> User:
    """A council's personal adviser."""
    return make_user("priya", Role.PERSONAL_ADVISER, name="Priya")


@pytest.fixture
def max_(make_user) -> User:
    """A stranger, who must see nothing."""
    return make_user("max", name="Max")


@pytest.fixture
def run_tasks(db) -> Callable[[], int]:
    """`run_tasks()` does what a worker would do now; answers how many tasks ran."""
    return Worker(clock=timezone.now).run_batch
