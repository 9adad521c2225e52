"""What the lists of those who were put forward may be narrowed by."""

from common.filters import AnyOf, HouseFilterSet, OneOf
from mentoring.models import Referral
from mentoring.models.referral_choices import Source
from places.models import Team

SENT = [(value, label) for value, label in Referral.Status.choices if value not in Referral.UNSENT]


class ReferralFilter(HouseFilterSet):
    status = AnyOf(field_name="status", label="Status", choices=SENT)
    source = AnyOf(field_name="source", label="From", choices=Source.choices)
    team = OneOf(label="Team", queryset=Team.objects.order_by("name"))

    class Meta:
        model = Referral
        fields: list[str] = []


class WaitingFilter(HouseFilterSet):
    team = OneOf(label="Team", queryset=Team.objects.order_by("name"))

    class Meta:
        model = Referral
        fields: list[str] = []
