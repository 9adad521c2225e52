"""Finding a paper sheet by its code, and typing in what stands on it, in the order of the sheet."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from common.forms import HouseForm, PlainDateField
from common.sheet_codes import tidy_code, why_not_a_code
from mentoring.actions.referrals import Agreed, Details
from mentoring.forms.referrals import PermissionForm, ReferForm
from mentoring.forms.sessions import SessionForm
from mentoring.models import Group, Match, Mentor, PaperSheet, Setting
from mentoring.models.referral_choices import AgreedHow, Where
from mentoring.rules.referrals import why_not_agreed
from people.models import Person

Kind = PaperSheet.Kind


class FindForm(HouseForm):
    code = forms.CharField(
        label="Code on the sheet",
        help_text="At the top, on the right. Small letters will do, and the hyphen may be left out.",
        max_length=40,
        widget=forms.TextInput(
            {
                "class": "w10",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "autofocus": True,
            }
        ),
        error_messages={"required": "Enter the code from the top of the sheet."},
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.sheet: PaperSheet | None = None

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        if reasons := why_not_a_code(typed):
            raise forms.ValidationError(reasons[0])
        self.sheet = PaperSheet.objects.visible_to(self.user).filter(code=tidy_code(typed)).first()
        if self.sheet is None:
            raise forms.ValidationError("We know no sheet of your team with this code. Look at it again.")
        return typed


def first_names(one: Match | Group | Mentor | Person) -> str:
    if isinstance(one, Person):
        return one.preferred_name
    if isinstance(one, Group):
        return one.name
    if isinstance(one, Mentor):
        return one.person.preferred_name
    return f"{one.person.preferred_name}, with {one.mentor.person.preferred_name}"


class FirstNamesField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return first_names(obj)


class WhoseForm(HouseForm):
    """Whom a blank sheet is about, by the names that were written on it."""

    who = forms.ChoiceField(
        label="Whose sheet is it?",
        help_text="The names stand at the top of the sheet.",
        error_messages={"required": "Choose whose sheet it is."},
    )

    def __init__(self, *args: Any, user: Any, sheet: PaperSheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lists = [[(one.ref, first_names(one)) for one in found] for found in candidates(user, sheet)]
        parted = [("Groups", lists[0]), ("People of one mentor", lists[-1])] if len(lists) > 1 else lists[0]
        cast(forms.ChoiceField, self.fields["who"]).choices = [("", "Choose"), *parted]


def candidates(user: Any, sheet: PaperSheet) -> list[QuerySet[Any]]:
    """Matches for a session, people for an asking, groups and then mentors for a register: of the sheet's team, and
    theirs to see. Nobody for a sheet about somebody who is not here yet.
    """
    if sheet.kind == Kind.GROUP_REGISTER:
        mentors = Mentor.objects.visible_to(user).filter(team=sheet.team).select_related("person")
        groups = Group.objects.visible_to(user).open().filter(team=sheet.team).order_by("name", "pk")
        return [groups, mentors.order_by("person__search_name", "pk")]
    if sheet.kind == Kind.IDENTIFICATION:
        return [Person.objects.visible_to(user).filter(team=sheet.team).order_by("search_name", "pk")]
    if sheet.kind != Kind.ONE_TO_ONE:
        return []
    matches = Match.objects.visible_to(user).filter(person__team=sheet.team, started_on__isnull=False)
    matches = matches.exclude(status__in=Match.BEFORE_IT_STARTS)  # one from another system began there, not here
    return [matches.select_related("person", "mentor__person").order_by("person__search_name", "pk")]


class VoidForm(HouseForm):
    reason = forms.CharField(
        label="Why is it cancelled?",
        help_text="For example: spoilt, lost, printed twice. No names.",
        max_length=200,
        error_messages={"required": "Say why it is cancelled. A few words are enough."},
    )


class PeriodForm(HouseForm):
    """Which stretch of time a report tells of."""

    marks_optional = False
    days = forms.ChoiceField(
        label="Typed in during",
        choices=[("30", "The last 30 days"), ("91", "The last three months"), ("365", "The last year")],
        initial="365",
        required=False,
    )


class PaperSessionForm(SessionForm):
    """The questions of a session in the order of the sheet: printing.py prints this form, so that they never part."""

    written_on = PlainDateField(
        label="What day did you write this?", error_messages={"required": "Enter the day on which it was written."}
    )
    ORDER = ("happened", "cause", "cause_note", "held_on", "held_at", "minutes", "planned", "planned_on", "planned_at",
             "setting", "establishment", "where", "medium", "marks", "topics", "what_we_did", "their_words",
             "next_step", "worried", "worry", "worry_urgency", "written_on")  # fmt: skip
    # A worry is never left to travel on paper: whoever types the sheet in asks what it is.
    paper_leaves_out = frozenset({"worry", "worry_urgency", "cause_note"})
    paper_words = {
        "cause": "If it did not happen, why not?",
        "planned_on": "If you planned another day, which?",
        "planned_at": "If you planned another time, when?",
        "where": "What place, if it was not a prison? (if you like)",
        "worried": "I am worried about someone’s safety, and I have told a member of staff.",
    }
    paper_lines = {"what_we_did": 4, "their_words": 3, "next_step": 3}

    def __init__(self, *args: Any, matches: Sequence[Match], group: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, matches=matches, group=group, **kwargs)
        marks = list(self.mark_fields.values())
        self.order_fields([one for name in self.ORDER for one in (marks if name == "marks" else [name])])


def first_answers(sheet: PaperSheet) -> dict[str, Any]:
    """What the sheet itself knows. Everything else is on the paper."""
    if sheet.establishment is None:
        return {}
    return {"setting": Setting.CUSTODY, "establishment": sheet.establishment}


class PaperReferralForm(ReferForm):
    """About somebody, and their yes: one screen in the order of the sheet. Without a sheet, for the public one."""

    field_order = (
        "source", "referrer_name", "referrer_contact", "preferred_name", "family_name", "born_on", "prison_number",
        "crn", "care", "where", "establishment", "place_note", "reach", "wishes", "asked_for", "how", "agreed_on",
        "whom", "written_on",
    )  # fmt: skip
    how = PermissionForm.base_fields["how"]
    agreed_on = PermissionForm.base_fields["agreed_on"]
    whom = forms.CharField(label="Who heard them say yes?", required=False, max_length=200)
    written_on = PlainDateField(
        label="What day was this written?", error_messages={"required": "Enter the day on which it was written."}
    )
    paper_words = {
        "referrer_name": "If you write this for somebody else: your name",
        "referrer_contact": "And how can we reach you?",
        "agreed_on": "On which day did they say yes to this?",
        "whom": "If somebody else heard them say yes: who?",
    }
    paper_lines = {"reach": 2, "asked_for": 4}

    def __init__(self, *args: Any, sheet: PaperSheet | None = None, **kwargs: Any) -> None:
        prison = sheet.establishment if sheet else None
        known = {"where": Where.INSIDE, "establishment": prison} if prison else {}
        kwargs["initial"] = {"how": AgreedHow.PAPER} | known
        super().__init__(*args, **kwargs)
        self.paper = sheet
        del self.fields["sheet"], self.fields["key"]
        self.paper_leaves_out = {"how", "establishment"} | ({"where", "place_note"} if prison else set())

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("agreed_on") and typed.get("how"):
            said = {name: typed.get(name) or "" for name in ("how", "source")}
            for sentence in why_not_agreed(agreed_on=typed["agreed_on"], today=self.today, **said):
                self.add_error("agreed_on", sentence)
        return typed

    def details(self) -> Details:
        return replace(super().details(), sheet=self.paper.code_in_fours if self.paper else "")

    def agreed(self) -> Agreed:
        return Agreed(how=self.cleaned_data["how"], on=self.cleaned_data["agreed_on"], whom=self.cleaned_data["whom"])
