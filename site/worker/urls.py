from django.urls import path

from worker import views

app_name = "worker"
urlpatterns = [
    path("", views.report, name="report"),
    path("live", views.live, name="live"),
]
