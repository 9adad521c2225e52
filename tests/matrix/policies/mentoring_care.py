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


DECIDES = frozenset({"coordinator", "other_coordinator", "programme_manager"})
DECIDES_FOR_SAM = TEAM | {"programme_manager"}
MANAGER = frozenset({"programme_manager"})
MENTOR = {"ref": "a_mentor"}
PAYMENTS = "it shows payments, to those who pay"


def claim(name, opens, hidden=OTHER_MENTOR | ELSEWHERE, fixture="sent_claim", line_ref="", **more):
    """A page about a claim of Sam's."""
    args = {"ref": fixture} | ({"line_ref": line_ref} if line_ref else {})
    return Door(f"mentoring:{name}", opens=opens, hidden=hidden, args=args, about="the_mentors_person", **more)


def leave(name, opens, **more):
    """A page about Sam's leave. Whoever may read and not change it is refused."""
    return Door(f"mentoring:{name}", opens=opens, hidden=OTHER_MENTOR | ELSEWHERE, args={"ref": "leave"},
                about="the_mentors_person", **more)  # fmt: skip


def cover(name):
    """What becomes of somebody who covers for Sam with Jo."""
    return Door(f"mentoring:{name}", opens=SUPERVISES_SAM, hidden=ELSEWHERE, args={"ref": "cover"}, post_only=True,
                about="jo")  # fmt: skip


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
    Door("mentoring:claims-index", opens=DECIDES),
    Door("mentoring:claims-mine", opens=MENTORS),
    Door("mentoring:claims-begin", opens=MENTORS),
    # Nobody sees another's draft; what was sent is for those who answer it.
    claim("claims-detail", SAM | DECIDES_FOR_SAM),
    claim("claims-add_line", SAM, hidden=OTHER_MENTOR, fixture="draft_claim"),
    claim("claims-remove_line", SAM, hidden=OTHER_MENTOR, fixture="draft_claim", line_ref="claim_line", post_only=True),
    claim("claims-submit", SAM, hidden=OTHER_MENTOR, fixture="draft_claim", post_only=True),
    claim("claims-approve", DECIDES_FOR_SAM, hidden=ELSEWHERE, post_only=True),
    claim("claims-send_back", DECIDES_FOR_SAM, hidden=ELSEWHERE),
    claim("receipts-show", SAM | DECIDES_FOR_SAM, fixture="receipt"),
    Door("mentoring:batches-index", opens=MANAGER),
    Door("mentoring:batches-make", opens=MANAGER, post_only=True),
    Door("mentoring:batches-detail", opens=MANAGER, args={"ref": "batch"}, not_about=PAYMENTS),
    Door("mentoring:batches-file", opens=MANAGER, args={"ref": "batch"}, not_about=PAYMENTS),
    Door("mentoring:batches-pay", opens=MANAGER, args={"ref": "batch"}, post_only=True, not_about=PAYMENTS),
    Door("mentoring:leaves-index", opens=CASE_STAFF),
    Door("mentoring:leaves-tell", opens=MENTORS),
    about_sam("leaves-tell_for", SUPERVISES_SAM),
    leave("leaves-detail", SAM | SEES_SAM, given=("match",)),
    leave("leaves-end", SAM | SUPERVISES_SAM, post_only=True),
    Door("mentoring:covers-mine", opens=MENTORS),
    Door("mentoring:covers-ask", opens=SUPERVISES_SAM, hidden=ELSEWHERE, args={"ref": "leave", "match_ref": "match"},
         about="jo"),
    cover("covers-agree"),
    cover("covers-refuse"),
    cover("covers-end"),
    Door("mentoring:availabilities-edit", opens=MENTORS),
    Door("mentoring:availabilities-add_day", opens=MENTORS),
    Door("mentoring:availabilities-remove_day", opens=SAM, hidden=OTHER_MENTOR, args={"ref": "different_day"},
         post_only=True, not_about=THEIR_OWN),
    Door("mentoring:standings-mine", opens=MENTORS),
    Door("mentoring:standings-rest", opens=MENTORS),
    Door("mentoring:standings-take_on_fewer", opens=MENTORS),
    Door("mentoring:standings-come_back", opens=MENTORS, post_only=True),
    about_sam("standings-rest_for", SUPERVISES_SAM),
    about_sam("standings-come_back_for", SUPERVISES_SAM, post_only=True),
    Door("mentoring:standings-suspend", opens=WHOLE_PROGRAMME, args=MENTOR, about="the_mentors_person"),
    Door("mentoring:standings-lift", opens=WHOLE_PROGRAMME, args=MENTOR, about="the_mentors_person"),
    Door("mentoring:progressions-tell", opens=MENTORS),
    about_sam("progressions-add", SUPERVISES_SAM),
    Door("mentoring:experiences-mine", opens=MENTORS),
    Door("mentoring:experiences-print", opens=MENTORS),
    Door("mentoring:experiences-pdf", opens=MENTORS),
    Door("mentoring:experiences-edit", opens=MENTORS),
]  # fmt: skip
