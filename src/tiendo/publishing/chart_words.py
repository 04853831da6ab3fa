"""The words of a chart: what a reader hears of each mark, and of the whole picture."""

from __future__ import annotations

from tiendo.facts.wording import Wording
from tiendo.publishing.chart_values import Break, Chart, Point, Step
from tiendo.publishing.columns import printable

TARGET = Wording("mục tiêu", "target")
RANGE = Wording("mục tiêu dạng khoảng", "target range")
FLOOR = Wording("mục tiêu, tối thiểu", "target, at least")
CAP = Wording("mục tiêu, tối đa", "target, at most")
RESULT = Wording("kết quả", "result")
ESTIMATE = Wording("ước thực hiện", "estimate")
PART = Wording("kết quả trong năm", "result within the year")
EARLIER = Wording("các năm trước", "years before")
BREAK = Wording("đổi định nghĩa", "new definition")
LADDER = Wording("đường nối các mục tiêu", "way between targets")
_MOST_SOURCES = 3  # in a tooltip; all of them stand in the table


def kind_of_step(step: Step, language: str) -> str:
    """What kind of target it is."""
    words = RANGE if step.is_range else CAP if step.is_cap else FLOOR if step.is_floor else TARGET
    return words.sentence(language)


def kind_of_point(point: Point, language: str) -> str:
    """What kind of result it is."""
    words = ESTIMATE if point.estimated else RESULT if point.whole else PART
    return words.sentence(language)


def sources_of(step: Step) -> str:
    """Where a target stands."""
    shown = "; ".join(step.sources[:_MOST_SOURCES])
    return f"{shown} …" if len(step.sources) > _MOST_SOURCES else shown


def sentence_of_step(step: Step, language: str) -> str:
    """A target in words: `Đến năm 2030: 67%, mục tiêu. 23/KH-UBND, II.3`."""
    return printable(f"{step.period}: {step.said}, {kind_of_step(step, language)}. {sources_of(step)}")


def sentence_of_point(point: Point, language: str) -> str:
    """A result in words."""
    return printable(f"{point.period}: {point.said}, {kind_of_point(point, language)}. {point.source}")


def sentence_of_break(one: Break, language: str) -> str:
    """A break in words."""
    lead = Wording(f"Từ năm {one.year} đổi định nghĩa", f"New definition from {one.year} on")
    return printable(f"{lead.sentence(language)}: {one.why}")


def label(chart: Chart) -> str:
    """What the picture is called."""
    words = Wording(f"Biểu đồ: {chart.title}, {chart.unit}", f"Chart: {chart.title}, {chart.unit}")
    return printable(words.sentence(chart.language))


def description(chart: Chart) -> str:
    """All that is drawn, in sentences: targets, results, those within single years, breaks."""
    language = chart.language
    told = [
        (Wording("Mục tiêu", "Targets"), [(step.period, step.said) for step in chart.steps]),
        (Wording("Kết quả", "Results"), [(point.period, _said(point, language)) for point in chart.line]),
        (
            Wording("Các năm trước", "Years before"),
            [(point.period, _said(point, language)) for year in chart.earlier for point in year],
        ),
        (Wording("Trong năm", "Within years"), [(point.period, _said(point, language)) for point in chart.parts]),
    ]
    sentences = [f"{label(chart)}."]
    for heading, values in told:
        if values:
            listed = "; ".join(f"{period[:1].lower()}{period[1:]}: {said}" for period, said in values)
            sentences.append(f"{heading.sentence(language)}: {listed}.")
    sentences += [sentence_of_break(one, language) for one in chart.breaks]
    return printable(" ".join(sentences))


def _said(point: Point, language: str) -> str:
    estimated = Wording("ước ", "estimated ").sentence(language) if point.estimated else ""
    return estimated + point.said
