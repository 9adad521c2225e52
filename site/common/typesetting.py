"""The process in which Typst works: a job comes in as JSON, a PDF goes out. `documents.py` starts it and stops it.

It imports nothing of the house, so that it starts in a few hundredths of a second.
"""

import json
import re
import resource
import sys
from typing import Any

import typst

SECONDS_OF_WORK = 15
MEMORY = 2 * 1024**3
NO_SHAPE = "could not be displayed with"
# What the fonts have between them: Latin with every mark, Greek, Cyrillic, and the marks of print.
NOT_PRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u024f\u0370-\u03ff\u0400-\u045f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a€]"
)


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_OF_WORK, SECONDS_OF_WORK))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    job = json.load(sys.stdin)
    try:
        made = typeset(job, job["data"])
    except typst.TypstError as fault:
        if NO_SHAPE not in str(fault):
            raise
        # PDF/UA holds no letter without a shape. A sheet with a “?” in a name is better than no sheet.
        made = typeset(job, json.dumps(_printable(json.loads(job["data"]))))
    sys.stdout.buffer.write(made)


def typeset(job: dict[str, Any], data: str) -> bytes:
    return typst.compile(
        job["template"],
        root=job["root"],
        font_paths=[job["fonts"]],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=["ua-1"],
        package_path="/nonexistent",
        package_cache_path="/nonexistent",
        timestamp=job["made_at"],
    )


def _printable(value: object) -> object:
    if isinstance(value, dict):
        return {name: _printable(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_printable(one) for one in value]
    return NOT_PRINTABLE.sub("?", value) if isinstance(value, str) else value


if __name__ == "__main__":
    main()
