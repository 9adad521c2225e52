from tests.matrix.doors import CASE_STAFF, MENTORS, WHOLE_PROGRAMME, Door

SEES_SAMS_SESSIONS = frozenset({"peer_mentor", "coordinator"}) | WHOLE_PROGRAMME
ELSEWHERE = frozenset({"other_mentor", "other_coordinator"})
SEES_ROSAS_TASKS = frozenset({"coordinator"}) | WHOLE_PROGRAMME
NOT_ROSAS = frozenset({"other_coordinator"})
SAM = frozenset({"peer_mentor"})
SESSION = {"ref": "session"}

DOORS = [
    Door("mentoring:sessions-index", opens=MENTORS | CASE_STAFF),
    Door("mentoring:sessions-log", opens=MENTORS),
    Door("mentoring:sessions-log_group", opens=MENTORS, answers=302),
    Door("mentoring:sessions-log_with", opens=SAM, hidden=frozenset({"other_mentor"}), args={"ref": "match"},
         not_about="it asks, and shows nothing but the name they like to be called"),
    Door("mentoring:sessions-detail", opens=SEES_SAMS_SESSIONS, hidden=ELSEWHERE, args=SESSION, about="jo"),
    # Nobody writes in another's words: to correct is for the one who recorded it.
    Door("mentoring:sessions-correct", opens=SAM, hidden=ELSEWHERE, args=SESSION, about="jo"),
    Door("mentoring:sessions-add", opens=SEES_SAMS_SESSIONS, hidden=ELSEWHERE, args=SESSION, about="jo"),
    # A draft belongs to its writer; for anyone else with the same ref a draft of their own begins.
    Door("mentoring:drafts-save", opens=MENTORS, args={"ref": "draft"}, post_only=True,
         not_about="it takes, and answers with the time"),
    Door("mentoring:drafts-discard", opens=SAM, hidden=frozenset({"other_mentor"}), args={"ref": "draft"},
         not_about="it asks, and shows nothing that was written"),
    Door("mentoring:matches-index", opens=CASE_STAFF),
    Door("mentoring:matches-detail", opens=SEES_SAMS_SESSIONS, hidden=ELSEWHERE, args={"ref": "match"}, about="jo"),
    Door("mentoring:mentors-index", opens=CASE_STAFF),
    Door("mentoring:tasks-index", opens=CASE_STAFF),
    Door("mentoring:tasks-detail", opens=SEES_ROSAS_TASKS, hidden=NOT_ROSAS, args={"ref": "a_task"}, about="jo"),
    Door("mentoring:tasks-finish", opens=SEES_ROSAS_TASKS, hidden=NOT_ROSAS, args={"ref": "a_task"}, post_only=True,
         not_about="it answers with the list"),
]  # fmt: skip
