"""Learners and modules: who has finished what, and until when. Four queries, however many there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from training.models import Certificate, Completion, Enrolment, Learner, ModuleVersion
from training.rules import matrix as rules
from training.rules.matrix import Cell, Module, Row


@dataclass
class Matrix:
    modules: list[Module]
    rows: dict[int, Row]


def modules_of(course_key: Any = None) -> list[Module]:
    """The modules that can be learned now, of one course or of all; English, where a module is there twice."""
    newest = ModuleVersion.objects.newest().defer("content").order_by("course_key", "page__path", "title", "pk")
    if course_key is not None:
        newest = newest.filter(course_key=course_key)
    found: dict[Any, Module] = {}
    for one in sorted(newest, key=lambda one: one.language != "en-gb"):
        names = tuple(filter(None, (str(one.module_key), one.opens)))
        found.setdefault(one.module_key, Module(one.module_key, one.course_key, one.title, names))
    return list(found.values())


def matrix_of(*, learners: Sequence[Learner], on: date, course_key: Any = None) -> Matrix:
    """How each of these stands in each module on a day."""
    modules = modules_of(course_key)
    known = {one.pk: one for one in learners}
    facts = _Facts(known, modules)
    rows = {pk: Row(one, {module.key: facts.cell(pk, module, on) for module in modules}) for pk, one in known.items()}
    return Matrix(modules, rows)


class _Facts:
    """What the tables say of these learners and modules, each read once."""

    def __init__(self, learners: Iterable[int], modules: Sequence[Module]) -> None:
        who = {"learner__in": list(learners)}
        columns = ("learner", "course_key", "due_on", "progress__module_key")
        enrolled = list(Enrolment.objects.active().filter(**who).values_list(*columns))
        self.enrolled = {(learner, course): due for learner, course, due, _ in enrolled}
        self.begun = {(learner, module) for learner, _, _, module in enrolled if module}
        self.held: dict[tuple[int, Any], list[date | None]] = {}
        standing = Certificate.objects.filter(**who, withdrawn_on=None)
        for learner, module, until in standing.values_list("learner", "progress__module_key", "expires_on"):
            self.held.setdefault((learner, module), []).append(until)
        by_name = {name: module.key for module in modules for name in module.names}
        done = Completion.objects.filter(**who, module__in=list(by_name))
        for learner, name, until in done.values_list("learner", "module", "expires_on"):
            self.held.setdefault((learner, by_name[name]), []).append(until)

    def cell(self, learner: int, module: Module, on: date) -> Cell:
        ends = self.held.get((learner, module.key), [])
        until = None if None in ends else max((end for end in ends if end), default=None)
        facts = rules.Facts(
            enrolled=(learner, module.course_key) in self.enrolled, begun=(learner, module.key) in self.begun,
            holds=bool(ends), held=bool(ends), until=until, due_on=self.enrolled.get((learner, module.course_key)),
        )  # fmt: skip
        return Cell(rules.standing(facts, on=on), until)
