"""Looks at everything that the program needs and says how it stands. Nothing is made, changed or repaired here."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tiendo.config.diagnosis import Diagnosis, State, well
from tiendo.config.refusals import reason_of
from tiendo.config.secret_key import read_key
from tiendo.config.settings import VARIABLES, Settings
from tiendo.facts.errors import InvalidSetting, MissingHelper, TiendoError
from tiendo.facts.wording import Wording

_OLDEST_PYTHON = (3, 11)

# A first record with its indexes takes a megabyte, a province's documents of a year some hundreds. Below the first
# bound nothing can be recorded safely, below the second somebody should look soon.
_TOO_LITTLE_SPACE = 100 * 1000**2
_LITTLE_SPACE = 1000**3

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_GIGABYTE = 1000**3


def examine(environ: Mapping[str, str]) -> Iterator[Diagnosis]:
    """Every finding, in the order in which they depend on each other; without settings there is nothing to look at."""
    yield python_version(sys.version_info[:3])
    yield unknown_variables(environ)
    try:
        settings = Settings.from_environment(environ)
    except InvalidSetting as fault:
        yield _from_error("settings", fault)
        return
    yield data_folder(settings.data_dir)
    yield free_space(settings.data_dir)
    yield key(settings.key_file)
    # Here and not above: the database needs Django, and what comes before has to be said also where that fails.
    from tiendo.config.doctor_of_the_record import examine_record

    yield from examine_record(settings)
    yield old_word_files()
    yield scans()
    yield server()
    yield port(settings.bind, settings.port)
    yield exposure(settings)


def python_version(version: tuple[int, ...]) -> Diagnosis:
    """Whether Python is new enough."""
    number = ".".join(map(str, version))
    if version >= _OLDEST_PYTHON:
        return well("python", vi=f"Python {number}", en=f"Python {number}")
    return Diagnosis(
        "python",
        State.FAULT,
        Wording(vi=f"Python {number} quá cũ", en=f"Python {number} is too old"),
        Wording(vi="Hãy cài Python 3.11 trở lên.", en="Install Python 3.11 or newer."),
    )


def unknown_variables(environ: Mapping[str, str]) -> Diagnosis:
    """Whether a variable is set that looks like ours and means nothing: mostly a slip of the keyboard."""
    known = {variable.name for variable in VARIABLES}
    strange = ", ".join(sorted(name for name in environ if name.startswith("TIENDO_") and name not in known))
    if not strange:
        return well("variables", vi="các biến môi trường đều được hiểu", en="the environment variables are understood")
    return Diagnosis(
        "variables",
        State.WARNING,
        Wording(vi=f"không có cài đặt nào tên là {strange}", en=f"no setting is called {strange}"),
        Wording(vi="Xem tên đúng trong docs/settings.md.", en="See docs/settings.md for the right names."),
    )


def data_folder(folder: Path) -> Diagnosis:
    """Whether the data folder can be written to, and by nobody else."""
    if not folder.exists():
        return well(
            "data-folder",
            vi=f"{folder} chưa có; lệnh đầu tiên sẽ tạo",
            en=f"{folder} is not there yet; the first command makes it",
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        return Diagnosis(
            "data-folder",
            State.FAULT,
            Wording(vi=f"không ghi được vào {folder}", en=f"{folder} cannot be written to"),
            Wording(
                vi="Hãy sửa quyền của thư mục hoặc đặt TIENDO_DATA_DIR sang chỗ khác.",
                en="Change its permissions, or set TIENDO_DATA_DIR to another place.",
            ),
        )
    if os.name == "posix" and folder.stat().st_mode & _OTHERS:
        return Diagnosis(
            "data-folder",
            State.WARNING,
            Wording(vi=f"người khác trên máy vào được {folder}", en=f"others on this machine can look into {folder}"),
            Wording(vi=f"Chạy: chmod 700 {folder}", en=f"Run: chmod 700 {folder}"),
        )
    return well("data-folder", vi=f"{folder}", en=f"{folder}")


def free_space(folder: Path) -> Diagnosis:
    """Whether the disk of the data folder has room."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(there).free
    amount = f"{free / _GIGABYTE:.1f} GB"
    finding = Wording(vi=f"đĩa còn trống {amount}", en=f"{amount} of the disk are free")
    if free >= _LITTLE_SPACE:
        return Diagnosis("disk", State.OK, finding)
    state = State.WARNING if free >= _TOO_LITTLE_SPACE else State.FAULT
    advice = Wording(
        vi="Hãy giải phóng chỗ trống hoặc chuyển thư mục dữ liệu sang đĩa khác.",
        en="Make room, or move the data folder to another disk.",
    )
    return Diagnosis("disk", state, finding, advice)


def key(file: Path) -> Diagnosis:
    """Whether the secret key is safe."""
    try:
        read_key(file)
    except FileNotFoundError:
        return well("secret-key", vi="chưa có; lệnh đầu tiên sẽ tạo", en="not there yet; the first command makes it")
    except TiendoError as fault:
        return _from_error("secret-key", fault)
    return well("secret-key", vi="chỉ chủ sở hữu đọc được", en="readable by its owner only")


def old_word_files() -> Diagnosis:
    """Whether LibreOffice is there, which `.doc` files need."""
    if shutil.which("soffice"):
        return well("libreoffice", vi="có LibreOffice: đọc được .doc", en="LibreOffice is here: .doc files can be read")
    return Diagnosis(
        "libreoffice",
        State.WARNING,
        Wording(vi="không có LibreOffice: không đọc được .doc", en="no LibreOffice: .doc files cannot be read"),
        Wording(vi="Debian: apt-get install libreoffice-writer", en="Debian: apt-get install libreoffice-writer"),
    )


def scans() -> Diagnosis:
    """Whether tesseract and its Vietnamese model are there, which scanned pages need."""
    from tiendo.documents.readers.images import ocr_program

    try:
        ocr_program("")
    except MissingHelper:
        return Diagnosis(
            "tesseract",
            State.WARNING,
            Wording(
                vi="không có tesseract hoặc dữ liệu tiếng Việt của nó: không đọc được bản quét",
                en="no tesseract, or not its Vietnamese model: scanned pages cannot be read",
            ),
            Wording(
                vi="Debian: apt-get install tesseract-ocr tesseract-ocr-vie",
                en="Debian: apt-get install tesseract-ocr tesseract-ocr-vie",
            ),
        )
    return well("tesseract", vi="có tesseract: đọc được bản quét", en="tesseract is here: scans can be read")


def server() -> Diagnosis:
    """Whether the web server is installed; it is a package of Python, and does not exist for Windows."""
    if importlib.util.find_spec("gunicorn") and os.name == "posix":
        return well("server", vi="có gunicorn: tiendo serve chạy được", en="gunicorn is here: tiendo serve can run")
    return Diagnosis(
        "server",
        State.WARNING,
        Wording(vi="không có gunicorn: tiendo serve không chạy được", en="no gunicorn: tiendo serve cannot run"),
        Wording(vi="Hãy cài lại các gói của chương trình.", en="Install the packages of the program again."),
    )


def port(bind: str, number: int) -> Diagnosis:
    """Whether the port is free for `tiendo serve`."""
    try:
        listen(bind, number).close()
    except OSError as fault:
        reason = reason_of(fault)
        return Diagnosis(
            "port",
            State.WARNING,
            Wording(vi=f"không mở được cổng {number} ({reason})", en=f"port {number} cannot be opened ({reason})"),
            Wording(
                vi="Nếu tiendo serve chưa chạy: chọn cổng khác bằng TIENDO_PORT.",
                en="Unless tiendo serve is running already: choose another one with TIENDO_PORT.",
            ),
        )
    return well("port", vi=f"cổng {number} còn trống", en=f"port {number} is free")


def listen(bind: str, number: int) -> socket.socket:
    """A socket that listens at the address; `OSError` where that cannot be."""
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    return socket.create_server((bind, number), family=family)


def exposure(settings: Settings) -> Diagnosis:
    """Whether the site is open to others in a way that it should not be."""
    faults = [
        (settings.debug and settings.bind not in _LOOPBACK, "TIENDO_DEBUG=1"),
        ("*" in settings.hosts, "TIENDO_HOSTS=*"),
        (settings.bind not in _LOOPBACK and not settings.https, "http, TIENDO_PUBLIC_URL"),
    ]
    unwise = "; ".join(name for is_so, name in faults if is_so)
    if not unwise:
        return well("exposure", vi="chỉ mở cho những ai được phép", en="open only to those who are meant")
    return Diagnosis(
        "exposure",
        State.WARNING,
        Wording(vi=f"máy khác có thể truy cập không an toàn ({unwise})", en=f"others can come in unsafely ({unwise})"),
        Wording(
            vi="Hãy đặt máy chủ https phía trước, đặt TIENDO_PUBLIC_URL và tên máy; xem docs/settings.md.",
            en="Put an https server in front, set TIENDO_PUBLIC_URL and the host names; see docs/settings.md.",
        ),
    )


_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def _from_error(code: str, fault: TiendoError) -> Diagnosis:
    return Diagnosis(code, State.FAULT, Wording(vi=fault.vi, en=fault.en))
