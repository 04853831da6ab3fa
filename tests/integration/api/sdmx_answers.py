"""How tests ask the service of SDMX-REST, and read what it says."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass

from django.test import Client

ALL = "/sdmx/v2/data/dataflow/TIENDO/PROGRESS/1.0"
CSV = "application/vnd.sdmx.data+csv;version=2.0.0"
JSON = "application/vnd.sdmx.data+json;version=2.0.0"
XML = "application/vnd.sdmx.data+xml;version=3.0.0"
STRUCTURE_JSON = "application/vnd.sdmx.structure+json;version=2.0.0"
STRUCTURE_XML = "application/vnd.sdmx.structure+xml;version=3.0.0"


@dataclass(frozen=True)
class Said:
    """An answer, read to its end."""

    status: int
    media_type: str
    body: bytes


def ask(client: Client, address: str, accept: str | None = None) -> Said:
    answer = client.get(address, headers={"Accept": accept} if accept else {})
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return Said(answer.status_code, answer["Content-Type"], body)


def rows(client: Client, query: str = "", key: str = "") -> list[dict[str, str]]:
    said = ask(client, f"{ALL}/{key}?{query}", CSV)
    assert (said.status, said.media_type) == (200, CSV), said
    return list(csv.DictReader(io.StringIO(said.body.decode())))


def values(found: list[dict[str, str]]) -> list[tuple[str, str, str]]:
    return [(row["MEASURE"], row["TIME_PERIOD"], row["OBS_VALUE"]) for row in found]


def code_of(said: Said) -> tuple[int, str]:
    assert said.media_type == "application/problem+json", said
    return said.status, json.loads(said.body)["type"].removeprefix("/problems/")
