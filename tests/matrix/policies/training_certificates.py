from tests.matrix.doors import COORDINATORS, SIGNED_IN, Door

# Those who look after what people learn.
KEEPERS = COORDINATORS | {"programme_manager"}
DEE = frozenset({"prison_staff"})
SEES_DEES = KEEPERS | DEE
ONE = {"ref": "a_certificate"}

DOORS = [
    Door("training:credentials-issuer", public=True),
    Door("training:certificates-check", public=True),
    Door("training:certificates-verify", public=True, args={"code": "a_certificates_code"}),
    Door("training:credentials-status", public=True, args={"code": "a_certificates_code"}),
    Door("training:certificates-mine"),
    Door("training:certificates-find", opens=KEEPERS),
    Door("training:certificates-detail", opens=SEES_DEES, hidden=SIGNED_IN, args=ONE),
    Door("training:certificates-paper", opens=SEES_DEES, hidden=SIGNED_IN, args=ONE),
    Door("training:certificates-credential", opens=SEES_DEES, hidden=SIGNED_IN, args=ONE),
    # Nobody decides about another's name.
    Door("training:certificates-show_name", opens=DEE, hidden=SIGNED_IN, args=ONE, post_only=True),
    Door("training:certificates-withdraw", opens=KEEPERS, args=ONE),
    Door("training:certificates-put_right", opens=KEEPERS, args=ONE),
]
