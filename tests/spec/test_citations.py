"""What a citation is: each row is a sentence and the documents it cites, as `quote | number | type | date | issuer`."""

from __future__ import annotations

import pytest

from tiendo.documents.lines import reading_copy
from tiendo.documents.model import Document, Metadata
from tiendo.documents.outline import outline
from tiendo.extraction.citations import extract_citations

SENTENCES = [
    (
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học.",
        ["Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị | 57-NQ/TW | Nghị quyết | 2024-12-22 | Bộ Chính trị"],
    ),
    (
        "Kế hoạch số 15/KH-UBND của UBND tỉnh ngày 05 tháng 01 năm 2024 ban hành danh mục dịch vụ.",
        ["Kế hoạch số 15/KH-UBND của UBND tỉnh ngày 05 tháng 01 năm 2024"
         " | 15/KH-UBND | Kế hoạch | 2024-01-05 | UBND tỉnh"],
    ),
    (
        "Quyết định số 23/2021/QĐ-TTg, số 33/2021/QĐ-TTg và 08/2022/QĐ-TTg của Thủ tướng Chính phủ.",
        [
            "Quyết định số 23/2021/QĐ-TTg | 23/2021/QĐ-TTg | Quyết định | - | -",
            "33/2021/QĐ-TTg | 33/2021/QĐ-TTg | Quyết định | - | -",
            "08/2022/QĐ-TTg của Thủ tướng Chính phủ | 08/2022/QĐ-TTg | Quyết định | - | Thủ tướng Chính phủ",
        ],
    ),
    (
        "các Nghị định của Chính phủ: số 93/2018/NĐ-CP ngày 30/6/2018 về quản lý nợ; số 94/2018/NĐ-CP ngày 30/6/2018.",
        [
            "Nghị định của Chính phủ: số 93/2018/NĐ-CP ngày 30/6/2018 | 93/2018/NĐ-CP | Nghị định | 2018-06-30 | -",
            "94/2018/NĐ-CP ngày 30/6/2018 | 94/2018/NĐ-CP | Nghị định | 2018-06-30 | -",
        ],
    ),
    (
        "Thông tư liên tịch số 12/2015/TTLT-BTC-BNV ngày 05/6/2015 của Bộ Tài chính và Bộ Nội vụ hướng dẫn chế độ.",
        ["Thông tư liên tịch số 12/2015/TTLT-BTC-BNV ngày 05/6/2015 của Bộ Tài chính và Bộ Nội vụ"
         " | 12/2015/TTLT-BTC-BNV | Thông tư liên tịch | 2015-06-05 | Bộ Tài chính và Bộ Nội vụ"],
    ),
    (
        "Luật Đầu tư công số 58/2024/QH15 được sửa đổi theo Luật số 90/2025/QH15.",
        ["Luật Đầu tư công số 58/2024/QH15 | 58/2024/QH15 | Luật | - | -",
         "Luật số 90/2025/QH15 | 90/2025/QH15 | Luật | - | -"],
    ),
    (
        "Luật Đê điều ngày 29 tháng 11 năm 2006; Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai"
        " và Luật Đê điều ngày 17 tháng 6 năm 2020.",
        [
            "Luật Đê điều ngày 29 tháng 11 năm 2006 | - | Luật | 2006-11-29 | -",
            "Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều ngày 17 tháng 6 năm 2020"
            " | - | Luật | 2020-06-17 | -",
        ],
    ),
    (
        "NGHỊ QUYẾT SỐ 12/2024/NQ-HĐND NGÀY 05 THÁNG 3 NĂM 2024 CỦA HĐND TỈNH.",
        ["NGHỊ QUYẾT SỐ 12/2024/NQ-HĐND NGÀY 05 THÁNG 3 NĂM 2024 CỦA HĐND TỈNH"
         " | 12/2024/NQ-HĐND | Nghị quyết | 2024-03-05 | HĐND TỈNH"],
    ),
    (
        "Báo cáo thẩm tra số 18/BC- KTNS ngày 10/7/2023, Công điện số 22/CĐ-TTg, Nghị quyết số 66.4/2025/NQ-CP.",
        [
            "Báo cáo thẩm tra số 18/BC- KTNS ngày 10/7/2023 | 18/BC- KTNS | Báo cáo thẩm tra | 2023-07-10 | -",
            "Công điện số 22/CĐ-TTg | 22/CĐ-TTg | Công điện | - | -",
            "Nghị quyết số 66.4/2025/NQ-CP | 66.4/2025/NQ-CP | Nghị quyết | - | -",
        ],
    ),
    ("Kế hoạch số 01/KH-BCĐ của Ban Chỉ đạo chuyển đổi số tỉnh về nhiệm vụ năm 2025.",
     ["Kế hoạch số 01/KH-BCĐ của Ban Chỉ đạo chuyển đổi số tỉnh"
      " | 01/KH-BCĐ | Kế hoạch | - | Ban Chỉ đạo chuyển đổi số tỉnh"]),
    ("Nghị định số 10/2024/NĐ-CP của Chính phủ Quy định về khu công nghệ cao.",
     ["Nghị định số 10/2024/NĐ-CP của Chính phủ | 10/2024/NĐ-CP | Nghị định | - | Chính phủ"]),
    # no citations
    ("Luật Đất đai năm 2024 và các Nghị quyết của Tỉnh ủy có hiệu lực.", []),
    ("Áp dụng TCVN 7957:2008, QCVN 07-2:2016/BXD, bản đồ tỷ lệ 1/500, trực 24/24 giờ.", []),
    ("Bộ Nội vụ hoàn thiện Luật Thi đua, khen thưởng, hoàn thành trước ngày 01 tháng 01 năm 2027.", []),
    ("Đầu tư tuyến đường Km18+200 - Km80 giai đoạn 2021-2025.", []),
]  # fmt: skip


def document_of(text: str, metadata: Metadata | None = None) -> Document:
    return Document("x.txt", "txt", text, outline(text), metadata=metadata or Metadata())


def cited(document: Document) -> list[str]:
    found = extract_citations(document, reading_copy(document.text))
    return [
        " | ".join(str(part or "-") for part in (one.quote, one.number, one.type, one.date, one.issuer))
        for one in found
    ]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_cites_these_documents(sentence: str, expected: list[str]) -> None:
    assert cited(document_of(f"I. NHIỆM VỤ\n1. {sentence}\n")) == expected


def test_the_own_number_is_no_citation() -> None:
    text = (
        "Kế hoạch 23/KH-UBND năm 2023 thực hiện Nghị quyết 96/NQ-CP do tỉnh ban hành\n"
        "Số hiệu | 23/KH-UBND |\nSố: 23/KH-UBND |\n"
        "1. Ban hành kèm theo Kế hoạch số 23/KH-UBND danh mục nhiệm vụ.\n"
    )
    assert cited(document_of(text, Metadata(number="23/KH-UBND"))) == [
        "Nghị quyết 96/NQ-CP | 96/NQ-CP | Nghị quyết | - | -"
    ]


def test_every_mention_is_a_citation_of_its_own() -> None:
    text = "1. Theo Nghị quyết số 5/NQ-CP.\n2. Tiếp tục thực hiện Nghị quyết số 5/NQ-CP.\n"
    assert [line.split(" | ")[0] for line in cited(document_of(text))] == ["Nghị quyết số 5/NQ-CP"] * 2


def test_a_citation_knows_its_provision_and_keeps_its_line_breaks() -> None:
    text = (
        "Điều 1. Nội dung:\n1. Mục tiêu\nThực hiện Quyết định số\n1167/QĐ-TTg ngày 28 tháng 6\nnăm 2016 về chỉ tiêu.\n"
    )
    (found,) = extract_citations(document_of(text), reading_copy(text))
    assert found.quote == "Quyết định số\n1167/QĐ-TTg ngày 28 tháng 6\nnăm 2016"
    assert found.provision[0] == "Điều 1"
