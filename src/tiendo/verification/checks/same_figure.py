"""One measure, period and place with two values: in one document, or in two."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.facts.records import Measurement, Observation
from tiendo.facts.wording import Wording
from tiendo.text.folding import name_key
from tiendo.verification.check import Check
from tiendo.verification.claims import Claim
from tiendo.verification.corpus import Corpus, Entry
from tiendo.verification.slips import is_one_slip_away

ID = "same-figure"


def examine(corpus: Corpus) -> Iterator[Claim]:
    """Each value against the first one of the same measure, time and place."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in corpus.entries:
        key = _key(corpus, entry)
        if key is not None:
            groups.setdefault(key, []).append(entry)
    for entries in groups.values():
        first, *others = sorted(entries, key=lambda entry: entry.order)
        for other in others:
            if _may_differ(first.record, other.record):
                continue
            claim = _claim(corpus, first, other)
            # In one document a wholly different number, or direction, is of something else that has the same name.
            if first.record.quantity.change is not other.record.quantity.change:
                is_same = _is_opposite(first, other)
            else:
                is_same = claim.holds() or not claim.asserted or is_one_slip_away(first.number, other.number)
            if is_same:
                yield claim


def _key(corpus: Corpus, entry: Entry) -> tuple[object, ...] | None:
    """What makes two values the same figure; None where it is not sure what a value is of."""
    record = entry.record
    if corpus.indicator(entry) is None or record.period is None or record.quantity.approximate:
        return None
    quantity = record.quantity
    return (
        entry.indicator,
        str(record.period),
        entry.source.territory or entry.source.document,
        entry.number.base,
        quantity.per,
        quantity.change is None,
        type(record),
        record.annual,
        record.cumulative,
        name_key(record.within or ""),
        name_key(record.subject),
    )


def _is_opposite(first: Entry, other: Entry) -> bool:
    """`tăng 8 - 9%` here and `giảm 8 - 9%` there: the same number, so that one of the directions is wrong."""
    one, two = first.record.quantity, other.record.quantity
    return (one.low, one.high, one.unit) == (two.low, two.high, two.unit)


def _may_differ(first: Measurement, other: Measurement) -> bool:
    """A value with an open side, or an estimate beside the final value, may be another number for the same thing."""
    open_side = any(bound is None for one in (first, other) for bound in (one.quantity.low, one.quantity.high))
    both = isinstance(first, Observation) and isinstance(other, Observation)
    return open_side or (both and _estimated(first) != _estimated(other))


def _estimated(record: Measurement) -> bool:
    return isinstance(record, Observation) and record.estimated


def _claim(corpus: Corpus, first: Entry, other: Entry) -> Claim:
    same_document = first.source.document == other.source.document
    here = Wording("Cùng văn bản nêu hai lần.", "One document prints it twice.")
    return Claim(
        check=ID,
        about=other.name,
        computed=first.term,
        claimed=other.term,
        shown_in=other.number,
        asserted=same_document,
        note=here if same_document else _which_counts(corpus, first, other),
    )


def _which_counts(corpus: Corpus, first: Entry, other: Entry) -> Wording:
    """Which of two documents is the later one, and which decides."""
    dated = sorted((entry for entry in (first, other) if entry.source.day), key=lambda entry: str(entry.source.day))
    names = f"{corpus.name(first.source)}; {corpus.name(other.source)}"
    if len(dated) < len((first, other)) or dated[0].source.day == dated[-1].source.day:
        return Wording(f"Hai văn bản: {names}.", f"Two documents: {names}.")
    later = corpus.name(dated[-1].source)
    return Wording(f"Hai văn bản: {names}. Văn bản sau: {later}.", f"Two documents: {names}. The later one: {later}.")


CHECK = Check(
    ID,
    Wording("Cùng một số liệu", "The same figure"),
    Wording(
        "Cùng chỉ tiêu, cùng kỳ, cùng địa bàn thì cùng giá trị. Khác nhau một chữ số trong một văn bản là mâu "
        "thuẫn; khác nhau giữa hai văn bản là câu hỏi, kèm văn bản nào ban hành sau.",
        "One measure, period and place has one value. Two values in one document contradict each other; in two "
        "documents they are a question, with the later document named.",
    ),
    examine,
)
