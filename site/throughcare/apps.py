from django.apps import AppConfig


class ThroughcareConfig(AppConfig):
    name = "throughcare"
