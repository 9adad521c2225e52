"""By what lists of places can be narrowed."""

from common.filters import HouseFilterSet
from places.models import Establishment, LocalAuthority, Organisation, ProbationRegion


class EstablishmentFilter(HouseFilterSet):
    class Meta:
        model = Establishment
        fields = ["region", "category", "gender", "kind", "status"]


class CouncilFilter(HouseFilterSet):
    class Meta:
        model = LocalAuthority
        fields = ["nation", "region", "kind"]


class ProbationRegionFilter(HouseFilterSet):
    class Meta:
        model = ProbationRegion
        fields = ["nation"]


class OrganisationFilter(HouseFilterSet):
    class Meta:
        model = Organisation
        fields = ["kind"]
