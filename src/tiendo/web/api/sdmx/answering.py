"""How a message leaves: whole or not at all, with an ETag; short ones are kept, long ones wait in a file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from enum import StrEnum

from django.http import FileResponse, HttpResponse

from tiendo.ledger.selectors.viewing import Known
from tiendo.web.api.answers import SHELF, Answer, Reading
from tiendo.web.api.language import language_of
from tiendo.web.api.sdmx.asking import Asked
from tiendo.web.api.shelf import Kept

_IN_MEMORY = 1_048_576  # bytes of an answer that are not worth a file, and that the shelf may keep

Message = HttpResponse | FileResponse


def answer_message(asked: Asked, known: Known, form: StrEnum, make: Callable[[str], Iterable[bytes]]) -> Message:
    """The message that `make` writes in the language of the request, made only where nobody has it yet.

    What goes wrong while it is written leaves nothing behind, and no half answer.
    """
    language = language_of(asked.request)
    reading = Reading(asked.request, known, form, language=language)
    held = reading.unchanged()
    if held is not None:
        return held
    kept = SHELF.get(reading.etag)
    if kept is not None:
        return _with_type(reading, HttpResponse(kept.content), form)
    spool = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 it is closed with the answer
    try:
        spool.writelines(make(language))
    except BaseException:
        spool.close()
        raise
    size = spool.tell()
    spool.seek(0)
    if size <= _IN_MEMORY:
        with spool:
            content = spool.read()
        SHELF.put(reading.etag, Kept(content))
        return _with_type(reading, HttpResponse(content), form)
    answer = FileResponse(spool)  # which closes it
    answer["Content-Length"] = str(size)
    return _with_type(reading, answer, form)


def _with_type(reading: Reading, answer: Answer, form: StrEnum) -> Answer:
    answer["Content-Type"] = form.value
    return reading.with_headers(answer)
