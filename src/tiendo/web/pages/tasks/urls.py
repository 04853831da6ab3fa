"""The addresses of the tasks."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.tasks.evidence import evidence
from tiendo.web.pages.tasks.list_views import tasks, tasks_csv
from tiendo.web.pages.tasks.task_views import report, task

urlpatterns = [
    path("tasks", tasks, name="tasks"),
    path("tasks.csv", tasks_csv, name="tasks-csv"),
    path("tasks/<int:number>", task, name="task"),
    path("tasks/<int:number>/report", report, name="task-report"),
    path("tasks/<int:number>/evidence/<int:update>", evidence, name="task-evidence"),
]
