"""What a list of paper sheets may be narrowed by."""

from common.filters import AnyOf, FromDay, HouseFilterSet, OneOf, ToDay
from mentoring.models import PaperSheet
from places.models import Establishment


class SheetFilter(HouseFilterSet):
    status = AnyOf(field_name="status", label="What became of it", choices=PaperSheet.Status.choices)
    kind = AnyOf(field_name="kind", label="What it is for", choices=PaperSheet.Kind.choices)
    establishment = OneOf(label="Prison", queryset=Establishment.objects.order_by("name", "pk"))
    since = FromDay(field_name="printed_at", label="Printed from")
    until = ToDay(field_name="printed_at", label="Printed to")

    class Meta:
        model = PaperSheet
        fields: list[str] = []
