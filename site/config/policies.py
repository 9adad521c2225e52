"""What a page may load and run, told to browsers. Each name is a setting."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "worker-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
# What Wagtail's own pages need besides, under /cms/ alone (pages.middleware; each was tried in a browser).
EDITOR_CONTENT_SECURITY_POLICY = {
    "style-src-elem": [SELF, UNSAFE_INLINE],  # its text editor writes style sheets as it goes
    "img-src": [SELF, "blob:"],  # pictures before they are sent
}
