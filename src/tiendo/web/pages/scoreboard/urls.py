"""The addresses of the scoreboard and of its files."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.scoreboard import views

urlpatterns = [
    path("", views.scoreboard, name="scoreboard"),
    path("scoreboard.csv", views.as_table, name="scoreboard-csv"),
    path("scoreboard.svg", views.as_drawing, name="scoreboard-svg"),
    path("scoreboard.png", views.as_picture, name="scoreboard-png"),
    path("scoreboard.pdf", views.as_print, name="scoreboard-pdf"),
]
