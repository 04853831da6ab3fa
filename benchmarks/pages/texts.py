"""Made-up documents of a province as plain text: reports, most of them short and some of a hundred pages.

The same arguments give the same text, in the shape in which such documents are written, so that the product reads them
as it reads real ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

PAGE = 2_500  # characters on a printed page of such a document
LONG = 100  # pages
_SHORT = (1, 6)  # pages, the least and the most
_YEARS = (2016, 2025)
_QUARTERS = ("I", "II", "III", "IV")

_TASKS = "Nhiệm vụ của nhóm"
_RESULTS = "Kết quả của lĩnh vực"
_ONE_IN = 4  # parts holds tasks
_SENTENCES_A_PART = 12
_SHARE_OF_PROSE = 0.6
_SLIPS = 1 / 30  # of the changes: a record has findings, and most figures agree

_MEASURES = (
    "Tổng thu ngân sách nhà nước", "Thu nội địa", "Tổng kim ngạch xuất nhập khẩu", "Doanh thu du lịch",
    "Tổng chi ngân sách địa phương", "Vốn đầu tư toàn xã hội", "Giá trị sản xuất công nghiệp", "Dư nợ tín dụng",
)  # fmt: skip
_PLACES = (
    "trên địa bàn tỉnh", "tại thành phố Lạng Sơn", "tại huyện Cao Lộc", "tại huyện Lộc Bình", "tại huyện Chi Lăng",
    "tại huyện Hữu Lũng", "tại huyện Bắc Sơn", "tại huyện Văn Quan", "tại huyện Tràng Định", "tại huyện Đình Lập",
)  # fmt: skip
_BODIES = (
    "Sở Kế hoạch và Đầu tư", "Sở Tài chính", "Sở Y tế", "Sở Công Thương", "Sở Nội vụ", "Sở Xây dựng",
    "Sở Nông nghiệp và Phát triển nông thôn", "Sở Giáo dục và Đào tạo", "Sở Giao thông vận tải",
)  # fmt: skip
_ACTIONS = (
    "rà soát các dự án chậm tiến độ", "hoàn thành số hóa hồ sơ", "kiểm tra việc chấp hành quy hoạch",
    "bàn giao mặt bằng cho nhà đầu tư", "trình duyệt kế hoạch sử dụng đất", "nâng cấp các tuyến đường liên xã",
)  # fmt: skip
# A sentence without figures takes one of each; so many of them differ that packing does not make them vanish.
_SUBJECTS = (
    "Sản xuất ở vùng cao", "Đời sống của người dân", "Việc giải phóng mặt bằng", "Giao thương qua các cửa khẩu",
    "Công tác dạy và học", "Việc khám chữa bệnh ở tuyến xã", "Tiến độ của các công trình", "Thị trường lao động",
    "Việc thu gom rác thải", "Phong trào xây dựng nông thôn mới",
)  # fmt: skip
_STATES = (
    "chuyển biến chậm hơn dự kiến", "được giữ ổn định", "có nhiều tiến bộ so với trước", "gặp không ít vướng mắc",
    "chưa đồng đều giữa các địa phương", "bước đầu đi vào nền nếp", "phụ thuộc nhiều vào thời tiết",
    "thu hút được sự quan tâm của nhiều phía",
)  # fmt: skip
_REASONS = (
    "do nguồn lực còn phân tán", "nhờ sự đồng tình của các hộ dân", "vì đường đi lại vào mùa mưa vẫn vất vả",
    "khi các bên cùng vào cuộc", "trong lúc giá vật liệu lên xuống thất thường", "tuy cán bộ có chuyên môn còn thiếu",
    "dù cơ sở vật chất đã khá hơn", "theo phản ánh của các đoàn đi thực tế",
)  # fmt: skip

_HEAD = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: {number}/BC-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lạng Sơn, ngày {day} tháng {month} năm {year}

BÁO CÁO
Tình hình kinh tế - xã hội quý {quarter} năm {year}

Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13;
{basis}
Ủy ban nhân dân tỉnh báo cáo như sau:

"""
_BASIS = "Căn cứ Báo cáo số {number}/BC-UBND ngày {day}/{month}/{year} của Ủy ban nhân dân tỉnh;"
_FOOT = """

Nơi nhận:
- Hội đồng nhân dân tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""


def write_documents(folder: Path, count: int, long: int) -> tuple[list[Path], list[Path]]:
    """Write so many documents, the last `long` of them of a hundred pages; the short ones and the long ones."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, text in enumerate(_texts(count, long), start=1):
        paths.append(folder / f"bao-cao-{number:03}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    return paths[: count - long], paths[count - long :]


def _texts(count: int, long: int) -> Iterator[str]:
    chance = random.Random(2026)
    basis = ""
    for number in range(1, count + 1):
        year = _YEARS[0] + (number - 1) * (_YEARS[1] - _YEARS[0] + 1) // count
        quarter = chance.randrange(4)
        named = {"number": number, "day": chance.randint(10, 28), "month": 3 * quarter + 3, "year": year}
        pages = LONG if number > count - long else chance.randint(*_SHORT)
        head = _HEAD.format(**named, quarter=_QUARTERS[quarter], basis=basis)
        yield head + _body(chance, year, quarter, pages) + _FOOT
        basis = _BASIS.format(**named)


def _body(chance: random.Random, year: int, quarter: int, pages: int) -> str:
    """Numbered parts, most of them of results and some of tasks, until the pages are full."""
    lines: list[str] = []
    length = 0
    part = 0
    while length < pages * PAGE:
        part += 1
        write = _result if part % _ONE_IN else _task
        heading = _RESULTS if part % _ONE_IN else _TASKS
        written = [f"{part}. {heading} {part}"]
        for _ in range(_SENTENCES_A_PART):
            is_prose = chance.random() < _SHARE_OF_PROSE
            written.append(_prose(chance) if is_prose else write(chance, year, quarter))
        lines += written
        length += sum(map(len, written)) + len(written)
    return "\n".join(lines)


def _prose(chance: random.Random) -> str:
    return f"{chance.choice(_SUBJECTS)} {chance.choice(_STATES)}, {chance.choice(_REASONS)}."


def _result(chance: random.Random, year: int, quarter: int) -> str:
    """A value beside that of the year before; now and then the change was reckoned wrong."""
    measure, place = chance.choice(_MEASURES), chance.choice(_PLACES)
    value, before = (_value(measure, place, one, quarter) for one in (year, year - 1))
    change = (value - before) * 100 / before
    if chance.random() < _SLIPS:
        change += 10
    direction = "tăng" if change >= 0 else "giảm"
    printed = f"{abs(change):.1f}".replace(".", ",")
    when = f"quý {_QUARTERS[quarter]} năm {year}"
    return f"- {measure} {place} {when} đạt {value} tỷ đồng, {direction} {printed}% so với cùng kỳ năm trước."


def _value(measure: str, place: str, year: int, quarter: int) -> int:
    """The same wherever it is told."""
    return random.Random(f"{measure} {place} {year} {quarter}").randint(200, 999)


def _task(chance: random.Random, year: int, quarter: int) -> str:
    del quarter
    body, action = chance.choice(_BODIES), chance.choice(_ACTIONS)
    day, month = chance.randint(1, 28), chance.randint(1, 12)
    return f"- {body} chủ trì {action} {chance.choice(_PLACES)}, xong trước ngày {day}/{month}/{year + 1}."
