"""Drafts on their way to readers: Edith changed two guides. One waits for Lowri; she has agreed to the other, and it
waits for Marion.
"""

from datetime import datetime

from accounts.models import User
from pages.actions import editors
from pages.models import GuidePage

CAST = ("edith", "lowri", "marion")
# By the end of its address: what Edith put at its top.
DRAFTS = {
    "personal-adviser": "You can ask for one at any age up to 25, as often as you like.",
    "your-history": "One day in care counts, and so does a year.",
}
AGREED = "your-history"
WORD = "I wish somebody had told me this."


def load(*, logins: dict[str, User], at: datetime) -> None:
    for name in CAST:
        editors.regroup(user=logins[name], by=logins[name], at=at)
    for slug, words in DRAFTS.items():
        guide = GuidePage.objects.get(slug=slug, locale__language_code="en-gb")
        guide.in_short = words
        guide.save_revision(user=logins["edith"])
        guide.get_workflow().start(guide, logins["edith"])
        if slug == AGREED:
            state = guide.current_workflow_task_state
            state.task.specific.on_action(state, logins["lowri"], "approve", comment=WORD)
