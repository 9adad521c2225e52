"""What the laws look at: the house's apps, files, functions and doors, read from the tree itself."""

import ast
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.urls import URLPattern, get_resolver

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
CONTRACTS = PYPROJECT["tool"]["importlinter"]["contracts"]
# From the top of the house to its ground; "a | b" are neighbours who do not know each other.
FLOORS: list[list[str]] = [floor.split(" | ") for floor in CONTRACTS[0]["layers"]]
APPS = sorted(app for floor in FLOORS for app in floor)


def home(app: str) -> Path:
    return ROOT / app if (ROOT / app).is_dir() else ROOT / "site" / app


def python_files(app: str, floor: str = "**") -> list[Path]:
    """The app's Python files, or those of one floor, be it a folder or a file; without migrations."""
    found = home(app).glob(f"{floor}/*.py") if floor != "**" else home(app).rglob("*.py")
    alone = home(app) / f"{floor}.py"
    files = [path for path in found if "migrations" not in path.parts and path.stem != "__init__"]
    return sorted(files + ([alone] if alone.exists() else []))


def all_python_files() -> list[Path]:
    return [path for app in APPS for path in python_files(app)]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def where(path: Path, node: Any = None) -> str:
    """`site/people/views/persons.py:12`, so that an editor can go there."""
    return f"{path.relative_to(ROOT)}:{node.lineno}" if node else str(path.relative_to(ROOT))


def doors() -> Iterator[tuple[str, str, Any]]:
    """Every URL as (its name with namespace or "", its pattern, its view)."""
    yield from _doors(get_resolver(), "", "")


def _doors(resolver: Any, trail: str, spaces: str) -> Iterator[tuple[str, str, Any]]:
    for entry in resolver.url_patterns:
        path = trail + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield (f"{spaces}{entry.name}" if entry.name else ""), path, entry.callback
        else:
            yield from _doors(entry, path, f"{spaces}{entry.namespace}:" if entry.namespace else spaces)


def is_ours(view: Any) -> bool:
    return view.__module__.split(".")[0] in APPS


def forbid(found: Iterable[Any], advice: str) -> None:
    """Fail with everything that was found, one a line, and what to do about it."""
    lines = [f"  {thing}" for thing in (found.items() if isinstance(found, dict) else found)]
    assert not lines, f"{advice}:\n" + "\n".join(lines)
