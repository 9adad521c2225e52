"""Figures of holders as tables. What may be shown is decided in the report; here it is words already."""

from typing import Any

from common.tables import HouseTable, NumberColumn, TextColumn


class ShownColumn(NumberColumn):
    """A number, or the words that stand where there is none to show."""

    def render(self, value: Any) -> str:
        return str(value)


class HolderTable(HouseTable):
    one, many = "holder", "holders"
    holder = TextColumn("Holder")
    received = ShownColumn("Received")
    in_time = ShownColumn("In time")
    late = ShownColumn("Late")
    waiting = ShownColumn("Not known yet")
    extended = ShownColumn("More time, with a reason")
    not_valid = ShownColumn("More time, without")
    days = ShownColumn("Days to an answer")
    no_support = ShownColumn("Offered no support")
    clearmark = TextColumn("CLEARmark")
    pledged = TextColumn("ICO commitment")

    class Meta:
        empty_text = "No holder received a request in this year."


class CoveredTable(HouseTable):
    one, many = "holder", "holders"
    holder = TextColumn("Holder")
    other_person = ShownColumn("Somebody else’s name")
    known_family = ShownColumn("Family they know")
    professional = ShownColumn("Name of a worker")
    whole_page = ShownColumn("Whole pages")
    court = ShownColumn("Court papers")
    health = ShownColumn("Health")
    no_reason = ShownColumn("No reason given")

    class Meta:
        empty_text = "No holder received a request in this year."
