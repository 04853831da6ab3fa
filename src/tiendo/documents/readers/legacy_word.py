"""Reads Word files from before 2007 (.doc) and rich text (.rtf): LibreOffice turns them into .docx, where installed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tiendo.documents.model import RawText
from tiendo.documents.readers import refusals
from tiendo.documents.readers.docx import read_docx
from tiendo.documents.readers.programs import find_program, run_program
from tiendo.documents.readers.source import Source

_PACKAGE = "libreoffice-writer"
# A first start with a new profile takes some seconds, a thousand pages half a minute.
_SECONDS = 180.0

# The profile of the converter: no macros, and no link of the document is ever followed.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" \
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" \
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" \
oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def read_legacy_word(source: Source) -> RawText:
    """The text of a .doc or .rtf file; `MissingHelper` without LibreOffice, `DamagedDocument` where that fails."""
    program = find_program(source.name, "soffice", _PACKAGE)
    with TemporaryDirectory(prefix="tiendo-") as folder:
        converted = _convert(program, source, Path(folder))
    return replace(read_docx(replace(source, data=converted)), format="doc")


def _convert(program: str, source: Source, folder: Path) -> bytes:
    """The file as .docx; everything that LibreOffice writes stays in `folder`."""
    given = folder / "document.doc"
    given.write_bytes(source.data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    arguments = [
        program, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(given),
    ]  # fmt: skip
    run_program(arguments, name=source.name, seconds=_SECONDS)
    result = folder / "document.docx"
    if not result.exists():
        raise refusals.damaged(source.name, "Word")
    return result.read_bytes()


# --- what the container itself says ---

_SECTOR_SHIFT_AT = 0x1E  # header: sectors have 2 to this power bytes
_ENTRY_SIZE = 128
_ENTRY_START_AT = 116  # directory entry: first sector of the stream
_FLAGS_AT = 10  # FIB of Word 97 and later: the flags that follow five 16-bit fields
_ENCRYPTED_FLAG = 0x0100


def has_stream(data: bytes, stream: str) -> bool:
    """True where an OLE container lists a stream of this name."""
    return stream.encode("utf-16-le") in data


def is_encrypted_word(data: bytes) -> bool:
    """True where the Word stream of an OLE container says that it needs a password (MS-DOC 2.5.1, fEncrypted)."""
    entry = data.find("WordDocument".encode("utf-16-le"))
    if entry < 0 or entry % _ENTRY_SIZE:
        return False
    first_sector = int.from_bytes(data[entry + _ENTRY_START_AT : entry + _ENTRY_START_AT + 4], "little")
    shift = min(data[_SECTOR_SHIFT_AT], 12)  # 512 or 4096 bytes; anything larger is damage
    flags = ((first_sector + 1) << shift) + _FLAGS_AT  # the header takes the place of one sector
    return bool(int.from_bytes(data[flags : flags + 2], "little") & _ENCRYPTED_FLAG)
