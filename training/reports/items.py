"""What is known of the questions of one version: from the first try of each person, so that nobody counts twice."""

from collections import defaultdict
from textwrap import shorten
from typing import Any

from django.utils.safestring import SafeString

from common import charts
from common.spreadsheets import Grid
from training.models import Answer, Attempt, Confidence, ModuleVersion
from training.rules.items import Given, Item, Sureness, item, sureness
from training.rules.versions import questions

MOMENTS = list(Confidence.Moment.choices)


def items_of(version: ModuleVersion) -> list[Item]:
    """The questions of its test, in their order. Two queries."""
    first = Attempt.objects.filter(version=version, number=1).exclude(handed_in_at=None)
    columns = ("attempt", "block_id", "given", "points", "out_of", "raised_to")
    by_attempt: dict[int, list[Any]] = defaultdict(list)
    for row in Answer.objects.filter(attempt__in=first.values("pk")).values_list(*columns):
        by_attempt[row[0]].append(row)
    given: dict[str, list[Given]] = defaultdict(list)
    for rows in by_attempt.values():
        _add(given, rows)
    asked = {name: block["value"] for name, block in questions(version.plain).items()}
    return [item(name, said, given[name]) for name, said in asked.items() if said["when"] == "test"]


def _add(given: dict[str, list[Given]], rows: list[Any]) -> None:
    got = {block: points if raised is None else raised for _, block, _, points, _, raised in rows}
    whole = {block: out_of for _, block, _, _, out_of, _ in rows}
    for _, block, said, _, out_of, _ in rows:
        rest_of = sum(whole.values()) - out_of
        rest = (sum(got.values()) - got[block]) * 100 / rest_of if rest_of else 0.0
        given[block].append(Given(said, out_of > 0 and got[block] == out_of, rest))


def sureness_of(version: ModuleVersion) -> list[Sureness]:
    """Before, right after and six weeks later: of everybody who said so at that moment."""
    said: dict[str, list[int]] = defaultdict(list)
    for moment, sure in Confidence.objects.filter(version=version).values_list("moment", "sure"):
        said[moment].append(sure)
    return [sureness(str(words), said[moment]) for moment, words in MOMENTS]


def chart_of(found: list[Item]) -> SafeString:
    rows = [
        (f"{place}. {shorten(one.ask, 70, placeholder=' …')}", one.right)
        for place, one in enumerate(found, 1)
        if one.right is not None
    ]
    return charts.bars("Right at the first try, in per cent", rows, unit="per cent") if rows else SafeString("")


def grid_of(found: list[Item]) -> Grid:
    """A line for each answer that could be chosen, and for each question that has none."""
    headers = [
        "Question",
        "Kind",
        "Answered",
        "Left empty",
        "Right (%)",
        "Discrimination",
        "Answer",
        "Is right",
        "Chosen",
    ]
    lines: list[list[Any]] = []
    for one in found:
        start = [one.ask, one.kind, one.answered, one.empty, one.right, one.discrimination]
        if one.is_hidden:
            start = [one.ask, one.kind, None, None, None, None]
        lines += [[*start, opt.says, opt.is_right, opt.chosen] for opt in one.options] or [[*start, None, None, None]]
    return Grid(headers, lines)
