"""How the yeses to stories are listed: by the story, never by how somebody is reached."""

from common.exports import Exported
from common.tables import A, DayColumn, HouseTable, TagColumn, TextColumn
from pages.models import StoryConsent
from pages.rules.story_consents import PLACES

GONE = "A page that is gone"


class StoryConsentTable(HouseTable):
    title = TextColumn(
        "Story", linkify=("pages:story_consents-detail", {"ref": A("ref")}), accessor="title", default=GONE,
        orderable=False,
    )  # fmt: skip
    status = TagColumn("State", order_by="status")
    is_live = TextColumn("Read on the site", accessor="on_the_site", orderable=False)
    places = TextColumn("Places", accessor="places_in_few_words", orderable=False)
    given_on = DayColumn("Said yes", order_by="given_on")
    expires_on = DayColumn("Until", order_by="expires_on")

    export_columns = (
        Exported("Story", "title", words=lambda title: title or GONE),
        Exported("State", "status"),
        Exported("Read on the site", "is_live"),
        *(Exported(words, name) for name, words in PLACES.items()),
        Exported("Pictures", "pictures"),
        Exported("Said yes", "given_on"),
        Exported("Until", "expires_on"),
    )

    class Meta:
        model = StoryConsent
        fields = ("title", "status", "is_live", "places", "given_on", "expires_on")
        order_by = "expires_on"
        empty_text = "Nothing here. Open a story in the editor, and choose “Who said yes” in its menu."
