"""The codes that we use of codelists which the SDMX sponsors maintain, with the meaning that they have there.

The lists are longer; what leaves is marked as a part of them. Codes and versions are those of the SDMX Global Registry;
the Vietnamese names are ours.
"""

from __future__ import annotations

from tiendo.facts.wording import Wording
from tiendo.publishing.sdmx.model import Item, ItemList, Kind, Reference

_AGENCY = "SDMX"
_MOST_DECIMALS = 15  # as far as CL_DECIMALS and CL_UNIT_MULT go


def _list(id_: str, version: str, names: Wording, codes: dict[str, Wording]) -> ItemList:
    items = tuple(Item(id=code, names=words) for code, words in codes.items())
    return ItemList(
        reference=Reference(Kind.CODELIST, _AGENCY, id_, version), names=names, items=items, is_partial=True
    )


FREQUENCIES = _list(
    "CL_FREQ",
    "2.1",
    Wording("Tần suất", "Frequency"),
    {
        "A": Wording("Năm", "Annual"),
        "S": Wording("6 tháng", "Half-yearly, semester"),
        "Q": Wording("Quý", "Quarterly"),
        "M": Wording("Tháng", "Monthly"),
        "D": Wording("Ngày", "Daily"),
        "_O": Wording("Khác (9 tháng đầu năm, giai đoạn nhiều năm)", "Other (first nine months, spans of years)"),
    },
)

OBSERVATION_STATUSES = _list(
    "CL_OBS_STATUS",
    "2.3",
    Wording("Tình trạng số liệu", "Observation status"),
    {
        "A": Wording("Số liệu bình thường", "Normal value"),
        "E": Wording("Số ước tính", "Estimated value"),
    },
)

CONFIDENTIALITY = _list(
    "CL_CONF_STATUS",
    "1.3",
    Wording("Mức công khai", "Confidentiality status"),
    {
        "F": Wording("Được công bố tự do", "Free (free for publication)"),
        "N": Wording("Không công bố, chỉ dùng trong nội bộ", "Not for publication, restricted for internal use only"),
    },
)

_POWERS = {
    0: Wording("Đơn vị", "Units"),
    1: Wording("Chục", "Tens"),
    2: Wording("Trăm", "Hundreds"),
    3: Wording("Nghìn", "Thousands"),
    4: Wording("Vạn", "Tens of thousands"),
    5: Wording("Trăm nghìn", "Hundreds of thousands"),
    6: Wording("Triệu", "Millions"),
    9: Wording("Tỷ", "Billions"),
    12: Wording("Nghìn tỷ", "Trillions"),
    15: Wording("Triệu tỷ", "Quadrillions"),
}

MULTIPLIERS = _list(
    "CL_UNIT_MULT",
    "1.1",
    Wording("Hệ số của đơn vị tính (lũy thừa của 10)", "Unit multiplier (power of ten)"),
    {
        str(power): _POWERS.get(power, Wording(f"10 lũy thừa {power}", f"Ten to the power of {power}"))
        for power in range(_MOST_DECIMALS + 1)
    },
)

DECIMALS = _list(
    "CL_DECIMALS",
    "1.0",
    Wording("Số chữ số thập phân", "Number of decimals"),
    {
        str(count): Wording(f"{count} chữ số", "One decimal" if count == 1 else f"{count} decimals")
        for count in range(_MOST_DECIMALS + 1)
    },
)

STANDARD_CODELISTS = (FREQUENCIES, OBSERVATION_STATUSES, CONFIDENTIALITY, MULTIPLIERS, DECIMALS)
