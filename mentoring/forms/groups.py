"""Making a group, and choosing who is in it and holds it."""

from typing import Any, cast

from django import forms

from common.forms import HouseForm
from mentoring.models import Facilitator, Group, Member, Mentor
from people.models import Person
from places.models import Establishment, Team


class GroupForm(HouseForm):
    name = forms.CharField(
        label="What is it called?",
        help_text="A name that says nothing about anybody: “Tuesday group”. It stands on lists that others may see.",
        max_length=60,
        error_messages={"required": "Give the group a name"},
    )
    team = forms.ModelChoiceField(
        label="Which team’s group is it?",
        queryset=Team.objects.none(),
        to_field_name="ref",
        error_messages={"required": "Choose a team"},
    )
    establishment = forms.ModelChoiceField(
        label="Which prison does it meet in?",
        queryset=Establishment.objects.order_by("name"),
        to_field_name="ref",
        empty_label="None, it meets outside",
        required=False,
    )

    def __init__(self, *args: Any, teams: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["team"]).queryset = teams


class _Chooser(forms.ModelChoiceField):
    def __init__(self, label: str, missing: str) -> None:
        super().__init__(
            label=label,
            queryset=Person.objects.none(),
            to_field_name="ref",
            empty_label="Choose",
            error_messages={"required": missing},
        )


class JoinForm(HouseForm):
    """Somebody of the group’s team who is not in it yet."""

    person = _Chooser("Who joins?", "Choose who joins")

    def __init__(self, *args: Any, group: Group, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        inside = Member.objects.current().filter(group=group).values("person")
        holding = Facilitator.objects.current().filter(group=group).values("mentor__person")
        people = Person.objects.visible_to(user).filter(team=group.team_id).exclude(pk__in=inside)
        chooser = cast(forms.ModelChoiceField, self.fields["person"])
        chooser.queryset = people.exclude(pk__in=holding).order_by("search_name", "pk")


class LeadForm(HouseForm):
    mentor = _Chooser("Who holds it?", "Choose a mentor")

    def __init__(self, *args: Any, group: Group, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        holding = Facilitator.objects.current().filter(group=group).values("mentor")
        inside = Member.objects.current().filter(group=group).values("person")
        mentors = Mentor.objects.visible_to(user).filter(team=group.team_id, status__in=Mentor.WORKING)
        chooser = cast(forms.ModelChoiceField, self.fields["mentor"])
        chooser.queryset = (
            mentors.exclude(pk__in=holding)
            .exclude(person__in=inside)
            .select_related("person")
            .order_by("person__search_name", "pk")
        )
