"""Whether a talk with a supporter was held."""

from typing import Any

from casefiles_support.forms.parcels import day, one_of
from common.forms import HouseForm


class SettleForm(HouseForm):
    came = one_of(
        "Was it held?", [("held", "Yes, we talked"), ("not_wanted", "They do not want one now")], "Choose one"
    )
    on = day("On what day?")

    @property
    def said(self) -> dict[str, Any]:
        return {"held": self.cleaned_data["came"] == "held", "on": self.cleaned_data["on"]}
