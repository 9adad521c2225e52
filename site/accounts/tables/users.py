from typing import Any

from accounts.models import User
from accounts.roles import Role
from common.tables import A, HouseTable, MomentColumn, TagColumn, TextColumn


class UserTable(HouseTable):
    one, many = "login", "logins"
    none = "Nobody fits these filters."

    name = TextColumn(
        "Name", accessor="display_name", order_by="display_name", linkify=("accounts:users-detail", {"ref": A("ref")})
    )
    roles = TextColumn("Here to", accessor="held", orderable=False)
    login = TagColumn("Login", accessor="login_in_words", orderable=False, tones={"Open": "ok", "Closed": "back"})
    last_login = MomentColumn("Last signed in", order_by="last_login")

    class Meta:
        model = User
        fields = ("name", "roles", "login", "last_login")
        order_by = "name"

    def render_roles(self, value: Any) -> str:
        return ", ".join(str(Role(grant.role).label) for grant in value)
