"""The one script that stands in a page itself, let in by its hash (policies.py). Each name is a setting.

It must run before anything is drawn. As a file of its own it makes each first page wait for one more connection: on
slow 4G that is half a second.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_FILE = next(path for path in (_HERE.parent.parent, _HERE) if (path / "static").exists()) / "static/js/left.js"

# Without margins and comments, which are for us.
FIRST_SCRIPT = "\n".join(
    line.strip() for line in _FILE.read_text().splitlines() if line.strip() and not line.lstrip().startswith("//")
)
FIRST_SCRIPT_SOURCE = f"'sha256-{b64encode(sha256(FIRST_SCRIPT.encode()).digest()).decode()}'"
