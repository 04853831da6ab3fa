"""How files come in: streamed to the disk, never more than is allowed of each, of all together, and of their number."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest

MOST_FILES = 20
"""In one form: what a desk gets in a day; scripts of the page send each file in a request of its own."""

_MOST_TIMES_ONE = 4  # several long plans at once; the disk for temporary files is often small
_LONGEST_NAME = 120  # characters; file systems take 255 bytes, and Vietnamese letters are up to three
_LONGEST_ENDING = 10
# Controls, marks that turn the direction of writing round, and what no letter stands for: a name must not pretend.
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
_SPACE = re.compile(r"\s+")


class BoundedFiles(TemporaryFileUploadHandler):
    """Takes files of a form within bounds; `too_large` names, and `too_many` counts, what it let go by."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.too_large: list[str] = []
        self.too_many = 0
        self._begun = 0

    def handle_raw_input(self, *arguments: Any, **named: Any) -> None:
        """A form with files begins: it is refused before anything of it is written to the disk where it is too much."""
        if self.request is not None and is_too_much(self.request):
            raise RequestDataTooBig("the form is larger than what is taken at once")
        super().handle_raw_input(*arguments, **named)

    def new_file(self, *arguments: Any, **named: Any) -> None:
        """A file begins."""
        if self._begun >= MOST_FILES:
            self.too_many += 1
            raise SkipFile
        self._begun += 1
        super().new_file(*arguments, **named)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """A piece of a file; the rest of one that is too large is read and thrown away."""
        if start + len(raw_data) > settings.TIENDO.max_upload:
            self.too_large.append(clean_name(self.file_name or ""))
            raise SkipFile
        super().receive_data_chunk(raw_data, start)
        return None

    def file_complete(self, file_size: int) -> Any:
        """A file ended."""
        complete = super().file_complete(file_size)
        # Django closes, and so deletes, the file of the handler when the next one is skipped.
        del self.file
        return complete


def is_too_much(request: HttpRequest) -> bool:
    """Whether a request says that it brings more than is taken at once, before anything of it is read."""
    said = request.META.get("CONTENT_LENGTH") or "0"
    return not said.isdecimal() or int(said) > _MOST_TIMES_ONE * int(settings.TIENDO.max_upload)


def clean_name(written: str) -> str:
    """The last part of a name as it can be shown: no folders, nothing unseen, not longer than needed."""
    last = unicodedata.normalize("NFC", written).replace("\\", "/").rpartition("/")[2]
    seen = "".join(letter for letter in last if unicodedata.category(letter) not in _UNSEEN)
    name = _SPACE.sub(" ", seen).strip().lstrip(".") or "tep"
    if len(name) <= _LONGEST_NAME:
        return name
    ending = PurePosixPath(name).suffix[:_LONGEST_ENDING]
    return name[: _LONGEST_NAME - len(ending)].rstrip() + ending
