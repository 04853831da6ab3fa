"""The data structure of our results and targets: one table says which columns an observation has and what they mean."""

from __future__ import annotations

from tiendo.facts.wording import Wording
from tiendo.publishing.sdmx import own_codes, standard_codes
from tiendo.publishing.sdmx.model import Component, Dataflow, DataStructure, ItemList, Kind, Reference, Role

AGENCY = own_codes.AGENCY
CONCEPTS = Reference(Kind.CONCEPTS, AGENCY, "CS_PROGRESS")
STRUCTURE = Reference(Kind.STRUCTURE, AGENCY, "PROGRESS")
FLOW = Reference(Kind.FLOW, AGENCY, "PROGRESS")
INDICATORS = Reference(Kind.CODELIST, AGENCY, "CL_INDICATOR")
AREAS = Reference(Kind.CODELIST, AGENCY, "CL_AREA")
UNITS = Reference(Kind.CODELIST, AGENCY, "CL_UNIT_MEASURE")


def _dimension(id_: str, vi: str, en: str, codelist: Reference | None, about: Wording | None = None) -> Component:
    return Component(
        id=id_,
        role=Role.DIMENSION,
        names=Wording(vi, en),
        codelist=codelist,
        text_type="String" if codelist else "Integer",
        description=about,
    )


def _attribute(
    id_: str,
    vi: str,
    en: str,
    coded: ItemList | None = None,
    *,
    text_type: str = "String",
    is_mandatory: bool = False,
    about: Wording | None = None,
) -> Component:
    return Component(
        id=id_,
        role=Role.ATTRIBUTE,
        names=Wording(vi, en),
        codelist=coded.reference if coded else None,
        text_type=text_type,
        is_mandatory=is_mandatory,
        description=about,
    )


_STATEMENT = Wording(
    "Hồ sơ có thể nói nhiều lần về cùng một điều: 1 là lần được ghi trước tiên, 2 là lần sau …",
    "The record may say several things of one and the same: 1 is the one that was recorded first, 2 the next …",
)
_VALUE = Wording(
    "Đúng các chữ số đã in, theo đơn vị UNIT_MEASURE nhân 10 lũy thừa UNIT_MULT; mức giảm là số âm, trừ khi bản thân "
    "chỉ tiêu đo mức giảm.",
    "The digits as printed, in UNIT_MEASURE times ten to the UNIT_MULT; a fall is negative, unless what the indicator "
    "measures is the fall.",
)

COMPONENTS: tuple[Component, ...] = (
    _dimension("FREQ", "Tần suất", "Frequency", standard_codes.FREQUENCIES.reference),
    _dimension("REF_AREA", "Địa bàn", "Reference area", AREAS),
    _dimension("INDICATOR", "Chỉ tiêu", "Indicator", INDICATORS),
    _dimension("MEASURE", "Loại số liệu", "Kind of value", own_codes.MEASURES.reference),
    _dimension("BASIS", "Cách tính theo thời gian", "Basis in time", own_codes.BASES.reference),
    _dimension("UNIT_MEASURE", "Đơn vị tính", "Unit of measure", UNITS),
    _dimension("STATEMENT", "Lần nêu", "Statement", None, _STATEMENT),
    Component(
        id="TIME_PERIOD",
        role=Role.TIME,
        names=Wording("Kỳ", "Time period"),
        text_type="ObservationalTimePeriod",
    ),
    Component(
        id="OBS_VALUE",
        role=Role.MEASURE,
        names=Wording("Giá trị", "Observation value"),
        text_type="Decimal",
        description=_VALUE,
    ),
    _attribute("UNIT_MULT", "Hệ số đơn vị", "Unit multiplier", standard_codes.MULTIPLIERS, is_mandatory=True),
    _attribute("DECIMALS", "Số chữ số thập phân", "Decimals", standard_codes.DECIMALS),
    _attribute(
        "OBS_STATUS", "Tình trạng số liệu", "Observation status", standard_codes.OBSERVATION_STATUSES, is_mandatory=True
    ),
    _attribute("CONF_STATUS", "Mức công khai", "Confidentiality", standard_codes.CONFIDENTIALITY, is_mandatory=True),
    _attribute("HORIZON", "Thời hạn", "Horizon", own_codes.HORIZONS),
    _attribute("CHANGE", "Chiều tăng giảm", "Direction of change", own_codes.WRITTEN),
    _attribute("APPROXIMATE", "Xấp xỉ (khoảng, gần, hơn)", "Approximate", text_type="Boolean"),
    _attribute("UNIT_PER", "Trên (mẫu số của suất)", "Denominator of a rate"),
    _attribute("TOTAL", "Trong tổng số", "Out of", text_type="Decimal"),
    _attribute("PLAN_PERCENT", "So với kế hoạch, % (theo nguồn)", "Percent of plan, as claimed", text_type="Decimal"),
    _attribute(
        "YOY_PERCENT", "So với cùng kỳ, % (theo nguồn)", "Change on the year before, percent, as claimed",
        text_type="Decimal",
    ),
    _attribute(
        "YOY_CHANGE", "Tăng, giảm so với cùng kỳ (theo nguồn)", "Change on the year before, as claimed",
        text_type="Decimal",
    ),
    _attribute("IN_FORCE_FROM", "Có hiệu lực từ", "In force from", text_type="GregorianDay"),
    _attribute("SOURCE", "Nguồn", "Source"),
    _attribute("RECORD", "Số của mục trong sổ", "Number of the entry in the record", text_type="Integer"),
)  # fmt: skip

COLUMNS = tuple(one.id for one in COMPONENTS)
"""The columns of an observation, in the order of all messages."""

PLACE_OF = {column: place for place, column in enumerate(COLUMNS)}

PROGRESS = DataStructure(
    reference=STRUCTURE,
    names=Wording("Chỉ tiêu và kết quả thực hiện kế hoạch", "Targets and results of plans"),
    concepts=CONCEPTS,
    components=COMPONENTS,
)

PROGRESS_FLOW = Dataflow(
    reference=FLOW,
    names=Wording("Tiến độ thực hiện kế hoạch", "Progress of plans"),
    structure=STRUCTURE,
    description=Wording(
        "Chỉ tiêu và kết quả đọc được từ văn bản hoặc do cơ quan báo cáo, mỗi số kèm nguồn.",
        "Targets and results read from documents or reported by agencies, each with its source.",
    ),
)
