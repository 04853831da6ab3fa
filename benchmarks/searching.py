"""Made-up entries for a search: 200 documents of 100 provisions and what goes with them; the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from itertools import count

from tiendo.catalogue import load_catalogue
from tiendo.ledger.findable import Findable, Kind
from tiendo.reference.agencies import all_agencies
from tiendo.web.search.index import Index, build_index

DOCUMENTS = 200
PROVISIONS = 100  # of each document
TASKS = 20  # of each document
_INDICATORS = 500
_WORDS_OF_TEXT = 50  # as many as the opening of a provision has
_FIRST_YEAR = 2006
# What plans and reports are about; with the names of the catalogue's indicators it makes some thousand syllables.
_PHRASES = (
    "thu ngân sách nhà nước trên địa bàn", "giải ngân vốn đầu tư công", "trồng rừng mới", "xã đạt chuẩn nông thôn mới",
    "kinh tế cửa khẩu", "cải cách thủ tục hành chính", "chuyển đổi số", "giải phóng mặt bằng", "an sinh xã hội",
    "khám chữa bệnh bằng bảo hiểm y tế", "phòng, chống thiên tai", "quy hoạch sử dụng đất", "thu hút khách du lịch",
    "hạ tầng khu công nghiệp", "giảm nghèo bền vững", "đào tạo nghề cho lao động", "trường học đạt chuẩn quốc gia",
    "kim ngạch xuất nhập khẩu", "bảo vệ môi trường", "tiếp công dân, giải quyết khiếu nại",
)  # fmt: skip
_LINKS = (
    "và",
    "của",
    "trong",
    "đến năm",
    "theo",
    "với",
    "bằng",
    "so với cùng kỳ",
    "tăng",
    "giảm",
    "ước đạt",
    "tỷ đồng",
)


def made_up_index() -> Index:
    """The index of all made-up entries."""
    return build_index(made_up_entries())


def made_up_entries(documents: int = DOCUMENTS, provisions: int = PROVISIONS) -> Iterator[Findable]:
    """Indicators, agencies, documents, tasks and provisions, as the record of a province would hold them."""
    chosen = random.Random(2026)
    names = [one.names.vi for one in load_catalogue()]
    phrases = (*_PHRASES, *names)
    for place, name in zip(range(_INDICATORS), (names * _INDICATORS)[:_INDICATORS], strict=True):
        yield Findable(
            kind=Kind.INDICATOR, key=f"made_up_{place}", title=f"{name} {place}", codes=(f"made_up_{place}",)
        )
    bodies = all_agencies()
    for body in bodies:
        yield Findable(kind=Kind.AGENCY, key=body.code, title=body.name, names=body.aliases, codes=(body.code,))
    numbers = count(1)
    for version in range(1, documents + 1):
        label = f"Báo cáo {version}/BC-UBND"
        yield Findable(
            kind=Kind.DOCUMENT, key=str(version), title=label, names=(_text(chosen, phrases, 12),),
            codes=(f"{version}/BC-UBND",), document=version, version=version,
            day=date(_FIRST_YEAR + version % 20, 1 + version % 12, 1),
        )  # fmt: skip
        for _ in range(TASKS):
            lead = chosen.choice(bodies)
            yield Findable(
                kind=Kind.TASK, key=str(next(numbers)), title=f"{lead.name} chủ trì {_text(chosen, phrases, 20)}",
                context=lead.name, document=version, version=version, agencies=(lead.code,),
            )  # fmt: skip
        for part in range(provisions):
            said = _text(chosen, phrases, _WORDS_OF_TEXT)
            yield Findable(
                kind=Kind.PROVISION, key=str(next(numbers)), title=chosen.choice(phrases), context=said,
                place=(label, f"Điều {part}"), document=version, start=part, version=version,
            )  # fmt: skip


def _text(chosen: random.Random, phrases: tuple[str, ...], words: int) -> str:
    text = ""
    while text.count(" ") < words:
        text += f"{chosen.choice(phrases)} {chosen.choice(_LINKS)} {chosen.randrange(1, 100_000) / 10} "
    return text.strip()
