"""Who may open what: one Door for each URL of ours, in tests/matrix/policies/<app>.py."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.urls import reverse

# Each role, and the fixture who plays it. Two of those who work in teams, since teams are walls.
CAST = {
    "stranger": "max_",
    "applicant": "an_applicant",
    "peer_mentor": "sam",
    "other_mentor": "another_mentor",
    "coordinator": "rosa",
    "other_coordinator": "gwen",
    "programme_manager": "marion",
    "safeguarding_lead": "nadia",
    "prison_staff": "dee",
    "probation_staff": "a_probation_officer",
    "personal_adviser": "priya",
    "lifelong_links": "a_lifelong_links_coordinator",
    "learning_lead": "hana",
    "file_supporter": "finn",
    "other_file_supporter": "wyn",
    "editor": "an_editor",
    "lived_experience": "a_reviewer",
    "funder": "a_funder",
    "administrator": "an_administrator",
}
OUTSIDE = ("anonymous", "deactivated")  # a session whose login was closed is worth nothing
SIGNED_IN = frozenset(CAST)
NOBODY: frozenset[str] = frozenset()
COORDINATORS = frozenset({"coordinator", "other_coordinator"})
MENTORS = frozenset({"peer_mentor", "other_mentor"})
WHOLE_PROGRAMME = frozenset({"programme_manager", "safeguarding_lead"})
CASE_STAFF = COORDINATORS | WHOLE_PROGRAMME
FILE_SUPPORTERS = frozenset({"file_supporter", "other_file_supporter"})
PARTNERS = frozenset({"prison_staff", "probation_staff", "personal_adviser", "lifelong_links"})


# What somebody gets whose POST was read: done, or told what is wrong with it.
TAKEN = {200, 204, 302, 303, 400, 409, 410, 422}


@dataclass(frozen=True)
class Door:
    """One URL and what a GET of it answers to each role."""

    name: str  # the URL's name, with its namespace
    opens: frozenset[str] = SIGNED_IN  # for these it answers `answers`
    hidden: frozenset[str] = NOBODY  # for these it does not exist: 404. Everyone else who is signed in: 403
    public: bool = False  # opens for those who are not signed in, too; else they are sent to sign in
    answers: int = 200  # 302 where a page only sends people on
    post_only: bool = False  # a GET answers 405 to all; the policy is then asked by POST, and any of TAKEN will do
    args: Mapping[str, str] = field(default_factory=dict)  # URL argument: a fixture (its ref), or "=text" as it stands
    query: str = ""
    given: tuple[str, ...] = ()  # fixtures that must stand before, beside those of `args`
    about: str = ""  # the fixture of the person whose record it shows: each opening leaves a Look
    not_about: str = ""  # why a URL with a ref under /people/ or /mentoring/ shows nobody's record

    def status_for(self, role: str) -> int:
        if role in OUTSIDE:
            return self.answers if self.public else 302
        if role in self.opens:
            return self.answers
        return 404 if role in self.hidden else 403

    def refs(self, request: Any) -> list[str]:
        """The refs in its address."""
        return [request.getfixturevalue(value).ref for value in self.args.values() if not value.startswith("=")]

    def url(self, request: Any) -> str:
        """`request` is pytest's: it knows the fixtures."""
        for fixture in self.given:
            request.getfixturevalue(fixture)
        values = {
            name: value[1:] if value.startswith("=") else request.getfixturevalue(value).ref
            for name, value in self.args.items()
        }
        if "" in values:  # the one argument of a pattern that gives it no name
            return reverse(self.name, args=[values[""]]) + self.query
        return reverse(self.name, kwargs=values) + self.query


def _doors_of(home: Path) -> list[Door]:
    return list(importlib.import_module(f"tests.matrix.policies.{home.stem}").DOORS)


# By app: each test makes one small world and tries all the doors of an app in it.
BY_APP = {home.stem: _doors_of(home) for home in sorted((Path(__file__).parent / "policies").glob("[!_]*.py"))}
DOORS = [door for doors in BY_APP.values() for door in doors]
