"""What the team has to look at."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from audit import actions as audit
from common import answers, listing
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm
from mentoring import loading
from mentoring.actions import tasks
from mentoring.filters.tasks import TaskFilter
from mentoring.models import Task
from mentoring.permissions.tasks import can_see_tasks
from mentoring.tables.tasks import TaskTable


@allow(can_see_tasks)
def index(request: HttpRequest) -> HttpResponseBase:
    visible = Task.objects.visible_to(request.user).select_related("person", "mentor__person")
    found = listing.build(request, table=TaskTable, queryset=visible, filterset=TaskFilter, name="tasks")
    audit.looked(verb="mentoring.task.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/tasks/index.html", {"listing": found})


@allow(can_see_tasks)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    task = loading.task(ref=ref, by=request.user, at=now)
    return render(request, "mentoring/tasks/detail.html", {"task": task, "late": task.is_late(local_day(now))})


@require_POST
@allow(can_see_tasks)
def finish(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    task = loading.task(ref=ref, by=request.user, at=now)
    form = HouseForm(request.POST)
    if form.is_valid():
        answers.attempt(form, tasks.finish, task=task, by=request.user, at=now)
        if not form.errors:
            messages.success(request, "Done. Thank you.")
            return redirect("mentoring:tasks-index")
    context = {"form": form, "task": task, "late": task.is_late(local_day(now))}
    return answers.page(request, "mentoring/tasks/detail.html", context)
