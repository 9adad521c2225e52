"""Three stories that nobody lived, each with the yes of somebody who does not exist. They say so at their top; a real
site has none until somebody tells one.
"""

import json
from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from common.dates import local_day
from pages.actions import story_consents
from pages.models import StoryIndexPage, StoryPage
from pages.rules.story_consents import PLACES, until

# Slug, title, summary, what it talks about, topic, the name with it, where it may be shown, and its words.
STORIES: tuple[tuple[str, str, str, str, str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "the-blue-bag", "The blue bag", "Leaving, with one bag, and who stood at the gate.",
        "leaving prison, and having nobody", "out", "Wren", tuple(PLACES),
        (
            "I came out with a blue bag and forty pounds. I had told everybody that somebody would meet me. Nobody was "
            "going to.",
            "Then a man I had met four times was there, with two teas. He had been in care too. He did not say much. "
            "He said: which bus?",
            "We went to the council together. I would have gone home without asking. He asked, and waited, and asked "
            "again. I had a room by five.",
        ),
    ),
    (
        "ticking-the-box", "Ticking the box", "The question that she had never answered with a yes.",
        "prison, and being moved a lot as a child", "custody", "", ("on_site", "in_training"),
        (
            "They ask you on the first night whether you were in care. I always said no. I thought that it was one "
            "more thing to hold against me.",
            "A woman on my wing said: say yes, you are owed things. So I said it, at twenty-three, and nothing bad "
            "happened.",
            "What happened was that a worker from my council came to see me. She had my name right. I had not known "
            "that I still had a worker.",
        ),
    ),
    (
        "fourteen-letters", "Fourteen letters", "Finding a brother again, slowly.",
        "losing touch with a brother, and prison", "life", "Moss", ("on_site", "in_packs", "on_cards"),
        (
            "My brother was adopted when I was nine. I wrote him a letter every birthday and had nowhere to send it.",
            "When I was inside I told my mentor about the letters. She found out whom to ask. It took most of a year, "
            "and the answer could have been no.",
            "He has all fourteen now. He has not read them in front of me. That is fine.",
        ),
    ),
)  # fmt: skip


def load(*, logins: dict[str, User], at: datetime) -> None:
    index = StoryIndexPage.objects.get(locale__language_code="en-gb")
    for n, story in enumerate(STORIES):
        # The first is to be asked again soon.
        _tell(index, story, logins["edith"], at - timedelta(days=700 if n == 0 else 20 * n))


def _tell(index: StoryIndexPage, story: tuple[Any, ...], edith: User, then: datetime) -> None:
    slug, title, summary, talks_about, topic, name, places, words = story
    page = index.add_child(
        instance=StoryPage(
            title=title, slug=slug, summary=summary, talks_about=talks_about, topic=topic, locale=index.locale,
            live=False, is_made_up=True,
            body=json.dumps([{"type": "paragraph", "value": f"<p>{line}</p>"} for line in words]),
        )
    )  # fmt: skip
    revision = page.save_revision()
    given_on = local_day(then)
    story_consents.give(
        page=page, seen=page.words(), places=places, pictures=False, named="other" if name else "none", name=name,
        how="in_person", witness=edith, given_on=given_on, expires_on=until(given_on), reach="", code="",
        key=f"demo{slug.replace('-', '')}"[:12], by=edith, at=then,
    )  # fmt: skip
    revision.publish()
