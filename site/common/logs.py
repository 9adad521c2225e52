"""Logs that can be kept, shipped and read by anybody, because nothing in them is about anybody.

What may stand in a line: the time, the level, the logger, the request's number, values under the names in SAYABLE when
they look like names of things (refs, routes, classes), and the message *if it is written in the code*. Arguments are
never filled in; a message that the code put together at run time is withheld. Of an exception its class and the lines
of code it came through are kept; what it says (which may quote a form, or PostgreSQL's "Key (email)=(…) already
exists") is not, nor are local values.
"""

import ast
import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from common.requests import request_id

SAYABLE = (
    "method", "route", "status", "ms", "user_ref", "message_ref", "task", "task_id", "worker", "attempt", "seconds",
    "count", "sqlstate", "constraint",
)  # fmt: skip
# Names of things: classes, routes, refs, methods. A value in any other shape is withheld.
NAME = re.compile(r"[\w.:/<>^$?*|=,(){}\\+\[\]-]{0,200}", re.ASCII)
# A template that somebody put together after all: mask what looks like a person's.
PERSONAL = re.compile(r"[\w.+-]+@[\w.-]+|\+?\d[\d ()-]{4,}\d|['\"“‘].*?['\"”’]")
UNPRINTABLE = re.compile(r"[^ -~]")
WITHHELD = "(withheld)"
OUR_NAME = re.compile(r"[\w.-]{1,100}", re.ASCII)


def message_of(record: logging.LogRecord) -> str:
    """The message as the code has it, without its arguments; never anything made up at run time."""
    template = record.msg if isinstance(record.msg, str) else ""
    if template in literals(record.pathname):
        return template
    if record.args and "%" in template:  # a template, passed on by a helper such as django.utils.log.log_response
        return PERSONAL.sub(WITHHELD, template)
    return f"{WITHHELD} at {Path(record.pathname).name}:{record.lineno}"


@lru_cache(maxsize=256)
def literals(path: str) -> frozenset[str]:
    """Every string that is written out in a Python file."""
    try:
        tree = ast.parse(Path(path).read_bytes())
    except (OSError, SyntaxError, ValueError):
        return frozenset()
    return frozenset(n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))


def facts_of(record: logging.LogRecord) -> Iterator[tuple[str, Any]]:
    """What the code said beside the message with `extra=`."""
    for name in SAYABLE:
        value = record.__dict__.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, int | float):
            yield name, round(value, 1) if isinstance(value, float) else value
        else:
            yield name, value if isinstance(value, str) and NAME.fullmatch(value) else WITHHELD


def causes(fault: BaseException) -> Iterator[BaseException]:
    """The exception, and those it came from; a chain can be a ring, so each only once."""
    seen: set[int] = set()
    at: BaseException | None = fault
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        yield at
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)


def class_of(fault: BaseException) -> str:
    return f"{type(fault).__module__}.{type(fault).__qualname__}".removeprefix("builtins.")


def frames_of(fault: BaseException) -> list[str]:
    """`people/views/persons.py:12 edit`, outermost first."""
    frames = []
    step = fault.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        where = "/".join(Path(code.co_filename).parts[-3:])
        frames.append(f"{where}:{step.tb_lineno} {code.co_name}")
        step = step.tb_next
    return frames


def database_says(fault: BaseException) -> dict[str, str]:
    """PostgreSQL's code and the name of the constraint: they name our own things, unlike its DETAIL."""
    found: dict[str, str] = {}
    for cause in causes(fault):
        said = getattr(cause, "diag", None)
        for name, value in (
            ("sqlstate", getattr(cause, "sqlstate", None)),
            ("constraint", getattr(said, "constraint_name", None)),
        ):
            if isinstance(value, str) and OUR_NAME.fullmatch(value):
                found.setdefault(name, value)
    return found


def traced(fault: BaseException) -> str:
    """An exception in lines, as it may be kept: classes and places, no words and no values."""
    lines = []
    for cause in causes(fault):
        lines.append(class_of(cause))
        lines.extend(f"  {frame}" for frame in frames_of(cause))
    lines.extend(f"{name}: {value}" for name, value in database_says(fault).items())
    return "\n".join(lines)


def _said(record: logging.LogRecord) -> dict[str, Any]:
    said = {"message": message_of(record), **dict(facts_of(record))}
    fault = record.exc_info[1] if record.exc_info and record.exc_info[1] else None
    if fault is not None:
        said |= {"fault": [class_of(cause) for cause in causes(fault)], "frames": frames_of(fault)}
        said |= database_says(fault)
    return said


class JsonLines(logging.Formatter):
    """One JSON object a line, in ASCII: no line break and no mark that turns text can come through."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": request_id.get(),
            **_said(record),
        }
        return json.dumps(line, ensure_ascii=True)


class ShortLines(logging.Formatter):
    """The same facts for somebody who watches the demonstration."""

    def format(self, record: logging.LogRecord) -> str:
        said = _said(record)
        time = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        rest = {name: value for name, value in said.items() if name not in ("message", "fault", "frames")}
        words = [
            time,
            record.levelname.lower(),
            f"{record.name}:",
            said["message"],
            *(f"{name}={value}" for name, value in rest.items()),
        ]
        lines = [" ".join(words), *said.get("fault", []), *(f"  {frame}" for frame in said.get("frames", []))]
        return "\n".join(UNPRINTABLE.sub(_escaped, line) for line in lines)


def _escaped(found: re.Match[str]) -> str:
    return found.group().encode("unicode_escape").decode()


def config(*, short: bool) -> dict[str, Any]:
    """Django's LOGGING: everything goes to standard error through one of the two formatters, and nothing by email."""
    through = {"handlers": [], "propagate": True}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"house": {"()": ShortLines if short else JsonLines}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "house"}},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        "loggers": {
            "django": {**through, "level": "INFO"},
            "django.server": through,
            # Its warnings repeat what our own line for each request says; its errors bring the exception.
            "django.request": {**through, "level": "ERROR"},
            # At DEBUG these write queries with their values, or addresses and texts.
            **{name: {"level": "INFO"} for name in ("django.db.backends", "django.template", "faker", "PIL")},
            **{name: {"level": "WARNING"} for name in ("botocore", "boto3", "urllib3", "twilio", "fontTools")},
            # The worker says the same in its own lines.
            **{name: {"level": "CRITICAL"} for name in ("django_tasks", "django_tasks_db")},
        },
    }
