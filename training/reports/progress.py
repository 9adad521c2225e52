"""One module for its learner: what it covers, where they are in it, what is new in it, and what they wrote."""

from datetime import datetime
from typing import Any

from pages.sources import NATIONS
from training import loading
from training.models import Certificate, Confidence, ModuleVersion, Progress, Reflection
from training.rules import confidences, lessons
from training.rules.reflections import BEFOREHAND
from training.rules.versions import blocks, difference

MOST_REFLECTIONS = 50
NATION_WORDS = dict(NATIONS)


def standing_in(held: Progress, *, at: datetime) -> dict[str, Any]:
    """One module, for its learner."""
    pages = loading.pages(held)
    here = lessons.resume_at(pages, held.seen)
    said = list(held.confidences.all())
    newer = loading.newest_for(held) if held.finished_at is None else None
    return {
        "progress": held,
        "said": in_words(held.version),
        "pages": [{"page": page, "is_read": page.is_read(held.seen)} for page in pages],
        "here": here,
        "to_write": [
            {"ask": block["value"]["ask"], "page": page}
            for block in lessons.to_write(held.version.plain, held.seen)
            if (page := lessons.page_of(pages, block["id"]))
        ],
        "newer": newer,
        "certificate": Certificate.objects.filter(progress=held).order_by("-issue").select_related("progress").first(),
        "tries": list(held.attempts.order_by("number")),
        "gain": _gain(held, said),
        "asks_later": confidences.is_due(
            finished=held.finished_at, answered=any(one.moment == Confidence.Moment.LATER for one in said), at=at
        ),
        "refresher": Progress.objects.filter(refreshes=held).first(),
    }


def _gain(held: Progress, said: list[Confidence]) -> list[dict[str, Any]]:
    """How sure they said they were, each time: for themselves, and no proof of anything."""
    known = blocks(held.version.plain)
    order = {moment: place for place, moment in enumerate(Confidence.Moment.values)}
    return [
        {"moment": one.get_moment_display(), "sure": one.sure, "words": confidences.WORDS[one.sure],
         "ask": known[one.block_id]["value"]["ask"] if one.block_id in known else ""}
        for one in sorted(said, key=lambda one: (order[one.moment], one.pk))
    ]  # fmt: skip


def in_words(version: ModuleVersion) -> dict[str, Any]:
    """What a module covers and asks, before it is begun."""
    plain = version.plain
    found = list(blocks(plain).values())
    readers = {block["value"].get("read_by") or "nobody" for block in found if block["type"] == "reflection"}
    return {
        "plain": plain,
        "sources": [_source(one) for one in plain["sources"]],
        "questions": sum(lessons.is_of_the_test(block) for block in found),
        "thoughts": sum(block["type"] == "reflection" for block in found),
        "tasks": sum(block["type"] == "practical" for block in found),
        "beforehand": [BEFOREHAND[reader] for reader in ("assessor", "nobody") if reader in readers],
    }


def in_other_languages(version: ModuleVersion) -> list[ModuleVersion]:
    """The same module as it may be begun in another language."""
    same = ModuleVersion.objects.newest().filter(module_key=version.module_key, page__live=True)
    return list(same.exclude(language=version.language).defer("content").order_by("language"))


def _source(one: dict[str, Any]) -> dict[str, Any]:
    value = one["value"]
    return {"type": one["type"], "value": value | {"nation": NATION_WORDS.get(value.get("nation"), "")}}


def news(held: Progress, version: ModuleVersion) -> dict[str, Any]:
    """What is new in `version` for who read `held`'s: the pages that are left to read, and what editors say of it."""
    new = set(difference(held.version.plain, version.plain).to_read)
    notes = ModuleVersion.objects.filter(
        module_key=version.module_key, language=version.language, number__gt=held.version.number,
        number__lte=version.number,
    ).exclude(change_note="")  # fmt: skip
    return {
        "titles": list(dict.fromkeys(page.lesson["title"] for page in lessons.parts(version.plain, new))),
        "questions": sum(lessons.is_of_the_test(block) for name, block in blocks(version.plain).items() if name in new),
        "notes": list(notes.order_by("number").values_list("change_note", flat=True)),
    }


def written_by(user: Any) -> list[dict[str, Any]]:
    """Their reflections, newest first, with what was asked, and what whoever read one said of it last."""
    found = (
        Reflection.objects.of(user)
        .select_related("version")
        .prefetch_related("assessments")
        .order_by("-written_at", "-pk")
    )
    return [
        {
            "one": one,
            "ask": blocks(one.version.plain).get(one.block_id, {"value": {}})["value"].get("ask", ""),
            "answer": max(one.assessments.all(), key=lambda said: said.pk, default=None),
        }
        for one in found[:MOST_REFLECTIONS]
    ]
