"""How those are listed whom a file supporter is there for."""

from casefiles_support.tables.today import WhomColumn
from common.tables import DayColumn, HouseTable, TextColumn


class JourneyTable(HouseTable):
    person = WhomColumn("")
    status = TextColumn("How far", order_by="status")
    opened_at = DayColumn("Since", order_by="opened_at")
    closed_on = DayColumn("Closed", order_by="closed_on")

    one, many = "person", "people"

    class Meta:
        order_by = "-opened_at"
        empty_text = "Nobody whom you are there for."
