"""Goals, steps, reviews and what may be read of earlier times."""

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
    # No mentor opens a door for themselves.
    jos("note_releases-give", "match", TEAM, COORDINATORS - TEAM),
    jos("note_releases-take_back", "a_note_release", TEAM, COORDINATORS - TEAM),
]
