"""What is asked before sheets are printed."""

from typing import Any, cast

from django import forms

from accounts.roles import WHOLE_PROGRAMME
from common.forms import HouseForm
from mentoring.actions.stacks import Wanted
from mentoring.forms.sheets import FirstNamesField
from mentoring.models import Group, Match, Mentor, PaperSheet, teams_of
from mentoring.rules.sheets import LARGEST_STACK
from people.models import Need
from places.models import Establishment, Team

Kind = PaperSheet.Kind
ABOUT_ONE = (Kind.ONE_TO_ONE, Kind.IDENTIFICATION)
FROM_THE_PUBLIC_PAGES = (Kind.REFERRAL, Kind.INTEREST)


def how_many(first: int) -> forms.IntegerField:
    return forms.IntegerField(
        label="How many sheets?",
        min_value=1,
        max_value=LARGEST_STACK,
        widget=forms.TextInput({"class": "w2", "inputmode": "numeric", "autocomplete": "off"}),
        initial=first,
    )


def prison_of(match: Match) -> Establishment | None:
    """Where the person is now, if it is a prison. The locations were loaded with the match."""
    return next((stay.establishment for stay in match.person.locations.all() if stay.ended_on is None), None)


class HowManyForm(HouseForm):
    """For one match, whose names stand on the sheet."""

    kind = forms.ChoiceField(
        label="What are they for?",
        choices=[(kind, kind.label) for kind in ABOUT_ONE],
        widget=forms.RadioSelect,
        initial=Kind.ONE_TO_ONE,
    )
    count = how_many(4)
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


class RegisterSheetsForm(HouseForm):
    """Registers of one group, with the names of those who are in it today."""

    count = how_many(1)
    large_print = forms.BooleanField(label="In large print", required=False)

    def __init__(self, *args: Any, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group = group

    def wanted(self) -> Wanted:
        return Wanted(
            kind=Kind.GROUP_REGISTER,
            team=self.group.team,
            of_group=self.group,
            establishment=self.group.establishment,
            large_print=self.cleaned_data["large_print"],
        )


class CodeForm(HouseForm):
    """For a sheet that somebody printed from the public pages."""

    kind = forms.ChoiceField(
        label="What is the sheet for?",
        choices=[(kind, kind.label) for kind in FROM_THE_PUBLIC_PAGES],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the sheet is for."},
    )
    team = forms.ModelChoiceField(label="Which team is it for?", queryset=Team.objects.none(), to_field_name="ref")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(cast(forms.ModelChoiceField, self.fields["team"]), user)


def choose_among(box: forms.ModelChoiceField, user: Any) -> None:
    """The teams whose sheets somebody prints; the only one is the answer already."""
    teams = Team.objects.order_by("name")
    box.queryset = mine = teams if user.has_role(*WHOLE_PROGRAMME) else teams.filter(pk__in=teams_of(user))
    if len(first_two := list(mine[:2])) == 1:
        box.initial = first_two[0].ref


class StackForm(HouseForm):
    """Sheets for two people, for a group, or blank, for whoever will need one."""

    kind = forms.ChoiceField(
        label="What are they for?",
        choices=Kind.choices,
        widget=forms.RadioSelect,
        initial=Kind.ONE_TO_ONE,
    )
    team = forms.ModelChoiceField(label="Which team are they for?", queryset=Team.objects.none(), to_field_name="ref")
    match = FirstNamesField(
        label="Whose names should be on them?",
        help_text="Only for a session with one person, or a question asked.",
        queryset=Match.objects.none(),
        to_field_name="ref",
        empty_label="Nobody’s yet",
        required=False,
    )
    of_group = forms.ModelChoiceField(
        label="Which group is it for?",
        help_text="Only for a group register: the names of those in it today are printed on it.",
        queryset=Group.objects.none(),
        to_field_name="ref",
        empty_label="None of these",
        required=False,
    )
    mentor = forms.ModelChoiceField(
        label="Or: whose people are they?",
        help_text="Only for a group register: the names of their people are printed on it.",
        queryset=Mentor.objects.none(),
        to_field_name="ref",
        empty_label="Not known yet",
        required=False,
    )
    group = forms.CharField(
        label="What do they call the group?", help_text="Only for one mentor’s people.", max_length=60, required=False
    )
    establishment = forms.ModelChoiceField(
        label="Which prison will they be used in?",
        queryset=Establishment.objects.none(),
        to_field_name="ref",
        empty_label="None, or several",
        required=False,
    )
    count = how_many(10)
    large_print = forms.BooleanField(label="In large print", required=False)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        boxes = cast(dict[str, forms.ModelChoiceField], self.fields)
        choose_among(boxes["team"], user)
        groups = Group.objects.visible_to(user).open().select_related("team", "establishment")
        boxes["of_group"].queryset = groups.order_by("name", "pk")
        boxes["match"].queryset = (
            Match.objects.visible_to(user).open().select_related("person__team", "mentor__person")
            .prefetch_related("person__locations__establishment").order_by("person__search_name", "pk")
        )  # fmt: skip
        boxes["mentor"].queryset = (
            Mentor.objects.visible_to(user).filter(status__in=Mentor.WORKING).select_related("person")
            .order_by("person__search_name", "pk")
        )  # fmt: skip
        boxes["establishment"].queryset = Establishment.objects.order_by("name")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("match") and said.get("kind") == Kind.GROUP_REGISTER:
            self.add_error("match", "A register is for a group. Choose which group it is instead.")
        elif said.get("match") and said.get("kind") not in ABOUT_ONE:
            self.add_error("match", "This sheet is about somebody new, so no names are printed on it.")
        if said.get("of_group") and said.get("mentor"):
            self.add_error("mentor", "Choose a group, or one mentor’s people, but not both.")
        return said

    def wanted(self) -> Wanted:
        said = {name: self.cleaned_data[name] for name in ("kind", "team", "establishment", "large_print")}
        if match := self.cleaned_data["match"]:
            said |= {
                "match": match,
                "team": match.person.team,
                "establishment": said["establishment"] or prison_of(match),
            }
        group = self.cleaned_data["of_group"] if said["kind"] == Kind.GROUP_REGISTER else None
        if group:
            place = said["establishment"] or group.establishment
            said |= {"of_group": group, "team": group.team, "establishment": place}
        elif said["kind"] == Kind.GROUP_REGISTER:
            said |= {"mentor": self.cleaned_data["mentor"], "group": self.cleaned_data["group"]}
        return Wanted(**said)
