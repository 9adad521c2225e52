"""Small pieces, nothing hidden: short files, short functions, imports at the top, and a clock only at the edges."""

import ast

from tests.house.survey import APPS, all_python_files, forbid, functions, home, tree, where

LINES_OF_A_FILE = 200
LINES_OF_A_FUNCTION = 40
# Only these read the clock; everybody below is told the time.
EDGES = (
    "views",
    "commands",
    "middleware.py",
    "tasks.py",
    "views.py",
    "downloads.py",
    "gateways",
    "adapter.py",
    "receivers.py",
)
CLOCKS = {"now", "today", "utcnow", "localdate", "localtime"}


def test_files_are_short():
    files = all_python_files()
    long = {where(p): n for p in files if (n := len(p.read_text().splitlines())) > LINES_OF_A_FILE}

    forbid(long, "give a part of it a name and a file of its own")


def test_functions_are_short():
    long = [
        (where(path, node), lines)
        for path in all_python_files()
        for node in functions(path)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LINES_OF_A_FUNCTION
    ]

    forbid(long, "a function this long is two verbs")


def test_imports_stand_at_the_top():
    """An import inside a function hides an arrow that points up. apps.ready() has no other choice."""
    hidden = [
        where(path, node)
        for path in all_python_files()
        if path.name != "apps.py"
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    forbid(hidden, "import at the top; want up? declare, and let the floor below ask")


def test_only_edges_read_the_clock():
    inner = [path for path in all_python_files() if not any(edge in path.parts for edge in EDGES)]
    # localtime(value) and datetime.now(zone) differ: the first turns a time that it is given, the second reads one.
    turned = {
        id(node.func)
        for path in inner
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and node.args and getattr(node.func, "attr", "") in {"localtime", "localdate"}
    }
    readers = [
        where(path, node)
        for path in inner
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS and id(node) not in turned
        if isinstance(node.value, ast.Name) and node.value.id in {"timezone", "datetime", "date", "time"}
    ]

    forbid(readers, "take `at` (or a day) as an argument")


def test_no_type_error_is_waved_through_without_saying_which():
    bare = [
        f"{where(path)}:{number}"
        for app in APPS
        for path in home(app).rglob("*.py")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if "type: ignore" in line and "type: ignore[" not in line
    ]

    forbid(bare, "say which: type: ignore[code]")
