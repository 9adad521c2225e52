from accounts.models.held_forms import HeldForm
from accounts.models.invitations import Invitation
from accounts.models.users import RoleGrant, User

__all__ = ["HeldForm", "Invitation", "RoleGrant", "User"]
