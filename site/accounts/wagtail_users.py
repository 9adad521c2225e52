"""Wagtail's list of users, without its password forms: logins are made by invitation, in accounts."""

from wagtail.users.apps import WagtailUsersAppConfig


class WagtailUsersConfig(WagtailUsersAppConfig):
    pass
