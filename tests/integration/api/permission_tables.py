"""Who may do what, as one table for the endpoints and one for the commands; docs/roles.md shows the same lines.

The columns are the people of `people.py`: the public, somebody with an account and no role, and each role inside the
scope of the sample (territory 20, agency STC) and, marked ✗, outside of it.
"""

from __future__ import annotations

WHO = (
    *("public", "nobody", "reporter", "other-reporter", "officer", "other-officer", "approver", "other-approver"),
    *("administrator", "other-administrator"),
)

# Changes are asked for as a rehearsal (dryRun), so 200 means that they would be made. 404: not even known to exist.
ENDPOINTS = """
| endpoint | public | no role | reporter | reporter ✗ | officer | officer ✗ | approver | approver ✗ | admin | admin ✗ |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
| listIndicators | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| getIndicator | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| getIndicatorHistory | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| listTargets | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| listObservations | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| reportObservations | 401 | 403 | 200 | 403 | 200 | 403 | 200 | 403 | 200 | 403 |
| listTasks | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| getTask (published) | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| getTask (draft) | 404 | 404 | 404 | 404 | 200 | 404 | 200 | 404 | 200 | 404 |
| updateTask (published) | 401 | 403 | 200 | 403 | 200 | 403 | 200 | 403 | 200 | 403 |
| updateTask (draft) | 401 | 404 | 404 | 404 | 200 | 404 | 200 | 404 | 200 | 404 |
| listDocuments | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| getDocument (published) | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| getDocument (draft) | 404 | 404 | 404 | 404 | 200 | 404 | 200 | 404 | 200 | 404 |
| listFacts | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| listFactsOfDocument (published) | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| listFactsOfDocument (draft) | 404 | 404 | 404 | 404 | 200 | 404 | 200 | 404 | 200 | 404 |
| reviewFact | 401 | 403 | 403 | 403 | 200 | 403 | 200 | 403 | 200 | 403 |
| publishDocument (draft) | 401 | 404 | 404 | 404 | 403 | 404 | 200 | 404 | 200 | 404 |
| unpublishDocument (published) | 401 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 200 | 403 |
| publishSubmission (draft) | 401 | 404 | 403 | 404 | 403 | 404 | 200 | 404 | 200 | 404 |
| unpublishSubmission (published) | 401 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 200 | 403 |
| listFindings | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| dismissFinding | 401 | 403 | 403 | 403 | 200 | 403 | 200 | 403 | 200 | 403 |
| restoreFinding | 401 | 403 | 403 | 403 | 200 | 403 | 200 | 403 | 200 | 403 |
| getScoreboard | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| listActs | 401 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| getSession | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 |
| signIn | 401 | 401 | 401 | 401 | 401 | 401 | 401 | 401 | 401 | 401 |
| signOut | 204 | 204 | 204 | 204 | 204 | 204 | 204 | 204 | 204 | 204 |
"""

COMMANDS = """
| command | public | no role | reporter | reporter ✗ | officer | officer ✗ | approver | approver ✗ | admin | admin ✗ |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
| accept_fact | no | no | no | no | yes | no | yes | no | yes | no |
| add_agency | no | no | no | no | no | no | no | no | yes | no |
| amend_target | no | no | no | no | no | no | yes | no | yes | no |
| choose_indicator | no | no | no | no | yes | no | yes | no | yes | no |
| close_account | no | no | no | no | no | no | no | no | yes | no |
| correct_fact | no | no | no | no | yes | no | yes | no | yes | no |
| dismiss_finding | no | no | no | no | yes | no | yes | no | yes | no |
| end_agency | no | no | no | no | no | no | no | no | yes | no |
| grant_role | no | no | no | no | no | no | no | no | yes | no |
| importing | no | no | no | no | no | no | no | no | yes | no |
| invite_account | no | no | no | no | no | no | no | no | yes | no |
| make_account | no | no | no | no | no | no | no | no | yes | no |
| make_indicator | no | no | no | no | yes | no | yes | no | yes | no |
| make_token (of another) | no | no | no | no | no | no | no | no | yes | no |
| merge_fact | no | no | no | no | yes | no | yes | no | yes | no |
| publish | no | no | no | no | no | no | yes | no | yes | no |
| record_document | no | no | no | no | yes | no | yes | no | yes | no |
| record_findings | no | no | no | no | yes | no | yes | no | yes | no |
| register_document | no | no | no | no | yes | no | yes | no | yes | no |
| reject_fact | no | no | no | no | yes | no | yes | no | yes | no |
| rename_agency | no | no | no | no | no | no | no | no | yes | no |
| reopen_account | no | no | no | no | no | no | no | no | yes | no |
| report_observations | no | no | yes | no | yes | no | yes | no | yes | no |
| reset_second_factor | no | no | no | no | no | no | no | no | yes | no |
| restore_finding | no | no | no | no | yes | no | yes | no | yes | no |
| revoke_role | no | no | no | no | no | no | no | no | yes | no |
| revoke_token (of another) | no | no | no | no | no | no | no | no | yes | no |
| set_password (of another) | no | no | no | no | no | no | no | no | yes | no |
| take_back_amendment | no | no | no | no | no | no | yes | no | yes | no |
| take_back_review | no | no | no | no | yes | no | yes | no | yes | no |
| unbind_login | no | no | no | no | no | no | no | no | yes | no |
| unpublish | no | no | no | no | no | no | yes | no | yes | no |
| update_task | no | no | yes | no | yes | no | yes | no | yes | no |
| withdraw_document | no | no | no | no | no | no | yes | no | yes | no |
| withdraw_submission | no | no | no | no | no | no | yes | no | yes | no |
"""


def lines_of(table: str) -> dict[str, list[str]]:
    """The cells of each line by its name, without the heading."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().splitlines()]
    return {name: found for name, *found in cells[2:]}
