from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "pages"

    def ready(self) -> None:
        from pages import caching, receivers
        from places import changes

        receivers.connect()
        changes.hear("pages.purge", caching.purge)
