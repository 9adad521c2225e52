"""How those who were put forward are listed, and those who wait."""

from django.db.models import Prefetch, QuerySet

from common.tables import A, DaysColumn, HouseTable, MomentColumn, TagColumn, TextColumn
from mentoring.models import Referral
from people.models import LocationEpisode


def with_places(referrals: QuerySet) -> QuerySet:
    """Each with where its person is now, without a query of its own."""
    now = LocationEpisode.objects.current().select_related("establishment", "authority")
    return referrals.prefetch_related(Prefetch("person__locations", queryset=now, to_attr="here"))


class ReferralTable(HouseTable):
    one, many = "referral", "referrals"

    submitted_at = MomentColumn("Sent", order_by="submitted_at", linkify=("mentoring:triage-detail", {"ref": A("ref")}))
    who = TextColumn("Who", accessor="preferred_name", orderable=False)
    source = TextColumn("From", accessor="get_source_display", orderable=False)
    where = TextColumn("Where", accessor="get_where_display", orderable=False)
    team = TextColumn("Team", accessor="team__name", default="Nobody yet", orderable=False)
    status = TagColumn("Status", order_by="status")

    class Meta:
        model = Referral
        fields = ("submitted_at", "who", "source", "where", "team", "status")
        order_by = "-submitted_at"
        empty_text = "Nobody has been put forward yet."


class WaitingTable(HouseTable):
    one, many = "person who waits", "people who wait"

    who = TextColumn(
        "Who",
        accessor="person__preferred_name",
        orderable=False,
        linkify=("mentoring:triage-detail", {"ref": A("ref")}),
    )
    waited = DaysColumn("Waits for", accessor="submitted_at", order_by="submitted_at")
    place = TextColumn("Where", accessor="pk", orderable=False)
    wishes = TextColumn("What is asked for", accessor="wishes_in_words", default="–", orderable=False)
    status = TagColumn("Status", orderable=False)
    find = TextColumn(
        "Next",
        accessor="pk",
        orderable=False,
        linkify=("mentoring:matches-find", {"ref": A("person__ref")}),
    )

    class Meta:
        model = Referral
        fields = ("who", "waited", "place", "wishes", "status", "find")
        order_by = "waited"
        empty_text = "Nobody waits for a mentor."

    def render_place(self, record: Referral) -> str:
        here = record.person.here[0] if record.person and record.person.here else None  # type: ignore[attr-defined]
        return here.where if here else "We do not know"

    def render_find(self) -> str:
        return "Find a mentor"
