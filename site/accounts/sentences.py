from audit.sentences import declare

declare(
    accounts__role__granted="gave somebody a role",
    accounts__role__ended="took a role away",
    accounts__login__signed_in="signed in",
    accounts__login__signed_out="signed out",
    accounts__login__timed_out="was signed out for doing nothing",
    accounts__login__failed="tried to sign in and could not",
    accounts__login__invited="invited somebody to sign in here",
    accounts__login__fresh_start="gave somebody a slip for a new password",
    accounts__login__closed="closed a login",
    accounts__login__reopened="opened a closed login again",
    accounts__login__password_changed="changed their password",  # noqa: S106 - a sentence
    accounts__login__email_changed="changed the email address they sign in with",
    accounts__login__opened="opened the page about somebody’s login",
    accounts__login__listed="looked at who can sign in",
    accounts__second_step__added="added a second step",
    accounts__second_step__removed="removed a second step",
    accounts__second_step__failed="gave a wrong code as the second step",
    accounts__second_step__cleared="cleared somebody’s second step",
    accounts__spare_codes__made="made new spare codes",
    accounts__invitation__sent="sent an invitation by email",
    accounts__invitation__withdrawn="took an invitation back",
    accounts__invitation__accepted="accepted an invitation",
    accounts__form__held="was signed out while writing; the form was kept",
    accounts__form__let_go="sent a kept form again, or threw it away",
    accounts__form__expired="deleted kept forms after a day",
)
