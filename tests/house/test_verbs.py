"""Only actions write, each in one transaction, and each is told who does it and when."""

import ast
from itertools import chain

from tests.house.survey import APPS, forbid, functions, python_files, tree, where

WRITES = {"save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
# Their functions are used inside the actions of other floors, which already know who and when.
MACHINE_ROOM = {"audit", "common", "messaging", "worker"}
EDGES = ("views", "forms", "tables", "filters", "reports", "permissions", "rules")


def test_only_actions_write():
    edges = chain.from_iterable(python_files(app, floor) for app in APPS for floor in EDGES)
    writes = [where(path, node) for path in edges for node in ast.walk(tree(path)) if is_a_write(node, path)]

    forbid(writes, "call an action")


def is_a_write(node, path):
    """`form.save()`, `Match.objects.update(…)`; not `drafts.save(…)`, an action, nor `said.update(…)`, a dictionary."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES):
        return False
    of = node.func.value
    if isinstance(of, ast.Name) and of.id in modules_of_actions(path):
        return False
    return not (node.func.attr in {"update", "save"} and isinstance(of, ast.Name) and node.args)


def modules_of_actions(path):
    imports = (node for node in tree(path).body if isinstance(node, ast.ImportFrom))
    return {alias.name for node in imports if (node.module or "").endswith(".actions") for alias in node.names}


def keywords(verb):
    return zip(verb.args.kwonlyargs, verb.args.kw_defaults, strict=True)


def verbs():
    for app in sorted(set(APPS) - MACHINE_ROOM):
        for path in python_files(app, "actions"):
            for node in tree(path).body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith(("_", "why_not_")):
                    yield where(path, node), node


def test_a_question_changes_nothing():
    """`why_not_…` stands among the actions that ask it, and is told a day instead of who and when."""
    asked = (
        (path, node)
        for app in APPS
        for path in python_files(app, "actions")
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("why_not_")
    )
    writes = [where(path, node) for path, question in asked for node in ast.walk(question) if is_a_write(node, path)]

    forbid(writes, "a question only answers")


def test_actions_are_called_like_sentences():
    wrong = [place for place, verb in verbs() if verb.args.args or verb.args.posonlyargs or verb.args.vararg]

    forbid(wrong, "every argument of an action is named by its caller: def accept(*, match, by, at)")


def test_actions_are_told_who_and_when():
    wrong = [
        place
        for place, verb in verbs()
        if not {"by", "at"} <= {arg.arg for arg in verb.args.kwonlyargs}
        or any(
            a.arg in {"by", "at"} and guess
            for a, guess in zip(verb.args.kwonlyargs, verb.args.kw_defaults, strict=True)
        )
    ]

    forbid(wrong, "an action takes `by` and `at`, and guesses neither")


def test_actions_happen_whole_or_not_at_all():
    wrong = [place for place, verb in verbs() if not any("atomic" in ast.unparse(by) for by in verb.decorator_list)]

    forbid(wrong, "decorate the action with @transaction.atomic")


def test_nothing_happens_behind_the_back():
    """No save() of our own, no signals: what an action does is written in the action."""
    hidden = [
        where(path, node)
        for app in APPS
        for path in python_files(app)
        for node in chain(functions(path), ast.walk(tree(path)))
        if (isinstance(node, ast.FunctionDef) and node.name == "save" and "models" in path.parts)
        or (isinstance(node, ast.Name) and node.id in {"receiver", "post_save", "pre_save", "m2m_changed"})
    ]

    forbid(sorted(set(hidden)), "write it in the action")
