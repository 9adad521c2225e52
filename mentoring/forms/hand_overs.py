"""What came by the public forms, ready to become a record: all of it can be put right before it does."""

from typing import Any

from mentoring.forms.applications import PaperInterestForm
from mentoring.forms.sheets import PaperReferralForm


class HandOverReferralForm(PaperReferralForm):
    """Of somebody who asked, or was referred; with the day on which they said yes."""

    def __init__(self, *args: Any, known: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, sheet=None, **kwargs)
        del self.fields["written_on"]
        self.initial = dict(self.initial) | known


class HandOverInterestForm(PaperInterestForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["sheet_code"]
