"""Where papers are, the times to read them, and what follows. No mentor and no prison has a door here."""

from tests.matrix.doors import FILE_SUPPORTERS, WHOLE_PROGRAMME, Door

FINN = frozenset({"file_supporter"})
LEAD = frozenset({"safeguarding_lead"})
MANAGER = frozenset({"programme_manager"})
ELSEWHERE = FILE_SUPPORTERS - FINN


def jos(name, fixture, opens=FINN, hidden=ELSEWHERE, **more):
    """A page about Jo, beside whom Finn is."""
    return Door(f"casefiles_support:{name}", opens=opens, hidden=hidden, args={"ref": fixture}, about="jo", **more)


ON_A_PARCEL = ("ask_to_destroy", "shorten", "think_again", "destroy", "move", "lose")
ON_A_SITTING = ("detail", "tell_wing", "put_off", "begin", "finish", "slip")
DOORS = [
    # A safeguarding lead reads where papers are only where there is a wait.
    jos("parcels-of_journey", "journey", hidden=ELSEWHERE | LEAD),
    jos("parcels-detail", "parcel", hidden=ELSEWHERE | LEAD),
    jos("parcels-announce", "asked_for"),
    jos("parcels-receive", "asked_for"),
    jos("parcels-arrive", "announced"),
    jos("parcels-tell", "parcel"),
    jos("parcels-review", "parcel"),
    *[jos(f"holding_moves-{verb}", "parcel") for verb in ON_A_PARCEL],
    Door("casefiles_support:holding_moves-lost", opens=WHOLE_PROGRAMME, given=("lost_parcel",)),
    Door("casefiles_support:holding_moves-begin_breach", opens=WHOLE_PROGRAMME, args={"ref": "lost_parcel"},
         not_about="it says that papers are lost, and not whose they are"),
    jos("sittings-plan", "journey"),
    *[jos(f"sittings-{verb}", "sitting") for verb in ON_A_SITTING],
    *[jos(f"follow_ups-{verb}", "follow_up") for verb in ("record", "decline")],
    jos("debriefs-settle", "talk_owed"),
    Door("casefiles_support:safety_holds-index", opens=FILE_SUPPORTERS | WHOLE_PROGRAMME),
    jos("safety_holds-ask", "journey"),
    jos("safety_holds-detail", "asked_to_wait", opens=FINN | LEAD, hidden=ELSEWHERE | MANAGER),
    jos("safety_holds-again", "asked_to_wait"),
    jos("safety_holds-agree", "asked_to_wait", opens=LEAD, hidden=frozenset()),
    jos("safety_holds-allow_again", "wait_again", opens=MANAGER, hidden=frozenset()),
    jos("safety_holds-lift", "asked_to_wait", opens=FINN | LEAD),
    jos("safety_holds-tell", "asked_to_wait"),
]  # fmt: skip
