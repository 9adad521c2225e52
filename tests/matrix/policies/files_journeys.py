"""People’s own ways to their records: who is asked, who keeps them, and who does not know that they exist."""

from tests.matrix.doors import FILE_SUPPORTERS, SIGNED_IN, Door

FINN = frozenset({"file_supporter"})
ELSEWHERE = FILE_SUPPORTERS - FINN


def kept(name, fixture="journey", about="jo", **more):
    """What staff do: coordinators, managers and leads have no door here."""
    args = {"ref": fixture} | more.pop("args", {})
    return Door(f"casefiles_support:{name}", opens=FINN, hidden=ELSEWHERE, args=args, about=about, **more)


def decided(name, fixture="journey", **more):
    """What the person decides, or says to whoever keeps it. For all others there is no such page."""
    args = {"ref": fixture} | more.pop("args", {})
    return Door(f"casefiles_support:{name}", opens=FINN, hidden=SIGNED_IN - FINN, args=args, about="jo", **more)


DOORS = [
    Door(
        "casefiles_support:hand_overs-begin",
        opens=frozenset({"coordinator"}),
        args={"ref": "a_taken_files"},
        hidden=frozenset({"other_coordinator"}),
        not_about="somebody who may have no record yet; the Look names the message",
    ),
    Door(
        "casefiles_support:offers-make",
        opens=frozenset({"peer_mentor", "coordinator", "file_supporter"}),
        hidden=frozenset({"other_mentor", "other_coordinator", "other_file_supporter"}),
        args={"ref": "jo"},
        given=("match", "journey"),
        about="jo",
    ),
    kept("steps-take"),
    kept("steps-close"),
    kept("steps-reopen", post_only=True),
    decided("pauses-pause"),
    decided("pauses-not_now"),
    decided("pauses-resume", post_only=True),
    decided("checkpoints-index"),
    kept("checkpoints-record", args={"code": "=C1"}),
    decided("checkpoints-go_ahead", args={"code": "=C8"}),
    kept("checkpoints-correct", "a_checkpoint"),
    decided("choices-index"),
    decided("choices-print"),
    decided("choices-choose", args={"topic": "=who_opens"}),
    decided("choices-take_back", args={"topic": "=who_opens"}, post_only=True),
    decided("supporters-index"),
    kept("supporters-name", args={"role": "=peer_mentor"}),
    kept("supporters-agree", "practitioner"),
    decided("supporters-end", "practitioner"),
    Door("casefiles_support:supporters-backing", opens=FILE_SUPPORTERS),
    kept("supporters-step_in", "stand_in", about="lou"),
    Door("casefiles_support:duties-index", opens=FILE_SUPPORTERS | {"safeguarding_lead"}),
    Door(
        "casefiles_support:duties-finish",
        opens=FINN,
        hidden=ELSEWHERE | {"safeguarding_lead"},
        args={"ref": "a_duty"},
        post_only=True,
        about="jo",
    ),
]
