"""What one user sees of a request, and what they may do with it now."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casefiles_support import entering
from casefiles_support.models import AccessRequest, Authority, Fact, Journey, Proof
from casefiles_support.reports.clocks import Told, told_of
from casefiles_support.rules.requests import possible, why_not_format

# No holder has seen it yet.
BEFORE = frozenset({"drafting", "agreed", "ready"})
# What may come next, in the person’s own voice, by where the request stands.
NEXT = {
    "drafting": "The letter is written with you, and you agree to every word of it.",
    "agreed": "Somebody else looks at the address.",
    "ready": "It can be printed and sent.",
    "sent": "They tell us when they had it. We ask if we hear nothing for two weeks.",
    "running": "They search, and answer.",
    "waiting_for_proof": "They wait for what they asked for. Their time starts once they have it.",
    "paused": "They wait for an answer to their question. Answer soon: they may stop if nobody does.",
    "lapsed": "You can ask again, or complain.",
    "part_answered": "They still owe you the rest.",
    "answered": "Look at it when you want to, with whoever you want beside you.",
    "none_found": "It does not mean that it did not happen. We can ask where they looked, and ask others.",
    "refused": "You can complain to them, and then to the regulator.",
    "passed_on": "The other holder has a request of its own.",
    "in_complaint": "They have thirty days to say that they have the complaint.",
    "with_ico": "The regulator looks at it. That can take months.",
    "withdrawn": "Nothing. You can ask again whenever you like.",
    "closed": "Nothing. It can be opened again.",
}


@dataclass(frozen=True)
class Page:
    """`may` are the verbs that make sense now; `history` is ready for {% timeline %}; `after`: it has left us."""

    clock: Told
    next: str
    may: frozenset[str]
    facts: list[Fact]
    history: list[dict[str, Any]]
    asked: list[tuple[str, Any]]
    authorities: list[Authority]
    proofs: list[Proof]
    wrong_format: list[str]
    keeps: bool
    after: bool
    on: date


def page_of(request: AccessRequest, *, user: Any, on: date) -> Page:
    keeps = Journey.objects.kept_by(user).filter(pk=request.journey_id).exists()
    facts = list(
        Fact.objects.filter(request=request).select_related("entered_by", "superseded_by").order_by("-on", "-pk")
    )
    inside = entering.is_inside(request.journey.person)
    form = why_not_format(form=request.format, in_custody=inside, authorised_on=request.authorised_on, on=on)
    return Page(
        clock=told_of(request, on=on),
        next=NEXT[request.status],
        may=_may(request, user, keeps),
        facts=[fact for fact in facts if not hasattr(fact, "superseded_by")],
        history=[_entry(fact) for fact in facts],
        asked=_asked(request),
        authorities=list(request.authorities.order_by("-signed_on", "-pk")),
        proofs=list(request.proofs.order_by("pk")),
        wrong_format=form,
        keeps=keeps,
        after=request.status not in BEFORE,
        on=on,
    )


def _may(request: AccessRequest, user: Any, keeps: bool) -> frozenset[str]:
    moves = set(possible(request.status)) & {"withdraw", "close", "reopen", "pass_on"}
    if keeps:
        more = {"amend"} if request.status == "drafting" else set()
        return frozenset(moves | more | ({"fact"} if request.status not in ("drafting", "agreed", "closed") else set()))
    own = request.journey.person.login_id == user.pk
    return frozenset(moves & {"withdraw"}) if own else frozenset()


def _entry(fact: Fact) -> dict[str, Any]:
    wrong = hasattr(fact, "superseded_by")
    text = fact.get_basis_display() + "."
    if fact.supersedes_id:
        text += f" This puts an earlier line right: {fact.superseding_because}."
    title = fact.get_kind_display()
    return {
        "when": fact.on,
        "title": f"Not so: {title}" if wrong else title,
        "who": fact.entered_by.display_name if fact.entered_by else "",
        "text": text,
    }


def _asked(request: AccessRequest) -> list[tuple[str, Any]]:
    wants = [
        words
        for wanted, words in (
            (request.wants_photographs, "photographs"),
            (request.wants_letters, "letters and cards"),
            (request.wants_life_story, "life-story work"),
        )
        if wanted
    ]
    years = " to ".join(str(year) for year in (request.years_from, request.years_to) if year)
    rows = [
        ("What they would like to see", request.get_scope_display()),
        ("Asked for by name", ", ".join(wants) or "Nothing"),
        ("About which years", years or "Not said"),
        ("How it should come", request.get_format_display()),
        ("Where it should go", request.get_deliver_to_display()),
    ]
    if request.authorised_on:
        rows.append(("The governor allowed it", f"{request.authorised_on:%-d %B %Y}, {request.authorised_by_post}"))
    return rows
