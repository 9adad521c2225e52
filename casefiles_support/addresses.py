"""Where a letter goes, as it stands in the window of the envelope."""

from casefiles_support.models import Holder, Letter
from casefiles_support.rules.letters import LETTERS, REGULATOR

# As many lines as the window shows.
LINES = 6
TO = {"en": "Records Officer", "cy": "Swyddog Cofnodion"}


def to_holder(holder: Holder, language: str) -> str:
    lines = [line.strip() for line in holder.address.splitlines() if line.strip()]
    first = [line for line in (TO[language], holder.name) if line not in lines]
    return fitted([*first, *lines])


def fitted(lines: list[str]) -> str:
    """No more lines than the window shows: those that are too many share the one before the last."""
    if len(lines) > LINES:
        lines = [*lines[: LINES - 2], ", ".join(lines[LINES - 2 : -1]), lines[-1]]
    return "\n".join(lines)


def is_to_holder(letter: Letter) -> bool:
    return LETTERS[letter.template].audience != REGULATOR


def why_moved(letter: Letter, holder: Holder) -> list[str]:
    """Whether the directory has had another address since the letter was written."""
    if is_to_holder(letter) and letter.address != to_holder(holder, letter.language):
        return ["The directory has another address now. Take this letter back and write it again."]
    return []
