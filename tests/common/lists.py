"""Three lists on addresses of their own, for the tests of lists: prisons, posts (with empty days), people (sealed)."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django_filters import NumberFilter

from accounts.models import User
from accounts.roles import Role
from common import listing
from common.access import allow, signed_in
from common.downloads import Export
from common.exports import Exported
from common.filters import AnyOf, FromDay, HouseFilterSet, OneOf, ToDay
from common.tables import DayColumn, HouseTable, MomentColumn, TagColumn, TextColumn
from config.urls import urlpatterns as doors
from people.models import Person
from places.models import Establishment, LocalAuthority, Nation, Post

TOLD: list[Export] = []  # what the trail would have been told


def make_council(name: str) -> LocalAuthority:
    number = LocalAuthority.objects.count()
    return LocalAuthority.objects.create(gss_code=f"X{number:08}", name=name, nation=Nation.ENGLAND)


def make_prisons(names: Iterable[str], council: LocalAuthority, **fields: Any) -> list[Establishment]:
    already = Establishment.objects.count()
    made = [
        Establishment(code=f"T{already + at}", name=name, authority=council, **{"kind": "prison", **fields})
        for at, name in enumerate(names)
    ]
    return Establishment.objects.bulk_create(made)


class PrisonTable(HouseTable):
    name = TextColumn("Name", order_by="name")
    authority = TextColumn("Council", accessor="authority__name", order_by="authority__name")
    region = TextColumn("Region", order_by=("region", "-name"))
    kind = TextColumn("Kind")
    status = TagColumn("Status", tones={"open": "go", "closed": "stop"})

    class Meta:
        order_by = "name"


class PrisonFilter(HouseFilterSet):
    authority = OneOf(queryset=LocalAuthority.objects.order_by("name"), label="Council")
    status = AnyOf(choices=Establishment.Status.choices, label="Status")
    version = NumberFilter(field_name="version", lookup_expr="gte", label="Version")


class PostTable(HouseTable):
    one = "post"
    title = TextColumn("Post", order_by="title")
    prison = TextColumn("Prison", accessor="establishment__name", order_by="establishment__name")
    verified_on = DayColumn("Checked", order_by="verified_on")

    class Meta:
        order_by = "-verified_on"


class PostFilter(HouseFilterSet):
    since = FromDay(field_name="verified_on", label="From")
    until = ToDay(field_name="verified_on", label="To")


class PersonTable(HouseTable):
    preferred_name = TextColumn("Name", order_by="search_name")
    added_at = MomentColumn("Added", order_by="added_at")
    export_columns = (
        Exported("Name", "preferred_name"),
        Exported("Surname", "family_name", opened=True),
        Exported("Prison number", "prison_number"),
        Exported("Team", "team__name"),
        Exported("Added", "added_at"),
    )


class PersonFilter(HouseFilterSet):
    since = FromDay(field_name="added_at", label="From")
    until = ToDay(field_name="added_at", label="To")


def by_name(queryset: QuerySet, words: str) -> QuerySet:
    return queryset.filter(name__icontains=words)


def coordinators(user: User) -> bool:
    return user.has_role(Role.COORDINATOR)


def told(request: HttpRequest, export: Export) -> None:
    TOLD.append(export)


@allow(signed_in)
def prisons(request: HttpRequest) -> HttpResponse:
    rows = listing.build(
        request,
        table=PrisonTable,
        queryset=Establishment.objects.exclude(region="hidden").select_related("authority"),
        filterset=PrisonFilter,
        search=by_name,
        per_page=3,
        name="prisons",
        export_rule=coordinators,
        on_export=told,
        asks_reason=False,
    )
    return listing.respond(request, "try_list.html", {"listing": rows})


@allow(signed_in)
def posts(request: HttpRequest) -> HttpResponse:
    rows = listing.build(
        request, table=PostTable, queryset=Post.objects.all(), filterset=PostFilter, per_page=3, name="posts"
    )
    return listing.respond(request, "try_list.html", {"listing": rows})


@allow(signed_in)
def people(request: HttpRequest) -> HttpResponse:
    rows = listing.build(
        request,
        table=PersonTable,
        queryset=Person.objects.all(),
        filterset=PersonFilter,
        search=lambda queryset, words: queryset.found_by(words),
        name="people",
        export_rule=coordinators,
        on_export=told,
    )
    return listing.respond(request, "try_list.html", {"listing": rows})


urlpatterns: list[Any] = [
    path("try/prisons/", prisons),
    path("try/posts/", posts),
    path("try/people/", people),
    *doors,
]
