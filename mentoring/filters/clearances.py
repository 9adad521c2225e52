"""What the list of clearances may be narrowed by."""

from common.filters import AnyOf, HouseFilterSet, OneOf, ToDay
from mentoring.models import Clearance
from places.models import Establishment


class ClearanceFilter(HouseFilterSet):
    status = AnyOf(field_name="status", label="Where it stands", choices=Clearance.Status.choices)
    establishment = OneOf(label="Prison", queryset=Establishment.objects.order_by("name", "pk"))
    until = ToDay(field_name="valid_until", label="Ends by")

    class Meta:
        model = Clearance
        fields: list[str] = []
