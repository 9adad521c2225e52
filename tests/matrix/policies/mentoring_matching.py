from tests.matrix.doors import CASE_STAFF, COORDINATORS, MENTORS, Door

MAKES_MATCHES = frozenset({"coordinator", "programme_manager"})
ELSEWHERE = frozenset({"other_coordinator"})
SAM = frozenset({"peer_mentor"})
REFER = COORDINATORS | {"programme_manager", "prison_staff", "probation_staff", "personal_adviser"}
LEAD = frozenset({"safeguarding_lead"})
NOT_SHARED = frozenset({"prison_staff", "probation_staff"})


def step(verb, fixture, about="kim"):
    """A step that staff take with a match of Sam's."""
    return Door(
        f"mentoring:match_steps-{verb}", opens=MAKES_MATCHES, hidden=ELSEWHERE, args={"ref": fixture}, about=about
    )


def apart(verb):
    """Why two people must be kept apart is for the safeguarding lead alone."""
    return Door(f"mentoring:match_blocks-{verb}", opens=LEAD, args={"ref": "a_block"}, about="jo")


def draft(verb):
    """What somebody has not sent yet is theirs alone."""
    others = REFER - {"prison_staff"}
    return Door(f"mentoring:referrals-{verb}", opens=frozenset({"prison_staff"}), hidden=others,
                args={"ref": "a_draft_referral"}, not_about="nobody of ours yet: it was not even sent")  # fmt: skip


def referral(verb, opens=MAKES_MATCHES):
    return Door(f"mentoring:triage-{verb}", opens=opens, hidden=ELSEWHERE, args={"ref": "a_referral"},
                not_about="somebody who has no record yet; the Look names the referral")  # fmt: skip


DOORS = [
    *(Door(f"mentoring:asking-{name}", public=True, answers=301)
      for name in ("me", "somebody", "paper", "mentor", "mentor_paper")),
    *(Door(f"mentoring:hand_overs-{verb}", opens=frozenset({"coordinator"}), args={"ref": fixture},
           hidden=frozenset({"other_coordinator", "programme_manager"}),
           not_about="somebody who has no record yet; the Look names the message")
      for verb, fixture in (("refer", "a_taken_ask"), ("interest", "a_taken_mentor"))),
    Door("mentoring:referrals-mine", opens=REFER),
    Door("mentoring:referrals-start", opens=REFER),
    draft("permission"),
    draft("send"),
    draft("discard"),
    Door("mentoring:triage-index", opens=CASE_STAFF),
    Door("mentoring:triage-waiting", opens=CASE_STAFF),
    referral("detail", MAKES_MATCHES | LEAD),
    referral("take"),
    referral("take_on"),
    referral("decline"),
    referral("close"),
    Door("mentoring:matches-find", opens=MAKES_MATCHES, hidden=ELSEWHERE, args={"ref": "jo"}, given=("match",),
         about="jo"),
    Door("mentoring:matches-suggest", opens=MAKES_MATCHES, hidden=ELSEWHERE,
         args={"ref": "jo", "mentor_ref": "a_free_mentor"}, about="jo"),
    Door("mentoring:match_steps-asked", opens=MENTORS),
    Door("mentoring:match_steps-answer", opens=SAM, hidden=frozenset({"other_mentor"}), args={"ref": "a_suggestion"},
         about="kim"),
    step("yes", "a_suggestion"),
    step("no", "a_suggestion"),
    step("approve", "a_match_to_approve", about="lee"),
    step("begin", "a_match_to_begin", about="bo"),
    step("pause", "match", about="jo"),
    step("resume", "match", about="jo"),
    Door("mentoring:match_blocks-index", opens=LEAD),
    Door("mentoring:match_blocks-add", opens=LEAD, hidden=NOT_SHARED, args={"ref": "jo"}, about="jo"),
    apart("detail"),
    apart("confirm"),
    apart("lift"),
    Door("mentoring:gate_plans-show", opens=frozenset({"peer_mentor", "coordinator", "programme_manager"}) | LEAD,
         hidden=ELSEWHERE | {"other_mentor"}, args={"ref": "jo"}, given=("match",), about="jo"),
    Door("mentoring:gate_plans-edit", opens=frozenset({"coordinator"}), hidden=ELSEWHERE, args={"ref": "jo"},
         about="jo"),
    Door("mentoring:gate_plans-finish", opens=frozenset({"coordinator"}), hidden=ELSEWHERE, args={"ref": "jo"},
         about="jo", post_only=True),
    Door("mentoring:preferences-edit", opens=frozenset({"coordinator"}), hidden=ELSEWHERE, args={"ref": "jo"},
         about="jo"),
]  # fmt: skip
