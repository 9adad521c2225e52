"""Posts at a place, and who holds them."""

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import user_of
from common import answers
from common.access import allow, demand
from common.dates import local_day
from common.transitions import Stale
from places import directory, permissions
from places.actions import posts
from places.forms.posts import AppointForm, CorrectionForm, EndForm, PostForm, VacateForm
from places.models import Place, Post, Posting

read_and_send = require_http_methods(["GET", "HEAD", "POST"])


def find(ref: str) -> Post:
    return get_object_or_404(Post.objects.with_place().with_holders(), ref=ref)


def sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def ask(request: HttpRequest, template: str, form: BaseForm, place: Place, **more: Any) -> HttpResponse:
    return answers.page(request, template, {"form": form, "place": place, **more})


def done(request: HttpRequest, sentence: str, place: Place) -> HttpResponse:
    messages.success(request, sentence)
    return redirect(place)


@read_and_send
@allow(permissions.can_keep_directory)
def add(request: HttpRequest, kind: str, ref: str) -> HttpResponse:
    place = get_object_or_404(directory.find(kind).model, ref=ref)
    form = PostForm(sent(request))
    if (
        form.is_valid()
        and answers.attempt(form, posts.add, place=place, by=user_of(request), at=timezone.now(), **form.facts)
        is not None
    ):
        return done(request, "Added. Now say who holds it.", place)
    return ask(request, "places/posts/add.html", form, place)


@read_and_send
@allow(permissions.can_read_directory)
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    post = find(ref)
    demand(permissions.can_correct_post(request.user, post))
    kind = PostForm if permissions.can_keep_directory(request.user) else CorrectionForm
    form = kind(sent(request), instance=post)
    try:
        if (
            form.is_valid()
            and answers.attempt(
                form, posts.edit, post=post, seen=form.seen, by=user_of(request), at=timezone.now(), **form.facts
            )
            is not None
        ):
            return done(request, "Saved.", post.place)
    except Stale as stale:
        return answers.conflict(request, form, stale, back=post.place.get_absolute_url())
    return ask(request, "places/posts/edit.html", form, post.place)


@require_POST
@allow(permissions.can_read_directory)
def verify(request: HttpRequest, ref: str) -> HttpResponse:
    post = find(ref)
    demand(permissions.can_verify_post(request.user, post))
    posts.verify(post=post, by=user_of(request), at=timezone.now())
    return done(request, "Thank you. We have noted that this is right today.", post.place)


@read_and_send
@allow(permissions.can_keep_directory)
def vacate(request: HttpRequest, ref: str) -> HttpResponse:
    post, by, now = find(ref), user_of(request), timezone.now()
    form = VacateForm(sent(request), initial={"since": local_day(now)})
    if (
        form.is_valid()
        and answers.attempt(form, posts.vacate, post=post, by=by, at=now, **form.cleaned_data) is not None
    ):
        return done(request, "Noted that nobody holds this post.", post.place)
    return ask(request, "places/posts/vacate.html", form, post.place, post=post)


@read_and_send
@allow(permissions.can_keep_directory)
def appoint(request: HttpRequest, ref: str) -> HttpResponse:
    post, by, now = find(ref), user_of(request), timezone.now()
    by_login = permissions.can_load_places(request.user)
    form = AppointForm(sent(request), initial={"starts": local_day(now)}, by_login=by_login)
    if (
        form.is_valid()
        and answers.attempt(form, posts.appoint, post=post, by=by, at=now, **form.appointment) is not None
    ):
        return done(request, "Noted who holds this post.", post.place)
    return ask(request, "places/posts/appoint.html", form, post.place, post=post)


@read_and_send
@allow(permissions.can_keep_directory)
def end(request: HttpRequest, ref: str) -> HttpResponse:
    posting, now = get_object_or_404(Posting.objects.current().select_related("user", "post"), ref=ref), timezone.now()
    demand(permissions.can_end_posting(request.user, posting))
    form = EndForm(sent(request), initial={"ends": local_day(now)})
    if (
        form.is_valid()
        and answers.attempt(form, posts.end, posting=posting, by=user_of(request), at=now, **form.cleaned_data)
        is not None
    ):
        return done(request, "Noted their last day.", posting.post.place)
    return ask(request, "places/posts/end.html", form, posting.post.place, posting=posting)
