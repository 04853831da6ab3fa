"""The Word template that the settings of a province name lies beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiendo.facts.errors import InvalidSetting
from tiendo.publishing.report.province import Province, province_of
from tiendo.publishing.report.word_template import shipped
from tiendo.web.handouts.report_template import template_of


def test_it_is_found_beside_the_settings(tmp_path: Path) -> None:
    (tmp_path / "mau.docx").write_bytes(shipped("vi").data)
    template = template_of(province_of("template: mau.docx", "tinh.yaml"), tmp_path / "tinh.yaml")
    assert template is not None
    assert (template.name, template.data) == ("mau.docx", shipped("vi").data)
    assert not template.shipped  # whoever wrote it, it is looked through


def test_without_a_name_the_shipped_one_is_used(tmp_path: Path) -> None:
    assert template_of(Province(), tmp_path / "tinh.yaml") is None


def test_one_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidSetting, match=r"no report template .*mau\.docx"):
        template_of(Province(template="mau.docx"), tmp_path / "tinh.yaml")


def test_a_path_with_a_zero_byte_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InvalidSetting, match="cannot be read"):
        template_of(Province(template="a\x00.docx"), tmp_path / "tinh.yaml")
