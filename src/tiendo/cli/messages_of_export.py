"""What `tiendo export` says of formats and filters, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES_OF_EXPORT: Mapping[str, tuple[str, str]] = {
    "export": (
        "xuất toàn bộ sổ ra một thư mục, hoặc số liệu, văn bản ra một tệp (--format); cùng một sổ cho cùng từng byte",
        "write the whole record into a folder, or data and documents into a file (--format); the same record gives the "
        "same bytes",
    ),
    "export-folder": (
        "thư mục mới hoặc rỗng cho toàn bộ sổ: JSON Lines và các tệp gốc",
        "a new or empty folder for the whole record: JSON Lines and the kept files",
    ),
    "export-format": (
        "dạng tệp: csv, parquet, json, xlsx, package (gói dữ liệu .zip), sdmx-csv, sdmx-ml, sdmx-json, "
        "sdmx-structure (cột và mã của các tệp SDMX), akn (văn bản Akoma Ntoso)",
        "the form of the file: csv, parquet, json, xlsx, package (a data package, .zip), sdmx-csv, sdmx-ml, sdmx-json, "
        "sdmx-structure (columns and codes of SDMX files), akn (documents as Akoma Ntoso)",
    ),
    "export-output": (
        "tệp kết quả, - là đầu ra chuẩn (mặc định); tệp cũ chỉ bị thay khi đã xong",
        "the file, - for standard output (the default); an older file is replaced only when all is done",
    ),
    "export-kind": (
        "kết quả thực hiện hay chỉ tiêu (mặc định: observation; sdmx lấy cả hai)",
        "results or targets (default: observation; sdmx takes both)",
    ),
    "export-indicator": ("mã chỉ tiêu; dùng được nhiều lần", "the code of an indicator; may stand several times"),
    "export-territory": ("mã địa bàn; dùng được nhiều lần", "the code of a territory; may stand several times"),
    "export-agency": ("mã cơ quan báo cáo", "the code of the agency that reported"),
    "export-document": ("số của văn bản trong sổ", "the number of a document in the record"),
    "export-period": ("đúng kỳ này, như 2022-Q1", "exactly this period, such as 2022-Q1"),
    "export-year": ("các kỳ kết thúc trong năm này", "the periods that end in this year"),
    "export-from": ("các kỳ kết thúc từ ngày này", "the periods that end on this day or later"),
    "export-to": ("các kỳ kết thúc đến ngày này", "the periods that end on this day or earlier"),
    "export-as-of": ("sổ như vào ngày hoặc lúc này", "the record as it stood on this day or at this moment"),
    "export-with-drafts": (
        "lấy cả phần chưa công bố (mặc định: chỉ phần đã công bố)",
        "what is not published too (default: published things only)",
    ),
    "export-one-of-two": (
        "Hãy nêu một thư mục để xuất toàn bộ sổ, hoặc --format để xuất một tệp; không dùng cả hai.",
        "Name a folder for the whole record, or a --format for a file, and not both.",
    ),
    "export-filter-alone": (
        "Điều kiện lọc và -o chỉ dùng với --format.",
        "Filters and -o go with --format only.",
    ),
    "export-terminal": (
        "Dạng {format} không phải là chữ để đọc trên màn hình: hãy nêu tệp bằng -o.",
        "The format {format} is nothing to read on a screen: name a file with -o.",
    ),
    "bad-year": ("{value!r} không phải là năm; viết như 2022", "{value!r} is no year; write it like 2022"),
}
