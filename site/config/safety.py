"""What must be set before real people come. With DEBUG off the house does not start without it."""

import base64
import hashlib

DEMO_SECRET = "the demonstration holds no real person, so its secret can be read by all"  # noqa: S105
MAKE_A_KEY = "`python -c 'import base64,os;print(base64.b64encode(os.urandom(32)).decode())'` makes one"


def demo_key(purpose: str) -> str:
    """A key that only ever protects made-up people: 32 bytes in base64, the same on every machine."""
    return base64.b64encode(hashlib.sha256(f"{DEMO_SECRET}:{purpose}".encode()).digest()).decode()


def problems(
    *,
    secret_key: str,
    field_keys: dict[str, bytes],
    blind_index_key: str,
    audit_key: str,
    allowed_hosts: list[str],
    public_base_url: str,
    database_url: str,
) -> dict[str, str]:
    """Every setting that real people need and that is not there, with what to do. Never with what it holds."""
    wrong = {}
    if len(secret_key) < 40 or secret_key == DEMO_SECRET:
        wrong["SECRET_KEY"] = "set it to at least 40 random characters"  # noqa: S105
    if not field_keys or base64.b64decode(demo_key("fields")) in field_keys.values():
        wrong["FIELD_KEYS"] = f"set it to name:key; {MAKE_A_KEY}"
    if len(blind_index_key) < 32 or blind_index_key == demo_key("index"):
        wrong["BLIND_INDEX_KEY"] = f"set it to a key of its own, which must never change; {MAKE_A_KEY}"
    if len(audit_key) < 32 or audit_key == demo_key("audit"):
        wrong["AUDIT_KEY"] = f"set it to a key of its own, kept away from the database; {MAKE_A_KEY}"
    if not allowed_hosts or "*" in allowed_hosts:
        wrong["ALLOWED_HOSTS"] = "set the names that this site answers to, with commas between them"
    if not public_base_url.startswith("https://"):
        wrong["PUBLIC_BASE_URL"] = "set the public address; it must begin with https://"
    if not database_url.startswith(("postgres://", "postgresql://")):
        wrong["DATABASE_URL"] = "set the address of a PostgreSQL database: postgres://user:password@host:5432/name"
    return wrong
