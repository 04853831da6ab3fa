"""The part that says how the plan stands: what is behind, what is still needed and whose it is, what nobody can say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from tiendo.assessment.aim import Demand
from tiendo.assessment.board import Row
from tiendo.assessment.comparison import Comparison
from tiendo.assessment.progress import Every
from tiendo.assessment.status import Status
from tiendo.catalogue.model import Semantics
from tiendo.facts.printing import unit_of
from tiendo.facts.quantity import Change, Unit
from tiendo.facts.wording import Wording
from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.figures import PERCENT, RowFigures, counted, directed, plain
from tiendo.publishing.report.model import Block, Heading, Manner, Meaning, Paragraph, Runs
from tiendo.publishing.report.patterns import chain, fill, in_sentence, listed, named
from tiendo.publishing.report.results import figures_of
from tiendo.publishing.report.sentences import result_of
from tiendo.publishing.words import TOTALS_ORDER

_PLACES = 1
_RATE_PLACES = 2  # a required rate is compared with rates that are printed to one or two places

LAGGING = (Status.EXCEEDED, Status.BEHIND, Status.WATCH)
"""What the report asks somebody to do something about, the most urgent first."""

_OVERVIEW = Wording(
    "Đến hết {period}, có {count} chỉ tiêu có mục tiêu được theo dõi: {standing}.",
    "Indicators with a target at the end of {period}: {count} ({standing}).",
)
_STANDS = Wording("{count} chỉ tiêu {status}", "{count} {status}")
_NONE_PLANNED = Wording("Chưa có chỉ tiêu nào có mục tiêu của kỳ.", "No indicator has a target for the period yet.")

_WELL = Wording("Chỉ tiêu đạt hoặc đúng tiến độ", "On path or reached")
_LATE = Wording("Chỉ tiêu chậm hoặc cần chú ý", "Behind or to be watched")
_NOT_YET = Wording("Chỉ tiêu chưa thể kết luận", "Too early or not comparable")
_NO_DATA = Wording("Chỉ tiêu chưa có số liệu", "Without data")

_LATE_ROW = Wording("{name} ({status}; {owner}): {clauses}.", "{name} ({status}; {owner}): {clauses}.")
_RATIO = Wording("bằng {ratio}% mức nên đạt {expected}", "{ratio}% of the expected {expected}")
_AGAINST = Wording("mức nên đạt là {expected}", "{expected} is expected")
# At the end, and for a rate at any time, what is expected is the target itself.
_RATIO_DUE = Wording("bằng {ratio}% mức phải đạt {expected}", "{ratio}% of the {expected} that is due")
_AGAINST_DUE = Wording("mức phải đạt là {expected}", "{expected} is due")
_IN_ONE = {
    Semantics.CEILING: Wording(
        "còn được dùng {amount} trong {periods} {left} còn lại",
        "{amount} may still be used in the {periods} {left} left",
    ),
    Demand.AT_MOST: Wording(
        "còn phải giảm {amount} trong {periods} {left} còn lại",
        "it still has to fall by {amount} in the {periods} {left} left",
    ),
    Demand.AT_LEAST: Wording(
        "còn thiếu {amount} trong {periods} {left} còn lại", "{amount} are still missing in the {periods} {left} left"
    ),
}
_ALLOWED = Wording("mức theo thời gian là {expected}", "the time allows {expected}")
_IN_SEVERAL = {
    Semantics.CEILING: Wording(
        "còn được dùng {amount}, bình quân {each} mỗi {every} trong {periods} {left} còn lại",
        "{amount} may still be used, {each} a {every} on average over the {periods} {left} left",
    ),
    Demand.AT_MOST: Wording(
        "còn phải giảm {amount}, bình quân {each} mỗi {every} trong {periods} {left} còn lại",
        "it still has to fall by {amount}, {each} a {every} on average over the {periods} {left} left",
    ),
    Demand.AT_LEAST: Wording(
        "còn thiếu {amount}, bình quân {each} mỗi {every} trong {periods} {left} còn lại",
        "{amount} are still missing, {each} a {every} on average over the {periods} {left} left",
    ),
}
_REQUIRED = Wording("{periods} {left} còn lại phải bình quân {each}", "the {periods} {left} left must average {each}")
_EVERY = {
    Every.MONTH: Wording("tháng", "month"),
    Every.QUARTER: Wording("quý", "quarter"),
    Every.YEAR: Wording("năm", "year"),
}
_POINTS = Wording(" điểm %", " points")
_BECAUSE = Wording("{name}: {status}. {why}", "{name}: {status}. {why}")
_OWNED = Wording("{owner} ({count} chỉ tiêu): {names}.", "{owner} ({count}): {names}.")


def judged(basis: Basis, language: str) -> Iterator[Block]:
    """How the indicators with a target stand."""
    rows = basis.board.rows
    if not rows:
        yield Paragraph(plain(_NONE_PLANNED.sentence(language)))
        return
    yield _overview(basis, language)
    by_status = {status: [row for row in rows if row.assessment.status is status] for status in Status}
    well = [*by_status[Status.REACHED], *by_status[Status.ON_PATH], *by_status[Status.WITHIN]]
    late = [row for status in LAGGING for row in by_status[status]]
    open_ones = [*by_status[Status.TOO_EARLY], *by_status[Status.NOT_COMPARABLE]]
    parts: list[tuple[Wording, list[Paragraph]]] = [
        (_WELL, [_names(well, language)] if well else []),
        (_LATE, [lagging(row, basis, language) for row in late]),
        (_NOT_YET, [_undecided(row, language) for row in open_ones]),
        (_NO_DATA, list(_without_data(by_status[Status.NO_DATA], basis, language))),
    ]
    told = [(title, paragraphs) for title, paragraphs in parts if paragraphs]
    for number, (title, paragraphs) in enumerate(told, 1):
        yield Heading(2, f"{number}.", title.sentence(language))
        yield from paragraphs


def _overview(basis: Basis, language: str) -> Paragraph:
    board = basis.board
    standing = [
        fill(_STANDS, language, count=_count(count, f"status-{status.value}", basis, language),
             status=status.word.sentence(language))
        for status in TOTALS_ORDER
        if (count := board.totals.counts.get(status, 0))
    ]  # fmt: skip
    period = named(board.period, language)
    total = _count(board.totals.rows, "indicators", basis, language)
    return Paragraph(fill(_OVERVIEW, language, period=period, count=total, standing=listed(standing)))


def _count(count: int, key: str, basis: Basis, language: str) -> Runs:
    return (counted(count, key, basis.board.period, language, ""),)


def lagging(row: Row, basis: Basis, language: str) -> Paragraph:
    """What is behind, how far, what is still needed in each remaining period, and whose it is."""
    compared = row.assessment.comparison
    figures = figures_of(row, basis, language)
    clauses = [one for one in (_standing(figures, compared), _needed(figures, compared)) if one] if compared else []
    runs = fill(
        _LATE_ROW,
        language,
        name=row.indicator.names.sentence(language),
        status=row.assessment.status.word.sentence(language),
        owner=basis.owners.get(row.assessment.owner, row.assessment.owner),
        clauses=listed(clauses, "; ") or plain(row.assessment.rule.says.sentence(language).rstrip(".")),
    )
    return Paragraph(runs, Manner.DASH)


def _standing(figures: RowFigures, compared: Comparison) -> Runs:
    row, expectation = figures.row, compared.path.expectation
    if expectation is None:
        return ()
    expected = _value(figures, compared, expectation.deciding, Meaning.EXPECTED, _PLACES)
    ratio, is_target = row.assessment.ratio, compared.path.is_due or expectation == compared.aim
    if compared.semantics is Semantics.CEILING:
        return fill(_ALLOWED, figures.language, expected=expected)
    # What moves the other way has no share of the way.
    if ratio is None or ratio < 0 or compared.aim.demand is not Demand.AT_LEAST:
        return fill(_AGAINST_DUE if is_target else _AGAINST, figures.language, expected=expected)
    share = figures.computed(ratio * 100, Meaning.RATIO, PERCENT, _PLACES)
    return fill(_RATIO_DUE if is_target else _RATIO, figures.language, ratio=share, expected=expected)


def _needed(figures: RowFigures, compared: Comparison) -> Runs:
    rest = compared.needed
    if rest is None:
        return ()
    language = figures.language
    count = figures.computed(rest.periods, Meaning.REMAINING_PERIODS, Unit("NONE"), _PLACES)
    every = _EVERY[rest.every].sentence(language)
    left = every if rest.periods == 1 else Wording(every, f"{every}s").sentence(language)
    if rest.amount is None:
        each = _value(figures, compared, rest.each, Meaning.REMAINING_EACH, _RATE_PLACES)
        return fill(_REQUIRED, language, periods=count, left=left, each=each)
    amount = _step(figures, rest.amount, Meaning.REMAINING)
    which = _which(compared)
    if rest.periods == 1:
        return fill(_IN_ONE[which], language, amount=amount, left=left, periods=count)
    each = _step(figures, rest.each, Meaning.REMAINING_EACH)
    return fill(_IN_SEVERAL[which], language, amount=amount, each=each, every=every, left=left, periods=count)


def _which(compared: Comparison) -> Semantics | Demand:
    """Whose words tell what is left: a ceiling is used up, a cap is fallen to, all else is missing."""
    if compared.semantics is Semantics.CEILING:
        return Semantics.CEILING
    return Demand.AT_MOST if compared.aim.demand is Demand.AT_MOST else Demand.AT_LEAST


def _value(figures: RowFigures, compared: Comparison, value: Fraction, meaning: Meaning, places: int) -> Runs:
    """A value along the aim, with its unit: a fall of five per cent is `giảm 5%`."""
    record = result_of(figures.row)
    figure = figures.computed(value, meaning, record.quantity.unit, places)
    shown = figures.amount(figure, record.quantity)
    falls = (value < 0) is (compared.aim.along is Change.INCREASE) and value != 0
    changes = compared.aim.along is Change.DECREASE or value < 0
    way = (Change.DECREASE if falls else Change.INCREASE) if changes else None
    return directed(shown, way, figures.language)


def _step(figures: RowFigures, value: Fraction, meaning: Meaning) -> Runs:
    """A distance: between percentages lie points."""
    record = result_of(figures.row)
    if unit_of(record.quantity, "vi") == "%":
        points = figures.computed(value, meaning, Unit("PP"), _PLACES)
        return chain(points, _POINTS.sentence(figures.language))
    return figures.amount(figures.computed(value, meaning, record.quantity.unit, _PLACES), record.quantity)


def _names(rows: Sequence[Row], language: str) -> Paragraph:
    names = [row.indicator.names.sentence(language) for row in rows]
    return Paragraph(plain("; ".join([names[0], *map(in_sentence, names[1:])]) + "."))


def _undecided(row: Row, language: str) -> Paragraph:
    said = row.assessment
    why = (said.outcome.says if said.outcome is not None else said.rule.says).sentence(language)
    name, status = row.indicator.names.sentence(language), said.status.word.sentence(language)
    return Paragraph(fill(_BECAUSE, language, name=name, status=status, why=why), Manner.DASH)


def _without_data(rows: Sequence[Row], basis: Basis, language: str) -> Iterator[Paragraph]:
    """Who has to say more: the indicators without a result by the agencies that answer for them."""
    by_owner: dict[str, list[Row]] = {}
    for row in rows:
        by_owner.setdefault(row.assessment.owner, []).append(row)
    for owner, owned in sorted(by_owner.items(), key=lambda one: basis.owners.get(one[0], one[0])):
        count = _count(len(owned), f"no-data-{owner}", basis, language)
        names = "; ".join(in_sentence(row.indicator.names.sentence(language)) for row in owned)
        runs = fill(_OWNED, language, owner=basis.owners.get(owner, owner), count=count, names=names)
        yield Paragraph(runs, Manner.DASH)
