"""Where data comes from: which record, as it stood when, who publishes it, and what others may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tiendo.facts.wording import Wording

TITLES = {
    "observation": Wording("Kết quả thực hiện", "Results"),
    "target": Wording("Chỉ tiêu kế hoạch", "Targets"),
}
"""What the two tables are called."""

DESCRIPTIONS = {
    "observation": Wording(
        "Kết quả thực hiện các chỉ tiêu kinh tế - xã hội, mỗi dòng một giá trị với nguyên văn và nguồn.",
        "Results of socio-economic indicators, one row a value with the words of its source.",
    ),
    "target": Wording(
        "Chỉ tiêu mà nghị quyết, chương trình và kế hoạch đề ra, mỗi dòng một giá trị với nguyên văn và nguồn.",
        "Targets that resolutions, programmes and plans set, one row a value with the words of its source.",
    ),
}
"""What the two tables hold."""

METHOD = Wording(
    "Số liệu được đọc từ văn bản đã công bố hoặc do cơ quan báo cáo gửi, giữ nguyên như nguồn ghi; giá trị đính chính "
    "thay giá trị cũ, và có thể lấy lại số liệu như vào một ngày trước đó (asOf).",
    "The figures were read from published documents or sent in by the agencies that report them, and stand as the "
    "source has them; a correction takes the place of the value before it, and the data can be had as of a past day "
    "(asOf).",
)
"""How the data came about, in two sentences; the site has a page of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The state of the record, and who answers for it; what nobody said is an empty text.

    `horizon` is the number of the last entry, `seal` the digest that stands for all up to there, `recorded_at` the
    moment of the last change. `site` is the address of the site without a stroke at its end.
    """

    horizon: int
    seal: str
    recorded_at: datetime | None
    day: date
    organisation: str
    contact: str
    licence: str
    site: str
    version: str

    @property
    def publisher(self) -> str:
        """Who publishes: the organisation, else the site itself."""
        return self.organisation or self.site

    @property
    def licence_address(self) -> str | None:
        """The licence where it is named by an address."""
        return self.licence if self.licence.startswith(("https://", "http://")) else None

    def stamp(self) -> dict[str, str | int]:
        """The state of the record as plain values."""
        at = self.recorded_at.isoformat().replace("+00:00", "Z") if self.recorded_at else ""
        return {"horizon": self.horizon, "seal": self.seal, "recorded_at": at}
