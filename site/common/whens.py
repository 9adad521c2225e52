"""Questions about days, times and lengths of time, asked and read the way people say them."""

import re
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

# fmt: off
MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]
# fmt: on
FIRST_YEAR, LAST_YEAR = 1900, 2100
BOXES = ("day", "month", "year")


class PlainDate(forms.MultiWidget):
    """Day, month and year in three boxes: no calendar to fight on a phone, and no order to guess."""

    template_name = "django/forms/widgets/plaindate.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        plain = {"inputmode": "numeric", "autocomplete": "off"}
        widths = ("w2", "w2", "w4")
        super().__init__([forms.TextInput({**plain, "class": width}) for width in widths], attrs)

    def decompress(self, value: Any) -> list[Any]:
        return [value.day, value.month, value.year] if isinstance(value, date) else [None, None, None]


class PlainField(forms.Field):
    """A question with sentences of its own for everything that can go wrong."""

    speaks_plainly = True

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class PlainDateField(PlainField):
    """A date in three boxes. Answers a `date`. What was typed is kept when it will not do.

    Months may be written as words. The code of an error is the name of the box that is wrong.
    """

    widget = PlainDate
    default_error_messages = {
        "required": "Enter the date.",
        "digits": "Write the date in numbers, such as 14 11 2026.",
        "short_year": "Write the year with four numbers, such as 2026.",
        "year": f"The year must be between {FIRST_YEAR} and {LAST_YEAR}.",
        "day": "That date does not exist. Check the day and the month.",
        "month": "The month must be between 1 and 12.",
        "no_day": "The date needs a day.",
        "no_month": "The date needs a month.",
        "no_year": "The date needs a year.",
    }

    def box_of(self, code: str | None) -> int:
        """Which box an error is about: 0 for the day, 1 for the month, 2 for the year."""
        name = (code or "").removeprefix("no_").removeprefix("short_")
        return BOXES.index(name) if name in BOXES else 0

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        typed = [str(box or "").strip() for box in value]
        if not any(typed):
            return None
        for name, box in zip(BOXES, typed, strict=True):
            if not box:
                raise self.wrong(f"no_{name}")
        return self.read(*typed)

    def read(self, day: str, month: str, year: str) -> date:
        """Only the digits 0 to 9, and no more of them than a date has."""
        month = self.month_number(month)
        if not re.fullmatch("[0-9]{1,2}", day) or not re.fullmatch("[0-9]{1,2}", month):
            raise self.wrong("digits")
        if re.fullmatch("[0-9]{1,3}", year):
            raise self.wrong("short_year")
        if not re.fullmatch("[0-9]{4}", year):
            raise self.wrong("digits")
        if not FIRST_YEAR <= int(year) <= LAST_YEAR:
            raise self.wrong("year")
        if not 1 <= int(month) <= 12:
            raise self.wrong("month")
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            raise self.wrong("day") from None

    @staticmethod
    def month_number(typed: str) -> str:
        """The number of a month: "11" for "Nov", "nov" or "November"; anything else as it is."""
        word = typed.casefold()
        return next((str(number) for number, name in enumerate(MONTHS, 1) if word in (name, name[:3])), typed)

    def wrong(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)


class PlainTimeField(PlainField):
    """A time of day in one box: 14:30, 14.30, 1430, 2.30pm, 2pm, midday. Answers a `time`.

    An hour from 1 to 7 with neither am nor pm is asked about again: a visit at 2.30 is hardly ever at night.
    """

    default_error_messages = {
        "required": "Enter the time.",
        "invalid": "Enter a time, such as 2.30pm or 14:30.",
        "half": "Say if that is am or pm, such as 2.30pm.",
    }
    SHAPE = re.compile(r"([0-9]{1,2})(?:\s*[:.h]?\s*([0-9]{2}))?\s*([ap])?\.?\s*(m)?\.?")
    NAMES = {"midday": time(12), "noon": time(12), "midnight": time(0)}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput({"class": "w4", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def to_python(self, value: Any) -> time | None:
        if value is None or isinstance(value, time):
            return value
        typed = str(value).strip().casefold()
        if not typed:
            return None
        if typed in self.NAMES:
            return self.NAMES[typed]
        found = self.SHAPE.fullmatch(typed)
        if not found or bool(found[3]) != bool(found[4]):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return self.read(found[1], int(found[2] or 0), found[3])

    def read(self, hour_typed: str, minute: int, half: str | None) -> time:
        hour = int(hour_typed)
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif not half and 1 <= hour <= 7 and len(hour_typed) == 1:
            raise ValidationError(self.error_messages["half"], code="half")
        if hour > 23 or minute > 59 or (half == "a" and hour > 11) or (half and int(hour_typed) == 0):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return time(hour, minute)


def minutes(count: int) -> str:
    return "1 minute" if count == 1 else f"{count} minutes"


class MinutesField(PlainField):
    """A length of time, in whole minutes: 45, "1 hour", "1h 30", "1:30". Answers an `int` from `least` to `most`."""

    default_error_messages = {
        "required": "Enter how long, in minutes.",
        "invalid": "Enter how long in minutes, such as 45.",
        "min_value": "This must be %(limit)s or more.",
        "max_value": "This must be %(limit)s or less. Check the number.",
    }
    SHAPE = re.compile(
        r"(?:(?P<hours>[0-9]{1,2})\s*(?:hours?|hrs?|h|:)\s*(?:and\s*)?)?(?:(?P<minutes>[0-9]{1,4})\s*(?:minutes?|mins?|m)?)?"
    )

    def __init__(self, *, least: int = 1, most: int = 24 * 60, **kwargs: Any) -> None:
        self.least, self.most = least, most
        kwargs.setdefault("widget", forms.TextInput({"class": "w4", "inputmode": "numeric", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        if value is None or isinstance(value, int):
            return value
        typed = str(value).strip().casefold()
        if not typed:
            return None
        found = self.SHAPE.fullmatch(typed)
        if not found:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return int(found["hours"] or 0) * 60 + int(found["minutes"] or 0)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None and value < self.least:
            raise self.beyond("min_value", self.least)
        if value is not None and value > self.most:
            raise self.beyond("max_value", self.most)

    def beyond(self, code: str, limit: int) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params={"limit": minutes(limit)})
