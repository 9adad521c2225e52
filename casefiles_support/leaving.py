"""Whether a letter may leave: what they agreed to, word for word, to an address that a second person checked."""

from datetime import date

from casefiles_support.addresses import is_to_holder, why_moved
from casefiles_support.filling import plain_of, speaker_of, values_of
from casefiles_support.models import AccessRequest, Letter
from casefiles_support.rules import letters as rules
from casefiles_support.rules.letter_texts import blocks_of, fingerprint
from casefiles_support.rules.preflight import why_not_ready

# About the permission itself: these name a supporter because it begins, ends or goes with something.
OF_PERMISSION = frozenset({"authority", "authority_ended", "thanks"})


def why_not_checked(letter: Letter, request: AccessRequest, *, checker: int, on: date) -> list[str]:
    """What keeps a second person from saying that the address is right."""
    verified_on = request.holder.verified_on if is_to_holder(letter) else on
    reasons = rules.why_not_check(
        drafted_by=letter.written_by_id, checked_by=checker, verified_on=verified_on, today=on
    )
    if letter.template == rules.REQUEST:
        reasons += why_not_request(letter, request, on=on)
    return [*reasons, *why_moved(letter, request.holder)]


def why_not_leave(letter: Letter, request: AccessRequest, *, on: date) -> list[str]:
    """What keeps it from being printed or sent, asked again each time: a permission may have been taken back since."""
    reasons = [] if is_as_agreed(letter) else ["These are not the words that they agreed to. Take the letter back."]
    if letter.checked_by_id is None or letter.checked_by_id == letter.written_by_id:
        reasons.append("A second person has to check the address first.")
    if is_to_holder(letter) and not request.holder.is_verified(on):
        reasons.append("The address was not verified within the last 12 months. Verify it in the directory first.")
    if letter.template == rules.REQUEST:
        reasons += why_not_request(letter, request, on=on)
        if request.status != AccessRequest.Status.READY:
            reasons.append("The request is not ready.")
    elif letter.template not in OF_PERMISSION and names_a_speaker(letter, request) and not has_permission(request, on):
        reasons.append("It names somebody who may no longer talk to them for this person. Take it back.")
    return [*reasons, *why_moved(letter, request.holder)]


def is_as_agreed(letter: Letter) -> bool:
    now = fingerprint(address=letter.address, text=letter.text)
    return now == letter.sha256 == letter.agreed_sha256


def why_not_request(letter: Letter, request: AccessRequest, *, on: date) -> list[str]:
    """The list that is gone through before a letter leaves, on the letter as it stands."""
    sender = [one.words for one in blocks_of(letter.text) if one.kind == "sender"]
    known = values_of(request, language=letter.language, on=on, typed={})
    return why_not_ready(plain_of(request, values=known, sender=sender, on=on), on=on)


def has_permission(request: AccessRequest, on: date) -> bool:
    return bool(request.authorities.valid(on).exists())


def names_a_speaker(letter: Letter, request: AccessRequest) -> bool:
    name = speaker_of(request)
    return bool(name) and name in letter.text
