"""What happened, as xAPI statements (https://github.com/adlnet/xAPI-Spec, 1.0.3) for a learning record store.

A statement names nobody: its actor is an account whose name is a pseudonym. Which help somebody has in a test is
theirs, and is not told. A statement's id comes from what it tells, so a store that is told twice keeps one.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

Statement = dict[str, Any]
VERSION = "1.0.3"
BEGAN, PASSED, FAILED, COMPLETED, RAISED = "initialized", "passed", "failed", "completed", "scored"
VERBS = "http://adlnet.gov/expapi/verbs/"
ACTIVITIES = "http://adlnet.gov/expapi/activities/"
ENGLISH = {BEGAN: "began", PASSED: "passed", FAILED: "did not pass yet", COMPLETED: "completed",
           RAISED: "was marked again, and higher"}  # fmt: skip
# After a store did not answer: twice as long each time, and once a day in the end. Nothing is ever given up.
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True)
class Scene:
    """Where it happened: `home` is our own address, `who` a pseudonym, `journey` the ref of somebody's way through.

    `refreshes` is the ref of the way through that this one refreshes, if it is a refresher.
    """

    home: str
    who: str
    journey: str
    course_key: UUID
    course: str
    module_key: UUID
    module: str
    version: int
    language: str
    mode: str = ""
    refreshes: str = ""


def began(scene: Scene, *, at: datetime) -> Statement:
    return _statement(scene, BEGAN, of=scene.journey, at=at)


def completed(scene: Scene, *, at: datetime) -> Statement:
    return _statement(scene, COMPLETED, of=scene.journey, at=at, result={"completion": True})


def tested(scene: Scene, *, attempt: str, score: int, passed: bool, at: datetime) -> Statement:
    """`attempt` is its ref, `score` out of 100."""
    return _statement(scene, PASSED if passed else FAILED, of=attempt, at=at, result=_result(score, passed))


def raised(
    scene: Scene, *, attempt: str, regrade: str, score: int, passed: bool, passes_now: bool, at: datetime
) -> Statement:
    """A mark rose because a key was wrong: `regrade` is the ref of the marking again. What was told stays told."""
    verb = PASSED if passes_now else RAISED
    return _statement(scene, verb, of=f"{attempt}/{regrade}", at=at, result=_result(score, passed))


def _result(score: int, passed: bool) -> dict[str, Any]:
    return {"success": passed, "score": {"scaled": score / 100, "raw": score, "min": 0, "max": 100}}


def _statement(scene: Scene, verb: str, *, of: str, at: datetime, **more: Any) -> Statement:
    language = _tag(scene.language)
    context: dict[str, Any] = {
        "registration": str(_uid(scene, "journey", scene.journey)),
        "revision": str(scene.version),
        "platform": "Alongside",
        "language": language,
        "contextActivities": {"parent": [_activity(scene, "course", scene.course_key, scene.course)]},
    }
    more_of_it = {"mode": scene.mode}
    if scene.refreshes:
        more_of_it["refreshes"] = str(_uid(scene, "journey", scene.refreshes))
    if extensions := {f"{scene.home}/training/xapi/{name}": said for name, said in more_of_it.items() if said}:
        context["extensions"] = extensions
    return {
        "id": str(_uid(scene, verb, of)),
        "actor": {"objectType": "Agent", "account": {"homePage": scene.home, "name": scene.who}},
        "verb": {"id": f"{VERBS}{verb}", "display": {"en-GB": ENGLISH[verb]}},
        "object": _activity(scene, "module", scene.module_key, scene.module),
        "context": context,
        "timestamp": at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        **more,
    }


def _activity(scene: Scene, kind: str, key: UUID, title: str) -> dict[str, Any]:
    return {
        "objectType": "Activity",
        "id": f"{scene.home}/training/xapi/{kind}s/{key}",
        "definition": {"type": f"{ACTIVITIES}{kind}", "name": {_tag(scene.language): title}},
    }


def _uid(scene: Scene, what: str, of: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"{scene.home}/training/xapi/{what}/{of}")


def _tag(language: str) -> str:
    """As RFC 5646 writes it: `en-GB`."""
    first, dash, place = language.partition("-")
    return f"{first}{dash}{place.upper()}"


TAKEN, REFUSED, LATER = "taken", "refused", "later"


def outcome(status: int) -> str:
    """What a store's answer means for one statement. 409: it has one of this id, and keeps it."""
    if 200 <= status < 300 or status == 409:
        return TAKEN
    # What is wrong with the account, or with too much at once, is not wrong with the statement.
    return REFUSED if status in (400, 413, 422) else LATER


def next_try(*, tries: int, at: datetime) -> datetime:
    return at + min(FIRST_PAUSE * 2 ** min(tries, 20), LONGEST_PAUSE)
