"""Saying what one has learned."""

from django import forms

from common.forms import HouseForm
from mentoring.rules.experiences import SKILLS


class ExperienceForm(HouseForm):
    marks_optional = False
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    skills = forms.MultipleChoiceField(
        label="What are you good at now?",
        help_text="Tick what is true. Ask your supervisor what they see: people often miss their own.",
        choices=list(SKILLS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    own_words = forms.CharField(
        label="In your own words",
        help_text="What mentoring has taught you. Name nobody: you may show this to anyone.",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
    )
