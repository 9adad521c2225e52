"""What can be said of a place on a page."""

from typing import Any

from django import forms

from common.forms import HouseModelForm
from places.models import Establishment, LocalAuthority, Organisation, ProbationRegion, Team


class PlaceForm(HouseModelForm):
    """The facts of a place, and the version of them that the person has seen."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", self.instance.version)

    @property
    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    @property
    def seen(self) -> int:
        """A version that was not sent, or not sent whole, is one that nobody has seen."""
        return self.cleaned_data["version"] or 0


class EstablishmentForm(PlaceForm):
    class Meta:
        model = Establishment
        fields = ["name", "kind", "gender", "category", "status", "region", "authority", "operator", "note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authority"].queryset = LocalAuthority.objects.order_by("name", "pk")  # type: ignore[attr-defined]  # a choice of models


class CouncilForm(PlaceForm):
    class Meta:
        model = LocalAuthority
        fields = ["name", "welsh_name", "kind", "region", "children_services_by", "note"]


class ProbationRegionForm(PlaceForm):
    class Meta:
        model = ProbationRegion
        fields = ["name", "note"]


class OrganisationForm(PlaceForm):
    class Meta:
        model = Organisation
        fields = ["name", "kind", "authority"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authority"].queryset = LocalAuthority.objects.order_by("name", "pk")  # type: ignore[attr-defined]  # a choice of models


class TeamForm(PlaceForm):
    class Meta:
        model = Team
        fields = ["name"]
