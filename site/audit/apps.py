from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    name = "audit"

    def ready(self) -> None:
        # Each app says in its own sentences.py what its verbs mean; this floor knows no trade.
        autodiscover_modules("sentences")
