"""Reads the environment, and says plainly what is missing and how to mend it."""

import os
from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ImproperlyConfigured

T = TypeVar("T")
YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def words(name: str, default: str = "") -> list[str]:
    """A list written with commas: `ALLOWED_HOSTS=a.example,b.example`."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def yes(name: str, *, default: bool) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value in YES:
        return True
    if value in NO:
        return False
    raise ImproperlyConfigured(f"{name} is “{value}”. Write yes or no.")


def number(name: str, default: int, *, least: int = 0) -> int:
    value = text(name, str(default))
    try:
        found = int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is “{value}”. Write a whole number.") from None
    if found < least:
        raise ImproperlyConfigured(f"{name} is {found}. The least it can be is {least}.")
    return found


def parsed(name: str, parse: Callable[[str], T], value: str, *, example: str) -> T:
    """Parse `value`, found under `name`, with a function whose ValueError says what is wrong, never the value."""
    try:
        return parse(value)
    except ValueError as fault:
        raise ImproperlyConfigured(f"{name} cannot be read ({fault}). It should look like: {example}") from None


def demand(problems: dict[str, str], *, when: str = "with DEBUG off") -> None:
    """Refuse to start, with every problem at once: a person mending settings should need one round, not six."""
    if problems:
        lines = "\n".join(f"  {name}: {why}" for name, why in problems.items())
        raise ImproperlyConfigured(f"Alongside will not start {when} until these are set:\n{lines}")
