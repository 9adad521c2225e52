"""References: the only name a record has outside the database. They say nothing and cannot be counted up."""

import re
import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: no i, l, o or u to misread from paper
LENGTH = 12  # 60 bits
SHAPE = re.compile(r"[0-9a-z]{1,12}")


def new_ref() -> str:
    """Twelve characters, such as `7h2kq09vxt4m`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def is_ref(written: str) -> bool:
    return bool(SHAPE.fullmatch(written))


def ref_from(written: str | None) -> str:
    """A ref that a form or an address brought, or a new one where it brought none or something else."""
    return written if written and is_ref(written) else new_ref()
