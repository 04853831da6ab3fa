"""The Word template that a province made for its reports: read from where the settings or the command name it."""

from __future__ import annotations

from pathlib import Path

from tiendo.facts.errors import InvalidSetting, ReportRefused
from tiendo.publishing.report.province import Province
from tiendo.publishing.report.word_template import TEMPLATE_LIMITS, Template


def template_from(path: Path) -> Template:
    """The file as it is; what is in it is looked at when a report is poured into it.

    Raises `ReportRefused` where there is no such file, or where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            # One byte too many is enough to be refused as too large.
            return Template(path.name, file.read(TEMPLATE_LIMITS.max_bytes + 1))
    except FileNotFoundError as fault:
        raise ReportRefused(
            vi=f"Không có mẫu báo cáo {path}: hãy kiểm tra đường dẫn, hoặc bỏ --template và khóa template để dùng mẫu"
            " có sẵn.",
            en=f"There is no report template {path}: check the path, or leave out --template and the key template to"
            " use the one that is shipped.",
        ) from fault
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise ReportRefused(
            vi=f"Không đọc được mẫu báo cáo {path} ({reason}): hãy chọn một tệp .docx đọc được.",
            en=f"The report template {path} cannot be read ({reason}): name a .docx file that can.",
        ) from fault


def template_of(province: Province, settings_file: Path | None) -> Template | None:
    """The template that the settings of a province name, beside the file of settings; `None` where they name none.

    Raises `InvalidSetting` where it cannot be read: no other report could be asked for that would not need it.
    """
    if not province.template or settings_file is None:
        return None
    try:
        return template_from(settings_file.parent / province.template)
    except ReportRefused as fault:
        raise InvalidSetting(vi=fault.vi, en=fault.en) from fault
