"""How somebody wants to be reminded: written down by their team, or chosen by a mentor for themselves."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from common import answers
from common.access import allow, demand
from people import loading, permissions
from people.actions import text_choices
from people.forms.text_choices import TextChoicesForm
from people.models import Person, TextChoice
from people.models.text_choices import HowAgreed


@allow(permissions.can_see_people)
def choose(request: HttpRequest, ref: str) -> HttpResponse:
    person = loading.person(ref=ref, by=request.user, at=timezone.now())
    demand(permissions.can_edit_person(request.user, person))
    form = TextChoicesForm(request.POST or None, now=TextChoice.objects.standing(person), theirs=False)
    if _saved(request, form, person):
        messages.success(request, "Saved. It counts from now.")
        return redirect("people:persons-detail", ref=ref)
    return answers.page(request, "people/text_choices/choose.html", {"form": form, "ref": ref})


@allow(permissions.can_choose_own_reminders)
def own(request: HttpRequest) -> HttpResponse:
    person = Person.objects.filter(login=request.user.pk).first()
    if person is None:
        messages.info(request, "That page is there once you have been made a mentor. Ask your coordinator.")
        return redirect("desk:home")
    form = TextChoicesForm(request.POST or None, now=TextChoice.objects.standing(person), theirs=True)
    if _saved(request, form, person):
        messages.success(request, "Saved. It counts from now.")
        return redirect("people:text_choices-own")
    return answers.page(request, "people/text_choices/own.html", {"form": form})


def _saved(request: HttpRequest, form: TextChoicesForm, person: Person) -> bool:
    if request.method != "POST" or not form.is_valid():
        return False
    how = form.cleaned_data.get("how", HowAgreed.THEMSELVES)
    return bool(
        answers.attempt(
            form, text_choices.choose_all, person=person, chosen=dict(form.chosen()), how=how, by=request.user,
            at=timezone.now(),
        )
    )  # fmt: skip
