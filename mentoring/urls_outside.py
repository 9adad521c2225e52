"""The doors of what comes from outside: forms that a phone kept, and files of another system; part of urls.py."""

from django.urls import path

from mentoring.views import changes, imports, offline, offline_registers

urlpatterns = [
    path("imports/", imports.index, name="imports-index"),
    path("imports/template/<slug:kind>/", imports.template, name="imports-template"),
    path("imports/<slug:ref>/", imports.page, name="imports-page"),
    path("imports/<slug:ref>/apply/", imports.apply, name="imports-apply"),
    path("imports/<slug:ref>/undo/", imports.undo, name="imports-undo"),
    path("imports/<slug:ref>/problems/", imports.problems, name="imports-problems"),
    path("offline/", offline.kept, name="offline-kept"),
    path("offline/worker.js", offline.worker, name="offline-worker"),
    path("offline/greet/", offline.greet, name="offline-greet"),
    path("offline/send/", offline.send, name="offline-send"),
    path("offline/changes/correct/", changes.correct, name="changes-correct"),
    path("offline/changes/add/", changes.add, name="changes-add"),
    path("offline/registers/send/", offline_registers.send, name="offline_registers-send"),
    path("offline/registers/begin/", offline_registers.begin, name="offline_registers-begin"),
]
