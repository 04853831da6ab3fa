"""The first sheet: what the workbook is, what it was made from, by whom and when."""

from __future__ import annotations

from tiendo.assessment.method import METHOD_VERSION
from tiendo.facts.wording import Wording
from tiendo.publishing import words
from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.ruler_colours import fill_of
from tiendo.publishing.workbook.sheets import Cell, Front, Marked, Number

_NAME = Wording("Tóm tắt", "Summary")
_TITLE = Wording("Phụ lục số liệu", "Annex of figures")
_DIGITS_OF_SEAL = 8  # as at the foot of every page

_PLACE = Wording("Địa bàn", "Territory")
_PERIOD = Wording("Kỳ báo cáo", "Period")
_ABOUT = Wording("Cơ quan", "Agency")
_AS_OF = Wording("Số liệu trong sổ đến", "As recorded by")
_SEAL = Wording("Trạng thái của sổ", "State of the record")
_HORIZON = Wording("Mục cuối của sổ", "Last entry of the record")
_BY = Wording("Người lập", "Made by")
_AT = Wording("Lập lúc", "Made at")
_METHOD = Wording("Phiên bản phương pháp", "Version of the method")
_COUNTED = Wording("Chỉ tiêu theo đánh giá", "Indicators by status")
_CONTENTS = Wording("Trong tệp này", "In this file")
_STAMP = Wording("Tiến Độ · sổ {seal} · số liệu đến {day}", "Tiến Độ · record {seal} · as of {day}")


def front(basis: Basis, language: str) -> Front:
    """The summary of a basis."""
    stamp = basis.stamp
    pairs: list[tuple[Wording, Cell]] = [
        (_PLACE, _capital(basis.place) or None),
        (_PERIOD, period_words(basis, language)),
        *([(_ABOUT, basis.agency)] if basis.agency else []),
        (_AS_OF, stamp.as_of),
        (_SEAL, stamp.seal),
        (_HORIZON, Number(stamp.horizon, "0")),
        (_BY, stamp.by),
        (_AT, stamp.at),
        (_METHOD, METHOD_VERSION),
    ]
    return Front(
        name=_NAME.sentence(language),
        title=_TITLE.sentence(language),
        under=heading(basis, language),
        pairs=tuple((title.sentence(language), value) for title, value in pairs),
        counted=_COUNTED.sentence(language),
        counts=tuple(
            (Marked(_capital(word), fill_of(status)), Number(count))
            for status, _, count, word in words.totals(basis.board.totals, language)
        ),
        contents=_CONTENTS.sentence(language),
    )


def heading(basis: Basis, language: str) -> str:
    """`Tỉnh Lạng Sơn, quý I năm 2022`: stands on every sheet."""
    period = period_words(basis, language)
    return ", ".join(one for one in (_capital(basis.place), basis.agency or "", period) if one)


def stamp_words(basis: Basis, language: str) -> str:
    """What the workbook was made from, short enough for the foot of a page."""
    as_of = basis.stamp.as_of
    day = f"{as_of.day}/{as_of.month}/{as_of.year}" if language == "vi" else as_of.date().isoformat()
    return _STAMP.sentence(language).format(seal=basis.stamp.seal[:_DIGITS_OF_SEAL], day=day)


def period_words(basis: Basis, language: str) -> str:
    """The period in words."""
    period = basis.board.period
    return period.vietnamese() if language == "vi" else period.english()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
