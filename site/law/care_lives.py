"""What is known of somebody’s childhood, and what a leaving care law asks about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from law.care_time import DAY, CareSpell, Spell, Stretch, days_between, stretches
from law.months import add_months, reaches

# SI 2010/959 reg 40(1); in Wales CPPCR 2015 reg 47: thirteen weeks in all since the fourteenth birthday.
LONG_ENOUGH = 91
COUNTED_FROM = 14
# SI 2010/2571 reg 3: back with a parent for six months without a break, a young person is no longer “relevant”.
MONTHS_AT_HOME = 6


@dataclass(frozen=True)
class Life:
    """What is known of somebody, for asking about any day."""

    born: date
    care: Sequence[CareSpell]
    detained: Sequence[Spell]
    home: Sequence[Spell]
    guardian: bool

    def begun_by(self, day: date) -> "Life":
        """As it stands on a day: s.22(1) speaks of a child who *is* looked after, so what lies ahead does not count.

        A time that nobody can date is kept.
        """
        return replace(self, care=[one for one in self.care if one.started is None or one.started <= day])

    @property
    def whole(self) -> list[Stretch]:
        """Their time in care, none of it after childhood."""
        return stretches(self.care, until=reaches(self.born, 18))

    def counted(self, day: date) -> list[Stretch]:
        """The time that counts towards thirteen weeks."""
        return [one for one in stretches(self.care, until=day) if not one.short_break]

    def long_enough_by(self, day: date) -> bool:
        return days_between(self.counted(day), reaches(self.born, COUNTED_FROM), day) >= LONG_ENOUGH

    def in_care_on(self, day: date) -> bool:
        return any(one.first <= day <= one.last for one in self.whole) and day < reaches(self.born, 18)

    def was_eligible(self) -> bool:
        """Left care, or turned 18 in care, having been an eligible child at that moment."""
        sixteen = reaches(self.born, 16)
        return any(one.last >= sixteen and not one.short_break and self.long_enough_by(one.last) for one in self.whole)

    def in_care_at_18(self) -> bool:
        eve = reaches(self.born, 18) - DAY
        return any(one.first <= eve <= one.last and not one.short_break for one in self.whole)

    def detained_at_16(self) -> bool:
        """Reg 3(2): detained on turning 16, straight out of thirteen weeks in care since 14."""
        sixteen = reaches(self.born, 16)
        return any(locked.covers(sixteen) and self._straight_from_care(locked.started) for locked in self.detained)

    def _straight_from_care(self, day: date) -> bool:
        return any(one.first <= day <= one.last + DAY for one in self.counted(day)) and self.long_enough_by(day)

    def settled_at_home(self, day: date) -> bool:
        return any(at.covers(day) and add_months(at.started, MONTHS_AT_HOME) <= day for at in self.home)

    def in_care_after_16(self) -> bool:
        sixteen = reaches(self.born, 16)
        return any(one.last >= sixteen and one.first < reaches(self.born, 18) for one in self.whole)

    def dates_missing(self) -> bool:
        return any(spell.started is None for spell in self.care)
