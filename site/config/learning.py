"""Training: the keys that sign credentials, and a learning record store to tell, if there is one."""

import base64

from common import sealed
from config import env, safety

DEMO = env.yes("DEBUG", default=True)
# "name:key,name:key": the first signs, all of them verify. Keys are 32 bytes in base64. Without one, certificates stand
# and can be verified here, but no credential is given that others could verify by themselves.
CREDENTIAL_KEYS = env.parsed(
    "CREDENTIAL_KEYS",
    sealed.read_ring,
    env.text("CREDENTIAL_KEYS", f"demo:{safety.demo_key('credentials')}" if DEMO else ""),
    example="2026a:<base64 of 32 random bytes>,2025:<an older key>",
)
# A store for xAPI statements. Empty: nothing is told, and nothing kept to be told.
XAPI_ENDPOINT = env.text("XAPI_ENDPOINT").rstrip("/")
XAPI_USER = env.text("XAPI_USER")
XAPI_PASSWORD = env.text("XAPI_PASSWORD")


def problems(*, debug: bool) -> dict[str, str]:
    """What is wrong with these, by setting. Never with what they hold."""
    wrong = {}
    if not debug and base64.b64decode(safety.demo_key("credentials")) in CREDENTIAL_KEYS.values():
        wrong["CREDENTIAL_KEYS"] = f"take it away, or set it to name:key; {safety.MAKE_A_KEY}"
    if XAPI_ENDPOINT and not XAPI_ENDPOINT.startswith(("https://", "http://") if debug else "https://"):
        wrong["XAPI_ENDPOINT"] = "it must begin with https://"
    if XAPI_ENDPOINT and not (XAPI_USER and XAPI_PASSWORD):
        wrong["XAPI_PASSWORD"] = "set it, and XAPI_USER, or take XAPI_ENDPOINT away"  # noqa: S105
    return wrong


env.demand(problems(debug=DEMO), when="with these settings of training")
