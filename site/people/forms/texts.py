"""Why a held text may go, and why a number may be used again."""

from django import forms

from common.forms import HouseForm


class _ReasonForm(HouseForm):
    reason = forms.CharField(
        widget=forms.Textarea({"rows": 2, "autocomplete": "off"}),
        max_length=200,
        error_messages={"required": "Say why."},
    )


class ReleaseForm(_ReasonForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["reason"].label = "Why may it go?"
        self.fields["reason"].help_text = "This is kept. Every check is asked again as it goes."


class ResumeForm(_ReasonForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["reason"].label = "How do you know that it is theirs, and that they want texts?"
        self.fields["reason"].help_text = "For example: we rang them, and spoke about it. This is kept."
