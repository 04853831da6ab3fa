"""What the commands of intake and review say, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES_OF_INTAKE: Mapping[str, tuple[str, str]] = {
    "name": ("TÊN", "NAME"),
    "words": ("LỜI", "WORDS"),
    "acting-by": (
        "tài khoản đứng tên việc này trong sổ (mặc định: người vận hành máy)",
        "the account that does this, as the record writes down (default: the operator of this machine)",
    ),
    "acting-why": ("lý do, được ghi vào sổ", "the reason, which the record writes down"),
    "ingest": (
        "đưa văn bản vào sổ: lưu tệp, đọc, khớp chỉ tiêu, kiểm tra, ghi; chỗ chưa chắc chờ người rà soát",
        "take documents into the record: keep, read, match, audit, record; what is not sure waits for review",
    ),
    "ingest-files": ("tệp hoặc thư mục văn bản", "files or folders of documents"),
    "ingest-again": (
        "đọc lại cả tệp đã có trong sổ (ví dụ sau khi dạy thêm tên chỉ tiêu)",
        "read files again that stand in the record as they are (after names were taught, say)",
    ),
    "ingest-background": ("chỉ xếp việc; `tiendo worker` sẽ làm", "only queue the job; `tiendo worker` does it"),
    "ingest-publish": (
        "công bố ngay cho mọi người xem (văn bản vốn đã công khai)",
        "open to everybody at once (documents that are public already)",
    ),
    "ingest-publish-later": (
        "--publish không đi cùng --background: văn bản chỉ được công bố sau khi đã đọc xong.",
        "--publish does not go with --background: a document is published only when it has been read.",
    ),
    "ingest-json": ("in kết quả từng tệp dạng JSON", "print the outcome of each file as JSON"),
    "ingest-queued": ("Đã xếp việc số {job} với {count} tệp.", "Job {job} with {count} files is queued."),
    "ingest-nothing": ("Không có văn bản nào trong {path}.", "There is no document in {path}."),
    "ingest-new": (
        "{name}: văn bản mới {title} (số {document}): {facts} mục, {waiting} mục chờ rà soát",
        "{name}: new document {title} (number {document}): {facts} facts, {waiting} wait for review",
    ),
    "ingest-replaced": (
        "{name}: bản mới của {title} (số {document}): {facts} mục, {waiting} mục chờ rà soát, {changed} thay đổi",
        "{name}: new version of {title} (number {document}): {facts} facts, {waiting} wait for review, "
        "{changed} changes",
    ),
    "ingest-unchanged": (
        "{name}: đã có trong sổ, không thay đổi ({title}, số {document})",
        "{name}: in the record already, nothing changes ({title}, number {document})",
    ),
    "ingest-addressed": (
        "  ! văn bản có {addressed} đoạn nói với phần mềm chứ không với người đọc; hãy xem khi rà soát",
        "  ! {addressed} stretches of the text speak to software, not to people; look at them when reviewing",
    ),
    "ingest-next": (
        "Tiếp theo: {waiting} mục chờ rà soát (tiendo review); xem bảng: tiendo status --period {period}",
        "Next: {waiting} facts wait for review (tiendo review); the board: tiendo status --period {period}",
    ),
    "ingest-added": ("thêm", "added"),
    "ingest-removed": ("bỏ", "gone"),
    "ingest-changed": ("đổi", "changed"),
    "worker": (
        "làm các việc đang chờ; nhận lại một lần việc của tiến trình đã chết",
        "do the jobs that wait; a job whose worker died is taken up once more",
    ),
    "worker-forever": ("chờ việc mới thay vì kết thúc khi hết việc", "wait for new jobs instead of ending without any"),
    "worker-list": ("chỉ liệt kê các việc", "only list the jobs"),
    "worker-job": (
        "{number}  {state}  {done}/{total} tệp  {doing}{fault}",
        "{number}  {state}  {done}/{total} files  {doing}{fault}",
    ),
    "worker-none": ("Không có việc nào.", "There is no job."),
    "worker-did": ("Việc số {number}: {state}.", "Job {number}: {state}."),
    "review": (
        "rà soát những gì máy chưa chắc: nhận, sửa, bỏ, gộp, chọn hoặc tạo chỉ tiêu",
        "review what the reader is not sure of: accept, correct, reject, merge, choose or make an indicator",
    ),
    "review-action": (
        "list (mặc định khi không phải terminal), accept, correct, reject, merge, indicator, new-indicator; "
        "không nêu thì lần lượt hỏi từng mục",
        "list (the default without a terminal), accept, correct, reject, merge, indicator, new-indicator; "
        "without one the items are asked about one after the other",
    ),
    "review-fact": ("số của mục", "the number of the fact"),
    "review-values": (
        "với correct: trường=giá trị; với merge: số mục nhận; với indicator: mã chỉ tiêu; với new-indicator: tệp YAML",
        "correct: field=value; merge: the fact that stays; indicator: its code; new-indicator: a YAML file",
    ),
    "review-document": ("chỉ các mục của văn bản có số này", "only the facts of the document with this number"),
    "review-forget": (
        "không nhớ tên này cho lần sau",
        "do not remember the name for the next time",
    ),
    "review-item": (
        "[{root}] {document}  ({kind})\n  …{before}⟦{quote}⟧{behind}…\n  Đọc là: {reading}\n  Vì sao chờ: {reasons}",
        "[{root}] {document}  ({kind})\n  …{before}⟦{quote}⟧{behind}…\n"
        "  Read as: {reading}\n  Waits because: {reasons}",
    ),
    "review-candidates": ("  Có thể là: {candidates}", "  Might be: {candidates}"),
    "review-warned": (
        "  ! văn bản này có lời nói với phần mềm",
        "  ! this document holds words that speak to software",
    ),
    "review-ask": (
        "a nhận · r bỏ · i MÃ chọn chỉ tiêu · c trường=giá trị sửa · m SỐ gộp · Enter để sau · q dừng > ",
        "a accept · r reject · i CODE indicator · c field=value correct · m NUMBER merge · Enter later · q quit > ",
    ),
    "review-done": ("Đã ghi (mục {entry}).", "Recorded (entry {entry})."),
    "review-left": ("Còn {count} mục chờ rà soát.", "{count} facts wait for review."),
    "review-empty": ("Không còn mục nào chờ rà soát.", "Nothing waits for review."),
    "review-needs": ("{action} cần thêm: {what}.", "{action} needs: {what}."),
    "review-bad-change": (
        "{value!r} không có dạng trường=giá trị; ví dụ low=28.1 high=28.1 period=2022-Q1",
        "{value!r} is not field=value; for example low=28.1 high=28.1 period=2022-Q1",
    ),
    "documents": (
        "các văn bản trong sổ: liệt kê, công bố, thôi công bố, rút, vào sổ văn bản đi/đến",
        "the documents of the record: list, publish, unpublish, withdraw, enter in the register",
    ),
    "documents-action": (
        "list (mặc định), publish, unpublish, withdraw (cần --why), register",
        "list (the default), publish, unpublish, withdraw (needs --why), register",
    ),
    "documents-number": ("số của văn bản trong sổ", "the number of the document"),
    "documents-values": (
        "với register: incoming hoặc outgoing, rồi trường=giá trị",
        "register: incoming or outgoing, then field=value",
    ),
    "documents-line": (
        "{root:>8}  {title}  ({day})  {subject}\n          {facts} mục, {waiting} chờ rà soát, {published}",
        "{root:>8}  {title}  ({day})  {subject}\n          {facts} facts, {waiting} wait for review, {published}",
    ),
    "documents-published": ("đã công bố", "published"),
    "documents-internal": ("chưa công bố", "not published"),
    "documents-none": (
        "Sổ chưa có văn bản nào; hãy bắt đầu bằng: tiendo ingest TỆP",
        "There is no document in the record; begin with: tiendo ingest FILE",
    ),
    "status-as-of": (
        "bảng như sổ đã biết vào cuối ngày này (YYYY-MM-DD) hoặc lúc này (YYYY-MM-DDTHH:MM)",
        "the board as the record knew it at the end of this day (YYYY-MM-DD) or at this time (YYYY-MM-DDTHH:MM)",
    ),
    "status-territory": (
        "mã địa bàn (mặc định: tỉnh có nhiều chỉ tiêu nhất)",
        "territory code (default: the main one)",
    ),
    "status-agency": ("chỉ các chỉ tiêu do cơ quan này theo dõi", "only the indicators that this agency owns"),
    "status-files": (
        "văn bản cần đọc; không nêu thì bảng lấy từ sổ",
        "documents to read; without any the board is that of the record",
    ),
    "status-empty": (
        "Sổ chưa có số liệu nào cho bảng này; đưa văn bản vào bằng: tiendo ingest TỆP",
        "The record holds nothing for this board; take documents in with: tiendo ingest FILE",
    ),
    "status-only-record": (
        "--as-of, --territory, --agency chỉ dùng khi không nêu tệp: khi đó bảng lấy từ sổ.",
        "--as-of, --territory and --agency go with the board of the record, that is without files.",
    ),
    "bad-moment": (
        "{value!r} không phải là ngày hay thời điểm; viết như 2026-11-29 hoặc 2026-11-29T14:30.",
        "{value!r} is no day or time; write it like 2026-11-29 or 2026-11-29T14:30.",
    ),
}
