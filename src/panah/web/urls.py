"""The map of the site. Addresses hold aliases of cases and ids of rules, never a word of a case."""

from django.urls import path

from panah.web import statics
from panah.web.cases.urls import urlpatterns as cases
from panah.web.docket import views as docket
from panah.web.gate import restoring
from panah.web.gate import views as gate
from panah.web.law import views as law
from panah.web.parts.urls import urlpatterns as parts
from panah.web.preferences.urls import urlpatterns as preferences
from panah.web.reminders.urls import urlpatterns as reminders
from panah.web.search import views as search
from panah.web.travel.urls import urlpatterns as travel

urlpatterns = [
    path("static/<str:name>", statics.static),
    path("health", gate.health),
    path("first-start", gate.first_start),
    path("restore", restoring.restore),
    path("unseal", gate.unseal),
    path("seal", gate.seal),
    path("", docket.docket),
    path("book", docket.book),
    *cases,
    *parts,
    *travel,
    path("law", law.rules),
    path("law/<path:rule>", law.one_rule),
    path("search", search.search),
    *preferences,
    *reminders,
]
handler400 = "panah.web.refusals.bad_request"
handler404 = "panah.web.refusals.not_found"
handler500 = "panah.web.refusals.failed"
