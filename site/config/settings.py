"""One settings file, read from the environment. The defaults run the demonstration and nothing else."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import fontpkg_atkinson_hyperlegible

from common import logs, sealed
from config import env, safety, stores, texting
from config.contact import *  # noqa: F403  its names are settings, as are those of the others like it
from config.editing import *  # noqa: F403
from config.languages import *  # noqa: F403
from config.languages import TIME_ZONE as TIME_ZONE
from config.learning import *  # noqa: F403
from config.mail import *  # noqa: F403
from config.parts import INSTALLED_APPS
from config.parts import MIDDLEWARE as MIDDLEWARE
from config.policies import *  # noqa: F403
from config.sign_in import *  # noqa: F403
from config.texting import *  # noqa: F403
from config.texting import TEXTS, TWILIO_ACCOUNT_SID

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
ROOT = CHECKOUT if (CHECKOUT / "manage.py").exists() else HERE

# ---------------------------------------------------------------- Which house is this?

DEBUG = env.yes("DEBUG", default=True)
PUBLIC_BASE_URL = WAGTAILADMIN_BASE_URL = env.text("PUBLIC_BASE_URL", "http://localhost:8000").rstrip("/")
HTTPS = PUBLIC_BASE_URL.startswith("https://")

# ---------------------------------------------------------------- Secrets

SECRET_KEY = env.text("SECRET_KEY", safety.DEMO_SECRET if DEBUG else "")
# "name:key,name:key": the first seals, all of them open. Keys are 32 bytes in base64.
FIELD_KEYS = env.parsed(
    "FIELD_KEYS",
    sealed.read_ring,
    env.text("FIELD_KEYS", f"demo:{safety.demo_key('fields')}" if DEBUG else ""),
    example="2026a:<base64 of 32 random bytes>,2025:<an older key>",
)
BLIND_INDEX_KEY = env.text("BLIND_INDEX_KEY", safety.demo_key("index") if DEBUG else "")
AUDIT_KEY = env.text("AUDIT_KEY", safety.demo_key("audit") if DEBUG else "")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "*" if DEBUG else "")
CSRF_TRUSTED_ORIGINS = [PUBLIC_BASE_URL]

# ---------------------------------------------------------------- Database and cache

DATABASE_URL = env.text("DATABASE_URL")
if not DEBUG:
    env.demand(
        safety.problems(
            secret_key=SECRET_KEY,
            field_keys=FIELD_KEYS,
            blind_index_key=BLIND_INDEX_KEY,
            audit_key=AUDIT_KEY,
            allowed_hosts=ALLOWED_HOSTS,
            public_base_url=PUBLIC_BASE_URL,
            database_url=DATABASE_URL,
        )
    )
SQLITE_PATH = env.text("SQLITE_PATH", str(ROOT / "alongside.sqlite3"))
TEST_SQLITE_PATH = env.text("TEST_SQLITE_PATH", str(ROOT / ".test-alongside.sqlite3"))
if DATABASE_URL:
    address = "postgres://user:password@host:5432/alongside"
    DATABASES = {"default": env.parsed("DATABASE_URL", stores.postgresql, DATABASE_URL, example=address)}
    DATABASES["default"]["TEST"] = {"NAME": env.text("TEST_DATABASE_NAME") or None}
else:
    DATABASES = {"default": stores.sqlite(SQLITE_PATH, test_path=TEST_SQLITE_PATH)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": env.parsed(
        "CACHE_URL", stores.cache, env.text("CACHE_URL", "database"), example="redis://host:6379/0, or database"
    ),
    # Public pages that anyone may read, for a minute, in the memory of each process (pages.caching).
    "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"},
}

# ---------------------------------------------------------------- Apps

INSTALLED_APPS += ["django_linear_migrations"] if env.yes("DEV_TOOLS", default=False) else []

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "common.templatetags.components",
                "common.templatetags.languages",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "desk.context.navigation",
                "pages.context.footer",
            ],
        },
    }
]
FORM_RENDERER = "common.forms.Renderer"

# ---------------------------------------------------------------- Files

STATIC_URL = "/static/"
STATIC_ROOT = env.text("STATIC_ROOT", str(ROOT / "collected"))
STATICFILES_DIRS = [
    ROOT / "static",
    ("fonts/atkinson", Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"),
]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(ROOT / "media")))
MEDIA_BUCKET = env.text("MEDIA_BUCKET")
STORAGES = {
    "default": stores.bucket(
        MEDIA_BUCKET,
        endpoint=env.text("MEDIA_ENDPOINT_URL"),
        region=env.text("MEDIA_REGION"),
        access_key=env.text("MEDIA_ACCESS_KEY"),
        secret_key=env.text("MEDIA_SECRET_KEY"),
    )
    if MEDIA_BUCKET
    else {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "common.styles.OneSheet"},
}
if DEBUG:
    # Straight from the source folders: no collectstatic before the demonstration or the tests.
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    WHITENOISE_USE_FINDERS = True
    WHITENOISE_AUTOREFRESH = True

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail's editor needs them
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# ---------------------------------------------------------------- The programme

NOT_SEEN_DAYS = env.number("NOT_SEEN_DAYS", 28, least=1)  # without a meeting: then a pair stands on the desk
# Pounds for a mile in a mentor’s own car: HMRC’s approved amount.
MENTOR_MILEAGE_RATE = Decimal(env.text("MENTOR_MILEAGE_RATE", "0.45"))

# ---------------------------------------------------------------- Security

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-alongside" if HTTPS else "alongside"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrftoken"
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/"]  # asked from inside, without TLS, by whoever keeps us running
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # a preload list binds a whole domain: its owner’s to promise
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"  # Wagtail opens its own previews to its own frame
if env.yes("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXIES", 1, least=1)
CSRF_FAILURE_VIEW = "accounts.views.held_forms.csrf_failure"

# ---------------------------------------------------------------- Sign-in

IDLE_MINUTES_STAFF = env.number("IDLE_MINUTES_STAFF", 15, least=1)
IDLE_MINUTES = env.number("IDLE_MINUTES", 60, least=1)
SIGN_IN_LASTS = 12 * 60 * 60
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG and not HTTPS

# ---------------------------------------------------------------- Background work

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "urgent", "slow"]}}
LOGGING = logs.config(short=DEBUG)
# What `worker.pace.Pace` says by default may be changed here: {"beat": 4, "dead_after": 30, …}, in seconds.
WORKER: dict[str, float] = {}
# Also tries, lease, backoff and keep_days, if `messaging.patience.Patience` is not to your liking.
env.demand(texting.problems(debug=DEBUG), when="with an account for texts")
MESSAGING: dict[str, Any] = {
    "texts": TEXTS if DEBUG or TWILIO_ACCOUNT_SID else {**TEXTS, "gateway": ""},
    "gateways": {
        "email": "messaging.gateways.email.EmailGateway",
        "console": "messaging.gateways.console.ConsoleGateway",
    },
}

# ---------------------------------------------------------------- Tables

DJANGO_TABLES2_TEMPLATE = "components/table.html"
