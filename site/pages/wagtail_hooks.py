"""What Wagtail's editor is told of this house."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def editor_script() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("js/editor.js"))
