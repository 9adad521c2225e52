"""Training: Dee has finished a module and is half way through another. Sam is well into the mentors’ course: Rosa has
looked at what he wrote and showed in two units, and a third waits for her. Kit, who has no login, has a test on paper.
"""

from datetime import datetime, timedelta

from accounts.models import User
from common.dates import local_day
from training.actions import answer_sheets, assessments, attempts, lessons, progress, shipped
from training.actions.answer_sheets import Whose
from training.models import ModuleVersion, Progress
from training.reports.learning import works_at
from training.rules import paths
from training.rules.lessons import parts
from training.rules.versions import blocks, questions

DAY = timedelta(days=1)
# The modules that each of them has finished, and how many days ago; then the one that they are in.
FINISHED = {"dee": (("staff-why", 50),), "sam": (("mentor-role", 120), ("mentor-safe", 90), ("mentor-listening", 40))}
MIDWAY = {"dee": "staff-asking", "sam": "mentor-rights"}
LOOKED_AT = 2
THOUGHT = "Before anything else I would ask whether now is a good moment, and say why I ask."


def load(*, logins: dict[str, User], at: datetime) -> None:
    shipped.place(by=None, at=at - 200 * DAY)
    for key, days in FINISHED["sam"][:LOOKED_AT]:
        held = _begin(logins["sam"], key, at - days * DAY)
        _finish(held, logins["sam"], at - days * DAY)
        _look_at(held, logins["rosa"], at - (days - 5) * DAY)
    for name, finished in FINISHED.items():
        for key, days in finished[LOOKED_AT if name == "sam" else 0 :]:
            _finish(_begin(logins[name], key, at - days * DAY), logins[name], at - days * DAY)
        _midway(_begin(logins[name], MIDWAY[name], at - 2 * DAY), logins[name], at - 2 * DAY)
    kit, version = Whose(name="Kit Lane", place="HMP Leeds"), ModuleVersion.objects.get(page__slug="staff-why")
    answer_sheets.give(whose=kit, version=version, key="dem0paper001", by=logins["rosa"], at=at - 3 * DAY)


def _begin(user: User, key: str, at: datetime) -> Progress:
    version = ModuleVersion.objects.select_related("page").get(page__slug=key)
    return progress.take_up(
        version=version, name=user.display_name, establishment=works_at(user), roles=user.roles, by=user, at=at
    )


def _read(held: Progress, user: User, at: datetime, *, all_pages: bool) -> None:
    pages = parts(held.version.plain)
    for page in pages if all_pages else pages[:1]:
        words = {one["id"]: THOUGHT for one in page.blocks if one["type"] == "reflection"}
        sure = {one["id"]: 2 if page.number == 1 else 4 for one in page.blocks if _asks_how_sure(one)}
        lessons.leave(progress=held, read=page.ids, words=words, sure=sure, by=user, at=at)


def _asks_how_sure(block: object) -> bool:
    return isinstance(block, dict) and block["type"] == "question" and block["value"]["kind"] == "confidence"


def _midway(held: Progress, user: User, at: datetime) -> None:
    _read(held, user, at, all_pages=False)


def _finish(held: Progress, user: User, at: datetime) -> None:
    _read(held, user, at, all_pages=True)
    attempt = attempts.begin(progress=held, by=user, at=at + timedelta(minutes=20))
    given = {name: _right(block["value"]) for name, block in questions(held.version.plain).items()}
    asked = {name: given[name] for name in attempt.test}
    attempts.hand_in(attempt=attempt, given=asked, by=user, at=at + timedelta(minutes=28))


def _look_at(held: Progress, by: User, at: datetime) -> None:
    """What he wrote is read, and what he practised is seen."""
    for written in held.reflections.filter(read_by="assessor"):
        assessments.mark(
            reflection=written, outcome="met", words="You asked first. That is what people remember.",
            written_at=written.written_at, key=f"demo-{written.ref}", by=by, at=at,
        )  # fmt: skip
    for asked in paths.asked(held.version.plain):
        if asked.kind == "practical":
            block = blocks(held.version.plain)[asked.block]
            assessments.sign_off(
                progress=held, block_id=asked.block, outcome="met", on=local_day(at),
                criteria=[one["id"] for one in block["value"]["criteria"]], words="Calm, clear, and kind.",
                key=f"demo-{held.ref}", by=by, at=at,
            )  # fmt: skip


def _right(question: dict[str, object]) -> object:
    options: list[dict[str, str]] = question["options"]  # type: ignore[assignment]  # plain JSON
    right = [one["id"] for one in options if one.get("right")]
    if question["kind"] == "multiple":
        return right
    if question["kind"] == "order":
        return [one["id"] for one in options]
    if question["kind"] == "match":
        return {one["id"]: one["id"] for one in options}
    return right[0] if right else None
