"""Every sentence that the command itself says, in Vietnamese and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from tiendo.cli.messages_of_accounts import SENTENCES_OF_ACCOUNTS
from tiendo.cli.messages_of_boundaries import SENTENCES_OF_BOUNDARIES
from tiendo.cli.messages_of_charts import SENTENCES_OF_CHARTS
from tiendo.cli.messages_of_export import SENTENCES_OF_EXPORT
from tiendo.cli.messages_of_intake import SENTENCES_OF_INTAKE
from tiendo.cli.messages_of_keeping import SENTENCES_OF_KEEPING
from tiendo.cli.messages_of_loading import SENTENCES_OF_LOADING
from tiendo.cli.messages_of_reports import SENTENCES_OF_REPORTS
from tiendo.cli.messages_of_the_record import SENTENCES_OF_THE_RECORD

_SENTENCES: Mapping[str, tuple[str, str]] = {
    **SENTENCES_OF_ACCOUNTS,
    **SENTENCES_OF_BOUNDARIES,
    **SENTENCES_OF_CHARTS,
    **SENTENCES_OF_EXPORT,
    **SENTENCES_OF_INTAKE,
    **SENTENCES_OF_KEEPING,
    **SENTENCES_OF_LOADING,
    **SENTENCES_OF_REPORTS,
    **SENTENCES_OF_THE_RECORD,
    # The frame of every help text.
    "usage": ("Cách dùng: ", "Usage: "),
    "positionals": ("Đối số", "Arguments"),
    "options": ("Tùy chọn", "Options"),
    "examples": ("Ví dụ", "Examples"),
    "help": ("in hướng dẫn này", "print this help"),
    "lang": (
        "ngôn ngữ của thông báo (mặc định: theo locale, nếu không rõ thì tiếng Việt)",
        "language of messages (default: the locale's, else Vietnamese)",
    ),
    "version": ("in phiên bản", "print the version"),
    "max-size": (
        "dung lượng tệp lớn nhất được đọc, ví dụ 80MB hoặc 1GB",
        "largest file that is read, such as 80MB or 1GB",
    ),
    "commands": ("Lệnh", "Commands"),
    "command": ("LỆNH", "COMMAND"),
    "file": ("TỆP", "FILE"),
    "files": (
        "văn bản .txt, .md, .html, .docx, .pdf; cũng đọc .doc và ảnh quét nếu máy có LibreOffice, tesseract",
        ".txt, .md, .html, .docx or .pdf; .doc and scans too where LibreOffice and tesseract are installed",
    ),
    "output": ("ghi kết quả vào tệp này (chỉ thay khi đã xong)", "write to this file (replaced only when done)"),
    "jobs": (
        "số tiến trình đọc song song (mặc định: mọi lõi khi có nhiều tệp lớn)",
        "processes that read at once (default: all cores for several big files)",
    ),
    "format": ("dạng kết quả (mặc định: %(default)s)", "form of the result (default: %(default)s)"),
    # The program and its commands.
    "tiendo": (
        "Tiến Độ đọc văn bản kế hoạch (nghị quyết, chương trình hành động, báo cáo) và cho biết kế hoạch đến đâu.",
        "Tiến Độ reads Vietnamese planning documents and says how the plan stands.",
    ),
    "tiendo-end": (
        "Mã kết thúc: 0 xong; 1 có tệp không đọc được (các tệp khác vẫn xong); 2 dùng sai; "
        "3 có điều mà --fail-on yêu cầu báo.",
        "Exit codes: 0 done; 1 some input could not be read (the rest is done); 2 wrong use; "
        "3 something that --fail-on asks for was found.",
    ),
    "extract": (
        "rút chỉ tiêu, kết quả, nhiệm vụ và trích dẫn, kèm vị trí trong văn bản",
        "find targets, results, tasks and citations with their place in the text",
    ),
    "extract-kind": (
        "chỉ lấy các loại này, cách nhau bằng dấu phẩy: target, observation, task, citation",
        "only these kinds, separated by commas: target, observation, task, citation",
    ),
    "extract-period": (
        "kỳ mặc định khi văn bản không nói rõ, ví dụ 2022, 2022-Q1, 2016/2020, ../2030",
        "default period of a text that does not say it, such as 2022, 2022-Q1, 2016/2020, ../2030",
    ),
    "outline": ("in thông tin, dàn ý và các bảng của một văn bản", "print a document's metadata, headings and tables"),
    "status": (
        "bảng tiến độ: kết quả so với chỉ tiêu, từ một hay nhiều văn bản",
        "the scoreboard: results against targets, from one document or several",
    ),
    "status-period": ("kỳ báo cáo, ví dụ 2022-Q1, 2022-H1, 2022-M09, 2022", "the period, e.g. 2022-Q1, 2022-H1, 2022"),
    "check": (
        "kiểm tra số liệu: tính lại mọi tỷ lệ, tổng, mức tăng giảm mà các văn bản nêu, trong và giữa các văn bản",
        "audit: recompute every percentage, sum and change that documents claim, in one and across several",
    ),
    "check-only": (
        "chỉ báo kết quả của các phép kiểm tra này, cách nhau bằng dấu phẩy (xem docs/checks)",
        "only report these checks, separated by commas (see docs/checks)",
    ),
    "check-all": ("báo cả những chỗ khớp", "also report what is consistent"),
    "check-fail-on": (
        "kết thúc với mã 3 khi có chỗ không khớp (inconsistent), hoặc cả khi có câu hỏi (question)",
        "leave with exit code 3 where something is inconsistent, or also where there is a question",
    ),
    "catalogue": ("danh mục chỉ tiêu: kiểm tra hoặc xem", "the catalogue of indicators: check it or look at it"),
    "catalogue-action": ("check: kiểm tra; show: xem", "check: validate; show: list or show one"),
    "catalogue-id": ("mã chỉ tiêu cần xem", "the indicator to show"),
    "completion": (
        "in mã gợi ý lệnh cho shell (bash, zsh, tcsh)",
        "print the completion script of a shell (bash, zsh, tcsh)",
    ),
    "completion-shell": ("loại shell", "the shell"),
    # What goes wrong in the use of the command.
    "wrong-use": ("Dùng sai: {fault} Xem: {program} --help", "Wrong use: {fault} See: {program} --help"),
    "bad-period": (
        "{value!r} không phải là kỳ; viết như 2022, 2022-Q1, 2022-H1, 2022-03, 2016/2020 hoặc ../2030.",
        "{value!r} is no period; write it like 2022, 2022-Q1, 2022-H1, 2022-03, 2016/2020 or ../2030.",
    ),
    "bad-kind": ("không có loại {value!r}; các loại là {kinds}.", "there is no kind {value!r}; the kinds are {kinds}."),
    "bad-check": (
        "không có phép kiểm tra {value!r}; có: {checks}.",
        "there is no check {value!r}; there are: {checks}.",
    ),
    "bad-size": (
        "{value!r} không phải là dung lượng; viết như 500KB, 80MB hoặc 1GB.",
        "{value!r} is no size; write it like 500KB, 80MB or 1GB.",
    ),
    "bad-jobs": ("{value!r} không phải là số nguyên dương.", "{value!r} is not a positive whole number."),
    "no-indicator": (
        "Không có chỉ tiêu {code!r} trong danh mục. {near}Xem tất cả: tiendo catalogue show",
        "There is no indicator {code!r} in the catalogue. {near}See all: tiendo catalogue show",
    ),
    "near-indicators": ("Gần giống: {codes}. ", "Similar: {codes}. "),
    # What goes wrong on the way.
    "output-refused": (
        "Không ghi được {path}: {reason}. Hãy chọn chỗ khác hoặc kiểm tra quyền ghi và dung lượng đĩa.",
        "{path} cannot be written: {reason}. Choose another place, or check permissions and disk space.",
    ),
    "reading": ("Đang đọc", "Reading"),
    # Results.
    "nothing-found": ("Không tìm thấy số liệu, nhiệm vụ hay trích dẫn nào.", "No figures, tasks or citations found."),
    "totals": (
        "{targets} chỉ tiêu, {observations} kết quả, {tasks} nhiệm vụ, {citations} trích dẫn",
        "targets: {targets}, results: {observations}, tasks: {tasks}, citations: {citations}",
    ),
    "outline-type": ("Loại văn bản", "Type"),
    "outline-number": ("Số, ký hiệu", "Number"),
    "outline-issuer": ("Cơ quan ban hành", "Issuer"),
    "outline-place": ("Nơi ban hành", "Place"),
    "outline-date": ("Ngày ban hành", "Date"),
    "outline-title": ("Trích yếu", "Title"),
    "outline-signer": ("Người ký", "Signer"),
    "outline-period": ("Kỳ", "Period"),
    "outline-legal-bases": ("Căn cứ", "Legal bases"),
    "outline-length": ("Độ dài", "Length"),
    "outline-characters": ("{count} ký tự, {blocks} đoạn", "{count} characters, {blocks} blocks"),
    "not-stated": ("không nêu", "not stated"),
    "headings": ("Dàn ý", "Outline"),
    "tables": ("Bảng", "Tables"),
    "table-size": (
        "bảng {number}: {rows} hàng × {columns} cột, vị trí {start}",
        "table {number}: {rows} × {columns} (rows × columns), at {start}",
    ),
    "notes": ("Ghi chú", "Notes"),
    "none": ("không có", "none"),
    "column-place": ("vị trí", "place"),
    "column-kind": ("loại", "kind"),
    "column-content": ("nội dung", "content"),
    "column-value": ("giá trị / chủ trì", "value / lead"),
    "column-compared": ("so sánh", "compared"),
    "column-period": ("kỳ / thời hạn", "period / deadline"),
    "kind-target": ("chỉ tiêu", "target"),
    "kind-observation": ("kết quả", "result"),
    "kind-task": ("nhiệm vụ", "task"),
    "kind-citation": ("trích dẫn", "citation"),
    "estimated": ("ước", "est."),
    "increase": ("tăng", "up"),
    "decrease": ("giảm", "down"),
    "of-plan": ("{percent} KH", "{percent} of plan"),
    "on-year": ("{percent} CK", "{percent} on year"),
    "indicator-name": ("Tên", "Name"),
    "indicator-definition": ("Định nghĩa", "Definition"),
    "indicator-unit": ("Đơn vị", "Unit"),
    "indicator-semantics": ("Loại, chiều, kỳ", "Kind, direction, frequency"),
    "indicator-sector": ("Lĩnh vực", "Sector"),
    "indicator-owner": ("Cơ quan theo dõi", "Owner"),
    "indicator-code": ("Mã thống kê", "Statistical code"),
    "indicator-alias": ("Tên khác", "Also called"),
    "indicator-near": ("Gần giống", "Nearly the same"),
    "indicator-not": ("Không phải", "Not to be confused with"),
    "indicator-break": ("Đổi cách tính", "Definition changed"),
    "catalogue-good": ("Danh mục hợp lệ: {count} chỉ tiêu.", "The catalogue is valid: {count} indicators."),
    "catalogue-bad": ("Danh mục có {count} lỗi.", "Faults in the catalogue: {count}."),
}

# What argparse says in English, and how the same is said in Vietnamese.
_WRONG_USE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(english), vietnamese)
    for english, vietnamese in (
        (r"the following arguments are required: (.+)", r"thiếu đối số: \1"),
        (r"unrecognized arguments: (.+)", r"không hiểu đối số: \1"),
        (
            r"argument (.+?): invalid choice: (.+?) \((?:choose from|maybe you meant:) (.+)\)",
            r"đối số \1: không có lựa chọn \2 (chọn trong \3)",
        ),
        (r"argument (.+?): expected one argument", r"đối số \1: thiếu giá trị"),
        (r"argument (.+?): expected at least one argument", r"đối số \1: cần ít nhất một giá trị"),
        (r"argument (.+?): ignored explicit argument (.+)", r"đối số \1 không nhận giá trị \2"),
        (r"argument (.+?): (.+)", r"đối số \1: \2"),
    )
)


# Not a dataclass: importing those takes a seventh of the time in which `tiendo --help` is done.
class Messages(NamedTuple):
    """The sentences in one language, `"vi"` or `"en"`."""

    language: str

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence called `key`, with the values put in where any are given."""
        vietnamese, english = _SENTENCES[key]
        sentence = vietnamese if self.language == "vi" else english
        return sentence.format(**values) if values else sentence

    def wrong_use(self, fault: str) -> str:
        """What argparse found wrong, in the language of the user; its English where it says something new."""
        if self.language == "en":
            return fault
        for english, vietnamese in _WRONG_USE:
            if found := english.fullmatch(fault):
                return found.expand(vietnamese)
        return fault
