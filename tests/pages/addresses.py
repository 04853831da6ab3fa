"""Every page of the site: where it is, and who looks at it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Address:
    """A page; `reader` is one of the made-up people, nobody where the public sees it."""

    name: str
    path: str
    reader: str | None = None


PUBLIC = (
    Address("scoreboard", "/?period=2022-Q1"),
    Address("scoreboard-empty", "/?period=2035"),
    Address("scoreboard-as-of", "/?asOf=2020-01-01"),
    Address("indicators", "/indicators"),
    Address("indicator", "/indicators/forest_cover"),
    Address("indicator-with-findings", "/indicators/budget_expenditure"),
    Address("tasks", "/tasks"),
    Address("task", "/tasks/{task}"),
    Address("documents", "/documents"),
    Address("document", "/documents/{report}"),
    Address("document-fact", "/documents/{report}?fact={fact}"),
    Address("document-chain", "/documents/{plan}/chain"),
    Address("findings", "/findings"),
    Address("agencies", "/agencies"),
    Address("agency", "/agencies/STC"),
    Address("submissions", "/submissions"),
    Address("submission", "/submissions/{submission}"),
    Address("map", "/map"),
    Address("report", "/report?period=2022-Q1"),
    Address("report-of-agency", "/report?period=2022-Q1&kind=agency&agency=SCT"),
    Address("report-choosing", "/report?period=2022-Q1&kind=agency"),
    Address("report-empty", "/report?period=2035"),
    Address("search", "/search?q=thu+ngan+sach"),
    Address("search-nothing", "/search?q=zzzzqqq"),
    Address("data", "/data"),
    Address("method", "/method"),
    Address("glossary", "/glossary"),
    Address("about", "/about"),
    Address("embed-ruler", "/embed/indicators/budget_revenue/ruler?period=2022-Q1"),
    Address("embed-chart", "/embed/indicators/forest_cover/chart"),
    Address("embed-nothing", "/embed/indicators/forest_cover/ruler?period=2050"),
    Address("sign-in", "/sign-in"),
    Address("components", "/components"),
    Address("not-found", "/nothing-is-here"),
    Address("wrong-question", "/?period=hom-nay"),
)

OF_STAFF = (
    Address("document-of-staff", "/documents/{report}", "officer"),
    Address("review", "/review", "officer"),
    Address("document-review", "/documents/{report}/review", "officer"),
    Address("report-of-staff", "/report?period=2022-Q1&kind=press", "officer"),
    Address("report-check", "/report/check", "officer"),
    Address("upload", "/upload", "officer"),
    Address("upload-jobs", "/upload/jobs", "officer"),
    Address("submission-new", "/submissions/new", "reporter"),
    Address("submission-of-staff", "/submissions/{submission}", "approver"),
    Address("indicator-of-staff", "/indicators/grdp_per_capita", "approver"),
    Address("task-of-staff", "/tasks/{task}", "reporter"),
    Address("profile", "/profile", "officer"),
    Address("admin", "/admin", "administrator"),
    Address("admin-accounts", "/admin/accounts", "administrator"),
    Address("admin-agencies", "/admin/agencies", "administrator"),
    Address("not-permitted", "/admin/accounts", "officer"),
)
