"""Addresses of cases: an alias and a word of ours, never a word of the case."""

from django.urls import path

from panah.web.cases import adding, new_case, papers, sources, views

urlpatterns = [
    path("cases", views.all_cases),
    path("cases/new", new_case.new_case),
    path("cases/<str:slug>", views.one_case),
    path("cases/<str:slug>/confirm", views.confirm),
    path("cases/<str:slug>/routes-<int:number>.svg", views.routes_picture),
    path("cases/<str:slug>/add", adding.add_act),
    path("cases/<str:slug>/what-if", adding.what_if),
    path("cases/<str:slug>/sources", sources.sources),
    path("cases/<str:slug>/export", views.export),
    path("cases/<str:slug>/rows", views.add_row),
    path("cases/<str:slug>/draft", papers.draft),
    path("cases/<str:slug>/papers/<int:number>", papers.paper_file),
    path("cases/<str:slug>/papers/<int:number>/mark", papers.mark_paper),
]
