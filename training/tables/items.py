"""Versions of modules whose questions can be looked at, and how sure people said they were."""

from common.tables import A, HouseTable, MomentColumn, NumberColumn, TextColumn
from training.models import ModuleVersion
from training.standing import LANGUAGES


class VersionTable(HouseTable):
    title = TextColumn("Module", order_by="title", linkify=("training:items-show", {"ref": A("ref")}))
    number = NumberColumn("Version", orderable=False)
    language = TextColumn("Language", orderable=False)
    published_at = MomentColumn("Published", order_by="published_at")
    tries = NumberColumn("First tries handed in", orderable=False)

    class Meta:
        model = ModuleVersion
        fields = ("title", "number", "language", "published_at", "tries")
        order_by = "title"
        empty_text = "No module is published yet."

    def render_language(self, value: str) -> str:
        return LANGUAGES.get(value, value)


class SurenessTable(HouseTable):
    one, many = "line", "lines"
    moment = TextColumn("When")
    answered = NumberColumn("How many answered")
    mean = TextColumn("On average, from 1 to 5", default="Too few to show")
    sure = TextColumn("Sure or very sure", default="–")

    class Meta:
        fields = ("moment", "answered", "mean", "sure")

    def render_sure(self, value: int) -> str:
        return f"{value}%"
