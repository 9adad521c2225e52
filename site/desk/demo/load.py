"""Fills an empty database with the demonstration; leaves a full one alone."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from accounts.actions import users
from accounts.models import User
from common.dates import local_day
from desk.demo import (
    applicants,
    care,
    cast,
    concerns,
    editing,
    endings,
    files,
    hand_overs,
    leading,
    learning,
    matching,
    paper,
    people,
    places,
    programme,
    sessions,
    stories,
    texts,
)
from pages import content
from people.actions import permissions
from people.models import Person
from places.actions import posts
from places.models import Post

SEED = 2026


def load(*, at: datetime) -> bool:
    """Answers whether anything was loaded. All of it is there or none of it."""
    with transaction.atomic():
        content.load(at=at)
        if User.objects.filter(username=cast.CAST[0].username).exists():
            return False
        dice = Random(SEED)  # noqa: S311  # made-up people need no secrecy, only the same faces each time
        teams = places.teams()
        places.contact_points(at=at, dice=dice)
        password = make_password(cast.PASSWORD)  # once: hashing is slow, as it should be
        logins = {member.username: _login(member, password, at) for member in cast.CAST}
        made = people.load(teams=teams, prisons=places.prisons(), councils=places.councils(), at=at, dice=dice)
        programme.load(teams=teams, people=made, logins=logins, at=at, dice=dice)
        matching.load(teams=teams, people=made, logins=logins, at=at, dice=dice)
        _share(made[0], at)
        sessions.load(teams=teams, people=made, logins=logins, at=at)
        concerns.load(people=made, logins=logins, at=at)
        paper.load(people=made, logins=logins, at=at)
        endings.load(at=at)
        care.load(logins=logins, at=at)
        texts.load(logins=logins, at=at)
        files.load(people=made, logins=logins, at=at)
        applicants.load(team=teams["Yorkshire"], prison=places.prisons()[0], logins=logins, at=at)
        learning.load(logins=logins, at=at)
        leading.load(logins=logins, at=at)
        editing.load(logins=logins, at=at)
        stories.load(logins=logins, at=at)
        hand_overs.load(logins=logins, at=at)
    return True


def _login(member: cast.Member, password: str, at: datetime) -> User:
    user = User.objects.create(username=member.username, password=password, display_name=member.name)
    for role in member.roles:
        users.grant_role(user=user, role=role, by=None, at=at - timedelta(days=380))
    if member.post:
        title, kind, name = member.post
        place = _place(kind, name)
        post = Post.objects.filter(title=title, **{kind: place}).first()
        post = post or posts.add(place=place, title=title, is_shared=True, by=None, at=at - timedelta(days=400))
        posts.appoint(post=post, starts=local_day(at) - timedelta(days=380), user=user, by=None, at=at)
    return user


def _place(kind: str, name: str) -> Any:
    model: Any = Post._meta.get_field(kind).related_model
    return model.objects.get(**{"code" if kind == "establishment" else "name": name})


def _share(jo: Person, at: datetime) -> None:
    """Jo lets the prison's care leaver lead see the basics."""
    place = jo.locations.get(ended_on=None).establishment
    for what in ("basics", "location"):
        permissions.give(person=jo, what=what, partner=place, how="in_writing", by=None, at=at)
