"""Why a file could not be read: a stable code, and one sentence in both languages side by side."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from tiendo.facts.errors import TiendoError
from tiendo.facts.wording import Wording

_SENTENCES: Mapping[str, Wording] = {
    "reader-fault": Wording(
        vi="{path}: chương trình gặp lỗi bên trong khi đọc tệp này ({fault}); các tệp khác không bị ảnh hưởng. "
        "Xin báo lỗi kèm tệp, hoặc chạy lại với TIENDO_DEBUG=1 để xem chi tiết.",
        en="{path}: the program failed inside while reading this file ({fault}); other files are not affected. "
        "Please report it with the file, or run again with TIENDO_DEBUG=1 to see where.",
    ),
    "out-of-memory": Wording(
        vi="{path}: không đủ bộ nhớ để đọc tệp này. Hãy tách tệp thành các phần nhỏ hơn.",
        en="{path}: there is not enough memory to read this file. Split it into smaller parts.",
    ),
    "out-of-time": Wording(
        vi="{path}: đọc tệp này mất hơn {seconds} giây nên đã dừng lại. Hãy tách tệp thành các phần nhỏ hơn.",
        en="{path}: reading this file took more than {seconds} seconds and was stopped. Split it into smaller parts.",
    ),
    "reader-killed": Wording(
        vi="{path}: tiến trình đọc tệp này bị dừng giữa chừng ({how}); các tệp khác không bị ảnh hưởng. "
        "Hãy thử lại; nếu vẫn vậy thì tệp bị hỏng hoặc cần nhiều bộ nhớ hơn.",
        en="{path}: the process that read this file was ended ({how}); other files are not affected. "
        "Try again; if it happens again, the file is broken or needs more memory.",
    ),
    "answer-not-understood": Wording(
        vi="{path}: tiến trình đọc tệp này trả lời sai định dạng nên kết quả bị bỏ. Xin báo lỗi kèm tệp.",
        en="{path}: the process that read this file answered in a wrong form, so nothing is taken from it. "
        "Please report it with the file.",
    ),
    "answer-too-large": Wording(
        vi="{path}: kết quả đọc tệp này dài hơn {limit} byte nên không nhận. Hãy tách tệp thành các phần nhỏ hơn.",
        en="{path}: the reading of this file is longer than {limit} bytes and is not taken. "
        "Split it into smaller parts.",
    ),
    "reader-not-started": Wording(
        vi="{path}: không khởi động được tiến trình đọc tệp ({fault}). "
        "Hãy kiểm tra bộ nhớ còn trống và giới hạn số tiến trình.",
        en="{path}: the process that reads files could not be started ({fault}). "
        "Look at the free memory and the limit of processes.",
    ),
    "reader-ended": Wording(
        vi="{path}: tiến trình đọc tệp bị dừng giữa chừng (có thể do hết bộ nhớ). Hãy chạy lại với --jobs 1.",
        en="{path}: the reading process was ended from outside (out of memory, perhaps). Run again with --jobs 1.",
    ),
}
_BEFORE_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file could not be read, in both languages; `code` is stable (`empty-document`, `reader-fault` …)."""

    path: str
    code: str
    vi: str
    en: str

    def sentence(self, language: str) -> str:
        """The reason in the language asked for, `"vi"` or `"en"`."""
        return self.vi if language == "vi" else self.en


def failure(code: str, path: str, **values: object) -> Failure:
    """The failure of that code, with the file and the values in its sentence."""
    wording = _SENTENCES[code]
    shown = {"path": printable(path), **values}
    return Failure(path, code, vi=wording.vi.format(**shown), en=wording.en.format(**shown))


def refusal(fault: TiendoError, path: str) -> Failure:
    """The failure of a file that was refused; the code is the name of the refusal, `empty-document`."""
    return Failure(path, _BEFORE_CAPITAL.sub("-", type(fault).__name__).lower(), vi=fault.vi, en=fault.en)


def printable(path: str) -> str:
    """The path as a message can print it, whatever bytes the name has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
