"""Numbers that the text says twice in different ways, lists that it announces, and dates that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.facts.findings import Finding, Place, Severity, Verdict
from tiendo.facts.period import Period
from tiendo.facts.records import Measurement, Observation, Target, Task
from tiendo.facts.relations import Relation, RelationKind
from tiendo.facts.wording import Wording
from tiendo.verification.check import Check
from tiendo.verification.claims import Claim
from tiendo.verification.corpus import Corpus
from tiendo.verification.expressions import Expression, Minus, Term, percent_of
from tiendo.verification.numbers import number
from tiendo.verification.sources import Source

ID = "dates-and-words"

_RATES = ("PT", "PP")
_YEAR_LATE = 1  # plans of a year are adjusted and settled in the next one


def examine(corpus: Corpus) -> Iterator[Claim | Finding]:
    """Ways from one value to another, numbers in words, announced lists, deadlines and periods."""
    for source, relation in corpus.relations(RelationKind.FROM_TO):
        yield _way(corpus, source, relation)
    for source, relation in corpus.relations(RelationKind.WORDS):
        yield _in_words(source, relation)
    for source, relation in corpus.relations(RelationKind.LIST):
        yield _list(source, relation)
    for source in corpus.sources:
        yield from _dates(source)


def _way(corpus: Corpus, source: Source, relation: Relation) -> Claim:
    """`giảm từ 29,5% xuống 15,2%, tương đương giảm 14,3%`: of percentages, points or percent of the first."""
    start, end = (Term(number(source.document, figure)) for figure in relation.terms)
    assert relation.result is not None  # noqa: S101 - a way without its change is none
    change = number(source.document, relation.result)
    entry = corpus.at(source, relation.terms[1])
    difference: Expression = Minus(end, start)
    relative: Expression = percent_of(end, start)
    of_rates = start.number.base in _RATES
    in_percent = change.base == "PT"
    # Of two percentages a change in "%" can be meant in points; then the relative reading is the other one.
    if in_percent and not of_rates:
        return _claim(entry.name if entry else "", relative, Term(change, 100))
    claim = _claim(entry.name if entry else "", difference, Term(change))
    relative_holds = in_percent and relative.value().meets(Term(change, 100).value())
    return _claim(claim.about, relative, Term(change, 100)) if relative_holds and not claim.holds() else claim


def _claim(about: str, computed: Expression, claimed: Term) -> Claim:
    return Claim(
        check=ID,
        about=about,
        computed=computed,
        claimed=claimed,
        shown_in=claimed.number,
        note=Wording("Mức thay đổi ghi lại hai số đã nêu.", "The change restates two printed numbers."),
    )


def _in_words(source: Source, relation: Relation) -> Claim:
    assert relation.result is not None  # noqa: S101 - words without their number are none
    printed = number(source.document, relation.result)
    return Claim(
        check=ID,
        about=printed.text,
        computed=Term(number(source.document, relation.terms[0])),
        claimed=Term(printed),
        shown_in=printed,
        note=Wording("Số và số viết bằng chữ.", "The number and its words."),
    )


def _list(source: Source, relation: Relation) -> Claim:
    assert relation.result is not None  # noqa: S101 - a list that no number announces is none
    announced = number(source.document, relation.result)
    counted = number(source.document, relation.terms[0])
    label = f"{counted.figure.quantity.low} mục"
    return Claim(
        check=ID,
        about=f"{announced.text} {relation.words}",
        computed=Term(counted, label=label),
        claimed=Term(announced),
        shown_in=announced,
        asserted=relation.asserted,
        note=Wording("Số báo trước và số mục liệt kê ngay sau đó.", "The announced number and the list behind it."),
    )


def _dates(source: Source) -> Iterator[Finding]:
    for fact in source.facts:
        match fact.record:
            case Task() as task if task.deadline is not None and source.day is not None:
                if task.deadline.last_day < source.day:
                    yield _past_deadline(source, task)
            case Measurement() as record:
                yield from _period_outside(source, record)


def _past_deadline(source: Source, task: Task) -> Finding:
    assert task.deadline is not None and source.day is not None  # noqa: S101, PT018 - the caller has looked
    day = source.day
    return Finding(
        check=ID,
        verdict=Verdict.QUESTION,
        severity=Severity.MEDIUM,
        message=Wording(
            f"Thời hạn {task.deadline.vietnamese()} đã qua trước ngày văn bản ({day.day}/{day.month}/{day.year}).",
            f"The deadline ({task.deadline.english()}) had passed before the date of the document ({day.isoformat()}).",
        ),
        places=(Place(source.document, task.start, task.end, task.quote),),
    )


def _period_outside(source: Source, record: Measurement) -> Iterator[Finding]:
    """A result from after the document, a target for a time that was over before the document's own began."""
    if record.period is None:
        return
    if isinstance(record, Observation) and _is_to_come(source, record.period):
        yield _outside(source, record, "kết quả của thời gian sau ngày văn bản", "a result from after the document")
    elif isinstance(record, Target) and source.day is not None and record.period.year < source.day.year - _YEAR_LATE:
        yield _outside(source, record, "chỉ tiêu cho thời gian đã qua", "a target for a time that was already over")


def _is_to_come(source: Source, period: Period) -> bool:
    """After the document; a plan for a time to come names results of the past without their year."""
    if source.day is None or period.first_day <= source.day:
        return False
    return source.period is None or source.period.first_day <= source.day


def _outside(source: Source, record: Measurement, vi: str, en: str) -> Finding:
    assert record.period is not None  # noqa: S101 - the caller has looked
    quote = " ".join(record.quote.split())
    return Finding(
        check=ID,
        verdict=Verdict.QUESTION,
        severity=Severity.LOW,
        message=Wording(
            f"{record.subject}: {quote} ({record.period.vietnamese()}) là {vi}.",
            f"{record.subject}: {quote} ({record.period.english()}) is {en}.",
        ),
        places=(Place(source.document, record.start, record.end, record.quote),),
    )


CHECK = Check(
    ID,
    Wording("Ngày tháng và cách ghi lặp lại", "Dates and restatements"),
    Wording(
        "Mức thay đổi phải khớp hai số “từ … lên/xuống …”; số phải khớp với số viết bằng chữ; “7 nhóm nhiệm vụ "
        "sau” phải có đúng 7 mục; thời hạn không thể trước ngày văn bản; kết quả không thể thuộc thời gian chưa "
        "tới.",
        "A change has to agree with the two numbers “from … to …”; a number with its words; “the following 7 "
        "groups” have to be 7; a deadline cannot lie before the document's date, nor a result in time to come.",
    ),
    examine,
)
