"""What somebody chose and may choose, as a part of their page: templates/casefiles_support/choices/_part.html."""

from datetime import date
from typing import Any

from casefiles_support.models import Choice, Journey, Topic
from casefiles_support.rules.choices import ALWAYS, ANSWERS, in_words


def part_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """Each topic with what stands, and the answers there are; and what needs no box to tick."""
    standing = Choice.objects.standing(journey)
    topics = [
        {
            "topic": topic.value,
            "words": topic.label,
            "chosen": standing.get(topic.value),
            "value": in_words(topic.value, standing[topic.value].value) if topic.value in standing else "",
            "answers": list(ANSWERS[topic.value].values()),
        }
        for topic in Topic
    ]
    return {"journey": journey, "topics": topics, "always": ALWAYS}
