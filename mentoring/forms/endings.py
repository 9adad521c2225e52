"""Questions at the end of a match."""

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.forms.advocacy import words
from mentoring.models.endings import FollowUpWanted
from mentoring.rules.endings import EARLY


class BeginForm(HouseForm):
    last_on = PlainDateField(
        label="When will you meet for the last time?",
        help_text="Leave room for a few meetings before it.",
        error_messages={"required": "Enter the day of the last meeting"},
    )
    plan = words("What will you do in the last meetings?", "Say it out loud early: nobody likes a surprise ending.")


class WriteForm(HouseForm):
    their_words = words("In their own words", "What they want to say about this time together.")
    what_helped = words("What helped?")
    what_next = words("What do they want next?")
    thanks = words("Words for the letter", "What you would like them to be able to read again.")
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)


class FinishForm(HouseForm):
    follow_up = forms.ChoiceField(
        label="May we ask how they are, after four weeks and after twelve?",
        choices=FollowUpWanted.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they said"},
    )


class EarlyForm(HouseForm):
    reason = forms.ChoiceField(
        label="Why does it end?",
        choices=[(slug, reason.words) for slug, reason in EARLY.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it ends"},
    )
    what_happened = words("Anything to keep about it?", "Only staff read this.")
    follow_up = forms.ChoiceField(
        label="May we ask how they are, after four weeks and after twelve?",
        choices=FollowUpWanted.choices,
        widget=forms.RadioSelect,
        initial=FollowUpWanted.NOT_ASKED,
        error_messages={"required": "Choose what they said"},
    )
