"""What may be said of how useful a page is, without saying anything of one reader."""

from dataclasses import dataclass

FEWEST = 10  # answers, before a page's figures are shown


@dataclass(frozen=True, slots=True)
class Usefulness:
    """Of so many answers so many said yes; None where they are too few to show."""

    answers: int | None
    yes: int | None

    @property
    def percent(self) -> int | None:
        return round(100 * self.yes / self.answers) if self.answers and self.yes is not None else None


def usefulness(*, answers: int, yes: int) -> Usefulness:
    return Usefulness(answers, yes) if answers >= FEWEST else Usefulness(None, None)


def shown(count: int) -> str:
    """A number of reasons: small ones stay unsaid."""
    return str(count) if count >= FEWEST or count == 0 else f"fewer than {FEWEST}"
