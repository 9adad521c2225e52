"""Letters of file support: whoever is beside the person, and for the address a second person who sees nothing else."""

from tests.matrix.doors import FILE_SUPPORTERS, SIGNED_IN, Door

BESIDE = frozenset({"file_supporter"})
ELSEWHERE = frozenset({"other_file_supporter"})
# Whoever signs in may have letters of their own, and these are somebody else's.
NOT_THEIRS = SIGNED_IN - BESIDE


def about_lou(name, fixture, hidden=ELSEWHERE, **more):
    args = {"ref": fixture, **more.pop("also", {})}
    return Door(f"casefiles_support:{name}", opens=BESIDE, hidden=hidden, args=args, about="lou", **more)


DOORS = [
    about_lou("letters-of-request", "sent_request", NOT_THEIRS),
    about_lou("letters-write", "sent_request", also={"code": "=receipt"}),
    about_lou("letters-detail", "a_sent_letter", NOT_THEIRS),
    about_lou("letters-agree", "a_letter"),
    Door("casefiles_support:letters-checks", opens=FILE_SUPPORTERS),
    about_lou("letters-check", "a_letter_to_check"),
    about_lou("letters-void", "a_checked_letter"),
    about_lou("posting-print", "a_checked_letter"),
    about_lou("posting-copy", "a_letter", NOT_THEIRS),
    about_lou("posting-send", "a_checked_letter"),
    about_lou("posting-post", "a_sent_letter"),
    about_lou("posting-receive", "a_sent_letter"),
    about_lou("replies-add", "sent_request"),
    about_lou("replies-explain", "an_answer"),
]
