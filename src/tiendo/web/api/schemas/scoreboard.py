"""The scoreboard of a period: each indicator with its target, its result, its status and the rule behind it."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from tiendo.assessment.board import Board, BoardEntry, Row
from tiendo.assessment.explanation import reason
from tiendo.assessment.method import METHOD_VERSION
from tiendo.assessment.rules import Outcome
from tiendo.assessment.status import Status
from tiendo.publishing.cells import owner_of, warnings_of
from tiendo.web.api.schemas.shared import Computed, Figure, Shown, WordingShown


class BoardValueShown(Shown):
    """A target or a result on the board, with its source."""

    low: Figure | None
    high: Figure | None
    unit: str
    unit_measure: str
    unit_mult: int
    per: str | None
    change: str | None
    approximate: bool
    estimated: bool
    period: str | None
    annual: bool
    cumulative: bool
    plan_percent: Figure | None
    yoy_percent: Figure | None
    yoy_change: Figure | None
    source: int = Field(description="The document or submission that says it.")
    source_title: str
    provision: tuple[str, ...]
    start: int
    end: int
    quote: str


class BoundsShown(Shown):
    """What should have been reached by now; null is an open side."""

    low: Computed | None
    high: Computed | None


class BoardFindingShown(Shown):
    """What an audit says of the figures of the row."""

    check: str
    verdict: str
    message: WordingShown


class BoardRowShown(Shown):
    """One indicator on the board."""

    indicator: str
    name: WordingShown
    sector: str
    owner: str
    owner_name: str
    status: Status
    borderline: bool = Field(description="True where rounding could change the status.")
    rule: str = Field(description="The rule that decided, see docs/method.md.")
    outcome: Outcome | None = Field(description="Why there is no ratio or no verdict.")
    reason: WordingShown
    ratio: Computed | None = Field(description="What was reached, divided by what was expected.")
    reached: Computed | None
    expected: BoundsShown | None
    elapsed: Computed | None = Field(description="The share of the target's time that has passed, from 0 to 1.")
    age_days: int | None = Field(description="How old the result is on the day of the board.")
    from_claim: bool = Field(description="True where the result is a change claimed beside an amount.")
    target: BoardValueShown | None
    result: BoardValueShown | None
    later_targets: tuple[BoardValueShown, ...]
    findings: tuple[BoardFindingShown, ...]
    warnings: tuple[WordingShown, ...]


class TotalsShown(Shown):
    """How many rows have each status."""

    rows: int
    by_status: dict[Status, int]
    fresh: int = Field(description="Rows whose result is of this period.")
    unlinked: int = Field(description="Figures of no known indicator, or that wait for a person.")
    undated: int
    elsewhere: int


class ScoreboardShown(Shown):
    """The board of a territory and a period, as on a day."""

    period: str
    on: date
    territory: str | None
    method: str = Field(description="The version of the rules.")
    totals: TotalsShown
    rows: tuple[BoardRowShown, ...] = Field(description="Indicators with a target, sector by sector.")
    unplanned: tuple[BoardRowShown, ...] = Field(description="Results without a target.")


def scoreboard_shown(board: Board) -> ScoreboardShown:
    """A board with the fields that are shown."""
    return ScoreboardShown(
        period=str(board.period),
        on=board.on,
        territory=board.territory,
        method=METHOD_VERSION,
        totals=TotalsShown(
            rows=board.totals.rows,
            by_status=dict(board.totals.counts),
            fresh=board.totals.fresh,
            unlinked=board.unlinked,
            undated=board.undated,
            elsewhere=board.elsewhere,
        ),
        rows=tuple(_row(row, board) for row in board.rows),
        unplanned=tuple(_row(row, board) for row in board.unplanned),
    )


def _row(row: Row, board: Board) -> BoardRowShown:
    assessment = row.assessment
    compared = assessment.comparison
    expected = compared.path.expectation if compared else None
    warnings = zip(warnings_of(row, board, "vi"), warnings_of(row, board, "en"), strict=True)
    return BoardRowShown(
        indicator=row.indicator.id,
        name=WordingShown(vi=row.indicator.names.vi, en=row.indicator.names.en),
        sector=row.indicator.sector,
        owner=assessment.owner,
        owner_name=owner_of(row, board),
        status=assessment.status,
        borderline=assessment.borderline,
        rule=assessment.rule.id,
        outcome=assessment.outcome,
        reason=WordingShown(vi=reason(assessment, "vi"), en=reason(assessment, "en")),
        ratio=assessment.ratio,
        reached=compared.reached.value if compared else None,
        expected=BoundsShown(low=expected.low, high=expected.high) if expected else None,
        elapsed=compared.path.elapsed if compared else None,
        age_days=assessment.age_days,
        from_claim=row.from_claim,
        target=_value(row.target),
        result=_value(row.result),
        later_targets=tuple(value for value in map(_value, row.horizons) if value),
        findings=tuple(
            BoardFindingShown(
                check=one.check,
                verdict=one.verdict.value,
                message=WordingShown(vi=one.message.vi, en=one.message.en),
            )
            for one in row.findings
        ),
        warnings=tuple(WordingShown(vi=vi, en=en) for vi, en in warnings),
    )


def _value(entry: BoardEntry | None) -> BoardValueShown | None:
    if entry is None:
        return None
    record = entry.record
    quantity = record.quantity
    return BoardValueShown(
        low=quantity.low,
        high=quantity.high,
        unit=quantity.written_unit,
        unit_measure=quantity.unit.measure,
        unit_mult=quantity.unit.multiplier,
        per=quantity.per,
        change=quantity.change.value if quantity.change else None,
        approximate=quantity.approximate,
        estimated=bool(getattr(record, "estimated", False)),
        period=str(record.period) if record.period else None,
        annual=record.annual,
        cumulative=record.cumulative,
        plan_percent=record.plan_percent,
        yoy_percent=record.yoy_percent,
        yoy_change=record.yoy_change,
        source=int(entry.document),
        source_title=entry.title,
        provision=record.provision,
        start=record.start,
        end=record.end,
        quote=record.quote,
    )
