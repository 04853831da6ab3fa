"""The texts that are measured: the four real documents where they are at hand, else generated ones of their sizes.

Generated text is made of own sentences over the grammar's patterns. The same arguments give the same text, and
numbers, measures and bodies vary from sentence to sentence, so that no cache makes it easier than a real document.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "examples" / "lang-son"

# Characters of the four real documents; the generated ones stand in for them.
_SIZES = {"ke-hoach-5-nam": 20_600, "nghi-quyet": 21_700, "bao-cao-quy-1": 40_000, "ke-hoach-hanh-dong": 44_100}
_SENTENCES_A_PART = 40

_MEASURES = (
    "tổng thu ngân sách nhà nước trên địa bàn", "thu nội địa", "tổng kim ngạch xuất nhập khẩu", "doanh thu du lịch",
    "tổng chi ngân sách địa phương", "vốn đầu tư toàn xã hội", "giá trị sản xuất công nghiệp", "dư nợ tín dụng",
)  # fmt: skip
_RATIOS = (
    "tỷ lệ che phủ rừng", "tỷ lệ lao động qua đào tạo", "tỷ lệ người dân tham gia bảo hiểm y tế", "tỷ lệ đô thị hóa",
    "tỷ lệ xử lý chất thải y tế", "tỷ lệ thôn có nhà văn hóa", "tỷ lệ hồ sơ nộp trực tuyến", "tỷ trọng kinh tế số",
)  # fmt: skip
_COUNTED = (
    "xã đạt chuẩn nông thôn mới", "trường học đạt chuẩn quốc gia", "doanh nghiệp thành lập mới", "sản phẩm OCOP",
    "hợp tác xã hoạt động hiệu quả", "dịch vụ công trực tuyến", "cuộc thanh tra", "khu dân cư kiểu mẫu",
)  # fmt: skip
_BODIES = (
    "Sở Kế hoạch và Đầu tư", "Sở Tài chính", "Sở Y tế", "Sở Công Thương", "Sở Nội vụ", "Cục Thuế tỉnh",
    "Sở Nông nghiệp và Phát triển nông thôn", "Ủy ban nhân dân các huyện, thành phố", "Công an tỉnh",
)  # fmt: skip
_ACTIONS = (
    "rà soát danh mục dự án chậm tiến độ", "xây dựng đề án phát triển kinh tế cửa khẩu", "hoàn thành số hóa hồ sơ",
    "kiểm tra việc chấp hành quy hoạch", "tổ chức bàn giao mặt bằng cho nhà đầu tư", "trình duyệt kế hoạch sử dụng đất",
)  # fmt: skip
_PATTERNS = (
    "{Measure} ước đạt {amount} tỷ đồng, đạt {share}% dự toán, tăng {change}% so với cùng kỳ năm trước.",
    "{Measure} đạt {amount} tỷ đồng, bằng {share}% kế hoạch; trong đó: khu vực nhà nước {count} tỷ đồng, giảm {change}%"
    " so với cùng kỳ, khu vực tư nhân {count} tỷ đồng, tăng {change}%.",
    "Đến năm {year}, phấn đấu {ratio} đạt {share} - 98,5%, {ratio} đạt trên {share}%.",
    "- Hoàn thành thêm {count} {counted}, nâng tổng số lên {amount} {counted}.",
    "Tính đến ngày {day}/{month}/{year}, toàn tỉnh có {amount} {counted}, giảm {count} so với tháng trước.",
    "- {Body} chủ trì, phối hợp với {body} {action}, xong trước ngày {day}/{month}/{year}.",
    "- {Action}; giao {body} theo dõi và báo cáo kết quả trong quý {quarter}/{year}.",
    "{Body} thực hiện Quyết định số {count}/QĐ-UBND ngày {day}/{month}/{year} của Ủy ban nhân dân tỉnh về việc này.",
    "Bình quân hằng năm {ratio} tăng {change} điểm phần trăm, vượt mục tiêu mà nghị quyết đã đề ra.",
    "- Trồng rừng mới {amount} ha, đạt {share}% kế hoạch năm, và chăm sóc {count} ha rừng phòng hộ.",
)  # fmt: skip
# Most of a plan is prose without a single figure; so is most of this text.
_PROSE = (
    "Việc triển khai ở một số nơi còn chậm, cần có cách làm sát với điều kiện của từng địa bàn và từng nhóm hộ.",
    "Cơ sở hạ tầng ở vùng cao tuy đã khá hơn nhưng đi lại vào mùa mưa vẫn vất vả, nhất là với {counted}.",
    "Người dân đồng tình với chủ trương chung, song nhiều nơi chưa thấy rõ lợi ích lâu dài của {measure}.",
    "Thời tiết thất thường làm cho {ratio} ở các địa bàn khó khăn khó đoán hơn so với những vùng thuận lợi.",
    "Các ngành chưa chia sẻ dữ liệu với nhau thường xuyên, nên {body} phải hỏi lại nhiều lần qua văn bản.",
    "Quan hệ với địa phương bạn ở bên kia biên giới tiếp tục được giữ vững, tạo thuận lợi cho giao thương và du lịch.",
    "Nguồn lực còn phân tán, một số dự án dở dang kéo dài vì vướng mặt bằng và vì năng lực của nhà thầu có hạn.",
    "Chất lượng của {counted} chưa đồng đều giữa các huyện, phần lớn do thiếu cán bộ có chuyên môn phù hợp.",
)  # fmt: skip
_SHARE_OF_PROSE = 0.7
_ROMAN = ("I", "II", "III", "IV")


def documents(folder: Path) -> tuple[str, list[Path]]:
    """What is read, in words, and its files; generated ones are written into `folder`."""
    real = sorted((SHARED / "documents").glob("*.txt"))
    if real:
        return "the four documents of Lạng Sơn", real
    paths = []
    for seed, (name, size) in enumerate(_SIZES.items()):
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text(generated(size, seed=seed), encoding="utf-8")
    return "four generated documents of the real sizes", paths


def generated(characters: int, *, seed: int = 0, breaks: bool = True) -> str:
    """A text of that many characters, in numbered parts and lines; without `breaks`, all on one line."""
    pieces: list[str] = []
    length = 0
    for line in _lines(random.Random(seed)):
        pieces.append(line)
        length += len(line) + 1
        if length >= characters:
            break
    return ("\n" if breaks else " ").join(pieces)[:characters]


def _lines(chance: random.Random) -> Iterator[str]:
    """Headings and sentences without end."""
    yield "KẾ HOẠCH phát triển kinh tế - xã hội năm 2022"
    part = 0
    while True:
        part += 1
        yield f"{part}. Nhóm nhiệm vụ và kết quả thứ {part}"
        for _ in range(_SENTENCES_A_PART):
            yield _sentence(chance)


def _sentence(chance: random.Random) -> str:
    pattern = chance.choice(_PROSE if chance.random() < _SHARE_OF_PROSE else _PATTERNS)
    measure, body, action = (chance.choice(words) for words in (_MEASURES, _BODIES, _ACTIONS))
    return pattern.format(
        measure=measure,
        Measure=_capital(measure),
        ratio=chance.choice(_RATIOS),
        counted=chance.choice(_COUNTED),
        body=chance.choice(_BODIES),
        Body=body,
        action=action,
        Action=_capital(action),
        amount=f"{chance.randint(1, 99)}.{chance.randint(100, 999)}",
        count=chance.randint(2, 999),
        share=f"{chance.randint(10, 97)},{chance.randint(1, 9)}",
        change=f"{chance.randint(1, 30)},{chance.randint(1, 9)}",
        day=chance.randint(1, 28),
        month=chance.randint(1, 12),
        quarter=chance.choice(_ROMAN),
        year=chance.randint(2021, 2030),
    )


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
