from tests.matrix.doors import CASE_STAFF, MENTORS, WHOLE_PROGRAMME, Door

TEAM = frozenset({"coordinator"})
SAM = frozenset({"peer_mentor"})
SEES_SAM = TEAM | WHOLE_PROGRAMME
SUPERVISES_SAM = TEAM | {"programme_manager"}
ELSEWHERE = frozenset({"other_coordinator"})
OTHER_MENTOR = frozenset({"other_mentor"})
THEIR_OWN = "it shows mentors only what is their own"


def about_sam(name, opens=SEES_SAM, fixture="a_mentor", **more):
    """A page about Sam as a mentor."""
    return Door(f"mentoring:{name}", opens=opens, hidden=ELSEWHERE, args={"ref": fixture}, about="the_mentors_person",
                **more)  # fmt: skip


DOORS = [
    Door("mentoring:supervisions-index", opens=CASE_STAFF),
    Door("mentoring:supervisions-mine", opens=MENTORS),
    about_sam("supervisions-with_mentor"),
    about_sam("supervisions-plan", SUPERVISES_SAM),
    about_sam("supervisions-record", SUPERVISES_SAM),
    about_sam("supervisions-weeks", SUPERVISES_SAM),
    about_sam("supervisions-detail", fixture="held_supervision"),
    about_sam("supervisions-hold", SUPERVISES_SAM, fixture="planned_supervision"),
    about_sam("supervisions-call_off", SUPERVISES_SAM, fixture="planned_supervision"),
    Door("mentoring:supervisions-answer", opens=SAM, hidden=OTHER_MENTOR, args={"ref": "held_supervision"},
         not_about=THEIR_OWN),
    Door("mentoring:debriefs-index", opens=CASE_STAFF),
    Door("mentoring:debriefs-ask", opens=SAM, hidden=OTHER_MENTOR, args={"ref": "session"},
         not_about="it asks, and shows nothing of the session"),
    about_sam("debriefs-detail", fixture="debrief"),
    about_sam("debriefs-offer", fixture="debrief", post_only=True),
    about_sam("debriefs-hold", fixture="debrief", post_only=True),
    about_sam("debriefs-decline", fixture="debrief", post_only=True),
]  # fmt: skip
