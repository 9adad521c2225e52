"""The house's forms: how they are drawn, how what people type is cleaned, and what is said when it will not do."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MinLengthValidator
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.text import clean
from common.whens import MinutesField, PlainDateField, PlainTimeField

__all__ = ["HouseForm", "HouseModelForm", "MinutesField", "PlainDateField", "PlainTimeField", "Renderer"]

# What Django says, in plain words. A form's own `error_messages` win: they know what was asked.
PLAIN = {
    "required": "This needs an answer.",
    "invalid": "We could not read this. Check it and try again.",
    "invalid_choice": "Choose one of the answers in the list.",
    "invalid_list": "Choose from the answers in the list.",
    "invalid_pk_value": "Choose from the answers in the list.",
    "invalid_date": "Enter a real date, such as 14 11 2026.",
    "invalid_time": "Enter a real time, such as 2.30pm.",
    "incomplete": "Fill in every box.",
    "max_value": "This must be %(limit_value)s or less.",
    "min_value": "This must be %(limit_value)s or more.",
    "step_size": "This must be a multiple of %(limit_value)s.",
    "max_digits": "Use no more than %(max)s digits.",
    "max_decimal_places": "Use no more than %(max)s digits after the point.",
    "max_whole_digits": "Use no more than %(max)s digits before the point.",
    "missing": "The file did not reach us. Choose it again.",
    "empty": "That file is empty. Choose another.",
    "invalid_image": "We could not open that picture. Choose another.",
    "invalid_extension": "We cannot take files of that kind.",
    "contradiction": "Either choose a file or tick the box to remove it, not both.",
    "invalid_phone_number": "Enter a telephone number, such as 07700 900123.",
    "password_mismatch": "The two passwords are not the same.",
    "unique": "This is already used. Choose another.",
    "unique_together": "This is already there.",
}
PLAIN_BY_KIND: dict[type[forms.Field], dict[str, str]] = {
    forms.EmailField: {"invalid": "Enter an email address, such as name@example.org."},
    forms.URLField: {"invalid": "Enter a web address, such as https://example.org."},
    forms.IntegerField: {"invalid": "Enter a whole number, in digits."},
    forms.FloatField: {"invalid": "Enter a number, in digits."},
    forms.DecimalField: {"invalid": "Enter a number, in digits."},
    forms.DateField: {"invalid": "Enter a real date, such as 14 11 2026."},
    forms.TimeField: {"invalid": "Enter a real time, such as 2.30pm."},
}


def characters(count: int) -> str:
    return "1 character" if count == 1 else f"{count:,} characters"


class NotTooLong(MaxLengthValidator):
    """Says how much to cut, so that nobody has to count."""

    def __call__(self, value: str) -> None:
        limit = self.limit_value() if callable(self.limit_value) else self.limit_value
        if (extra := len(value) - limit) > 0:
            raise ValidationError(
                f"This is {characters(extra)} too long. Make it {characters(limit)} or fewer.", code="too_long"
            )


class NotTooShort(MinLengthValidator):
    """Says how much is asked for."""

    def __call__(self, value: str) -> None:
        limit = self.limit_value() if callable(self.limit_value) else self.limit_value
        if len(value) < limit:
            raise ValidationError(f"This is too short. Write {characters(limit)} or more.", code="too_short")


class Bound(BoundField):
    """Puts the kind of the question, and whether it went wrong, where templates and CSS can see them."""

    @property
    def kind(self) -> str:
        widget = self.field.widget
        if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
            return "group"
        return "tick" if isinstance(widget, forms.CheckboxInput) else "text"

    @property
    def first_id(self) -> str:
        """Where a link from the list of errors must land: the first box of a group, or the box that is wrong."""
        if self.kind == "group":
            return f"{self.auto_id}_0"
        if isinstance(self.field.widget, forms.MultiWidget):
            codes = [error.code for error in self.errors.as_data()] if self.errors else []
            wrong_box = getattr(self.field, "box_of", lambda code: 0)
            return f"{self.auto_id}_{wrong_box(codes[0]) if codes else 0}"
        return self.id_for_label or self.auto_id

    @property
    def is_optional(self) -> bool:
        """Most questions must be answered, so the few that need not be are the ones that are marked."""
        marked = getattr(self.form, "marks_optional", False)
        return marked and not self.field.required and self.kind != "tick"

    def label_tag(self, contents: Any = None, *args: Any, **kwargs: Any) -> SafeString:
        contents = contents or self.label
        if self.is_optional:
            contents = format_html('{} <span class="field__optional">(optional)</span>', contents)
        return super().label_tag(contents, *args, **kwargs)

    def css_classes(self, extra_classes: Any = None) -> str:
        names = [
            "field",
            f"field--{self.kind}",
            "field--error" if self.errors else "",
            super().css_classes(extra_classes),
        ]
        return " ".join(filter(None, names))


class CleanBound(Bound):
    """What people typed, without control characters; one line where one line is asked for."""

    @property
    def data(self) -> Any:
        typed = super().data
        widget = self.field.widget
        is_text = isinstance(self.field, forms.CharField) and not isinstance(widget, forms.PasswordInput)
        if is_text and isinstance(typed, str):
            return clean(typed, lines=isinstance(widget, forms.Textarea))
        return typed


class Renderer(TemplatesSetting):
    """Every form of the site is drawn by our templates, Wagtail's and allauth's too."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"
    bound_field_class = Bound


def said_by_default(field: forms.Field, code: str) -> Any:
    """The message the field's class brings for a code, or None."""
    for kind in type(field).__mro__:
        messages = vars(kind).get("default_error_messages", {})
        if code in messages:
            return messages[code]
    return None


def speak_plainly(field: forms.Field) -> None:
    """Change Django's own messages and length rules for ours, and leave what the form's author wrote."""
    ours = {} if getattr(field, "speaks_plainly", False) else dict(PLAIN)
    for kind in reversed(type(field).__mro__):
        ours.update(PLAIN_BY_KIND.get(kind, {}))
    for code, message in ours.items():
        default = said_by_default(field, code)
        if code not in field.error_messages or field.error_messages[code] == default:
            field.error_messages[code] = message
    field.validators = [plain_length(validator) for validator in field.validators]
    # With these the browser cuts pasted text short without a word; we would rather say how much is too much.
    for name in ("maxlength", "minlength"):
        field.widget.attrs.pop(name, None)


def plain_length(validator: Any) -> Any:
    if type(validator) is MaxLengthValidator:
        return NotTooLong(validator.limit_value)
    if type(validator) is MinLengthValidator:
        return NotTooShort(validator.limit_value)
    return validator


class HouseStyle:
    """What HouseForm and HouseModelForm share."""

    bound_field_class: type[BoundField] | None = CleanBound
    # The browser's own messages are out of our hands: their words, their language, one at a time.
    use_required_attribute = False
    marks_optional = True
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            speak_plainly(field)


class HouseForm(HouseStyle, forms.Form):
    """A form of ours. Set `marks_optional = False` where nothing must be filled in, as in a filter."""


class HouseModelForm(HouseStyle, forms.ModelForm):
    """A form of ours for a record. Its view saves through an action, never with `form.save()`."""
