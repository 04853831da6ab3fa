"""The tables of the record, one kind of entry a file."""

from tiendo.ledger.models.account import Account
from tiendo.ledger.models.account_change import AccountChange
from tiendo.ledger.models.act import Act
from tiendo.ledger.models.agency import Agency
from tiendo.ledger.models.api_token import ApiToken
from tiendo.ledger.models.citation import Citation
from tiendo.ledger.models.dismissal import Dismissal
from tiendo.ledger.models.document import REGISTER_COLUMNS, Document
from tiendo.ledger.models.entry import Entry, EntryQuerySet, as_record, kind_of
from tiendo.ledger.models.fact import Fact, FactState
from tiendo.ledger.models.finding import Finding
from tiendo.ledger.models.grant import Grant, Role
from tiendo.ledger.models.indicator import Indicator
from tiendo.ledger.models.indicator_name import IndicatorName
from tiendo.ledger.models.measured import Measured
from tiendo.ledger.models.observation import Observation
from tiendo.ledger.models.provision import Provision
from tiendo.ledger.models.publication import Publication
from tiendo.ledger.models.registration import Registration
from tiendo.ledger.models.review_decision import ReviewChoice, ReviewDecision
from tiendo.ledger.models.stored_file import StoredFile
from tiendo.ledger.models.submission import Submission
from tiendo.ledger.models.target import Target
from tiendo.ledger.models.task import Task
from tiendo.ledger.models.task_update import TaskState, TaskUpdate
from tiendo.ledger.models.territory import Territory

ENTRY_MODELS: tuple[type[Entry], ...] = (
    Agency, Citation, Dismissal, Document, Fact, Finding, Grant, Indicator, IndicatorName, Observation, Provision,
    Publication, Registration, ReviewDecision, StoredFile, Submission, Target, Task, TaskUpdate, Territory,
)  # fmt: skip
"""Every kind of entry, in the order of their names."""

__all__ = [
    "ENTRY_MODELS", "REGISTER_COLUMNS",
    "Account", "AccountChange", "Act", "Agency", "ApiToken", "Citation", "Dismissal", "Document", "Entry",
    "EntryQuerySet", "Fact", "FactState", "Finding", "Grant", "Indicator", "IndicatorName", "Measured",
    "Observation", "Provision", "Publication", "Registration", "ReviewChoice", "ReviewDecision", "Role",
    "StoredFile", "Submission", "Target", "Task", "TaskState", "TaskUpdate", "Territory", "as_record", "kind_of",
]  # fmt: skip
