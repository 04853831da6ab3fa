"""Every reason not to read a file, as one sentence in each language: which file, what is wrong, what to do."""

from __future__ import annotations

from tiendo.documents.limits import MEBIBYTE
from tiendo.facts.errors import (
    DamagedDocument,
    DocumentNotFound,
    DocumentTooLarge,
    EmptyDocument,
    MissingHelper,
    ProtectedDocument,
    UnreadableDocument,
    WrongFormat,
)

READABLE = ".txt, .md, .html, .docx, .pdf, .doc, .rtf, .png, .jpg, .tif"


def missing(name: str) -> DocumentNotFound:
    """Nothing stands at the path."""
    return DocumentNotFound(
        vi=f"Không tìm thấy tệp {name}: hãy kiểm tra lại đường dẫn.",
        en=f"There is no file {name}: check the path.",
    )


def folder(name: str) -> DocumentNotFound:
    """The path is a folder."""
    return DocumentNotFound(
        vi=f"{name} là thư mục, không phải tệp: hãy nêu tên từng tệp trong đó.",
        en=f"{name} is a folder, not a file: name the files in it.",
    )


def not_opened(name: str, reason: str) -> UnreadableDocument:
    """The system refuses, for the `reason` that it gives."""
    return UnreadableDocument(
        vi=f"Không mở được tệp {name} ({reason}): hãy kiểm tra quyền đọc và ổ đĩa.",
        en=f"The file {name} cannot be opened ({reason}): check its permissions and the disk.",
    )


def empty(name: str) -> EmptyDocument:
    """Not a byte in it."""
    return EmptyDocument(
        vi=f"Tệp {name} trống (0 byte): hãy tải hoặc xuất lại văn bản.",
        en=f"The file {name} is empty (0 bytes): download or export the document again.",
    )


def no_text(name: str) -> EmptyDocument:
    """A readable file without a letter."""
    return EmptyDocument(
        vi=f"Tệp {name} không có chữ nào: hãy kiểm tra xem đây có đúng là văn bản cần đọc không.",
        en=f"There is no text in {name}: check that this is the document you mean.",
    )


def no_reader(name: str, found_vi: str, found_en: str) -> WrongFormat:
    """A known kind of file that no reader is for."""
    return WrongFormat(
        vi=f"Tệp {name} là {found_vi}, không phải văn bản đọc được: hãy chuyển sang một trong các dạng {READABLE}.",
        en=f"The file {name} is {found_en}, which is not read here: convert it to one of {READABLE}.",
    )


def misnamed(name: str, suffix: str) -> WrongFormat:
    """Text under the name of a binary format."""
    return WrongFormat(
        vi=f"Tệp {name} có đuôi {suffix} nhưng nội dung không phải dạng đó: hãy tải lại, hoặc đổi lại đuôi cho đúng.",
        en=f"The file {name} ends in {suffix} but holds something else: download it again, or rename it to fit.",
    )


def undecodable(name: str, reason_vi: str, reason_en: str) -> WrongFormat:
    """Bytes that are no text in any known encoding; the reasons are those of `text.encodings`."""
    return WrongFormat(
        vi=f"Không đọc được tệp {name}: {reason_vi}. Hãy kiểm tra lại tệp, hoặc chuyển sang dạng {READABLE}.",
        en=f"The file {name} cannot be read: {reason_en}. Check the file, or convert it to one of {READABLE}.",
    )


def damaged(name: str, kind: str) -> DamagedDocument:
    """`kind` is a proper name that reads the same in both languages: `PDF`, `Word`, `HTML`."""
    return DamagedDocument(
        vi=f"Tệp {kind} {name} bị hỏng hoặc bị cắt cụt: hãy tải lại, hoặc mở và lưu lại bằng phần mềm gốc.",
        en=f"The {kind} file {name} is damaged or cut short: download it again, or save it anew in its own program.",
    )


def holds_a_dtd(name: str) -> DamagedDocument:
    """A part of an office file that declares a document type, as attacks with entities do."""
    return DamagedDocument(
        vi=f"Tệp {name} chứa khai báo DOCTYPE, điều mà Word không bao giờ ghi và có thể gây hại: tệp không được đọc;"
        " hãy xin lại bản gốc từ nơi gửi.",
        en=f"The file {name} holds a DOCTYPE declaration, which Word never writes and which can do harm, so it was"
        " not read: ask the sender for the original.",
    )


def protected(name: str) -> ProtectedDocument:
    """Encrypted."""
    return ProtectedDocument(
        vi=f"Tệp {name} được bảo vệ bằng mật khẩu: hãy mở bằng mật khẩu và lưu một bản không khóa.",
        en=f"The file {name} is protected by a password: open it with the password and save an unlocked copy.",
    )


def too_many_bytes(name: str, limit: int) -> DocumentTooLarge:
    """Larger than `Limits.max_bytes`."""
    return DocumentTooLarge(
        vi=f"Tệp {name} lớn hơn giới hạn {_megabytes(limit)}: hãy tách nhỏ, hoặc nâng giới hạn bằng --max-size.",
        en=f"The file {name} is larger than the limit of {_megabytes(limit)}: split it, or raise it with --max-size.",
    )


def expands_too_much(name: str, limit: int) -> DocumentTooLarge:
    """A zip that says, or turns out, to hold more than `Limits.max_expanded_bytes`."""
    return DocumentTooLarge(
        vi=f"Tệp {name} bung nén ra quá {_megabytes(limit)} nên không được đọc: hãy kiểm tra nguồn gửi, tách nhỏ tệp,"
        " hoặc nâng giới hạn bằng --max-size.",
        en=f"The file {name} unpacks to more than {_megabytes(limit)} and was not read: check where it comes from,"
        " split it, or raise the limit with --max-size.",
    )


def too_much_text(name: str, limit: int) -> DocumentTooLarge:
    """More than `Limits.max_text_chars`."""
    return DocumentTooLarge(
        vi=f"Tệp {name} có hơn {limit // 1_000_000} triệu ký tự: hãy tách nhỏ, hoặc nâng giới hạn bằng --max-size.",
        en=f"The file {name} holds more than {limit // 1_000_000} million characters: split it, or raise the limit"
        " with --max-size.",
    )


def too_many_pages(name: str, pages: int, limit: int) -> DocumentTooLarge:
    """More pages than `Limits.max_pages`, or more scans than `Limits.max_ocr_pages`."""
    return DocumentTooLarge(
        vi=f"Tệp {name} có {pages} trang, quá giới hạn {limit} trang: hãy tách thành nhiều tệp.",
        en=f"The file {name} has {pages} pages, over the limit of {limit}: split it into several files.",
    )


def picture_too_large(name: str, limit: int) -> DocumentTooLarge:
    """More than `Limits.max_pixels`."""
    return DocumentTooLarge(
        vi=f"Ảnh trong tệp {name} có hơn {limit // 1_000_000} triệu điểm ảnh: hãy quét lại ở 300 dpi.",
        en=f"The picture in {name} has more than {limit // 1_000_000} million pixels: scan it again at 300 dpi.",
    )


def missing_program(name: str, program: str, packages: str) -> MissingHelper:
    """A program that the format needs is not installed; `packages` are names of Debian packages."""
    return MissingHelper(
        vi=f"Để đọc tệp {name} cần chương trình {program}: hãy cài bằng lệnh `apt install {packages}` rồi chạy lại.",
        en=f"Reading {name} needs the program {program}: install it with `apt install {packages}` and run again.",
    )


def took_too_long(name: str, program: str, seconds: float) -> DamagedDocument:
    """A program was stopped at its time limit."""
    return DamagedDocument(
        vi=f"{program} không xử lý xong tệp {name} trong {seconds:.0f} giây: tệp có thể bị hỏng; hãy mở và lưu lại.",
        en=f"{program} did not finish {name} within {seconds:.0f} seconds: the file may be damaged; save it anew.",
    )


def _megabytes(limit: int) -> str:
    return f"{limit / MEBIBYTE:g} MB"
