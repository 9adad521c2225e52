"""How sure somebody is: when it is asked, and what may be answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from training.rules.questions import SURE
from training.rules.versions import Block, questions

SIX_WEEKS = timedelta(weeks=6)
# So long after that, nobody can say any more what changed because of it.
NO_LONGER = timedelta(weeks=26)
WORDS = {1: "Not sure at all", 2: "A little sure", 3: "Fairly sure", 4: "Sure", 5: "Very sure"}
LONGEST = 2_000


def asked(content: Mapping[str, Any], moment: str) -> dict[str, Block]:
    """The questions of that moment, by block id. Six weeks later they are those that were asked right after."""
    when = "after" if moment == "later" else moment
    return {
        name: block
        for name, block in questions(content).items()
        if block["value"]["kind"] == "confidence" and block["value"].get("when") == when
    }


def is_due(*, finished: datetime | None, answered: bool, at: datetime) -> bool:
    """Whether “six weeks later” has come, and may still be asked."""
    return finished is not None and not answered and finished + SIX_WEEKS <= at < finished + NO_LONGER


def why_not_say(*, known: Sequence[str], block_id: str, sure: int) -> list[str]:
    if block_id not in known:
        return ["This module does not ask that."]
    return [] if sure in SURE else ["Choose how sure you are, from 1 to 5."]


def why_not_say_later(*, finished: datetime | None, answered: bool, at: datetime) -> list[str]:
    if answered:
        return ["You have answered this already. Thank you."]
    if not is_due(finished=finished, answered=False, at=at):
        return ["This is asked six weeks after a module is finished, and for half a year."]
    return []
