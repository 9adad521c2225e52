"""What was covered and what is missing of one request, and what may be done about each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casefiles_support.models import AccessRequest, MissingItem, Redaction
from casefiles_support.permissions.redactions import can_note_redactions
from casefiles_support.rules.letter_words import years
from casefiles_support.rules.missing_items import chase_on
from casefiles_support.rules.redactions import questions_of


@dataclass(frozen=True)
class Item:
    """`may`: the verbs that make sense now. `facts` are ready for {% facts %}."""

    ref: str
    title: str
    facts: list[tuple[str, str]]
    may: frozenset[str]
    elsewhere: bool = False


@dataclass(frozen=True)
class Page:
    covered: list[Item]
    missing: list[Item]
    questions: list[str]
    may: frozenset[str]


def page_of(request: AccessRequest, *, user: Any, on: date) -> Page:
    """`user` None of those who keep it may look, and do nothing."""
    redactions = list(request.redactions.order_by("pk"))
    missing = list(request.missing_items.order_by("pk"))
    keeps = can_note_redactions(user) and request.journey.person.login_id != user.pk
    keeps = keeps and request.journey.status != "closed"
    may: set[str] = set()
    if keeps:
        may = {"note", "let_be"}
        may |= {"ask_covered"} if any(one.asked_on is None for one in redactions) else set()
        may |= {"ask_missing"} if any(one.asked_on is None for one in missing) else set()
    return Page(
        covered=[_covered(one, keeps) for one in redactions],
        missing=[_missing(one, keeps, on) for one in missing],
        questions=questions_of(
            (one.category, one.pages, one.reason_given) for one in redactions if one.answered_on is None
        ),
        may=frozenset(may),
    )


def _covered(one: Redaction, keeps: bool) -> Item:
    pages = "1 page" if one.pages == 1 else f"{one.pages} pages"
    told = [("How much", pages), ("Did they say why?", "Yes" if one.reason_given else "No")]
    may = {"put_right"} | ({"answer"} if one.asked_on else set()) if one.answered_on is None else set()
    return Item(one.ref, one.get_category_display(), told + _asked(one), frozenset(may if keeps else ()))


def _missing(one: MissingItem, keeps: bool, on: date) -> Item:
    told = [("Which years", years(one.years_from, one.years_to, "en"))] if one.years_from or one.years_to else []
    told += _asked(one)
    if one.chased_on:
        told.append(("Asked again", _day(one.chased_on)))
    elif one.asked_on and one.answered_on is None:
        told.append(("Ask again from", _day(chase_on(asked_on=one.asked_on, chased_on=None))))
    may = {"chase", "answer"} if one.asked_on and one.answered_on is None else set()
    elsewhere = keeps and one.result in (MissingItem.Result.ELSEWHERE, MissingItem.Result.NOT_FOUND)
    return Item(one.ref, one.get_kind_display(), told, frozenset(may if keeps else ()), elsewhere)


def _asked(one: Redaction | MissingItem) -> list[tuple[str, str]]:
    told = [("Asked", _day(one.asked_on) if one.asked_on else "Not yet")]
    if one.answered_on:
        told.append(("Answer", f"{_day(one.answered_on)}: {one.get_result_display()}"))
    return told


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"
