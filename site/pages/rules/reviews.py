"""Nobody approves their own work: what is written for people is read by somebody with care experience, and then by
whoever publishes. Three different people at least: who wrote it, who knows it from the inside, who answers for it.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import Any

LIVED = "lived"
PUBLISH = "publish"
# The steps, in the order in which they come, as reasons name them.
STEPS = {LIVED: "somebody with care experience", PUBLISH: "whoever publishes"}

WROTE = "You wrote part of this since it was last published. Somebody else says whether it is right."
SAID = "You have said yes to this already, at another step. Somebody else takes this one."

# For each step, who said yes to exactly what stands there now.
Approvals = Mapping[str, Collection[int]]


def why_not_approve(*, step: str, user: int, authors: Collection[int], approvals: Approvals) -> list[str]:
    """Reasons why this user may not say yes at this step; empty when they may."""
    reasons = [WROTE] if user in authors else []
    if any(user in said for other, said in approvals.items() if other != step):
        reasons.append(SAID)
    return reasons


def why_not_publish(*, authors: Collection[int], approvals: Approvals) -> list[str]:
    """Reasons why it does not go to readers. What no person has touched came with Alongside, and goes out as it is."""
    if not authors:
        return []
    counted = {step: set(approvals.get(step, ())) - set(authors) for step in STEPS}
    reasons = [f"It has not been approved by {words}, other than its authors." for step, words in STEPS.items()
               if not counted[step]]  # fmt: skip
    if not reasons and len(set().union(*counted.values())) < len(STEPS):
        reasons.append("One person said yes at both steps. It needs two.")
    return reasons


def fingerprint(content: Mapping[str, Any]) -> str:
    """Equal contents have equal ones; whoever changes a word changes it."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()
