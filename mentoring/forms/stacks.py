"""What is asked before sheets are printed."""

from typing import Any, cast

from django import forms

from accounts.roles import WHOLE_PROGRAMME
from common.forms import HouseForm
from mentoring.actions.stacks import Wanted
from mentoring.forms.sheets import FirstNamesField
from mentoring.models import Match, Mentor, PaperSheet, teams_of
from mentoring.rules.sheets import LARGEST_STACK
from people.models import Need
from places.models import Establishment, Team

Kind = PaperSheet.Kind
# Those that can be typed in.
READY = (Kind.ONE_TO_ONE, Kind.GROUP_REGISTER, Kind.IDENTIFICATION)


def prison_of(match: Match) -> Establishment | None:
    """Where the person is now, if it is a prison. The locations were loaded with the match."""
    return next((stay.establishment for stay in match.person.locations.all() if stay.ended_on is None), None)


class HowManyForm(HouseForm):
    """For one match, whose names stand on the sheet."""

    kind = forms.ChoiceField(
        label="What are they for?",
        choices=[(kind, kind.label) for kind in (Kind.ONE_TO_ONE, Kind.IDENTIFICATION)],
        widget=forms.RadioSelect,
        initial=Kind.ONE_TO_ONE,
    )
    count = forms.IntegerField(
        label="How many sheets?",
        min_value=1,
        max_value=LARGEST_STACK,
        widget=forms.TextInput({"class": "w2", "inputmode": "numeric", "autocomplete": "off"}),
    )
    large_print = forms.BooleanField(
        label="In large print", help_text="For somebody who reads big letters better.", required=False
    )

    def __init__(self, *args: Any, match: Match, **kwargs: Any) -> None:
        needs = Need.LARGE_PRINT in match.mentor.person.needs
        kwargs.setdefault("initial", {"kind": Kind.ONE_TO_ONE, "count": 4, "large_print": needs})
        super().__init__(*args, **kwargs)
        self.match = match

    def wanted(self) -> Wanted:
        return Wanted(
            kind=self.cleaned_data["kind"],
            team=self.match.person.team,
            match=self.match,
            establishment=prison_of(self.match),
            large_print=self.cleaned_data["large_print"],
        )


class StackForm(HouseForm):
    """Sheets for two people, for a group, or blank, for whoever will need one."""

    kind = forms.ChoiceField(
        label="What are they for?",
        choices=[(kind, kind.label) for kind in READY],
        widget=forms.RadioSelect,
        initial=Kind.ONE_TO_ONE,
    )
    team = forms.ModelChoiceField(label="Which team are they for?", queryset=Team.objects.none(), to_field_name="ref")
    match = FirstNamesField(
        label="Whose names should be on them?",
        help_text="Not for a group register.",
        queryset=Match.objects.none(),
        to_field_name="ref",
        empty_label="Nobody’s yet",
        required=False,
    )
    mentor = forms.ModelChoiceField(
        label="Whose group is it?",
        help_text="Only for a group register: the names of their people are printed on it.",
        queryset=Mentor.objects.none(),
        to_field_name="ref",
        empty_label="Not known yet",
        required=False,
    )
    group = forms.CharField(
        label="What is the group called?", help_text="Only for a group register.", max_length=60, required=False
    )
    establishment = forms.ModelChoiceField(
        label="Which prison will they be used in?",
        queryset=Establishment.objects.none(),
        to_field_name="ref",
        empty_label="None, or several",
        required=False,
    )
    count = forms.IntegerField(
        label="How many sheets?",
        min_value=1,
        max_value=LARGEST_STACK,
        widget=forms.TextInput({"class": "w2", "inputmode": "numeric", "autocomplete": "off"}),
        initial=10,
    )
    large_print = forms.BooleanField(label="In large print", required=False)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        boxes = cast(dict[str, forms.ModelChoiceField], self.fields)
        teams = Team.objects.order_by("name")
        mine = teams if user.has_role(*WHOLE_PROGRAMME) else teams.filter(pk__in=teams_of(user))
        boxes["team"].queryset = mine
        boxes["match"].queryset = (
            Match.objects.visible_to(user).open().select_related("person__team", "mentor__person")
            .prefetch_related("person__locations__establishment").order_by("person__search_name", "pk")
        )  # fmt: skip
        boxes["mentor"].queryset = (
            Mentor.objects.visible_to(user).filter(status__in=Mentor.WORKING).select_related("person")
            .order_by("person__search_name", "pk")
        )  # fmt: skip
        boxes["establishment"].queryset = Establishment.objects.order_by("name")
        if len(first_two := list(mine[:2])) == 1:
            boxes["team"].initial = first_two[0].ref

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("match") and said.get("kind") == Kind.GROUP_REGISTER:
            self.add_error("match", "A register is for a group. Choose whose group it is instead.")
        return said

    def wanted(self) -> Wanted:
        said = {name: self.cleaned_data[name] for name in ("kind", "team", "establishment", "large_print")}
        if match := self.cleaned_data["match"]:
            said |= {
                "match": match,
                "team": match.person.team,
                "establishment": said["establishment"] or prison_of(match),
            }
        if said["kind"] == Kind.GROUP_REGISTER:
            said |= {"mentor": self.cleaned_data["mentor"], "group": self.cleaned_data["group"]}
        return Wanted(**said)
