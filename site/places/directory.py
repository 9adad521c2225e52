"""The kinds of place in the directory: for each, how it is listed, narrowed, asked about and told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from common.filters import HouseFilterSet
from common.tables import HouseTable
from places.filters import places as filters
from places.forms import places as forms
from places.models import (
    Establishment,
    LocalAuthority,
    Organisation,
    Place,
    Post,
    ProbationRegion,
    Team,
)
from places.tables import places as tables


@dataclass(frozen=True)
class Kind:
    """One kind of place. `facts` are the fields that its page tells; `found_by` those that a search looks in."""

    model: type[Place]
    table: type[HouseTable]
    form: type[forms.PlaceForm]
    facts: tuple[str, ...]
    about: str
    found_by: tuple[str, ...] = ("name",)
    filterset: type[HouseFilterSet] | None = None
    can_add: bool = False

    @property
    def slug(self) -> str:
        return self.model.kind_in_url

    @property
    def one(self) -> str:
        return str(self.model._meta.verbose_name)

    @property
    def many(self) -> str:
        return str(self.model._meta.verbose_name_plural)

    def places(self) -> QuerySet[Any]:
        """All of them, each with its council and its contact points loaded."""
        found: QuerySet[Any] = self.model._default_manager.all()
        found = found.prefetch_related(Prefetch("posts", Post.objects.contact_points()))
        return found.select_related("authority") if hasattr(self.model, "authority") else found

    def search(self, found: QuerySet[Any], words: str) -> QuerySet[Any]:
        wanted = Q()
        for name in self.found_by:
            wanted |= Q(**{f"{name}__icontains": words})
        return found.filter(wanted)

    def facts_of(self, place: Place) -> list[dict[str, Any]]:
        """(name, value) of every fact that is known, in the words of its choices."""
        rows = []
        for name in self.facts:
            label = str(self.model._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # plain fields only
            words: Callable[[], Any] | None = getattr(place, f"get_{name}_display", None)
            value = words() if words else getattr(place, name)
            if value:
                rows.append({"name": label[:1].upper() + label[1:], "value": value})
        return rows

    @staticmethod
    def near(place: Place) -> list[tuple[str, Iterable[Place]]]:
        """Other places that go with this one, under a heading each."""
        if isinstance(place, LocalAuthority):
            found: list[tuple[str, Iterable[Place]]] = [
                ("Prisons in this council’s area", place.establishments.order_by("name", "pk")),
                ("Organisations that work for it", place.organisations.order_by("name", "pk")),
            ]
            return [(title, places) for title, places in found if places]
        council = getattr(place, "authority", None)
        return [("Council", [council])] if council else []


KINDS = {
    kind.slug: kind
    for kind in (
        Kind(
            Establishment,
            tables.EstablishmentTable,
            forms.EstablishmentForm,
            ("code", "kind", "category", "gender", "status", "region", "operator", "note"),
            "Prisons, young offender institutions and secure schools in England and Wales.",
            ("name", "code"),
            filters.EstablishmentFilter,
        ),
        Kind(
            LocalAuthority,
            tables.CouncilTable,
            forms.CouncilForm,
            ("welsh_name", "kind", "region", "nation", "children_services_by", "gss_code", "note"),
            "Councils with children’s services in England and Wales.",
            ("name", "welsh_name", "gss_code"),
            filters.CouncilFilter,
        ),
        Kind(
            ProbationRegion,
            tables.ProbationRegionTable,
            forms.ProbationRegionForm,
            ("code", "nation", "note"),
            "The regions of the Probation Service.",
            ("name", "code"),
            filters.ProbationRegionFilter,
        ),
        Kind(
            Organisation,
            tables.OrganisationTable,
            forms.OrganisationForm,
            ("kind",),
            "Children’s trusts, charities, health and others.",
            filterset=filters.OrganisationFilter,
            can_add=True,
        ),
        Kind(
            Team,
            tables.TeamTable,
            forms.TeamForm,
            (),
            "The programme’s own teams of coordinators and mentors.",
            can_add=True,
        ),
    )
}


def find(slug: str) -> Kind:
    """The kind with this word in its address, or 404."""
    try:
        return KINDS[slug]
    except KeyError:
        raise Http404 from None
