"""Stopping for now."""

from common.forms import HouseForm, PlainDateField


class NotNowForm(HouseForm):
    review_on = PlainDateField(
        label="When may we ask again?", help_text="Leave it empty for three months.", required=False
    )
