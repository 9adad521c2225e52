"""Goals, reviews, what is asked for people, endings, and what may be read of earlier times."""

from tests.matrix.doors import CASE_STAFF, COORDINATORS, WHOLE_PROGRAMME, Door

THEIRS = frozenset({"peer_mentor", "coordinator"})
SEE = THEIRS | WHOLE_PROGRAMME
ELSEWHERE = frozenset({"other_mentor", "other_coordinator"})
TEAM = frozenset({"coordinator"})


def jos(name, fixture, opens=THEIRS, hidden=ELSEWHERE, **more):
    """A page about Jo, whose mentor is Sam."""
    return Door(f"mentoring:{name}", opens=opens, hidden=hidden, args={"ref": fixture}, about="jo", **more)


DOORS = [
    jos("goals-set", "match"),
    jos("goals-person", "jo", SEE, given=("match",)),
    jos("goals-print", "jo", SEE, given=("match",)),
    jos("goals-detail", "a_goal", SEE),
    jos("goals-reword", "a_goal"),
    jos("goals-settle", "a_goal"),
    jos("goals-take_up", "a_goal", post_only=True),
    jos("goals-ask", "a_goal"),
    jos("steps-add", "a_goal"),
    jos("goal_notes-add", "a_goal"),
    jos("steps-settle", "a_step", post_only=True),
    Door("mentoring:reviews-index", opens=CASE_STAFF),
    jos("reviews-detail", "a_review", SEE),
    jos("reviews-hold", "a_review"),
    jos("reviews-sheet", "a_review", SEE),
    Door("mentoring:advocacy-index", opens=SEE | ELSEWHERE),
    jos("advocacy-open", "match"),
    jos("advocacy-detail", "an_issue", SEE),
    *[jos(f"advocacy-{verb}", "an_issue") for verb in ("chase", "answer", "escalate", "close", "take_back", "ask")],
    jos("endings-begin", "match"),
    # The last word is the coordinator’s.
    jos("endings-end_early", "match", TEAM, COORDINATORS - TEAM),
    jos("endings-detail", "a_planned_ending", SEE),
    jos("endings-write", "a_planned_ending"),
    jos("endings-call_off", "a_planned_ending", post_only=True),
    jos("endings-finish", "a_planned_ending", TEAM, COORDINATORS - TEAM),
    jos("endings-letter", "a_planned_ending", SEE),
    # The match is over, so no mentor is here.
    Door("mentoring:follow_ups-index", opens=CASE_STAFF),
    jos("follow_ups-record", "a_follow_up", TEAM, COORDINATORS - TEAM),
    # No mentor opens a door for themselves.
    jos("note_releases-give", "match", TEAM, COORDINATORS - TEAM),
    jos("note_releases-take_back", "a_note_release", TEAM, COORDINATORS - TEAM),
]
