"""How what waits is listed: who it is about, and by when."""

from casefiles_support.models import Debrief, Journey, Sitting
from casefiles_support.rules.duties import words_of
from common.tables import A, DayColumn, HouseTable, MomentColumn, TextColumn

PAGE = "casefiles_support:journeys-detail"


class WhomColumn(TextColumn):
    """Their name, which leads to their page."""

    def __init__(self, journey: str = "journey__") -> None:
        super().__init__(
            "Who", accessor=f"{journey}person__preferred_name", linkify=(PAGE, {"ref": A(f"{journey}ref")})
        )


class QuestionTable(HouseTable):
    person = WhomColumn()
    holder = TextColumn("Who asked", accessor="holder__name")
    asked_on = DayColumn("Asked on", order_by="asked_on")

    one, many = "question", "questions"

    class Meta:
        order_by = "asked_on"
        empty_text = "No question waits for an answer."


class LateTable(HouseTable):
    person = WhomColumn()
    holder = TextColumn("Who is late", accessor="holder__name")
    opened_at = DayColumn("Begun", order_by="opened_at")

    one, many = "late request", "late requests"

    class Meta:
        order_by = "opened_at"
        empty_text = "Nobody is late."


class ReadingTable(HouseTable):
    person = WhomColumn()
    starts_at = MomentColumn("When", order_by="starts_at")
    where = TextColumn("Where", empty_values=())
    cover = TextColumn("Who is there on the days after", accessor="ref", empty_values=())

    one, many = "time to read", "times to read"

    class Meta:
        order_by = "starts_at"
        empty_text = "No time to read is planned for this week."

    def render_cover(self, record: Sitting) -> str:
        return cover_of(record)


class UnnamedTable(HouseTable):
    person = WhomColumn("")
    opened_at = DayColumn("Since", order_by="opened_at")
    status = TextColumn("How far", empty_values=())

    one, many = "person", "people"

    class Meta:
        order_by = "opened_at"
        empty_text = "Everybody has somebody."

    def render_status(self, record: Journey) -> str:
        return record.get_status_display()


class FollowUpTable(HouseTable):
    person = WhomColumn()
    due_at = MomentColumn("Ask", order_by="due_at")
    kind = TextColumn("Which", empty_values=())

    one, many = "time to ask", "times to ask"

    class Meta:
        order_by = "due_at"
        empty_text = "Nobody is to be asked this week."


class DebriefTable(HouseTable):
    whose = TextColumn("For", accessor="ref", empty_values=(), linkify=(PAGE, {"ref": A("sitting__journey__ref")}))
    due_on = DayColumn("By", order_by="due_on")

    one, many = "talk", "talks"

    class Meta:
        order_by = "due_on"
        empty_text = "No talk is due."

    def render_whose(self, record: Debrief) -> str:
        supporter = record.supporter
        return supporter.login.display_name if supporter.login else str(supporter.mentor.person.preferred_name)  # type: ignore[union-attr]  # exactly one of them


class DutyTable(HouseTable):
    person = WhomColumn()
    kind = TextColumn("What", empty_values=())
    due_on = DayColumn("Was due", order_by="due_on")

    one, many = "thing", "things"

    class Meta:
        order_by = "due_on"
        empty_text = "Nothing is overdue."

    def render_kind(self, value: str) -> str:
        return words_of(value)


def cover_of(sitting: Sitting) -> str:
    """Who is there on the two days that follow; nobody where the person chose a time that we would not book."""
    names = [user.display_name for user in (sitting.cover_next_day, sitting.cover_day_after) if user]
    return " and ".join(dict.fromkeys(names)) or "Nobody: it is a time they chose themselves"
