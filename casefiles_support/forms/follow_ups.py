"""How somebody is, after they have read."""

from casefiles_support.forms.parcels import day, one_of
from casefiles_support.models import FollowUp
from common.forms import HouseForm


class RecordForm(HouseForm):
    how = one_of("How did you ask?", FollowUp.How.choices, "Choose how you asked")
    outcome = one_of("What did they say?", FollowUp.Outcome.choices, "Choose what they said")
    on = day("On what day?")
