"""Where things are kept: the database, the cache that all processes share, and files."""

from typing import Any

import dj_database_url

# For SQLite too: opening a file for each request costs more than the query that follows.
CONN_MAX_AGE = 600


def postgresql(url: str) -> dict[str, Any]:
    """Raises ValueError with a sentence that holds no part of the address: a password may be in it."""
    try:
        found = dj_database_url.parse(url, conn_max_age=CONN_MAX_AGE, conn_health_checks=True)
    except Exception:
        raise ValueError("it is not the address of a database") from None
    if not str(found["ENGINE"]).endswith(".postgresql"):
        raise ValueError("only PostgreSQL has an address here; for SQLite leave it empty and set SQLITE_PATH")
    if not found["NAME"]:
        raise ValueError("it names no database after its last /")
    # A server that does not even refuse must not hold people for minutes: they get the closed sign.
    found.setdefault("OPTIONS", {}).setdefault("connect_timeout", 2)
    return dict(found)


def sqlite(path: str, *, test_path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": CONN_MAX_AGE,
        "OPTIONS": {
            # IMMEDIATE: a transaction that will write takes its turn at the start, not half way.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
        # In a file, so that `--reuse-db` pays for Wagtail's migrations once.
        "TEST": {"NAME": test_path},
    }


def cache(url: str) -> dict[str, Any]:
    """Redis by its address; else a table in the database. Never a memory of one process: sign-in limits live here."""
    if url.startswith(("redis://", "rediss://", "unix://")):
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}
    if url != "database":
        raise ValueError("it is neither an address of Redis nor the word database")
    return {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}


def bucket(name: str, *, endpoint: str, region: str, access_key: str, secret_key: str) -> dict[str, Any]:
    """Object storage that speaks S3: nothing in it is public, and a link to it lives for a minute."""
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": name,
            "endpoint_url": endpoint or None,
            "region_name": region or None,
            "access_key": access_key or None,
            "secret_key": secret_key or None,
            "default_acl": None,
            "querystring_auth": True,
            "querystring_expire": 60,
            "file_overwrite": False,
            # What is longer waits on disk while it is sent, and not in memory.
            "max_memory_size": 1024 * 1024,
        },
    }
