"""Figures as a table."""

from common.tables import HouseTable, NumberColumn, TextColumn


class TallyTable(HouseTable):
    one, many = "row", "rows"
    label = TextColumn("Where or when")
    sessions = NumberColumn("Sessions")
    offered = NumberColumn("Offered")
    delivered = NumberColumn("Came")
    not_delivered = NumberColumn("Did not come")
    called_off = NumberColumn("Of those, called off before")
    chose_not_in_words = TextColumn("Chose not to come")

    class Meta:
        fields = ("label", "sessions", "offered", "delivered", "not_delivered", "called_off", "chose_not_in_words")
        empty_text = "Nothing was offered in this time."
