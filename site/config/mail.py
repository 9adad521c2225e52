"""Email, by SMTP; the demonstration writes it to the screen. Each name is a setting."""

from config import env

DEBUG = env.yes("DEBUG", default=True)
EMAIL_BACKEND = env.text(
    "EMAIL_BACKEND",
    "django.core.mail.backends.console.EmailBackend" if DEBUG else "django.core.mail.backends.smtp.EmailBackend",
)
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.yes("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 20  # less than a message's lease
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Alongside <alongside@localhost>")
