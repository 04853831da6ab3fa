"""Targets of several years against yearly ones: the same measure on its way from horizon to horizon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from tiendo.catalogue.model import Direction, Indicator, Semantics
from tiendo.facts.findings import Finding, Severity, Verdict
from tiendo.facts.period import Period, PeriodKind
from tiendo.facts.records import Target
from tiendo.facts.wording import Wording
from tiendo.verification.check import Check
from tiendo.verification.claims import Claim, Comparator
from tiendo.verification.corpus import Corpus, Entry
from tiendo.verification.expressions import Constant, Expression, Minus, Over, Sum

ID = "long-plans"

_LEVELS = frozenset((Semantics.RATIO, Semantics.STOCK, Semantics.COMPOSITION_PART, Semantics.INDEX))
_FLOWS = frozenset((Semantics.FLOW, Semantics.CUMULATIVE_FLOW, Semantics.CEILING))
_RATES = frozenset((Semantics.GROWTH, Semantics.INCREMENT))


def examine(corpus: Corpus) -> Iterator[Claim | Finding]:
    """For each measure and place, what its targets ask of each other."""
    for indicator_id, entries in corpus.by_indicator.items():
        indicator = corpus.catalogue[indicator_id]
        places: dict[tuple[object, ...], list[Entry]] = {}
        for entry in entries:
            period = entry.record.period
            if isinstance(entry.record, Target) and period is not None and not entry.is_near:
                key = (entry.source.territory, entry.number.base, entry.record.quantity.change)
                places.setdefault(key, []).append(entry)
        for targets in places.values():
            yield from _of_one_place(corpus, indicator, targets)


def _of_one_place(corpus: Corpus, indicator: Indicator, targets: list[Entry]) -> Iterator[Claim | Finding]:
    if indicator.semantics in _RATES or any(target.record.annual for target in targets):
        yield from _mean_rate(indicator, targets)
    elif indicator.semantics in _LEVELS:
        yield from _waypoints(corpus, indicator, targets)
        yield from _stock_and_additions(corpus, indicator, targets)
        yield from _count_and_share(corpus, indicator, targets)
    elif indicator.semantics in _FLOWS:
        yield from _period_sum(targets)
        yield from _waypoints(corpus, indicator, [target for target in targets if _is_of_year(target)])
        yield from _part_of_year(targets)


def _waypoints(corpus: Corpus, indicator: Indicator, targets: Sequence[Entry]) -> Iterator[Claim | Finding]:
    """Levels by date, also a yearly flow by the year that it is for: each later target in the wanted direction."""
    if indicator.direction not in (Direction.UP, Direction.DOWN):
        return
    by_day: dict[object, Entry] = {}
    for target in sorted(targets, key=lambda one: one.order):
        if not _spans_years(target) and target.record.quantity.change is None:
            by_day.setdefault(_period(target).last_day, target)
    ordered = [by_day[day] for day in sorted(by_day, key=str)]
    for earlier, later in pairwise(ordered):
        if _definition_moved(indicator, earlier, later):
            yield _not_comparable(corpus, indicator, earlier, later)
            continue
        if indicator.semantics in _FLOWS and not _period(later).is_deadline:
            continue  # a plan of one year may be lower than that of the year before
        rises = indicator.direction is Direction.UP
        yield Claim(
            check=ID,
            about=later.name,
            computed=earlier.term,
            claimed=later.term,
            comparator=Comparator.AT_MOST if rises else Comparator.AT_LEAST,
            shown_in=later.number,
            asserted=False,
            note=_says(
                f"Mốc {_period(earlier).vietnamese()} rồi {_period(later).vietnamese()}: mốc sau không lùi lại.",
                f"First {_period(earlier).english()}, then {_period(later).english()}: the later one does not go back.",
            ),
        )


def _mean_rate(indicator: Indicator, targets: Sequence[Entry]) -> Iterator[Claim | Finding]:
    """A mean over years against the single years: with all of them the mean is known, without it the rest is named."""
    spans = [target for target in targets if _spans_years(target) or target.record.annual]
    years = {_period(target).year: target for target in targets if _period(target).kind is PeriodKind.YEAR}
    for span in spans:
        first, last = _period(span).first_day.year, _period(span).last_day.year
        inside = [years[year] for year in sorted(years) if first <= year <= last and years[year] is not span]
        if _period(span).is_deadline or not inside or first == last:
            continue
        length = last - first + 1
        total: Expression = Sum(tuple(target.term for target in inside))
        if len(inside) == length:
            yield Claim(
                check=ID,
                about=span.name,
                computed=Over(total, Constant(Fraction(length), str(length))),
                claimed=span.term,
                shown_in=span.number,
                asserted=False,
                note=_says("Bình quân các năm so với cả giai đoạn.", "The mean of the years against the whole period."),
            )
        elif not _definition_moved(indicator, inside[0], span):
            yield _rest_of_mean(span, inside, length)


def _rest_of_mean(span: Entry, inside: Sequence[Entry], length: int) -> Finding:
    left = length - len(inside)
    years = Constant(Fraction(length), str(length))
    whole = span.term.value().scaled(years.amount)
    rest = (whole - Sum(tuple(target.term for target in inside)).value()).scaled(Fraction(1, left))
    return Finding(
        check=ID,
        verdict=Verdict.UNKNOWN,
        severity=Severity.NONE,
        message=_says(
            f"{span.name}: mục tiêu cả giai đoạn là bình quân mỗi năm; mới biết {len(inside)} năm, còn {left} năm "
            "quyết định, nên một năm thấp hơn chưa phải là không đạt.",
            f"{span.name}: the target of the whole period is a yearly mean; {len(inside)} of its years are known, "
            f"{left} decide, so one year below it is no miss.",
        ),
        places=(span.number.place, *(target.number.place for target in inside)),
        computed=rest,
    )


def _period_sum(targets: Sequence[Entry]) -> Iterator[Claim]:
    """The yearly flows of a period add up to its total; as long as years are missing they do not exceed it."""
    years = {_period(target).year: target for target in targets if _is_of_year(target)}
    for span in targets:
        if not _spans_years(span) or span.record.annual:
            continue
        first, last = _period(span).first_day.year, _period(span).last_day.year
        inside = [years[year] for year in sorted(years) if first <= year <= last]
        if inside:
            yield Claim(
                check=ID,
                about=span.name,
                computed=Sum(tuple(target.term for target in inside)),
                claimed=span.term,
                comparator=Comparator.EQUAL if len(inside) == last - first + 1 else Comparator.AT_MOST,
                shown_in=span.number,
                asserted=False,
                note=_says("Các năm cộng lại so với cả giai đoạn.", "The years added up against the whole period."),
            )


def _part_of_year(targets: Sequence[Entry]) -> Iterator[Claim]:
    """A target of a quarter or half does not exceed that of its year."""
    years = {_period(target).year: target for target in targets if _is_of_year(target)}
    for target in targets:
        period = _period(target)
        whole = years.get(period.year)
        part = period.kind in (PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.FIRST_MONTHS, PeriodKind.MONTH)
        if part and whole is not None:
            yield Claim(
                check=ID,
                about=target.name,
                computed=target.term,
                claimed=whole.term,
                comparator=Comparator.AT_MOST,
                shown_in=whole.number,
                asserted=False,
                note=_says(
                    "Mục tiêu một phần của năm so với cả năm.", "A target of a part of the year against the year."
                ),
            )


def _stock_and_additions(corpus: Corpus, indicator: Indicator, targets: Sequence[Entry]) -> Iterator[Claim]:
    """A stock at two dates and what is added in between: `200 trường năm 2020`, `thêm 70 trường` in five years."""
    stocks = {_period(target).year: target for target in targets if target.record.quantity.change is None}
    for other in corpus.catalogue.counterparts(indicator.id):
        if corpus.catalogue[other].semantics is not Semantics.INCREMENT:
            continue
        for added in corpus.of(other):
            if not isinstance(added.record, Target) or added.record.period is None or added.record.annual:
                continue
            same_place = added.source.territory == targets[0].source.territory
            end = stocks.get(added.record.period.year)
            start = stocks.get(added.record.period.first_day.year - 1)
            if same_place and end is not None and start is not None:
                yield Claim(
                    check=ID,
                    about=end.name,
                    computed=Minus(end.term, start.term),
                    claimed=added.term,
                    shown_in=added.number,
                    asserted=False,
                    note=_says(
                        "Số cuối trừ số đầu là phần tăng thêm.", "The last stock less the first is what is added."
                    ),
                )


def _count_and_share(corpus: Corpus, indicator: Indicator, targets: Sequence[Entry]) -> Iterator[Finding]:
    """A count and a share of one thing need the number of all things, which documents seldom print."""
    for other in corpus.catalogue.counterparts(indicator.id):
        one, two = indicator.measured_in.unit.measure, corpus.catalogue[other].measured_in.unit.measure
        if one == "PT" or two != "PT" or corpus.catalogue[other].semantics is not Semantics.RATIO:
            continue
        shares = [share for share in corpus.of(other) if isinstance(share.record, Target) and not share.is_near]
        shares = [share for share in shares if share.source.territory == targets[0].source.territory]
        if shares:
            count, share = targets[-1], shares[0]
            yield Finding(
                check=ID,
                verdict=Verdict.UNKNOWN,
                severity=Severity.NONE,
                message=_says(
                    f"{count.name} ({count.number.text}) và {share.name} ({share.number.text}) chỉ đổi được cho "
                    "nhau khi biết tổng số; không văn bản nào ghi.",
                    f"{count.name} ({count.number.text}) and {share.name} ({share.number.text}) convert into each "
                    "other only with the number of all; no document prints it.",
                ),
                places=(count.number.place, share.number.place),
            )


def _not_comparable(corpus: Corpus, indicator: Indicator, earlier: Entry, later: Entry) -> Finding:
    moved = next(
        moved for moved in indicator.definition_breaks if _period(earlier).year < moved.year <= _period(later).year
    )
    of = corpus.name(earlier.source)
    return Finding(
        check=ID,
        verdict=Verdict.UNKNOWN,
        severity=Severity.NONE,
        message=_says(
            f"{later.name}: không so được với {earlier.number.text} của {of}: {moved.what.vi}",
            f"{later.name}: not comparable with {earlier.number.text} of {of}: {moved.what.en}",
        ),
        places=(earlier.number.place, later.number.place),
    )


def _definition_moved(indicator: Indicator, one: Entry, other: Entry) -> bool:
    first, last = sorted((_period(one).year, _period(other).year))
    return any(first < moved.year <= last for moved in indicator.definition_breaks)


def _period(entry: Entry) -> Period:
    assert entry.record.period is not None  # noqa: S101 - only dated targets come here
    return entry.record.period


def _spans_years(entry: Entry) -> bool:
    return _period(entry).kind is PeriodKind.SPAN


def _is_of_year(entry: Entry) -> bool:
    return _period(entry).kind is PeriodKind.YEAR and entry.record.quantity.change is None


def _says(vi: str, en: str) -> Wording:
    return Wording(vi, en)


CHECK = Check(
    ID,
    Wording("Kế hoạch dài hạn và từng năm", "Long plans and yearly ones"),
    Wording(
        "Mốc sau không lùi so với mốc trước; các năm cộng lại (số phát sinh) hoặc bình quân (tốc độ) phải hợp "
        "với cả giai đoạn; số cuối trừ số đầu là phần tăng thêm; phần của năm không quá cả năm. Khi cách tính đã "
        "đổi thì không so. Mọi điểm không hợp đều là câu hỏi, vì văn bản không khẳng định quan hệ này.",
        "A later waypoint does not go back behind an earlier one; the years add up (flows) or average (rates) to "
        "the whole period; the last stock less the first is what was added; a part of the year does not exceed "
        "the year. Where a definition moved nothing is compared. What does not fit is a question, since no text "
        "asserts these relations.",
    ),
    examine,
)
