"""Made-up documents of a province as plain text: reports, most of them short and some of a hundred pages.

The same arguments give the same text, in the shape in which such documents are written, so that the product reads them
as it reads real ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import generated

PAGE = 2_500  # characters on a printed page of such a document
LONG = 100  # pages
_SHORT = (1, 6)  # pages, the least and the most
_YEARS = (2016, 2025)
# In a part that is headed so, everything is read as a task; a report has one such part among some of results.
_TASKS = "Nhóm nhiệm vụ và kết quả"
_RESULTS = "Kết quả của lĩnh vực"
_ONE_IN = 4
_QUARTERS = ("I", "II", "III", "IV")

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
        yield _HEAD.format(**named, quarter=_QUARTERS[quarter], basis=basis) + _body(number, pages) + _FOOT
        basis = _BASIS.format(**named)


def _body(number: int, pages: int) -> str:
    # The first line of a generated text is the title of another kind of document.
    first, *others = generated(pages * PAGE, seed=number).partition("\n")[2].split(_TASKS)
    headed = (text for place, part in enumerate(others, 1) for text in (_RESULTS if place % _ONE_IN else _TASKS, part))
    return first + "".join(headed)
