from django.apps import AppConfig


class CasefilesSupportConfig(AppConfig):
    name = "casefiles_support"
