"""How sessions are listed, and the facts that head a session's own page."""

from django.utils.dateformat import format as in_words
from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.dates import LONDON
from common.exports import Exported
from common.tables import A, HouseTable, MomentColumn, NumberColumn, TextColumn
from mentoring.models import Attendance, Session


class SessionTable(HouseTable):
    """For staff: every column that a list may show. What was said is only on the session's own page."""

    started_at = MomentColumn("When", order_by="started_at", linkify=("mentoring:sessions-detail", {"ref": A("ref")}))
    mentor = TextColumn("Mentor", accessor="mentor__person__preferred_name", order_by="mentor__person__search_name")
    people = TextColumn("With", accessor="people_in_words", orderable=False)
    setting = TextColumn("Where", order_by="setting")
    establishment = TextColumn("Prison", accessor="establishment__name", default="–", orderable=False)
    minutes = NumberColumn("Minutes", default="–", orderable=False)
    happened = TextColumn("What came of it", order_by="happened")

    # A file travels further than a page: it names no person and holds nothing that was said.
    export_columns = (
        Exported("Reference", "ref"),
        Exported("When", "started_at"),
        Exported("Planned for", "planned_at"),
        Exported("Mentor", "mentor__person__preferred_name"),
        Exported("Kind", "kind"),
        Exported("Where", "setting"),
        Exported("Prison", "establishment__name"),
        Exported("How", "medium"),
        Exported("Happened", "happened"),
        Exported("Why not", "cause"),
        Exported("Minutes", "minutes"),
        Exported("Written down", "recorded_at"),
        Exported("Written on paper", "written_on"),
        Exported("From another system", "brought_in"),
    )

    class Meta:
        model = Session
        fields = ("started_at", "mentor", "people", "setting", "establishment", "minutes", "happened")
        order_by = "-started_at"
        empty_text = "No sessions match. Try fewer filters."

    def render_happened(self, record: Session) -> SafeString:
        tone = "go" if record.happened else "wait"
        words = "Happened" if record.happened else record.get_cause_display()
        return format_html('<span class="tag tag--{}">{}</span>', tone, words)


class OwnSessionTable(SessionTable):
    """For a mentor: their own."""

    class Meta(SessionTable.Meta):
        exclude = ("mentor", "establishment")
        empty_text = "You have not logged a session yet."


def facts_of(session: Session) -> list[tuple[str, str]]:
    """What, when, where and who, as rows for {% facts %}."""
    started = session.started_at.astimezone(LONDON)
    rows = [
        ("When", in_words(started, "l j F Y, H:i")),
        ("Planned for", _planned(session)),
        ("Mentor", session.mentor.person.preferred_name),
        ("Kind", session.get_kind_display()),
        ("Where", ", ".join(filter(None, [session.get_setting_display(), _place(session)]))),
        ("How", session.get_medium_display()),
        ("Did it happen?", "Yes" if session.happened else f"No: {session.get_cause_display()}"),
    ]
    if session.happened:
        rows += [("Time together", f"{session.minutes} minutes")]
        rows += [(mark.person.preferred_name, _mark(mark)) for mark in session.attendance.all()]
    recorded = in_words(session.recorded_at.astimezone(LONDON), "j F Y, H:i")
    if session.written_on:
        rows.append(("Written on paper", f"{in_words(session.written_on, 'j F Y')}, by {session.mentor}"))
        return [*rows, ("Typed in", f"{recorded}, by {session.recorded_by.display_name}")]
    if session.brought_in:
        return [*rows, ("Brought in from another system", f"{recorded}, by {session.recorded_by.display_name}")]
    return [*rows, ("Written down", f"{recorded}, by {session.recorded_by.display_name}")]


def _mark(mark: Attendance) -> str:
    return f"{mark.get_mark_display()}: {mark.get_cause_display()}" if mark.cause else mark.get_mark_display()


def _planned(session: Session) -> str:
    if session.planned_at is None:
        return "Not planned"
    if session.planned_at == session.started_at:
        return "The same time"
    return in_words(session.planned_at.astimezone(LONDON), "l j F Y, H:i")


def _place(session: Session) -> str:
    return session.establishment.name if session.establishment else session.where
