from django.urls import path

from accounts.views import held_forms, invitations, security, sign_in, users

app_name = "accounts"
urlpatterns = [
    path("", security.account, name="security-account"),
    path("second-step/", security.second_step, name="security-second-step"),
    path("stay/", sign_in.stay, name="sign-in-stay"),
    path("kept/", held_forms.listing, name="held-forms-listing"),
    path("kept/<slug:ref>/let-go/", held_forms.let_go, name="held-forms-let-go"),
    path("start/", invitations.start, name="invitations-start"),
    path("start/form/", invitations.accept, name="invitations-accept"),
    path("start/<slug:code>/", invitations.follow, name="invitations-follow"),
    path("invitations/", invitations.listing, name="invitations-listing"),
    path("invitations/new/", invitations.invite, name="invitations-invite"),
    path("invitations/<slug:ref>/again/", invitations.send_again, name="invitations-send-again"),
    path("invitations/<slug:ref>/withdraw/", invitations.withdraw, name="invitations-withdraw"),
    path("logins/", users.listing, name="users-listing"),
    path("logins/<slug:ref>/", users.detail, name="users-detail"),
    path("logins/<slug:ref>/roles/", users.roles, name="users-roles"),
    path("logins/<slug:ref>/close/", users.close, name="users-close"),
    path("logins/<slug:ref>/reopen/", users.reopen, name="users-reopen"),
    path("logins/<slug:ref>/clear-second-step/", users.clear_second_step, name="users-clear-second-step"),
    path("logins/<slug:ref>/fresh-start/", users.fresh_start, name="users-fresh-start"),
]
