"""What somebody who would like to mentor writes on a sheet of ours."""

from datetime import date
from typing import Any

from mentoring.forms.applications import PaperInterestForm
from mentoring.forms.sheets import PaperReferralForm
from mentoring.models import PaperSheet


class SheetInterestForm(PaperInterestForm):
    """From a sheet of ours, whose code and team are known. Without a sheet, for the public one."""

    field_order = ("name", "family_name", "team", "establishment", "phone", "email", "message", "written_on")
    written_on = PaperReferralForm.base_fields["written_on"]
    paper_words = {"establishment": "Which prison are you in, if you are in one?"}
    paper_lines = {"message": 5}

    def __init__(self, *args: Any, sheet: PaperSheet | None = None, today: date, **kwargs: Any) -> None:
        known = {"team": sheet.team, "establishment": sheet.establishment} if sheet else {}
        super().__init__(*args, initial=known, **kwargs)
        del self.fields["sheet_code"]
        inside = {"phone", "email", "establishment"} if sheet and sheet.establishment else set()
        self.paper_leaves_out = inside | ({"team"} if sheet else set())
