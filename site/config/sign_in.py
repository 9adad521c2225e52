"""How people sign in: which of allauth's ways are open, with whose forms, and how often anyone may try."""

from django.urls import reverse_lazy

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "email", "display_name")},
    },
]
PASSWORD_RESET_TIMEOUT = 3600
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "/"
# Sealed, gone from the browser when it closes, over by IDLE_MINUTES and SIGN_IN_LASTS (accounts.middleware). The row
# lives longer than the sign-in, so that a form sent the morning after still finds whose it is.
SESSION_ENGINE = "accounts.session_store"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 3 * 24 * 60 * 60
ACCOUNT_ADAPTER = "accounts.adapter.Adapter"
ACCOUNT_FORMS = {
    "login": "accounts.forms.sign_in.LoginForm",
    "reauthenticate": "accounts.forms.sign_in.ConfirmForm",
    "change_password": "accounts.forms.security.ChangePasswordForm",
    "set_password": "accounts.forms.security.SetPasswordForm",
    "reset_password": "accounts.forms.sign_in.ForgottenForm",
    "reset_password_from_key": "accounts.forms.sign_in.NewPasswordForm",
    "add_email": "accounts.forms.security.EmailForm",
}
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"  # an accepted invitation by email has proved it; people without email exist
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_CHANGE_EMAIL = ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# A whole prison is one address. How often one account may fail is in accounts.limits; "key" here is for second steps.
ACCOUNT_RATE_LIMITS = {
    "login": "200/m/ip",
    "login_failed": "200/m/ip,5/5m/key",
    "reset_password": "100/m/ip,5/h/key",
    "reset_password_from_key": "100/m/ip",
}
MFA_ADAPTER = "accounts.second_step.MFAAdapter"
MFA_FORMS = {
    "authenticate": "accounts.forms.sign_in.SecondStepForm",
    "reauthenticate": "accounts.forms.sign_in.SecondStepAgainForm",
    "authenticate_webauthn": "accounts.forms.sign_in.PasskeySecondStepForm",
    "login_webauthn": "accounts.forms.sign_in.PasskeyLoginForm",
    "reauthenticate_webauthn": "accounts.forms.sign_in.PasskeyAgainForm",
    "activate_totp": "accounts.forms.security.SetUpCodesForm",
    "add_webauthn": "accounts.forms.security.AddPasskeyForm",
    "edit_webauthn": "accounts.forms.security.NamePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody signs up here, so nobody can take an address before its owner does
MFA_TOTP_PERIOD, MFA_TOTP_TOLERANCE = 30, 1
MFA_RATE_LIMITS = {"webauthn_login": "200/m/ip"}
USERSESSIONS_TRACK_ACTIVITY = False
